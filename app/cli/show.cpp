// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/core/decimals.h"
#include "app/export/picture_metadata.h"
#include "app/generate/progress_meter.h"
#include "app/placement/roles.h"

namespace haibao::cli {
namespace {

std::string shortest(double value) { return decimal(std::format("{}", value)); }

/// What the texts of a prompt are for, as their layers are.
std::string role_word(placement::Role role) {
    switch (role) {
        case placement::Role::title: return tr("Title");
        case placement::Role::subtitle: return tr("Subtitle");
        case placement::Role::date: return tr("Date");
        case placement::Role::time: return tr("Time");
        case placement::Role::place: return tr("Place");
        case placement::Role::body: break;
    }
    return tr("Text");
}

std::string mode_words(generate::TextMode mode) {
    switch (mode) {
        case generate::TextMode::paint: return tr("painted by the model");
        case generate::TextMode::layers: return tr("live text");
        case generate::TextMode::both: return tr("painted and live text");
        case generate::TextMode::none: break;
    }
    return tr("none");
}

void print(Console& console, const generate::Record& record) {
    const auto row = [&console](const std::string& name, const std::string& value) { console.line(std::format("{:12} {}", name, value)); };
    row(tr("Prompt"), record.prompt);
    const auto texts = placement::texts_of(record.prompt);  // the titles are the same texts in the same order, untrimmed
    for (std::size_t i = 0; i < record.titles.size(); ++i)
        row(role_word(i < texts.size() ? texts[i].role : placement::Role::body), record.titles[i].text);
    if (record.text_mode != generate::TextMode::paint) row(tr("Texts"), mode_words(record.text_mode));
    if (record.steps > 0) {  // else it was not painted here
        row(tr("Size"), std::format("{}x{}", record.width, record.height));
        row(tr("Seed"), std::to_string(record.seed));
        row(tr("Steps"), std::to_string(record.steps));
        if (record.speed != Speed::exact) row(tr("Speed"), std::string(to_string(record.speed)));
        row(tr("Guidance"), shortest(record.guidance));
        row(tr("Temperature"), std::format("{}, top-p {}", shortest(record.temperature), shortest(record.top_p)));
        row(tr("Model"), std::format("{} ({})", record.model_name, record.model_sha256.substr(0, 10)));
        row(tr("Device"), std::format("{}, {}", record.device_class, protocol::to_string(record.precision)));
    }
    for (const std::string& source : record.source_sha256) row(tr("Source"), "SHA-256 " + source);
    if (const auto& repaint = record.repaint; repaint) row(tr("Repainted"), say(tr("feather {}, strength {}, SHA-256 {}"), repaint->feather, shortest(repaint->strength), repaint->base_sha256));
    if (const auto& enlarged = record.enlarged; enlarged) {
        row(tr("Enlarged"), say(tr("{}x{}, {} ({}), strength {}, steps {}, seed {}"), enlarged->width, enlarged->height, enlarged->model_name,
                                        enlarged->model_sha256.substr(0, 10), shortest(enlarged->strength), enlarged->steps, enlarged->seed));
        row(tr("Enlarged from"), "SHA-256 " + enlarged->source_sha256);
    }
    row(tr("Made by"), "Haibao " + record.version);
    double seconds = 0;
    for (const StageSeconds& timing : record.timings) seconds += timing.seconds;
    if (seconds > 0) row(tr("Time"), generate::short_duration(seconds));
}

Exit show(Console& console, const std::string& file) {
    auto info = read_png_info(file);
    if (!info) return console.error(info.error(), Doing::reading);
    const auto record = record_of(*info, file);
    if (record) {
        print(console, *record);
        if (info->cut_off) console.note(tr("The file is cut off: its end is missing."));
        console.data({{"file", file}, {"record", to_json(*record)}, {"cut_off", info->cut_off}});
        return Exit::done;
    }
    // Another program's picture: what it says about itself is better than nothing.
    const auto foreign = std::ranges::find(info->texts, "parameters", &PngText::keyword);
    if (record.error().kind != ErrorKind::not_found || foreign == info->texts.end()) return console.error(record.error(), Doing::reading);
    console.line(foreign->text);
    console.data({{"file", file}, {"parameters", foreign->text}, {"cut_off", info->cut_off}});
    return Exit::done;
}

}  // namespace

void add_show(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("show", tr("Print how a picture was made: prompt, seed, size, model, …"));
    const auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, tr("A PNG made by Haibao, or by another program that writes `parameters`"))->required();
    add_json_flag(*command, invocation);
    command->callback([&invocation, file] {
        Console console = invocation.console();
        invocation.exit = show(console, *file);
    });
}

}  // namespace haibao::cli

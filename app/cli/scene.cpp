// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/scene.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <memory>

#include "app/cli/commands.h"
#include "app/core/atomic_file.h"
#include "app/core/paths.h"
#include "app/export/png.h"
#include "app/generate/request.h"
#include "app/scene/random_scene.h"
#include "inference/base/files.h"

namespace haibao::cli {
namespace {

constexpr std::uint64_t most_description_bytes = 1 << 20;
constexpr int most_side = 16384;

struct Options {
    std::vector<std::string> subjects;
    std::string palette, style, time, mood, layout, title, description, random, size = "1024x1024", out = "scene.png";
    std::optional<std::uint64_t> seed;
    bool overwrite = false;
};

/// The options as the JSON that description_from_json() checks: it knows every id and says what is wrong.
QJsonObject json_of(const Options& options, QJsonObject json) {
    const auto put = [&json](const char* key, const std::string& value) {
        if (!value.empty()) json[key] = QString::fromStdString(value);
    };
    put("palette", options.palette);
    put("style", options.style);
    put("time", options.time);
    put("mood", options.mood);
    put("layout", options.layout);
    put("title", options.title);
    if (options.seed) json["seed"] = static_cast<double>(*options.seed);
    QJsonArray elements;
    for (const std::string& subject : options.subjects) {
        const QString text = QString::fromStdString(subject);
        QJsonObject element{{"subject", text.section('@', 0, 0)}};
        if (text.contains('@')) element["place"] = text.section('@', 1);
        elements.append(element);
    }
    if (!elements.isEmpty()) json["elements"] = elements;
    return json;
}

Result<QJsonObject> start_of(const Options& options, double aspect) {
    if (!options.random.empty()) {
        const auto subset = scene::subset_from(options.random);
        if (!subset) return fail(ErrorKind::invalid_input, "--random takes all, landscapes, abstracts or objects.");
        return scene::to_json(scene::random_description(options.seed.value_or(0), aspect, *subset));
    }
    if (options.description.empty()) return QJsonObject{};
    Result<std::string> text = options.description;
    if (text->starts_with('@')) text = read_file(text->substr(1), most_description_bytes);
    if (!text) return pass_on(text);
    QJsonParseError wrong;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(*text), &wrong);
    if (document.isObject()) return document.object();
    return fail(ErrorKind::invalid_input, "The scene's description is no JSON object: {}.", wrong.errorString().toStdString());
}

Image pixels_of(QImage picture) {
    picture.convertTo(QImage::Format_RGB888);
    Image image{picture.width(), picture.height(), {}};
    for (int y = 0; y < image.height; ++y) {
        const uchar* row = picture.constScanLine(y);
        image.rgb.insert(image.rgb.end(), row, row + 3 * std::ptrdiff_t{image.width});
    }
    return image;
}

Exit render(Console& console, const Options& options) {
    auto size = generate::parse_size(options.size);
    if (!size) return console.error(size.error());
    if (size->width < 16 || size->height < 16 || size->width > most_side || size->height > most_side)
        return console.error({ErrorKind::invalid_input, "Scenes are painted from 16 to 16384 pixels a side.", {}});
    auto start = start_of(options, double(size->width) / size->height);
    if (!start) return console.error(start.error(), Doing::reading);
    auto description = scene::description_from_json(json_of(options, *start));
    if (!description) return console.error(description.error());
    const QSize pixels(size->width, size->height);
    const QImage picture = scene::to_image(scene::compose(*description, pixels), pixels);
    if (picture.isNull()) return console.error({ErrorKind::out_of_memory, "Memory does not suffice for a picture of this size.", {}});
    const std::string json = QJsonDocument(scene::to_json(*description)).toJson(QJsonDocument::Compact).toStdString();
    auto bytes = encode_png(pixels_of(picture), {{"haibao-scene", json}});
    if (!bytes) return console.error(bytes.error());
    auto file = write_file(options.out, *bytes, options.overwrite ? IfExists::overwrite : IfExists::unique);
    if (!file) return console.error(file.error());
    console.line(file->string());
    console.data({{"file", file->string()}, {"scene", nlohmann::json::parse(json)}});
    return Exit::done;
}

template <class Each>
nlohmann::json ids(int count, Each each) {
    nlohmann::json list = nlohmann::json::array();
    for (int i = 0; i < count; ++i) {
        const scene::Words words = each(i);
        list.push_back({{"id", words.id},
                        {"en", scene::display_name(words, scene::Language::en)},
                        {"zh", scene::display_name(words, scene::Language::zh)},
                        {"pt", scene::display_name(words, scene::Language::pt)}});
    }
    return list;
}

nlohmann::json vocabulary() {
    using namespace scene;
    return {{"subject", ids(subject_count, [](int i) { return info(static_cast<Subject>(i)).words; })},
            {"style", ids(style_count, [](int i) { return words(static_cast<Style>(i)); })},
            {"palette", ids(palette_count, [](int i) { return palette_words(i); })},
            {"time", ids(4, [](int i) { return words(static_cast<Time>(i)); })},
            {"mood", ids(5, [](int i) { return words(static_cast<Mood>(i)); })},
            {"layout", ids(4, [](int i) { return words(static_cast<Layout>(i)); })},
            {"place", ids(3, [](int i) { return words(static_cast<Place>(i)); })},
            {"title", ids(6, [](int i) { return words(static_cast<TitlePlace>(i)); })}};
}

Exit list(Console& console) {
    const nlohmann::json all = vocabulary();
    for (const char* kind : {"subject", "style", "palette", "time", "mood", "layout", "place", "title"}) {
        console.line(std::format("{}:", kind));
        for (const auto& entry : all[kind])
            console.line(std::format("  {:14} {} · {}", entry["id"].get<std::string>(), entry["en"].get<std::string>(),
                                     entry["zh"].get<std::string>()));
    }
    console.data(all);
    return Exit::done;
}

}  // namespace

void add_scene(CLI::App& app, Invocation& invocation) {
    CLI::App* scenes = app.add_subcommand("scene", tr("Procedural backgrounds, painted without a model"));
    scenes->require_subcommand(1);
    CLI::App* list_command = scenes->add_subcommand("list", tr("Everything a scene can show, and in which ways"));
    add_json_flag(*list_command, invocation);
    list_command->callback([&invocation] {
        Console console = invocation.console();
        invocation.exit = list(console);
    });
    const auto options = std::make_shared<Options>();
    CLI::App* render_command = scenes->add_subcommand("render", tr("Paint a scene into a PNG"));
    render_command->add_option("--subject", options->subjects, tr("Main subject first, e.g. mountains@left sun@right; ids: scene list"));
    render_command->add_option("--palette", options->palette);
    render_command->add_option("--style", options->style);
    render_command->add_option("--time", options->time);
    render_command->add_option("--mood", options->mood);
    render_command->add_option("--layout", options->layout);
    render_command->add_option("--title", options->title, tr("Where the ground is kept calm for a title"));
    render_command->add_option("--seed", options->seed);
    render_command->add_option("--random", options->random, tr("A sensible random scene: all, landscapes, abstracts or objects"));
    render_command->add_option("--description", options->description, tr("A scene as JSON, or @FILE with it"));
    render_command->add_option("-s,--size", options->size, tr("Pixels"))->type_name("WxH")->capture_default_str();
    render_command->add_option("-o,--out", options->out, tr("The PNG"))->type_name("FILE")->capture_default_str();
    render_command->add_flag("--overwrite", options->overwrite, tr("Replace an existing file"));
    add_json_flag(*render_command, invocation);
    render_command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = render(console, *options);
    });
}

}  // namespace haibao::cli

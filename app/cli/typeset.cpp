// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <iostream>
#include <iterator>
#include <memory>

#include "app/cli/commands.h"
#include "app/document/json.h"
#include "app/export/poster_input.h"
#include "app/typeset/breaks.h"
#include "app/typeset/layout.h"
#include "inference/base/files.h"

namespace haibao::cli {
namespace {

using typeset::Break;
using typeset::WarningKind;

constexpr std::uint64_t most_input_bytes = 64 << 20;

std::string name_of(const std::string& file) { return file == "-" ? "the standard input" : file; }

Result<std::string> read_input(const std::string& file) {
    if (file != "-") return read_file(file, most_input_bytes);
    std::string text(std::istreambuf_iterator<char>(std::cin), {});
    if (text.size() > most_input_bytes) return fail(ErrorKind::invalid_input, "The standard input is larger than 64 MB.");
    return text;
}

/// What both commands print: JSON, bare, or with --json in the envelope that all commands share.
void print(Console& console, const nlohmann::json& result) {
    console.line(result.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    console.data(result);
}

/// Positions in code points, without 0 and the end.
nlohmann::json positions(const QString& text, const QString& lang, document::Kinsoku level) {
    const auto breaks = typeset::break_opportunities(text, {lang, level});
    nlohmann::json list = nlohmann::json::array();
    int code_points = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && text[i].isLowSurrogate() && text[i - 1].isHighSurrogate()) continue;
        if (i > 0 && breaks[i] >= Break::hyphen) list.push_back(code_points);
        ++code_points;
    }
    return list;
}

std::string id_of(const QJsonValue& id) {
    if (id.isString()) return id.toString().toStdString();
    return id.isDouble() ? std::format("{}", id.toDouble()) : std::string();
}

Exit breaks(Console& console, const std::string& file) {
    auto input = read_input(file);
    if (!input) return console.error(input.error(), Doing::reading);
    nlohmann::json result = nlohmann::json::object();
    int number = 0;
    for (const QByteArray& line : QByteArray::fromStdString(*input).split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) continue;
        QJsonParseError wrong;
        const QJsonObject object = QJsonDocument::fromJson(line, &wrong).object();
        const std::string id = id_of(object["id"]);
        if (id.empty() || !object["text"].isString()) {
            const std::string why = wrong.error ? wrong.errorString().toStdString() : R"(it is not of the form {"id":…,"text":…,"lang":…})";
            return console.error({ErrorKind::corrupt_file, std::format("Line {} of {} cannot be used: {}.", number, name_of(file), why), {}});
        }
        const QString text = object["text"].toString(), lang = object["lang"].toString(QStringLiteral("zh-Hans"));
        result[id] = {{"strict", positions(text, lang, document::Kinsoku::strict)},
                      {"normal", positions(text, lang, document::Kinsoku::normal)},
                      {"loose", positions(text, lang, document::Kinsoku::loose)}};
    }
    print(console, result);
    return Exit::done;
}

/// A layer of a poster is set in its frame; a bare text may say `align` for all paragraphs and leave out its box.
Result<document::Text> text_of(QJsonObject json) {
    if (json.contains("frame")) {
        auto layer = document::layer_from_json(json, QStringLiteral("layer"), document::Page());
        if (!layer) return pass_on(layer);
        if (auto* content = std::get_if<document::TextLayer>(&layer->content)) return std::move(content->text);
        return fail(ErrorKind::invalid_input, "The layer holds no text; give one with a \"text\".");
    }
    if (json["text"].isObject()) json = json["text"].toObject();
    if (json.contains("align") && !json.contains("paragraphs")) json["paragraphs"] = QJsonArray{QJsonObject{{"align", json.take("align")}}};
    if (!json.contains("box")) json["box"] = QJsonObject{{"mode", "point"}};
    return document::text_from_json(json);
}

const char* word_of(WarningKind kind) {
    switch (kind) {
        case WarningKind::missing_glyphs: return "missing-glyphs";
        case WarningKind::missing_font: return "missing-font";
        case WarningKind::changed_font: return "changed-font";
        case WarningKind::fallback_used: return "fallback-used";
        case WarningKind::does_not_fit: return "does-not-fit";
        case WarningKind::forced_break: return "forced-break";
        case WarningKind::overflow: return "overflow";
        case WarningKind::bidi_unsupported: return "bidi-unsupported";
        case WarningKind::bitmap_enlarged: return "bitmap-enlarged";
        case WarningKind::ruby_collides: return "ruby-collides";
        case WarningKind::path_too_short: return "path-too-short";
        case WarningKind::no_embedding: return "no-embedding";
        case WarningKind::replaced_control: return "replaced-control";
        case WarningKind::too_long: return "too-long";
    }
    return "";
}

nlohmann::json words(const QStringList& list) {
    nlohmann::json array = nlohmann::json::array();
    for (const QString& word : list) array.push_back(word.toStdString());
    return array;
}

nlohmann::json to_json(const typeset::Warning& warning) {
    nlohmann::json json{{"kind", word_of(warning.kind)}, {"message", warning.message.toStdString()}};
    if (!warning.font.isEmpty()) json["font"] = warning.font.toStdString();
    if (warning.kind == WarningKind::missing_glyphs) {
        json["characters"] = words(warning.characters);
        json["available_in"] = words(warning.available_in);
    }
    return json;
}

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

/// Points are pixels at 72 dpi, which is what a text by itself is measured in.
nlohmann::json to_json(const typeset::Layout& layout) {
    nlohmann::json json{{"lines", nlohmann::json::array()}, {"chars", nlohmann::json::array()}, {"warnings", nlohmann::json::array()}, {"info", nlohmann::json::array()}};
    for (const typeset::Line& line : layout.lines) json["lines"].push_back(line.text.toStdString());
    for (const typeset::Cluster& cluster : layout.clusters)
        if (!cluster.hidden && !cluster.box.isEmpty())
            json["chars"].push_back({{"i", cluster.begin}, {"x", rounded(cluster.box.x())}, {"y", rounded(cluster.box.y())}, {"w", rounded(cluster.box.width())}, {"h", rounded(cluster.box.height())}});
    for (const typeset::Warning& warning : layout.warnings) json[warning.kind == WarningKind::fallback_used ? "info" : "warnings"].push_back(to_json(warning));
    json["size"] = {{"width", rounded(layout.size.width())}, {"height", rounded(layout.size.height())}};
    json["scale"] = layout.scale;
    json["hidden"] = layout.hidden_characters;
    return json;
}

Exit layout(Console& console, const std::string& file, const std::vector<std::string>& font_files) {
    auto input = read_input(file);
    if (!input) return console.error(input.error(), Doing::reading);
    auto json = document::parse_json_object(*input, name_of(file));
    if (!json) return console.error(json.error(), Doing::reading);
    auto text = text_of(*json);
    if (!text) return console.error(text.error());
    auto fonts = open_fonts(font_files);
    if (!fonts) return console.error(fonts.error(), Doing::reading);
    print(console, to_json(typeset::lay_out(*text, **fonts)));
    return Exit::done;
}

}  // namespace

void add_typeset(CLI::App& app, Invocation& invocation) {
    CLI::App* typesetting = app.add_subcommand("typeset", tr("Look inside typesetting: where lines may break, where characters stand"));
    typesetting->require_subcommand(1);
    const auto file = std::make_shared<std::string>("-");

    CLI::App* breaks_command = typesetting->add_subcommand("breaks", tr("Positions (code points) before which a line may begin, by strictness"));
    breaks_command->add_option("FILE", *file, tr("JSON lines {\"id\",\"text\",\"lang\"}; default: standard input"));
    add_json_flag(*breaks_command, invocation);
    breaks_command->callback([&invocation, file] {
        Console console = invocation.console();
        invocation.exit = breaks(console, *file);
    });

    CLI::App* layout_command = typesetting->add_subcommand("layout", tr("Lines and the box of every character of a text in the document's JSON form, in px"));
    const auto font_files = std::make_shared<std::vector<std::string>>();
    layout_command->add_option("FILE", *file, tr("A text layer in JSON; - is standard input"))->required();
    layout_command->add_option("--font-file", *font_files, tr("Use these font files only, not the system's"));
    add_json_flag(*layout_command, invocation);
    layout_command->callback([&invocation, file, font_files] {
        Console console = invocation.console();
        invocation.exit = layout(console, *file, *font_files);
    });
}

}  // namespace haibao::cli

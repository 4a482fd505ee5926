// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/document/file.h"
#include "app/document/json.h"
#include "app/document/references.h"
#include "app/document/unknown_fields.h"
#include "app/export/poster_input.h"
#include "app/generate/source_picture.h"
#include "app/placement/place.h"
#include "inference/base/files.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;
using namespace haibao::document;

constexpr std::uint64_t most_picture_bytes = 512u << 20;

struct Options {
    std::string file, out, pictures, prompt;
    bool overwrite = false;
    /// A script goes on with the name that it has given: another one would leave it with the old file.
    IfExists if_exists() const { return overwrite ? IfExists::overwrite : IfExists::fail; }
};

nlohmann::json plain(const QJsonObject& json) { return nlohmann::json::parse(QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString()); }

Exit import_poster(Console& console, const Options& options) {
    auto poster = open_poster_json(options.file);
    if (!poster) return console.error(poster.error(), Doing::reading);
    const QStringList unknown = unknown_fields(*poster);
    for (const QString& field : unknown) console.note(say(tr("The field {} is unknown and has no effect."), field.toStdString()));
    auto written = write_poster(*poster, options.out, options.if_exists());
    if (!written) return console.error(written.error());
    console.line(written->string());
    nlohmann::json places = nlohmann::json::array();
    for (const QString& field : unknown) places.push_back(field.toStdString());
    console.data({{"file", written->string()}, {"unknown_fields", places}});
    return Exit::done;
}

std::string extension_of(const QString& media_type) {
    const std::string kind = media_type.section('/', 1).section('+', 0, 0).toStdString();
    return kind == "jpeg" ? ".jpg" : "." + kind;
}

/// Each picture as a file of its own, and its name in the JSON instead of its bytes.
Result<void> put_aside(const Poster& poster, QJsonObject& json, const Options& options) {
    const fs::path from = fs::absolute(options.out).lexically_normal().parent_path(), folder = fs::absolute(options.pictures).lexically_normal();
    if (const fs::path inside = folder.lexically_relative(from); inside.empty() || *inside.begin() == "..")
        return fail(ErrorKind::invalid_input, "The folder {} does not lie beside the JSON or below it, where its pictures are looked for; choose another one.", options.pictures);
    QJsonObject pictures = json["pictures"].toObject();
    for (auto picture = poster.pictures.cbegin(); picture != poster.pictures.cend(); ++picture) {
        const fs::path file = folder / (picture.key().left(16).toStdString() + extension_of(picture->media_type));
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(picture->bytes.constData());
        auto written = write_file(file, {bytes, static_cast<std::size_t>(picture->bytes.size())}, IfExists::overwrite);
        if (!written) return pass_on(written);
        QJsonObject fields = pictures[picture.key()].toObject();
        fields["file"] = paths::to_qt(file.lexically_relative(from));
        pictures[picture.key()] = fields;
    }
    json["pictures"] = pictures;
    return {};
}

Exit export_poster(Console& console, const Options& options) {
    auto poster = read_poster(options.file);
    if (!poster) return console.error(poster.error(), Doing::reading);
    QJsonObject json = to_json(*poster, options.pictures.empty() ? PictureBytes::embedded : PictureBytes::left_out);
    if (!options.pictures.empty() && !poster->pictures.isEmpty())
        if (auto aside = put_aside(*poster, json, options); !aside) return console.error(aside.error());
    const std::string text = json_text(json).toStdString();
    if (options.out.empty()) {
        console.line(std::string_view(text).substr(0, text.size() - 1));
        console.data(plain(json));
        return Exit::done;
    }
    auto written = write_file(options.out, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, options.if_exists());
    if (!written) return console.error(written.error());
    console.line(written->string());
    console.data({{"file", written->string()}});
    return Exit::done;
}

std::string kind_of(const Layer& layer) {
    constexpr const char* kinds[] = {"picture", "text", "shape", "scene", "group"};
    return kinds[layer.content.index()];
}

void print_layers(Console& console, const std::vector<Layer>& layers, int depth) {
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const auto* text = std::get_if<TextLayer>(&layer->content);
        const QString words = text && text->text.text != layer->name ? " “" + text->text.text.left(40).replace('\n', ' ') + "”" : QString();
        console.line(std::format("  {:{}}{:8} {}{}{}", "", 2 * depth, kind_of(*layer), layer->name.toStdString(), words.toStdString(),
                                 layer->visible ? "" : " " + tr("(hidden)")));
        if (const auto* group = std::get_if<GroupLayer>(&layer->content)) print_layers(console, group->layers, depth + 1);
    }
}

QStringList fonts_of(const Poster& poster) {
    QStringList fonts;
    for_each_layer(poster.layers, [&](const Layer& layer) {
        for_each_font(layer, [&](const FontChoice& font) { fonts << (font.family + ' ' + font.face).trimmed(); });
    });
    fonts.removeDuplicates();
    return fonts;
}

Exit show_info(Console& console, const Options& options) {
    auto poster = read_poster(options.file);
    if (!poster) return console.error(poster.error(), Doing::reading);
    const Page& page = poster->page;
    qsizetype bytes = 0, layers = 0;
    for (const EmbeddedPicture& picture : poster->pictures) bytes += picture.bytes.size();
    for_each_layer(poster->layers, [&](const Layer&) { ++layers; });
    const QStringList fonts = fonts_of(*poster);
    console.line(std::format("{:8} {:g} × {:g} {}, {:g} dpi", tr("Page"), page.width, page.height, page.unit == PageUnit::pixels ? "px" : "mm", page.dpi));
    console.line(std::format("{:8} {}, {}", tr("Pictures"), poster->pictures.size(), human_bytes(static_cast<std::uint64_t>(bytes))));
    console.line(std::format("{:8} {}", tr("Fonts"), fonts.join(", ").toStdString()));
    console.line(std::format("{:8} {}", tr("Layers"), layers));
    print_layers(console, poster->layers, 0);
    nlohmann::json names = nlohmann::json::array();
    for (const QString& font : fonts) names.push_back(font.toStdString());
    console.data({{"page", plain(to_json(page))}, {"layers", layers}, {"pictures", poster->pictures.size()}, {"picture_bytes", bytes},
                  {"fonts", names}, {"poster", plain(to_json(*poster, PictureBytes::left_out))}});
    return Exit::done;
}

Exit rescue(Console& console, const Options& options) {
    auto rescued = rescue_poster(fs::path(options.file));
    if (!rescued) return console.error(rescued.error(), Doing::reading);
    auto written = write_poster(rescued->poster, options.out, options.if_exists());
    if (!written) return console.error(written.error());
    nlohmann::json losses = nlohmann::json::array();
    for (const QString& loss : rescued->losses) {
        console.note(translated(loss.toStdString()));
        losses.push_back(loss.toStdString());
    }
    console.line(written->string());
    console.data({{"file", written->string()}, {"losses", losses}});
    return losses.empty() ? Exit::done : Exit::partly_done;
}

/// The user's own picture as ground for the texts in a prompt.
Exit place(Console& console, const Options& options) {
    auto prompt = generate::clean_prompt(options.prompt);
    if (!prompt) return console.error(prompt.error());
    const auto texts = placement::texts_of(*prompt);
    if (texts.empty()) console.note(tr("The prompt has no text in quotes, so the poster has none."));
    auto bytes = read_file(options.file, most_picture_bytes);
    auto source = bytes ? generate::read_source_picture(options.file) : pass_on(bytes);
    if (!source) return console.error(source.error(), Doing::reading);
    const Image& image = source->image;
    const QImage pixels(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
    const QByteArray file = QByteArray::fromStdString(*bytes);
    const EmbeddedPicture picture{file, picture_media_type(file), QString::fromStdString(fs::path(options.file).filename().string())};
    if (picture.media_type.isEmpty()) return console.error({ErrorKind::unsupported, std::format("{} is of a kind that a poster cannot hold; convert it to PNG.", options.file), {}});
    auto placed = placement::place_texts(pixels, picture, texts, typeset::FontSet::system(), {QString::fromStdString(*prompt), {}, 72});
    if (!placed) return console.error(placed.error());
    if (placed->front().no_calm_region) console.note(tr("The picture is busy everywhere; look at the texts."));
    auto written = write_poster(placed->front().poster, options.out, options.if_exists());
    if (!written) return console.error(written.error());
    console.line(written->string());
    console.data({{"file", written->string()}, {"least_contrast", placed->front().least_contrast}, {"no_calm_region", placed->front().no_calm_region}});
    return Exit::done;
}

using Action = Exit (*)(Console&, const Options&);

CLI::App* add(CLI::App& parent, Invocation& invocation, const std::shared_ptr<Options>& options, const char* name, const std::string& what, const std::string& file, Action action) {
    CLI::App* command = parent.add_subcommand(name, what);
    command->add_option("file", options->file, file)->required()->type_name("FILE");
    add_json_flag(*command, invocation);
    command->callback([&invocation, options, action] {
        Console console = invocation.console();
        invocation.exit = action(console, *options);
    });
    return command;
}

CLI::Option* add_out(CLI::App& command, Options& options, const std::string& what) {
    command.add_flag("--overwrite", options.overwrite, tr("Replace an existing file; without it that is an error (status 6)"));
    return command.add_option("-o,--out", options.out, what)->type_name("FILE");
}

}  // namespace

void add_poster(CLI::App& app, Invocation& invocation) {
    CLI::App* poster = app.add_subcommand("poster", tr("Posters (.haibao) from and to JSON"));
    poster->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    add_out(*add(*poster, invocation, options, "import", tr("Make a poster from its JSON form (docs/document-format.md)"), tr("The JSON; pictures are looked for beside it"), import_poster),
            *options, tr("The poster, a .haibao file"))->required();
    CLI::App* ground = add(*poster, invocation, options, "place", tr("Put the quoted texts of a prompt on a picture as live text"), tr("The picture"), place);
    ground->add_option("-p,--prompt", options->prompt, tr("Words with the texts in quotes: 水墨，标题“山风”，日期“8月16日”"))->required();
    add_out(*ground, *options, tr("The poster, a .haibao file"))->required();
    CLI::App* out = add(*poster, invocation, options, "export", tr("Write a poster as JSON"), tr("The poster"), export_poster);
    add_out(*out, *options, tr("The JSON; without it, stdout"));
    out->add_option("--pictures", options->pictures, tr("Put the pictures as files into this folder, not into the JSON"))->type_name("FOLDER");
    add(*poster, invocation, options, "info", tr("Show what is in a poster"), tr("The poster"), show_info);
    add_out(*add(*poster, invocation, options, "rescue", tr("Save what can be read of a damaged poster"), tr("The damaged poster; it is not changed"), rescue), *options,
            tr("The new poster"))->required();
}

}  // namespace haibao::cli

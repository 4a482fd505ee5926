// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/caption.h"
#include "app/scene/random_scene.h"
#include "app/scene/rng.h"
#include "app/scene/scene.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <vector>

/// haibao-scene-stream: random pictures and their captions on stdout. Per picture one line of JSON, then w·h·3 bytes
/// RGB.
namespace {

using namespace haibao;
using namespace haibao::scene;

constexpr const char* usage =
    "usage: haibao-scene-stream [--count N] [--seed S] [--stride K] [--sizes 512x512,384x640] [--langs en,zh,pt]\n"
    "                           [--captions N] [--subset all|landscapes|abstracts|objects|grounds] [--captions-only]\n"
    "                           [--style ID] [--palette ID] [--subject ID] [--twins | --recoloured] [--vocabulary]\n"
    "--style and --palette replace what was drawn; --subject keeps only pictures that show it (the count is of "
    "those). --twins paints every description a second time with another seed, right after the first; --recoloured, "
    "with another palette and at times another style. --vocabulary prints ids and words as JSON and ends.\n"
    "Picture i has seed S + i*K. Per picture: one line of JSON {w,h,captions,scene,title_area}, then w*h*3 bytes "
    "RGB.\n";

struct Options {
    std::uint64_t count = 1, seed = 0, stride = 1;
    int captions = 1;
    Subset subset = Subset::all;
    bool captions_only = false, twins = false, recoloured = false, vocabulary = false;
    std::optional<Style> style;
    std::optional<int> palette;
    std::optional<Subject> subject;
    std::vector<QSize> sizes;
    std::vector<Language> languages;
};

template <class T>
bool number(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

template <class Each>
bool each_of(std::string_view list, Each each) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (!each(list.substr(0, comma))) return false;
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return true;
}

bool add_size(std::string_view text, std::vector<QSize>& sizes) {
    const auto x = text.find('x');
    int w = 0, h = 0;
    if (x == std::string_view::npos || !number(text.substr(0, x), w) || !number(text.substr(x + 1), h)) return false;
    sizes.emplace_back(w, h);
    return w >= 16 && h >= 16 && w <= 8192 && h <= 8192;
}

bool add_language(std::string_view text, std::vector<Language>& languages) {
    if (text != "en" && text != "zh" && text != "pt") return false;
    languages.push_back(text == "en" ? Language::en : text == "zh" ? Language::zh : Language::pt);
    return true;
}

template <class T, class IdOf>
bool by_id(std::string_view id, int count, std::optional<T>& value, IdOf id_of) {
    for (int i = 0; i < count; ++i)
        if (id_of(static_cast<T>(i)) == id) value = static_cast<T>(i);
    return value.has_value();
}

bool parse(int argc, char** argv, Options& o) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (bool* flag = name == "--captions-only" ? &o.captions_only
                         : name == "--twins"       ? &o.twins
                         : name == "--recoloured"  ? &o.recoloured
                         : name == "--vocabulary"  ? &o.vocabulary
                                                   : nullptr) {
            *flag = true;
            continue;
        }
        if (++i >= argc) return false;
        const std::string_view value = argv[i];
        bool ok = false;
        if (name == "--count") ok = number(value, o.count);
        if (name == "--seed") ok = number(value, o.seed);
        if (name == "--stride") ok = number(value, o.stride);
        if (name == "--captions") ok = number(value, o.captions) && o.captions >= 1 && o.captions <= 64;
        if (name == "--sizes") ok = each_of(value, [&](std::string_view s) { return add_size(s, o.sizes); });
        if (name == "--langs") ok = each_of(value, [&](std::string_view s) { return add_language(s, o.languages); });
        if (name == "--style") ok = by_id(value, style_count, o.style, [](Style style) { return words(style).id; });
        if (name == "--palette")
            ok = by_id(value, palette_count, o.palette, [](int palette) { return palette_words(palette).id; });
        if (name == "--subject")
            ok = by_id(value, subject_count, o.subject, [](Subject subject) { return info(subject).words.id; });
        if (name == "--subset") {
            const auto subset = subset_from(value);
            ok = subset.has_value();
            if (ok) o.subset = *subset;
        }
        if (!ok) return false;
    }
    if (o.sizes.empty()) o.sizes.emplace_back(512, 512);
    if (o.languages.empty()) o.languages = {Language::en, Language::zh, Language::pt};
    return true;
}

QByteArray head(const Options& o, const SceneDescription& d, const Scene& scene, QSize size, std::uint64_t seed) {
    QJsonObject captions;
    constexpr const char* codes[] = {"en", "zh", "pt"};
    for (const Language language : o.languages) {
        QJsonArray list;
        for (int k = 0; k < o.captions; ++k)
            list.append(QString::fromStdString(caption(d, language, seed * 64 + static_cast<unsigned>(k), &scene)));
        captions[codes[static_cast<int>(language)]] = list;
    }
    QJsonValue area(QJsonValue::Null);
    if (const auto f = title_fraction(d.title, static_cast<double>(size.width()) / size.height()))
        area = QJsonArray{qRound(f->x() * size.width()), qRound(f->y() * size.height()),
                          qRound(f->width() * size.width()), qRound(f->height() * size.height())};
    const QJsonObject line{
        {"w", size.width()}, {"h", size.height()}, {"captions", captions}, {"scene", to_json(d)}, {"title_area", area}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject in_three_languages(const Words& w) {
    QJsonObject object;
    for (const auto& [code, language] : {std::pair{"en", Language::en}, {"zh", Language::zh}, {"pt", Language::pt}}) {
        QJsonArray ways;
        for (const std::string_view way : split(w.in(language)))
            ways.append(QString::fromUtf8(way.data(), static_cast<qsizetype>(way.size())));
        object[code] = ways;
    }
    return object;
}

/// {"subjects":{"mountains":{"en":["mountains",…],"zh":…,"pt":…},…},"palettes":…,"styles":…,"times":…,"moods":…}
QByteArray vocabulary() {
    QJsonObject all;
    const auto add = [&](const char* kind, int count, auto words_of) {
        QJsonObject object;
        for (int i = 0; i < count; ++i) {
            const Words w = words_of(i);
            object[QString::fromUtf8(w.id.data(), static_cast<qsizetype>(w.id.size()))] = in_three_languages(w);
        }
        all[kind] = object;
    };
    add("subjects", subject_count, [](int i) { return info(static_cast<Subject>(i)).words; });
    add("palettes", palette_count, [](int i) { return palette_words(i); });
    add("styles", style_count, [](int i) { return words(static_cast<Style>(i)); });
    add("places", 3, [](int i) { return words(static_cast<Place>(i)); });
    add("times", 4, [](int i) { return words(static_cast<Time>(i)); });
    add("moods", 5, [](int i) { return words(static_cast<Mood>(i)); });
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

bool write_all(const char* data, std::size_t size) { return std::fwrite(data, 1, size, stdout) == size; }

bool write_picture(const Options& o, const SceneDescription& d, QSize size, std::uint64_t seed) {
    const Scene scene = compose(d, QSizeF(size));
    const QByteArray line = head(o, d, scene, size, seed);
    if (!write_all(line.constData(), static_cast<std::size_t>(line.size()))) return false;
    if (o.captions_only) return true;
    const QImage image = to_image(scene, size).convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y)
        if (!write_all(reinterpret_cast<const char*>(image.constScanLine(y)), static_cast<std::size_t>(size.width()) * 3))
            return false;
    return true;
}

SceneDescription reseeded(SceneDescription d) {
    d.seed = (d.seed + 1) & ((std::uint64_t{1} << 53) - 1);
    return d;
}

/// The same picture in another palette; three in ten in another of the three styles that keep its outlines.
SceneDescription recoloured(SceneDescription d, std::uint64_t seed) {
    Rng r = Rng(seed).fork("recoloured");
    d.palette = (d.palette + 1 + r.below(palette_count - 1)) % palette_count;
    const Style other = std::array{Style::gradient, Style::flat, Style::ink}[static_cast<std::size_t>(r.below(3))];
    if (r.chance(0.3) && d.main() != Subject::blur) d.style = other;
    return d;
}

}  // namespace

int main(int argc, char** argv) {
    Options o;
    if (!parse(argc, argv, o)) {
        std::fputs(usage, stderr);
        return 2;
    }
    if (o.vocabulary) {
        const QByteArray text = vocabulary();
        return write_all(text.constData(), static_cast<std::size_t>(text.size())) && std::fflush(stdout) == 0 ? 0 : 1;
    }
    std::uint64_t seed = o.seed - o.stride, passed_over = 0;
    for (std::uint64_t i = 0; i < o.count;) {
        seed += o.stride;
        const QSize size = o.sizes[seed % o.sizes.size()];
        SceneDescription d = random_description(seed, static_cast<double>(size.width()) / size.height(), o.subset);
        if (o.subject && !d.has(*o.subject)) {
            if (++passed_over > 100000) return 1;  // a subset that never shows it
            continue;
        }
        passed_over = 0;
        ++i;
        if (o.style) d.style = *o.style;
        if (o.palette) d.palette = *o.palette;
        if (!write_picture(o, d, size, seed)) return 1;
        if (!o.twins && !o.recoloured) continue;
        if (!write_picture(o, o.twins ? reseeded(d) : recoloured(d, seed), size, seed)) return 1;
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}

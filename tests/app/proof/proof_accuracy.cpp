// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the reader itself: 500 texts, set by our typesetter and certainly right. Prints the tables of docs/proof.md.
// proof-accuracy [--misspelled] [COUNT] [FOLDER]: COUNT texts, with --misspelled each with one mistake against what is
// expected; those that the reader did not judge as they are go into FOLDER as pictures.
#include <QGuiApplication>
#include <QPainter>
#include <algorithm>
#include <cstdio>
#include <format>
#include <map>
#include <optional>
#include <random>

#include "app/proof/painted.h"
#include "app/scene/paint.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "tests/app/proof/misspellings.h"
#include "tests/app/proof/pictures.h"

using namespace haibao;
using namespace haibao::proof;
using namespace haibao::proof::testing;

namespace {

enum class Kind { english, portuguese, simplified, traditional, column };
constexpr const char* kind_words[] = {"English", "Portuguese", "Chinese", "traditional Chinese", "Chinese, vertical"};

const QStringList& texts(Kind kind) {
    static const std::map<Kind, QStringList> all{
        {Kind::english, {"Summer Festival", "The Long Way Home", "Grand Opening", "Live Jazz Tonight", "Winter Sale", "Open Studio 2026", "City Marathon", "Night Market",
                       "Harvest Moon", "Book Fair", "Coffee and Cake", "Free Entry", "Art Museum", "Spring Concert", "Doors open at 19:30"}},
        {Kind::portuguese, {"Festa de São João", "Exposição de Verão", "Música ao vivo", "Café e Pão", "Coração Valente", "Feira do Livro", "Amanhã às 20 horas", "Noite Estrelada", "Promoção Única", "Até já"}},
        {Kind::simplified, {"春江花月夜", "海风音乐节", "山水之间", "中秋诗会", "茶的时间", "城市夜跑", "新年快乐", "冬至大促销", "青岛啤酒节", "周末读书会", "远方的家", "花好月圆", "面朝大海", "国际电影展", "今晚八点开始"}},
        {Kind::traditional, {"夏夜音樂會", "書法展覽", "歡迎光臨", "臺北燈節", "電影節開幕", "風雲際會", "龍鳳呈祥", "萬里長城"}},
        {Kind::column, {"春江花月夜", "海风音乐节", "山水之间", "中秋诗会", "茶的时间", "花好月圆", "面朝大海", "远方", "听雨", "大雪无痕"}},
    };
    return all.at(kind);
}

QStringList families(Kind kind) {
    if (kind == Kind::english || kind == Kind::portuguese) return {"Noto Sans", "Noto Serif", "DejaVu Serif", "Liberation Sans"};
    if (kind == Kind::traditional) return {"Noto Sans CJK TC", "Noto Serif CJK TC"};
    return {"Noto Sans CJK SC", "Noto Serif CJK SC", "LXGW WenKai"};
}

constexpr int sizes[] = {12, 16, 20, 28, 40, 64, 110};

enum class Under { flat, inverse, busy };
constexpr const char* under_words[] = {"flat", "light on dark", "busy"};

QImage make(const QString& text, Kind kind, const QString& family, int size, Under under, std::uint64_t seed) {
    const QSize page(1024, 1024);
    Words words{text, {}, double(size), family};
    words.vertical = kind == Kind::column;
    const double length = double(text.size()) * size * (kind <= Kind::portuguese ? 0.75 : 1.05) + size;
    words.frame = words.vertical ? QRectF(400, 60, 1.6 * size, std::min(length, 950.0)) : QRectF(60, 400, std::min(length, 940.0), 3.4 * size);
    if (under != Under::flat) words.colour = {0.98, 0.97, 0.9, 1, {}};
    document::Poster poster = poster_of(page, {words}, under == Under::inverse ? document::Colour{0.08, 0.2, 0.3, 1, {}} : document::Colour{0.95, 0.93, 0.88, 1, {}});
    if (under != Under::busy) return painted(poster);
    poster.page.background.a = 0;
    render::PixelSettings settings;
    settings.ground = render::Ground::transparent;
    const auto over = render::render_image(render::build(poster, fonts()), settings);
    QImage image = scene::to_image(scene::compose(scene::random_description(seed, 1), {1024, 1024}), page);
    QPainter painter(&image);
    painter.fillRect(image.rect(), QColor(0, 0, 0, 110));
    if (over) painter.drawImage(0, 0, *over);
    painter.end();
    return image;
}

struct Tally {
    int count = 0, right = 0, not_judged = 0, missing = 0;
    double words = 0, similarity = 0;
    void add(const PaintedText& text) {
        ++count;
        right += text.verdict == Verdict::right;
        not_judged += text.verdict == Verdict::not_judged;
        missing += text.verdict == Verdict::missing;
        words += text.comparison.word_accuracy;
        similarity += text.comparison.similarity;
    }
};

using Table = std::map<std::string, Tally>;

/// Of texts that are right.
void print(const char* title, const Table& table) {
    std::printf("\n| %s | texts | read right | word accuracy | similarity | not found | not judged |\n|---|---:|---:|---:|---:|---:|---:|\n", title);
    for (const auto& [name, t] : table)
        std::printf("| %s | %d | %.1f %% | %.1f %% | %.3f | %d | %d |\n", name.c_str(), t.count, 100.0 * t.right / t.count, 100 * t.words / t.count, t.similarity / t.count, t.missing, t.not_judged);
}

/// Of texts that are wrong.
void print_misspelled(const char* title, const Table& table) {
    std::printf("\n| %s | texts | called right | called wrong | not found | not judged |\n|---|---:|---:|---:|---:|---:|\n", title);
    for (const auto& [name, t] : table)
        std::printf("| %s | %d | %d = %.1f %% | %d | %d | %d |\n", name.c_str(), t.count, t.right, 100.0 * t.right / t.count, t.count - t.right - t.missing - t.not_judged, t.missing, t.not_judged);
}

struct Sample {
    Kind kind = Kind::english;
    QString wanted, shown, family;
    int size = 0;
    Under under = Under::flat;
    std::optional<Mistake> mistake;
};

class Samples {
public:
    explicit Samples(bool misspell) : misspell_(misspell), random_(misspell ? 11 : 7) {}

    Sample next(int i) {
        Sample sample{.kind = Kind(i % 5)};
        sample.wanted = one_of(texts(sample.kind));
        sample.family = one_of(families(sample.kind));
        sample.size = sizes[draw(std::size(sizes))];
        sample.under = Under(draw(3));
        sample.shown = sample.wanted;
        while (misspell_ && !sample.mistake) {
            const Mistake mistake = all_mistakes[draw(std::size(all_mistakes))];
            const auto wrong = misspelled(sample.wanted, mistake, random_());
            if (wrong) sample.shown = *wrong, sample.mistake = mistake;
        }
        return sample;
    }

private:
    std::size_t draw(std::size_t n) { return std::size_t(random_() % n); }
    const QString& one_of(const QStringList& list) { return list[qsizetype(draw(std::size_t(list.size())))]; }

    bool misspell_;
    std::mt19937 random_;
};

void remark(int i, const Sample& sample, const PaintedProof& proof) {
    const PaintedText& read = proof.texts.front();
    std::fprintf(stderr, "%3d %s %d %s: %s", i, sample.family.toUtf8().data(), sample.size, under_words[int(sample.under)], sample.shown.toUtf8().data());
    if (sample.mistake) std::fprintf(stderr, " (%s) for %s", name_of(*sample.mistake), sample.wanted.toUtf8().data());
    std::fprintf(stderr, " -> %s (%s, %.0f, %.1f px)", read.read.toUtf8().data(), word_of(read.verdict).toUtf8().data(), read.confidence, read.character);
    for (std::size_t e = 1; e < proof.texts.size(); ++e) std::fprintf(stderr, " +%s(%.0f)", proof.texts[e].read.toUtf8().data(), proof.texts[e].confidence);
    std::fprintf(stderr, "\n");
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QStringList arguments = application.arguments().mid(1);
    const bool misspell = arguments.removeAll("--misspelled") > 0;
    const int count = arguments.isEmpty() ? 500 : arguments.takeFirst().toInt();
    const QString folder = arguments.isEmpty() ? QString() : arguments.takeFirst();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Samples samples(misspell);
    Table by_kind, by_mistake, by_size, by_ground, by_face;
    Ocr ocr;
    int extra = 0;
    for (int i = 0; i < count; ++i) {
        const Sample sample = samples.next(i);
        const QImage image = make(sample.shown, sample.kind, sample.family, sample.size, sample.under, std::uint64_t(i));
        auto proof = proof_picture(image, {sample.wanted}, ocr);
        if (!proof) {
            std::fprintf(stderr, "%s\n", proof.error().message.c_str());
            return 1;
        }
        const PaintedText& read = proof->texts.front();
        extra += int(proof->texts.size()) - 1;
        by_kind[kind_words[int(sample.kind)]].add(read);
        by_size[std::format("{} {:3} px", sample.kind >= Kind::simplified ? "Chinese" : "Latin", sample.size)].add(read);
        by_ground[under_words[int(sample.under)]].add(read);
        by_face[sample.family.toStdString()].add(read);
        if (sample.mistake) by_mistake[std::format("{}: {}", sample.kind >= Kind::simplified ? "Chinese" : "Latin", name_of(*sample.mistake))].add(read);
        const bool misjudged = misspell ? read.verdict == Verdict::right : read.verdict != Verdict::right || proof->texts.size() > 1;
        if (misjudged) {
            remark(i, sample, *proof);
            if (!folder.isEmpty()) image.save(QString("%1/%2.png").arg(folder).arg(i));
        }
        if ((i + 1) % 50 != 0 && i + 1 < count) continue;
        // An hour's work shows how it stands.
        std::printf("\nAfter %d texts\n", i + 1);
        const auto show = misspell ? print_misspelled : print;
        show("script", by_kind);
        if (misspell) show("mistake", by_mistake);
        show("size (em)", by_size);
        show("ground", by_ground);
        show("face", by_face);
        std::printf("\nWords that nobody asked for, in %d pictures: %d\n", i + 1, extra);
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the reader itself: 500 texts, set by our typesetter and certainly right. Prints the tables of docs/proof.md.
// proof-accuracy [--misspelled] [--titles GROUNDS] [COUNT] [FOLDER]: COUNT texts, with --misspelled each with one mistake
// against what is expected, with --titles short Chinese titles on the pictures in the folder GROUNDS; those that the reader
// did not judge as they are go into FOLDER as pictures.
#include <QDir>
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
#include "tests/app/proof/title_samples.h"

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

/// A picture, what is expected there, and the rows of the tables that it counts for.
struct Sample {
    QString wanted, shown;
    QImage picture;
    std::optional<Mistake> mistake;
    std::vector<std::pair<const char*, std::string>> rows;  ///< table, row
};

class Samples {
public:
    Samples(bool misspell, QStringList grounds) : misspell_(misspell), random_(misspell ? 11 : 7), grounds_(std::move(grounds)) {}

    Sample next(int i) { return grounds_.isEmpty() ? text(i) : title(i); }

private:
    Sample text(int i) {
        const Kind kind = Kind(i % 5);
        Sample sample{.wanted = one_of(texts(kind))};
        const QString family = one_of(families(kind));
        const int size = sizes[draw(std::size(sizes))];
        const Under under = Under(draw(3));
        const char* script = kind >= Kind::simplified ? "Chinese" : "Latin";
        misspell(sample);
        sample.picture = make(sample.shown, kind, family, size, under, std::uint64_t(i));
        sample.rows = {{"script", kind_words[int(kind)]}, {"size (em)", std::format("{} {:3} px", script, size)}, {"ground", under_words[int(under)]}, {"face", family.toStdString()}};
        if (sample.mistake) sample.rows.emplace_back("mistake", std::format("{}: {}", script, name_of(*sample.mistake)));
        return sample;
    }

    Sample title(int i) {
        Sample sample{.wanted = one_of(short_titles())};
        misspell(sample);
        const TitlePicture made = title_picture(sample.shown, QImage(grounds_[i % grounds_.size()]), random_());
        sample.picture = made.picture;
        sample.rows = {{"setting", made.setting.toStdString()}, {"face", made.face.toStdString()}, {"ink", made.light ? "light on dark" : "dark on light"}};
        if (sample.mistake) sample.rows.emplace_back("mistake", name_of(*sample.mistake));
        return sample;
    }

    void misspell(Sample& sample) {
        sample.shown = sample.wanted;
        while (misspell_ && !sample.mistake) {
            const Mistake mistake = all_mistakes[draw(std::size(all_mistakes))];
            const auto wrong = misspelled(sample.wanted, mistake, random_());
            if (wrong) sample.shown = *wrong, sample.mistake = mistake;
        }
    }
    std::size_t draw(std::size_t n) { return std::size_t(random_() % n); }
    const QString& one_of(const QStringList& list) { return list[qsizetype(draw(std::size_t(list.size())))]; }

    bool misspell_;
    std::mt19937 random_;
    QStringList grounds_;
};

QStringList pictures_in(const QString& folder) {
    const QDir dir(folder);
    QStringList files;
    for (const QString& name : dir.entryList({"*.png"}, QDir::Files, QDir::Name)) files << dir.filePath(name);
    return files;
}

void remark(int i, const Sample& sample, const PaintedProof& proof) {
    const PaintedText& read = proof.texts.front();
    std::fprintf(stderr, "%3d", i);
    for (const auto& [table, row] : sample.rows) std::fprintf(stderr, " %s;", row.c_str());
    std::fprintf(stderr, " %s for %s -> %s (%s, %.0f, %.1f px)", sample.shown.toUtf8().data(), sample.wanted.toUtf8().data(), read.read.toUtf8().data(),
                 word_of(read.verdict).toUtf8().data(), read.confidence, read.character);
    for (std::size_t e = 1; e < proof.texts.size(); ++e) std::fprintf(stderr, " +%s(%.0f)", proof.texts[e].read.toUtf8().data(), proof.texts[e].confidence);
    std::fprintf(stderr, "\n");
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QStringList arguments = application.arguments().mid(1);
    const bool misspell = arguments.removeAll("--misspelled") > 0;
    QStringList grounds;
    if (arguments.value(0) == "--titles") {
        grounds = pictures_in(arguments.value(1));
        if (grounds.isEmpty()) {
            std::fprintf(stderr, "There are no PNG files to set titles on.\n");
            return 2;
        }
        arguments.remove(0, 2);
    }
    const int count = arguments.isEmpty() ? 500 : arguments.takeFirst().toInt();
    const QString folder = arguments.isEmpty() ? QString() : arguments.takeFirst();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Samples samples(misspell, grounds);
    std::map<std::string, Table> tables;
    Ocr ocr;
    int extra = 0;
    for (int i = 0; i < count; ++i) {
        const Sample sample = samples.next(i);
        QStringList wanted{sample.wanted};
        const bool details = !sample.rows.empty() && sample.rows.front().second == "placed";
        if (details) wanted << "8月16日" << "青岛奥帆中心";
        auto proof = proof_picture(sample.picture, wanted, ocr);
        if (!proof) {
            std::fprintf(stderr, "%s\n", proof.error().message.c_str());
            return 1;
        }
        const PaintedText& read = proof->texts.front();
        extra += int(std::ranges::count(proof->texts, Verdict::extra, &PaintedText::verdict));
        for (const auto& [table, row] : sample.rows) tables[table][row].add(read);
        for (int detail = 1; details && !misspell && detail < 3; ++detail) tables["details below a title"][wanted[detail].toStdString()].add(proof->texts[std::size_t(detail)]);
        const bool misjudged = misspell ? read.verdict == Verdict::right : !std::ranges::all_of(proof->texts, [](const PaintedText& t) { return t.verdict == Verdict::right; });
        if (misjudged) {
            remark(i, sample, *proof);
            if (!folder.isEmpty()) sample.picture.save(QString("%1/%2.png").arg(folder).arg(i));
        }
        if ((i + 1) % 50 != 0 && i + 1 < count) continue;
        // An hour's work shows how it stands.
        std::printf("\nAfter %d texts\n", i + 1);
        for (const auto& [title, table] : tables) (misspell ? print_misspelled : print)(title.c_str(), table);
        std::printf("\nWords that nobody asked for, in %d pictures: %d\n", i + 1, extra);
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/words.h"

#include "app/scene/palette.h"
#include "app/scene/rng.h"
#include "app/scene/vocabulary.h"

#include <QString>

#include <algorithm>
#include <array>
#include <functional>

namespace haibao::scene {
namespace {

enum class Kind : std::uint8_t { subject, palette, style, time, mood, layout, place, title_place, title, hint };

struct Phrase {
    QString text;
    Kind kind;
    int value;
};
struct Match {
    qsizetype at, length;
    Kind kind;
    int value;
    bool chinese;
};

/// What an occasion or a season usually looks like. -1: leaves it open.
struct Hint {
    std::string_view words;
    Subject subject, second;
    int palette;
    int style;
    int time;
};
enum {
    cinnabar,
    sunset,
    apricot,
    gold,
    matcha,
    forest_green,
    mint,
    teal,
    azure,
    indigo,
    midnight,
    violet,
    blush,
    plum,
    sand,
    ink_grey
};

constexpr std::array hints{
    Hint{"中秋|mid-autumn|festa da lua", Subject::clouds, Subject::moon, midnight, -1, static_cast<int>(Time::night)},
    Hint{"新年|春节|过年|元旦|new year|ano novo|réveillon", Subject::lanterns, Subject::fireworks, cinnabar, -1, -1},
    Hint{"元宵|lantern festival", Subject::lanterns, Subject::moon, cinnabar, -1, static_cast<int>(Time::night)},
    Hint{"端午|dragon boat", Subject::bamboo, Subject::lake, matcha, -1, -1},
    Hint{"圣诞|christmas|xmas|natal", Subject::snow, Subject::stars, forest_green, -1, static_cast<int>(Time::night)},
    Hint{"婚礼|结婚|wedding|casamento|情人节|valentine|namorados|love|amor", Subject::blossom, Subject::moon, blush, -1,
         -1},
    Hint{"促销|大促|打折|折扣|sale|discount|promoção|liquidação|black friday", Subject::rays, Subject::rays, cinnabar,
         static_cast<int>(Style::flat), -1},
    Hint{"科技|技术|technology|tech|tecnologia|software|ai|cyber", Subject::city, Subject::stars, indigo,
         static_cast<int>(Style::neon), static_cast<int>(Time::night)},
    Hint{"音乐|音乐会|音乐节|演唱会|music|concert|jazz|festival|música|show", Subject::rings, Subject::rings, violet,
         -1, -1},
    Hint{"毕业|开学|graduation|school|formatura|escola|reading|读书|leitura|library|biblioteca", Subject::books,
         Subject::leaves, azure, -1, -1},
    Hint{"春天|春季|春日|立春|spring|primavera", Subject::blossom, Subject::hills, blush, -1, -1},
    Hint{"夏天|夏季|夏日|盛夏|summer|verão|beach|praia", Subject::sea, Subject::sun, azure, -1, -1},
    Hint{"秋天|秋季|秋日|立秋|autumn|fall|outono", Subject::forest, Subject::sun, apricot, -1, -1},
    Hint{"冬天|冬季|冬日|立冬|winter|inverno", Subject::snow, Subject::moon, ink_grey, -1, -1},
    Hint{"旅行|旅游|出发|travel|journey|trip|viagem|adventure|aventura", Subject::mountains, Subject::balloons, sunset,
         -1, -1},
    Hint{"禅|zen|瑜伽|yoga|meditation|冥想|meditação", Subject::lotus, Subject::sun, sand, -1, -1},
    Hint{"航天|宇宙|太空|space|universe|espaço|cosmos", Subject::rocket, Subject::stars, midnight, -1,
         static_cast<int>(Time::night)},
    Hint{"环保|生态|ecology|nature|natureza|ecologia|organic|garden|jardim", Subject::leaves, Subject::sun,
         forest_green, -1, -1},
    Hint{"halloween|万圣节", Subject::forest, Subject::moon, violet, -1, static_cast<int>(Time::night)},
    Hint{"生日|birthday|aniversário|party|festa|派对|庆典|celebration", Subject::balloons, Subject::fireworks, sunset,
         -1, -1},
};

/// Lower case, without accents, any run of white space or hyphens one space.
QString plain(std::string_view words) {
    const QString lower = QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()))
                              .toLower()
                              .normalized(QString::NormalizationForm_D);
    QString text;
    for (const QChar c : lower) {
        if (c.category() == QChar::Mark_NonSpacing) continue;
        const bool space = c.isSpace() || c == u'-' || c == u'_';
        if (space && (text.isEmpty() || text.back() == u' ')) continue;
        text += space ? u' ' : c;
    }
    return text;
}

bool is_chinese(QChar c) { return c.script() == QChar::Script_Han; }

void add_phrases(std::vector<Phrase>& list, std::string_view alternatives, Kind kind, int value) {
    for (std::string_view way : split_all(alternatives)) {
        for (std::string_view article : {"a ", "an ", "the ", "um ", "uma ", "o ", "os ", "as "})
            if (way.starts_with(article)) {
                way.remove_prefix(article.size());
                break;
            }
        list.push_back({plain(way), kind, value});
    }
}

/// Every way to say everything, the longest first, so that "light blue" is not taken for "light".
const std::vector<Phrase>& phrases() {
    static const std::vector<Phrase> list = [] {
        std::vector<Phrase> all;
        const auto add = [&](const Words& w, Kind kind, int value) {
            for (const std::string_view way : {w.en, w.zh, w.pt}) add_phrases(all, way, kind, value);
        };
        for (int i = 0; i < subject_count; ++i) add(info(static_cast<Subject>(i)).words, Kind::subject, i);
        for (int i = 0; i < palette_count; ++i) add(palette_words(i), Kind::palette, i);
        for (int i = 0; i < style_count; ++i) add(words(static_cast<Style>(i)), Kind::style, i);
        for (int i = 0; i < 4; ++i) add(words(static_cast<Time>(i)), Kind::time, i);
        for (int i = 1; i < 5; ++i) add(words(static_cast<Mood>(i)), Kind::mood, i);
        for (int i = 1; i < 4; ++i) add(words(static_cast<Layout>(i)), Kind::layout, i);
        for (int i = 0; i < 3; ++i) add(words(static_cast<Place>(i)), Kind::place, i);
        for (int i = 1; i < 3; ++i) add(words(static_cast<TitlePlace>(i)), Kind::title_place, i);
        for (int i = 0; i < static_cast<int>(hints.size()); ++i)
            add_phrases(all, hints[static_cast<std::size_t>(i)].words, Kind::hint, i);
        add_phrases(all, "title|headline|words|lettering|text|标题|大字|文字|写着|título|palavras|texto", Kind::title,
                    0);
        std::ranges::stable_sort(all, std::greater{}, [](const Phrase& p) { return p.text.size(); });
        return all;
    }();
    return list;
}

/// Marks what was understood; a Latin phrase has to be whole words (a plural s may follow).
std::vector<Match> find(QString text) {
    std::vector<Match> found;
    const auto letter = [&](qsizetype i) {
        return i >= 0 && i < text.size() && text[i].isLetter() && !is_chinese(text[i]);
    };
    for (const Phrase& phrase : phrases()) {
        const bool chinese = is_chinese(phrase.text.front());
        for (qsizetype at = text.indexOf(phrase.text); at >= 0; at = text.indexOf(phrase.text, at + 1)) {
            qsizetype end = at + phrase.text.size();
            if (!chinese && end < text.size() && text[end] == u's' && !letter(end + 1)) ++end;
            if (!chinese && (letter(at - 1) || letter(end))) continue;
            found.push_back({at, end - at, phrase.kind, phrase.value, chinese});
            for (qsizetype i = at; i < end; ++i) text[i] = QChar(1);
        }
    }
    std::ranges::sort(found, {}, &Match::at);
    return found;
}

/// The number of the clause that each position belongs to.
std::vector<int> clauses(const QString& text) {
    std::vector<int> number;
    int n = 0;
    for (const QChar c : text) {
        number.push_back(n);
        if (QStringView(u",，.。;；:：、\n").contains(c)) ++n;
    }
    number.push_back(n);
    return number;
}

int rank(Subject s) {
    switch (info(s).role) {
        case Role::object: return 0;
        case Role::ground: return 1;
        case Role::front: return 2;
        case Role::abstract: return 3;
        case Role::disc: return 4;
        case Role::air: return 5;
    }
    return 6;
}

/// Which subject a place word speaks of: in Chinese usually the next, else the one before it.
Match* owner(std::vector<Match>& found, std::size_t place, const std::vector<int>& clause) {
    const auto same = [&](std::size_t i) {
        return found[i].kind == Kind::subject &&
               clause[static_cast<std::size_t>(found[i].at)] == clause[static_cast<std::size_t>(found[place].at)];
    };
    Match *before = nullptr, *after = nullptr;
    for (std::size_t i = place; i-- > 0 && !before;)
        if (same(i)) before = &found[i];
    for (std::size_t i = place + 1; i < found.size() && !after; ++i)
        if (same(i)) after = &found[i];
    const bool next_first = found[place].chinese && after && after->at - (found[place].at + found[place].length) <= 2;
    return next_first || !before ? after : before;
}

class Reader {
public:
    Reader(std::string_view words, std::uint64_t seed)
        : text_(plain(words)), clause_(clauses(text_)), found_(find(text_)) {
        d_.seed = seed & ((std::uint64_t{1} << 53) - 1);
    }

    SceneDescription read() {
        d_.elements.clear();
        for (std::size_t i = 0; i < found_.size(); ++i) take(i);
        if (hint_) apply(*hint_);
        finish();
        return d_;
    }

private:
    bool title_in_clause(std::size_t i) const {
        return std::ranges::any_of(found_, [&](const Match& m) {
            return m.kind == Kind::title &&
                   clause_[static_cast<std::size_t>(m.at)] == clause_[static_cast<std::size_t>(found_[i].at)];
        });
    }

    void take(std::size_t i) {
        const Match& m = found_[i];
        switch (m.kind) {
            case Kind::subject: add(static_cast<Subject>(m.value)); break;
            case Kind::palette:
                if (!palette_) d_.palette = m.value, palette_ = true;
                break;
            case Kind::style:
                if (!style_) d_.style = static_cast<Style>(m.value), style_ = true;
                break;
            case Kind::time:
                if (!time_) d_.time = static_cast<Time>(m.value), time_ = true;
                break;
            case Kind::mood:
                if (d_.mood == Mood::plain) d_.mood = static_cast<Mood>(m.value);
                break;
            case Kind::layout:
                if (d_.layout == Layout::balanced) d_.layout = static_cast<Layout>(m.value);
                break;
            case Kind::hint:
                if (!hint_) hint_ = &hints[static_cast<std::size_t>(m.value)];
                break;
            case Kind::title:
                if (d_.title == TitlePlace::none) d_.title = TitlePlace::top;
                break;
            case Kind::title_place: d_.title = static_cast<TitlePlace>(m.value); break;
            case Kind::place:
                if (title_in_clause(i)) {
                    constexpr TitlePlace places[] = {TitlePlace::left, TitlePlace::centre, TitlePlace::right};
                    d_.title = places[m.value];
                } else if (const Match* subject = owner(found_, i, clause_)) {
                    placed_.emplace_back(static_cast<Subject>(subject->value), static_cast<Place>(m.value));
                }
                break;
        }
    }

    void add(Subject s) {
        if (!d_.has(s) && d_.elements.size() < max_elements) d_.elements.push_back({s, Place::centre});
    }

    void apply(const Hint& hint) {
        if (d_.elements.empty()) {
            add(hint.subject);
            add(hint.second);
        }
        if (!palette_) d_.palette = hint.palette, palette_ = true;
        if (!style_ && hint.style >= 0) d_.style = static_cast<Style>(hint.style);
        if (!time_ && hint.time >= 0) d_.time = static_cast<Time>(hint.time);
    }

    void finish() {
        Rng r = Rng(0).fork(text_.toStdString());
        if (d_.elements.empty()) {
            constexpr Subject grounds[] = {Subject::blur, Subject::ribbons, Subject::blobs};
            add(grounds[r.below(3)]);
        }
        if (!palette_) d_.palette = r.below(palette_count);
        if (!time_ && (d_.has(Subject::stars) || d_.has(Subject::crescent) || d_.has(Subject::fireworks)))
            d_.time = Time::night;
        for (const auto& [subject, place] : placed_)
            for (Element& e : d_.elements)
                if (e.subject == subject) e.place = place;
        std::ranges::stable_sort(d_.elements, {}, [](const Element& e) { return rank(e.subject); });
        // Two objects do not stand on one spot.
        if (d_.elements.size() < 2 || rank(d_.elements[1].subject) > 0 || d_.elements[0].place != d_.elements[1].place)
            return;
        d_.elements[0].place = Place::left;
        d_.elements[1].place = Place::right;
    }

    QString text_;
    std::vector<int> clause_;
    std::vector<Match> found_;
    SceneDescription d_;
    std::vector<std::pair<Subject, Place>> placed_;
    const Hint* hint_ = nullptr;
    bool palette_ = false, style_ = false, time_ = false;
};

}  // namespace

SceneDescription describe(std::string_view words, std::uint64_t seed) { return Reader(words, seed).read(); }

}  // namespace haibao::scene

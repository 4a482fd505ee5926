// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/roles.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

#include "inference/text/quotes.h"

namespace haibao::placement {
namespace {

/// How far before a quote the words are looked for that announce it, in UTF-16 units.
constexpr qsizetype announcement_reach = 60;

/// Words that announce a text, longest first where one holds another.
struct Announcement {
    Role role;
    const char* words;  ///< alternatives of a regular expression
};
constexpr Announcement announcements[] = {
    {Role::subtitle, "副标题|小标题|口号|标语|副题|\\bsubtitle\\b|\\bsubheading\\b|\\btagline\\b|\\bslogan\\b|\\bsubtítulo\\b|\\bsubtitulo\\b"},
    {Role::date, "日期|\\bdate\\b|\\bwhen\\b|\\bdata\\b|\\bdia\\b|\\bquando\\b"},
    {Role::time, "时间|\\btime\\b|\\bhora\\b|\\bhorário\\b"},
    {Role::place, "地点|地址|场地|会场|\\bplace\\b|\\bvenue\\b|\\blocation\\b|\\baddress\\b|\\bwhere\\b|\\blocal\\b|\\blugar\\b|\\bendereço\\b|\\bonde\\b"},
    {Role::body, "正文|内文|说明|介绍|\\bbody\\b|\\bbody text\\b|\\bcorpo\\b|\\bdescription\\b"},
    {Role::title, "标题|主题|题目|大字|\\btitle\\b|\\bheadline\\b|\\bheading\\b|\\btítulo\\b|\\btitulo\\b"},
};

QString any_announcement() {
    QStringList all;
    for (const Announcement& announcement : announcements) all << QString::fromUtf8(announcement.words);
    return all.join('|');
}

QRegularExpression pattern(const QString& text) {
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// The role that the words before a quote name; the last one counts.
std::optional<Role> announced(const QString& before) {
    static const QRegularExpression border = pattern("[，,。.;；、\\n”」』\"》]");
    const QString clause = before.mid(before.lastIndexOf(border) + 1).right(40);
    std::optional<Role> found;
    qsizetype at = -1;
    for (const Announcement& announcement : announcements) {
        QRegularExpressionMatch match;
        const qsizetype here = clause.lastIndexOf(pattern(QString::fromUtf8(announcement.words)), -1, &match);
        // 副标题 ends where 标题 does: the longer one began first and is kept.
        if (here >= 0 && match.capturedEnd() > at) found = announcement.role, at = match.capturedEnd();
    }
    return found;
}

bool looks_like_date(const QString& text) {
    static const QRegularExpression date = pattern(
        "\\d\\s*[年月日号时点]|\\d{1,2}[:：]\\d\\d|\\d{2,4}[-./]\\d{1,2}([-./]\\d{1,4})?|[一二三四五六七八九十]月|周[一二三四五六日末]|农历|"
        "\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d|\\d\\s*(st|nd|rd|th)?\\s+(of\\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
        "\\d+\\s+de\\s+(jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)");
    static const QRegularExpression street = pattern("(路|街|巷|道)\\s*\\d+\\s*号");
    return text.size() <= 40 && text.contains(date) && !text.contains(street);
}

/// Whether a date says more than the hour: “8月16日 20:00” does, “20:00—23:00” does not.
bool names_a_day(QString text) {
    static const QRegularExpression hour = pattern("\\d{1,2}\\s*[:：]\\s*\\d\\d|\\d{1,2}\\s*[时点]");
    return looks_like_date(text.remove(hour));
}

bool looks_like_place(const QString& text) {
    static const QRegularExpression place = pattern(
        "(广场|中心|馆|公园|剧院|大学|酒店|大厦|街|路|号|大道|体育场|海滩|码头|大厅|会堂|书店|咖啡馆|美术学院|园区|村|镇)$|\\d+\\s*号|"
        "\\b(hall|park|street|st\\.|avenue|ave|centre|center|museum|theatre|theater|gallery|square|hotel|university|beach|rua|avenida|praça|teatro|museu|parque)\\b");
    return text.size() <= 60 && text.contains(place);
}

/// Latin letters count half: how long a text looks.
double visual_length(const QString& text) {
    double length = 0;
    for (const QChar c : text) length += c.unicode() >= 0x2E80 ? 1 : 0.5;
    return length;
}

QString name_of(Role role, Language language) {
    switch (role) {
        case Role::title: return in_language(language, "Title", "标题", "Título");
        case Role::subtitle: return in_language(language, "Subtitle", "副标题", "Subtítulo");
        case Role::date: return in_language(language, "Date", "日期", "Data");
        case Role::time: return in_language(language, "Time", "时间", "Hora");
        case Role::place: return in_language(language, "Place", "地点", "Local");
        case Role::body: break;
    }
    return in_language(language, "Text", "正文", "Texto");
}

struct Entry {
    QString text;
    std::optional<Role> role;
};

/// One title: the announced one, else the first that is neither date nor place, else the first.
void choose_title(std::vector<Entry>& entries) {
    auto title = std::ranges::find(entries, std::optional(Role::title), &Entry::role);
    const auto is_free = [](const Entry& entry) { return !entry.role; };
    if (title == entries.end()) title = std::ranges::find_if(entries, [&](const Entry& e) { return is_free(e) && !looks_like_date(e.text) && !looks_like_place(e.text); });
    if (title == entries.end()) title = std::ranges::find_if(entries, is_free);
    if (title == entries.end()) title = entries.begin();
    title->role = Role::title;
    for (auto other = entries.begin(); other != entries.end(); ++other)
        if (other != title && other->role == Role::title) other->role = Role::subtitle;
}

}  // namespace

QString word_of(Role role) {
    constexpr const char* words[] = {"title", "subtitle", "date", "time", "place", "body"};
    return QString::fromLatin1(words[static_cast<std::size_t>(role)]);
}

std::vector<PromptText> texts_of(std::string_view prompt) {
    const QString all = QString::fromUtf8(prompt.data(), static_cast<qsizetype>(prompt.size()));
    std::vector<Entry> entries;
    for (const TitleSpan& span : title_spans(prompt)) {
        const auto begin = static_cast<qsizetype>(span.outer.begin_utf16);
        const QString before = all.mid(std::max<qsizetype>(0, begin - announcement_reach), std::min(begin, announcement_reach));
        entries.push_back({QString::fromStdString(span.text).trimmed(), announced(before)});
    }
    if (entries.empty()) return {};
    choose_title(entries);
    const Language language = language_of(prompt);
    bool has_subtitle = std::ranges::find(entries, std::optional(Role::subtitle), &Entry::role) != entries.end();
    std::vector<PromptText> texts;
    for (Entry& entry : entries) {
        if (!entry.role && looks_like_date(entry.text)) entry.role = Role::time;  // of which the next line makes a date where it is one
        if (entry.role == Role::time && names_a_day(entry.text)) entry.role = Role::date;
        if (!entry.role && looks_like_place(entry.text)) entry.role = Role::place;
        if (!entry.role) {
            entry.role = has_subtitle || visual_length(entry.text) > 28 ? Role::body : Role::subtitle;
            has_subtitle = true;
        }
        texts.push_back({entry.text, *entry.role, name_of(*entry.role, language)});
    }
    return texts;
}

std::string without_texts(std::string_view prompt) {
    static const QRegularExpression announcement = pattern(
        "(\\s|[，,、;；：:]|以及|\\band\\b|\\be\\b)*"                                        // what ties it to the sentence
        "(\\bwith\\b|\\bthe\\b|\\ba\\b|\\bcom\\b|\\bo\\b|\\bas\\b|\\bits?\\b|文字|配|有|上面|上|大|\\s)*"
        "(" + any_announcement() + "|写着|写有|写|印着|题字|题|字样|文案|文字|\\bwords?\\b|\\btext\\b|\\btexts\\b|\\bpalavras?\\b|\\btexto\\b|\\blettering\\b)"
        "(\\s|[：:]|为|是|\\bis\\b|\\breads?\\b|\\bsaying\\b|\\bsays\\b|\\bof\\b)*$");
    QString text = QString::fromUtf8(prompt.data(), static_cast<qsizetype>(prompt.size()));
    const auto spans = title_spans(prompt);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        const auto begin = static_cast<qsizetype>(span->outer.begin_utf16), end = static_cast<qsizetype>(span->outer.end_utf16);
        const qsizetype near = std::max<qsizetype>(0, begin - announcement_reach);
        QString before = text.mid(near, begin - near);
        before.remove(announcement);
        text = text.left(near) + before + text.mid(end);
    }
    static const QRegularExpression doubled = pattern("\\s*([，,、;；])(\\s*[，,、;；])+"), edges = pattern("^[\\s，,、;；。.：:]+|[\\s，,、;；：:]+$"),
                                    orphan = pattern("[，,、;；：:]+(?=[。.!！])"), spaces = pattern("[ \\t]{2,}");
    text.replace(doubled, "\\1").remove(orphan).replace(spaces, " ").remove(edges);
    if (text.isEmpty()) text = in_language(language_of(prompt), "poster background", "海报背景", "fundo de cartaz");
    return text.toStdString();
}

}  // namespace haibao::placement

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/spelling/spelling.h"

#include <hunspell.hxx>

#include <QStandardPaths>
#include <algorithm>
#include <utility>

namespace haibao::spelling {
namespace {

constexpr std::size_t most_remarks = 200;
constexpr QLatin1StringView not_checked("-x-nospell");
constexpr qsizetype longest_word = 64;  ///< what is longer is no word, and slow to look for

bool is_latin(QChar c) { return c.script() == QChar::Script_Latin; }

/// Letters with what may stand between them: don't, recém-nascido.
bool continues_word(const QString& text, qsizetype i) {
    const QChar c = text[i];
    if (is_latin(c) || c.isDigit() || c.isMark()) return true;
    const bool joint = c == u'\'' || c == u'’' || c == u'-';
    return joint && i > 0 && i + 1 < text.size() && is_latin(text[i - 1]) && is_latin(text[i + 1]);
}

bool is_judged(const QString& word) {
    if (word.size() < 2 || word.size() > longest_word) return false;
    if (std::ranges::any_of(word, [](QChar c) { return c.isDigit(); })) return false;
    const bool capitals = word == word.toUpper();
    if (capitals) return word.size() > 5;
    // A capital after a small letter: a name that is written so.
    for (qsizetype i = 1; i < word.size(); ++i)
        if (word[i].isUpper() && word[i - 1].isLower()) return false;
    return true;
}

/// www.example.com, name@example.com, #tag
bool in_address(const QString& text, qsizetype begin, qsizetype end) {
    const auto links = [](QChar c) { return c == u'@' || c == u'.' || c == u'/' || c == u'#' || c == u'_' || c == u':'; };
    if (begin > 0 && links(text[begin - 1]) && !(begin > 1 && text[begin - 1] == u'.' && text[begin - 2].isSpace())) return true;
    return end + 1 < text.size() && links(text[end]) && text[end + 1].isLetterOrNumber();
}

}  // namespace

struct Speller::Dictionaries {
    struct One {
        QString language;  ///< "en"
        std::unique_ptr<Hunspell> words;
    };
    std::vector<One> all;

    /// When the first Latin word is to be judged: large dictionaries take a tenth of a second.
    Dictionaries& loaded() {
        if (std::exchange(is_loaded, true)) return *this;
        add(QStringLiteral("en"), QStringLiteral("en_US"));
        add(QStringLiteral("pt"), QStringLiteral("pt_BR"));
        return *this;
    }
    bool is_loaded = false;

    void add(const QString& language, const QString& name) {
        const QString affixes = QStandardPaths::locate(QStandardPaths::GenericDataLocation, "hunspell/" + name + ".aff");
        const QString words = QStandardPaths::locate(QStandardPaths::GenericDataLocation, "hunspell/" + name + ".dic");
        if (affixes.isEmpty() || words.isEmpty()) return;
        auto made = std::make_unique<Hunspell>(affixes.toLocal8Bit().constData(), words.toLocal8Bit().constData());
        // Both of Debian's are UTF-8; in another encoding words would be misjudged.
        if (made->get_dict_encoding() == "UTF-8") all.push_back({language, std::move(made)});
    }

    template <class Visit>
    void each(const QString& lang, Visit visit) const {
        const bool known = std::ranges::any_of(all, [&](const One& one) { return lang.startsWith(one.language); });
        for (const One& one : all)
            if (!known || lang.startsWith(one.language)) visit(*one.words);
    }

    bool has(const QString& word, const QString& lang) const {
        QString plain = word;
        const std::string bytes = plain.replace(u'’', u'\'').toStdString();
        bool found = false;
        each(lang, [&](Hunspell& words) { found = found || words.spell(bytes); });
        return found;
    }
};

bool is_checked(const QString& lang) { return !lang.endsWith(not_checked) && lang != QStringLiteral("zxx"); }

QString with_checking(const QString& lang, Checked checked) {
    const QString plain = lang.endsWith(not_checked) ? lang.chopped(not_checked.size()) : lang;
    return checked == Checked::yes ? plain : plain + not_checked;
}

Speller::Speller() : dictionaries_(std::make_unique<Dictionaries>()) {}
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;
Speller::~Speller() = default;

bool Speller::has_dictionaries() const { return !dictionaries_->loaded().all.empty(); }

std::vector<Remark> Speller::check(const QString& text, const QString& lang) const {
    if (!is_checked(lang)) return {};
    std::vector<Remark> remarks = check_characters(text);
    for (qsizetype begin = 0, end = 0; begin < text.size() && remarks.size() < most_remarks; begin = end) {
        end = begin + 1;
        if (!is_latin(text[begin]) && !text[begin].isDigit()) continue;
        while (end < text.size() && continues_word(text, end)) ++end;
        const QString word = text.sliced(begin, end - begin);
        if (!is_judged(word) || in_address(text, begin, end)) continue;
        if (has_dictionaries() && !dictionaries_->has(word, lang)) remarks.push_back({int(begin), int(end), Doubt::unknown_word, {}});
    }
    std::ranges::stable_sort(remarks, {}, &Remark::begin);
    if (remarks.size() > most_remarks) remarks.resize(most_remarks);
    return remarks;
}

QStringList Speller::suggestions(const QString& word, const QString& lang, qsizetype most) const {
    QStringList found;
    if (word.isEmpty() || word.size() > longest_word) return found;
    std::vector<QStringList> lists;
    dictionaries_->loaded().each(lang, [&](Hunspell& words) {
        QStringList& list = lists.emplace_back();
        for (const std::string& one : words.suggest(word.toStdString())) list << QString::fromStdString(one);
    });
    // In turn from each dictionary: none knows which language was meant.
    for (qsizetype i = 0; found.size() < most; ++i) {
        bool any = false;
        for (const QStringList& list : lists) {
            if (i >= list.size()) continue;
            any = true;
            if (!found.contains(list[i]) && found.size() < most) found << list[i];
        }
        if (!any) break;
    }
    return found;
}

const Speller& speller() {
    thread_local const Speller one;
    return one;
}

}  // namespace haibao::spelling

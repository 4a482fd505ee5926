// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/font_set.h"

#include <fontconfig/fontconfig.h>

#include <QLocale>
#include <QMultiHash>
#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "app/typeset/font_ranking.h"

namespace haibao::typeset {
namespace {

using document::FontChoice;

constexpr std::size_t most_faces = 512, most_orders = 64;

/// A name with its language, as a pattern lists them.
struct Named {
    QString text, lang;
};

std::vector<Named> names(FcPattern* pattern, const char* object, const char* languages) {
    std::vector<Named> found;
    FcChar8 *text = nullptr, *lang = nullptr;
    for (int i = 0; FcPatternGetString(pattern, object, i, &text) == FcResultMatch; ++i) {
        const bool has_lang = FcPatternGetString(pattern, languages, i, &lang) == FcResultMatch;
        found.push_back({QString::fromUtf8(reinterpret_cast<const char*>(text)), has_lang ? QString::fromUtf8(reinterpret_cast<const char*>(lang)) : QString()});
    }
    return found;
}

/// The first name in the language, else the first of all: fontconfig puts the family of all weights before that of one.
QString name_in(const std::vector<Named>& found, const QString& lang) {
    const auto match = std::ranges::find_if(found, [&](const Named& name) { return name.lang == lang; });
    if (match != found.end()) return match->text;
    const auto language = std::ranges::find_if(found, [&](const Named& name) { return !lang.isEmpty() && name.lang.startsWith(lang.section('-', 0, 0)); });
    if (language != found.end()) return language->text;
    return found.empty() ? QString() : found.front().text;
}

double number(FcPattern* pattern, const char* object, double otherwise) {
    double value = 0;
    return FcPatternGetDouble(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}
int whole(FcPattern* pattern, const char* object, int otherwise) {
    int value = 0;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}
bool yes(FcPattern* pattern, const char* object) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value == FcTrue;
}
QString word(FcPattern* pattern, const char* object) {
    FcChar8* text = nullptr;
    return FcPatternGetString(pattern, object, 0, &text) == FcResultMatch ? QString::fromUtf8(reinterpret_cast<const char*>(text)) : QString();
}

/// TrueType or CFF in a plain file, with outlines or colours: what Face can open.
bool usable(FcPattern* pattern) {
    const QString format = word(pattern, FC_FONTFORMAT);
    if (format != "TrueType" && format != "CFF") return false;
    if (const QString wrapper = word(pattern, FC_FONT_WRAPPER); !wrapper.isEmpty() && wrapper != "SFNT") return false;
    return yes(pattern, FC_OUTLINE) || yes(pattern, FC_COLOR);
}

/// One face, or one instance of a variable font, that could be opened.
struct Entry {
    FcPattern* pattern = nullptr;
    FcCharSet* characters = nullptr;
    QString family, local_family, style;
    QStringList family_names, style_names;  ///< all, folded
    FaceTraits traits;
    std::filesystem::path file;
    int index = 0;
    bool colour = false, variable = false;  ///< variable: the whole design space, beside its named instances

    bool covers(std::u32string_view text) const {
        return characters && std::ranges::all_of(text, [&](char32_t c) { return is_ignorable(c) || FcCharSetHasChar(characters, c); });
    }
    bool speaks(const char* lang) const {
        FcLangSet* languages = nullptr;
        return FcPatternGetLangSet(pattern, FC_LANG, 0, &languages) == FcResultMatch &&
               FcLangSetHasLang(languages, reinterpret_cast<const FcChar8*>(lang)) != FcLangDifferentLang;
    }
};

/// The system's languages by fontconfig's names: zh-cn.
QString user_language() { return QLocale::system().name().replace('_', '-').toLower(); }

Entry entry_of(FcPattern* pattern, const QString& user_lang) {
    Entry entry;
    entry.pattern = pattern;
    FcPatternReference(pattern);
    FcPatternGetCharSet(pattern, FC_CHARSET, 0, &entry.characters);
    const auto families = names(pattern, FC_FAMILY, FC_FAMILYLANG), styles = names(pattern, FC_STYLE, FC_STYLELANG);
    entry.family = name_in(families, "en");
    entry.local_family = name_in(families, user_lang);
    entry.style = name_in(styles, "en");
    for (const Named& name : families) entry.family_names += folded(name.text);
    for (const Named& name : styles) entry.style_names += folded(name.text);
    entry.variable = yes(pattern, FC_VARIABLE);
    entry.traits = {.weight = static_cast<int>(FcWeightToOpenTypeDouble(number(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR))),
                    .width = static_cast<int>(number(pattern, FC_WIDTH, FC_WIDTH_NORMAL)),
                    .slanted = whole(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN,
                    .serif = std::ranges::any_of(families, [](const Named& name) { return sounds_like_serif(name.text); }) && !entry.family.contains("Sans"),
                    .monospace = whole(pattern, FC_SPACING, FC_PROPORTIONAL) == FC_MONO || entry.family.contains(" Mono")};
    entry.colour = yes(pattern, FC_COLOR);
    entry.file = word(pattern, FC_FILE).toStdString();
    entry.index = whole(pattern, FC_INDEX, 0);
    return entry;
}

/// Entries in a fixed order, whatever order the folders were read in.
bool before(const Entry& a, const Entry& b) {
    if (a.family != b.family) return a.family < b.family;
    if (a.traits.slanted != b.traits.slanted) return b.traits.slanted;
    if (a.traits.weight != b.traits.weight) return a.traits.weight < b.traits.weight;
    return std::pair(a.file, a.index) < std::pair(b.file, b.index);
}

class Catalogue final : public FontSet {
public:
    /// Takes the patterns' ownership by reference count; `config` may be null and is destroyed with this.
    Catalogue(FcConfig* config, const std::vector<FcPattern*>& patterns) : config_(config) {
        const QString lang = user_language();
        for (FcPattern* pattern : patterns)
            if (usable(pattern)) entries_.push_back(entry_of(pattern, lang));
        std::ranges::sort(entries_, before);
        for (qsizetype i = 0; i < std::ssize(entries_); ++i)
            for (const QString& name : entries_[i].family_names)
                if (!by_name_.contains(name, i)) by_name_.insert(name, i);
    }
    ~Catalogue() override {
        if (all_) FcCharSetDestroy(all_);
        for (Entry& entry : entries_) FcPatternDestroy(entry.pattern);
        if (config_) FcConfigDestroy(config_);
    }

    std::shared_ptr<const Face> find(const FontChoice& choice) const override {
        const Entry* best = nullptr;
        double best_distance = 0;
        const FaceTraits wanted = traits_wanted(choice, nullptr);
        const QString style = folded(choice.face);
        for (qsizetype i : std::as_const(by_name_).values(folded(choice.family))) {
            const Entry& entry = entries_[i];
            double away = distance(wanted, FaceTraits{entry.traits.weight, entry.traits.width, entry.traits.slanted, wanted.serif, wanted.monospace});
            if (!style.isEmpty() && entry.style_names.contains(style)) away -= 10'000 - entry.style_names.indexOf(style);
            if (entry.variable) away += 0.5;  // a named instance first, as it has a name
            if (!best || away < best_distance || (away == best_distance && before(entry, *best))) best = &entry, best_distance = away;
        }
        return best ? open(*best, choice.axes) : nullptr;
    }

    std::shared_ptr<const Face> covering(std::u32string_view characters, const QString& lang, const FontChoice& like) const override {
        if (!in_any_font(characters)) return nullptr;
        const QString key = QString::fromUcs4(characters.data(), static_cast<qsizetype>(characters.size())) + QChar(0) + lang + QChar(0) + like.family + QChar(0) + like.face +
                            QString::number(like.axes.value("wght", 0));
        {
            const std::scoped_lock lock(mutex_);
            if (const auto known = covering_.find(key); known != covering_.end()) return known->second;
        }
        std::shared_ptr<const Face> found;
        for (const Entry* entry : *ranked(characters, lang, like)) {
            if (!entry->covers(characters)) continue;
            found = open_covering(*entry, characters);
            if (found) break;
        }
        const std::scoped_lock lock(mutex_);
        if (covering_.size() > 10'000) covering_.clear();
        return covering_[key] = std::move(found);
    }

    QStringList families_covering(std::u32string_view characters, const QString& lang) const override {
        QStringList found;
        for (const Entry* entry : *ranked(characters, lang, FontChoice{}))
            if (entry->covers(characters) && !found.contains(entry->family) && open_covering(*entry, characters)) found += entry->family;
        return found;
    }

    std::vector<FontFamily> families() const override {
        std::vector<FontFamily> found;
        for (const Entry& entry : entries_) {  // sorted by family
            if (found.empty() || found.back().name != entry.family) {
                const bool chinese = entry.speaks("zh-cn") || entry.speaks("zh-tw") || entry.speaks("zh-hk");
                found.push_back({entry.family, entry.local_family, {}, chinese, entry.traits.serif, entry.traits.monospace});
            }
            if (QStringList& faces = found.back().faces; !faces.contains(entry.style) && !entry.style.isEmpty()) faces += entry.style;
        }
        return found;
    }

private:
    /// The look that a choice asks for; the class from its family when that is here, else from the family's name.
    FaceTraits traits_wanted(const FontChoice& choice, const Entry* family) const {
        FaceTraits wanted = traits_of_style(choice.face);
        wanted.serif = family ? family->traits.serif : sounds_like_serif(choice.family);
        wanted.monospace = family ? family->traits.monospace : choice.family.contains("Mono");
        if (choice.axes.contains("wght")) wanted.weight = static_cast<int>(choice.axes.value("wght"));
        if (choice.axes.contains("wdth")) wanted.width = static_cast<int>(choice.axes.value("wdth"));
        return wanted;
    }

    using Order = std::vector<const Entry*>;

    /// Whether fonts must be tried at all: of most characters that are missing no font has one.
    bool in_any_font(std::u32string_view characters) const {
        const std::scoped_lock lock(mutex_);
        if (!all_) {
            all_ = FcCharSetCreate();
            std::set<const FcCharSet*> merged;  // fontconfig shares equal sets
            for (const Entry& entry : entries_)
                if (entry.characters && merged.insert(entry.characters).second) FcCharSetMerge(all_, entry.characters, nullptr);
        }
        return std::ranges::all_of(characters, [&](char32_t c) { return is_ignorable(c) || FcCharSetHasChar(all_, c); });
    }

    /// All entries, nearest first; the order depends on what kind of characters these are, not on which.
    std::shared_ptr<const Order> ranked(std::u32string_view characters, const QString& lang, const FontChoice& like) const {
        const bool emoji = wants_emoji(characters), han = has_han_or_kana(characters);
        const QString key = lang + QChar(0) + like.family + QChar(0) + like.face + QChar(0) + QString::number(like.axes.value("wght", 0)) + QChar(0) +
                            QString::number(like.axes.value("wdth", 0)) + QChar(u'0' + 2 * emoji + han);
        const std::scoped_lock lock(mutex_);
        if (const auto known = orders_.find(key); known != orders_.end()) return known->second;
        if (orders_.size() >= most_orders) orders_.clear();
        return orders_[key] = rank(emoji, han, lang, like);
    }

    std::shared_ptr<const Order> rank(bool emoji, bool han, const QString& lang, const FontChoice& like) const {
        const auto own = by_name_.constFind(folded(like.family));
        const FaceTraits wanted = traits_wanted(like, own == by_name_.constEnd() ? nullptr : &entries_[own.value()]);
        const QByteArray language = lang.toLower().toLatin1();
        std::vector<std::pair<double, const Entry*>> found;
        for (const Entry& entry : entries_) {
            const double away = 1e6 * (entry.colour != emoji) + distance_from_default(entry.family, lang, han) +
                                (entry.speaks(language.constData()) ? 0 : 2'500) + distance(wanted, entry.traits) + 0.5 * entry.variable;
            found.emplace_back(away, &entry);
        }
        std::ranges::stable_sort(found, {}, &std::pair<double, const Entry*>::first);
        auto in_order = std::make_shared<Order>();
        for (const auto& [away, entry] : found) in_order->push_back(entry);
        return in_order;
    }

    /// Null also when the file has become unreadable or lacks what fontconfig's cache promises.
    std::shared_ptr<const Face> open_covering(const Entry& entry, std::u32string_view characters) const {
        auto face = open(entry, {});
        return face && std::ranges::all_of(characters, [&](char32_t c) { return is_ignorable(c) || face->covers(c); }) ? face : nullptr;
    }

    std::shared_ptr<const Face> open(const Entry& entry, const QMap<QString, double>& axes) const {
        QString key = QString::fromStdString(entry.file.string()) + QChar(0) + QString::number(entry.index);
        for (const auto& [tag, value] : axes.asKeyValueRange()) key += tag + QString::number(value);
        const std::scoped_lock lock(mutex_);
        if (const auto known = faces_.find(key); known != faces_.end()) return known->second;
        auto face = Face::open(entry.file, entry.index, axes);
        // Every place in a variable font's design space is a face: those that nobody sets in any more go.
        if (faces_.size() >= most_faces) std::erase_if(faces_, [](const auto& kept) { return kept.second.use_count() <= 1; });
        return faces_[key] = face ? *face : nullptr;
    }

    FcConfig* config_;
    std::vector<Entry> entries_;
    QMultiHash<QString, qsizetype> by_name_;
    mutable std::mutex mutex_;
    mutable std::map<QString, std::shared_ptr<const Face>> faces_, covering_;
    mutable std::map<QString, std::shared_ptr<const Order>> orders_;
    mutable FcCharSet* all_ = nullptr;  ///< what any font has; made when it is first asked for
};

}  // namespace

std::shared_ptr<FontSet> FontSet::system() {
    static const std::shared_ptr<FontSet> fonts = []() -> std::shared_ptr<FontSet> {
        FcConfig* config = FcInitLoadConfigAndFonts();
        std::vector<FcPattern*> patterns;
        for (FcSetName set : {FcSetSystem, FcSetApplication})
            if (FcFontSet* all = config ? FcConfigGetFonts(config, set) : nullptr) patterns.insert(patterns.end(), all->fonts, all->fonts + all->nfont);
        return std::make_shared<Catalogue>(config, patterns);
    }();
    return fonts;
}

Result<std::shared_ptr<FontSet>> FontSet::of_files(const std::vector<std::filesystem::path>& files) {
    FcFontSet* all = FcFontSetCreate();
    struct Closer {
        FcFontSet* set;
        ~Closer() { FcFontSetDestroy(set); }
    } closer{all};
    for (const auto& file : files) {
        if (auto face = Face::open(file, 0); !face) return pass_on(face);
        int faces = 0;
        if (FcFreeTypeQueryAll(reinterpret_cast<const FcChar8*>(file.c_str()), static_cast<unsigned>(-1), nullptr, &faces, all) == 0)
            return fail(ErrorKind::corrupt_file, "The font {} is damaged.", file.filename().string());
    }
    return std::make_shared<Catalogue>(nullptr, std::vector<FcPattern*>(all->fonts, all->fonts + all->nfont));
}

}  // namespace haibao::typeset

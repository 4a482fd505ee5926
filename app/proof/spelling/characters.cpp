// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "app/proof/spelling/spelling.h"

namespace haibao::spelling {
namespace {

constexpr std::size_t most_remarks = 200;

/// Simplified forms that are characters of traditional text in their own right (Unihan: kTraditionalVariant names the
/// character itself, too): 皇后, 公里, 茶几. They say nothing about which of the two a text is written in.
constexpr QStringView either_form = u"丑丰么乾了于云伙余佣借克党冬冲几出刮别制千升卜卷占厂厘参只台叶吁合吊同后周咸唇困回团坛布干广弦当征御志念恶愈愿戚扎折拓挂据摆斗旋昆朱术松板极果栗核梁棱欲毁汇沈沾注泛洒涂淀游漓熏熟爷玩症确秋种筑签系累纤绷群肮胡胜脏致舍范荐获蔑蒙蜡衔表裂谷赞郁里采钟镰闲雇霉面须饥饰麻";

struct Character {
    int begin = 0, end = 0;  ///< UTF-16
    char32_t code = 0;
    QChar::Script script = QChar::Script_Unknown;
};

std::vector<Character> characters_of(const QString& text) {
    std::vector<Character> list;
    for (qsizetype i = 0; i < text.size(); ++i) {
        Character c{int(i), int(i) + 1, text[i].unicode(), QChar::Script_Unknown};
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c.code = QChar::surrogateToUcs4(text[i], text[i + 1]);
            c.end = int(++i) + 1;
        }
        c.script = QChar::script(c.code);
        list.push_back(c);
    }
    return list;
}

QString plain(const icu::UnicodeString& text) { return QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length()); }

/// ICU's data, opened once.
class Data {
public:
    Data() {
        UErrorCode status = U_ZERO_ERROR;
        simplify_.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        traditional_.reset(icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
        spoof_.reset(uspoof_open(&status));
        compose_ = icu::Normalizer2::getNFKCInstance(status);
        good_ = U_SUCCESS(status) && simplify_ && traditional_ && spoof_ && compose_;
    }
    bool good() const { return good_; }
    QString simplified(char32_t c) const { return changed(*simplify_, c); }
    QString traditional(char32_t c) const { return changed(*traditional_, c); }
    QString composed(char32_t c) const {
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString text = compose_->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
        return U_SUCCESS(status) ? plain(text) : QString();
    }
    /// What stands for everything that looks alike (UTS #39).
    QString skeleton(char32_t c) const {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString out;
        uspoof_getSkeletonUnicodeString(spoof_.get(), 0, icu::UnicodeString(static_cast<UChar32>(c)), out, &status);
        return U_SUCCESS(status) ? plain(out) : QString();
    }

private:
    static QString changed(const icu::Transliterator& by, char32_t c) {
        icu::UnicodeString text(static_cast<UChar32>(c));
        by.transliterate(text);
        return plain(text);
    }
    struct Close {
        void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
    };
    std::unique_ptr<icu::Transliterator> simplify_, traditional_;
    std::unique_ptr<USpoofChecker, Close> spoof_;
    const icu::Normalizer2* compose_ = nullptr;
    bool good_ = false;
};

const Data& data() {
    thread_local const Data one;
    return one;
}

QString text_of(char32_t c) { return QString::fromUcs4(&c, 1); }

/// Characters of the form that the text mostly is not in.
void find_mixed_forms(const std::vector<Character>& characters, std::vector<Remark>& remarks) {
    struct Form {
        const Character* character;
        QString other;
        bool is_traditional;
    };
    std::vector<Form> forms;
    for (const Character& c : characters) {
        if (c.script != QChar::Script_Han || either_form.contains(QChar(char16_t(c.code)))) continue;
        const QString self = text_of(c.code), simplified = data().simplified(c.code), traditional = data().traditional(c.code);
        if (simplified != self && traditional == self) forms.push_back({&c, simplified, true});
        else if (traditional != self && simplified == self) forms.push_back({&c, traditional, false});
    }
    const auto traditional = std::ranges::count(forms, true, &Form::is_traditional);
    const auto simplified = std::ssize(forms) - traditional;
    if (traditional == 0 || simplified == 0) return;
    for (const Form& form : forms)
        if (form.is_traditional == (traditional <= simplified)) remarks.push_back({form.character->begin, form.character->end, Doubt::mixed_form, {form.other}});
}

bool is_kana(const Character& c) { return c.script == QChar::Script_Hiragana || c.script == QChar::Script_Katakana; }

std::optional<QString> usual_form(const std::vector<Character>& all, std::size_t i) {
    const Character& c = all[i];
    const auto beside = [&](auto is) { return (i > 0 && is(all[i - 1])) || (i + 1 < all.size() && is(all[i + 1])); };
    // Radicals and compatibility ideographs: another code, the same look.
    if (c.script == QChar::Script_Han) {
        const QString composed = data().composed(c.code);
        if (!composed.isEmpty() && composed != text_of(c.code) && QChar::script(composed.toUcs4().front()) == QChar::Script_Han) return composed;
        return std::nullopt;
    }
    const auto is_han = [](const Character& other) { return other.script == QChar::Script_Han; };
    const auto is_latin = [](const Character& other) { return other.script == QChar::Script_Latin; };
    const bool stroke = c.code == 0x30FC || c.script == QChar::Script_Katakana;  // ー ロ ニ エ カ
    if (stroke && beside(is_han) && !beside(is_kana)) {
        const QString same = data().skeleton(c.code);
        if (same.size() == 1 && same[0].script() == QChar::Script_Han) return same;
    }
    if ((c.script == QChar::Script_Cyrillic || c.script == QChar::Script_Greek) && beside(is_latin)) {
        const QString same = data().skeleton(c.code);
        if (same.size() == 1 && same[0].script() == QChar::Script_Latin) return same;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Remark> check_characters(const QString& text) {
    std::vector<Remark> remarks;
    if (!data().good() || std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x250; })) return remarks;
    const std::vector<Character> characters = characters_of(text);
    find_mixed_forms(characters, remarks);
    for (std::size_t i = 0; i < characters.size(); ++i)
        if (const auto usual = usual_form(characters, i)) remarks.push_back({characters[i].begin, characters[i].end, Doubt::look_alike, {*usual}});
    std::ranges::stable_sort(remarks, {}, &Remark::begin);
    if (remarks.size() > most_remarks) remarks.resize(most_remarks);
    return remarks;
}

}  // namespace haibao::spelling

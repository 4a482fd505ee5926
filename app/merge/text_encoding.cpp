// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <QList>
#include <algorithm>
#include <memory>
#include <string_view>

namespace haibao::merge {
namespace {

bool begins_with(std::span<const char> bytes, std::string_view mark) {
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
}

/// A table of characters sorted by use: those with lead bytes in the range are the usual ones.
struct UsualCharacters {
    UConverter* table;
    int first, last;

    bool has(const QString& character) const {
        char coded[8];
        UErrorCode status = U_ZERO_ERROR;
        const int count = ucnv_fromUChars(table, coded, sizeof coded, reinterpret_cast<const UChar*>(character.utf16()),
                                          static_cast<int>(character.size()), &status);
        const int lead = static_cast<unsigned char>(coded[0]);
        return U_SUCCESS(status) && count == 2 && lead >= first && lead <= last;
    }
};

UsualCharacters usual_characters(const char* encoding, int first, int last) {
    UErrorCode status = U_ZERO_ERROR;
    return {ucnv_open(encoding, &status), first, last};
}

/// Level 1 of GB 2312 and of Big5.
bool is_usual(char32_t c) {
    const bool kana = c >= 0x3040 && c < 0x3100, hangul = c >= 0xAC00 && c < 0xD7A4;
    const bool mark = (c >= 0x3000 && c < 0x3020) || (c >= 0xFF01 && c < 0xFF5F) || (c >= 0x2010 && c < 0x2030);
    if (kana || hangul || mark) return true;
    if (c < 0x4E00 || c >= 0xA000) return false;
    static thread_local const UsualCharacters simplified = usual_characters("GB2312", 0xB0, 0xD7), traditional = usual_characters("Big5", 0xA4, 0xC6);
    const QString character = QString::fromUcs4(&c, 1);
    return simplified.has(character) || traditional.has(character);
}

/// The share of characters that texts of today are made of: the detector alone takes a few words of one encoding for
/// another, in which they are rare characters. Negative when the bytes are impossible.
double plausibility(const std::string& encoding, std::span<const char> bytes) {
    auto decoder = TextDecoder::open(encoding);
    if (!decoder) return -1;
    auto text = decoder->decode(bytes, TextDecoder::More::yes);
    if (!text) return -1;
    int all = 0, usual = 0;
    for (const char32_t c : text->toUcs4())
        if (c >= 0x80) ++all, usual += is_usual(c);
    return all == 0 ? 1 : double(usual) / all;
}

}  // namespace

const std::vector<std::string>& text_encodings() {
    static const std::vector<std::string> names{"UTF-8",  "GB18030", "Big5",         "Shift_JIS",    "EUC-JP",
                                                "EUC-KR", "UTF-16LE", "UTF-16BE", "windows-1252", "windows-1251"};
    return names;
}

std::string detect_encoding(std::span<const char> beginning) {
    if (begins_with(beginning, "\xEF\xBB\xBF")) return "UTF-8";
    if (begins_with(beginning, "\xFF\xFE")) return "UTF-16LE";
    if (begins_with(beginning, "\xFE\xFF")) return "UTF-16BE";
    // Zeros in every other byte: Latin letters, digits, commas of UTF-16 without a mark.
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < beginning.size(); ++i) zeros[i % 2] += beginning[i] == 0;
    if (zeros[0] + zeros[1] > 0) return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    if (auto utf8 = TextDecoder::open("UTF-8"); utf8 && utf8->decode(beginning, TextDecoder::More::yes)) return "UTF-8";

    UErrorCode status = U_ZERO_ERROR;
    std::string best = "windows-1252";
    double best_score = 0;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    ucsdet_setText(detector.get(), beginning.data(), static_cast<int32_t>(beginning.size()), &status);
    int32_t count = 0;
    const UCharsetMatch** matches = U_SUCCESS(status) ? ucsdet_detectAll(detector.get(), &count, &status) : nullptr;
    for (const std::string& encoding : text_encodings()) {
        int confidence = encoding.starts_with("windows") ? 0 : 10;
        for (int32_t i = 0; i < count; ++i)
            if (encoding == ucsdet_getName(matches[i], &status)) confidence = std::max(confidence, static_cast<int>(ucsdet_getConfidence(matches[i], &status)));
        if (confidence == 0 || encoding.starts_with("UTF")) continue;
        const double likely = plausibility(encoding, beginning);
        if (const double score = likely * (50 + confidence); score > best_score) {
            best_score = score;
            best = encoding;
        }
    }
    return best;
}

void TextDecoder::Close::operator()(UConverter* converter) const { ucnv_close(converter); }

Result<TextDecoder> TextDecoder::open(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding.c_str(), &status);
    if (U_FAILURE(status) || encoding.empty()) {
        if (U_SUCCESS(status)) ucnv_close(converter);
        std::string names;
        for (const std::string& name : text_encodings()) names += (names.empty() ? "" : ", ") + name;
        return fail(ErrorKind::invalid_input, "There is no encoding {}; usual ones are {}.", encoding, names);
    }
    TextDecoder decoder(converter, encoding);
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return decoder;
}

Result<QString> TextDecoder::decode(std::span<const char> bytes, More more) {
    QString text;
    UChar buffer[4096];
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar* target = buffer;
        ucnv_toUnicode(converter_.get(), &target, buffer + std::size(buffer), &source, end, nullptr, more == More::no, &status);
        text.append(reinterpret_cast<const QChar*>(buffer), target - buffer);
    }
    if (U_FAILURE(status))
        return fail(ErrorKind::corrupt_file, "These bytes mean nothing in {}; name the table's encoding (GB18030, Big5, Shift_JIS, UTF-8…).", name_);
    if (!begun_ && !text.isEmpty()) {
        begun_ = true;
        if (text.front() == QChar(0xFEFF)) text.remove(0, 1);
    }
    return text;
}

}  // namespace haibao::merge

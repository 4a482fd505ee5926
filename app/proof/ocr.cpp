// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/ocr.h"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <clocale>
#include <map>
#include <string>

namespace haibao::proof {
namespace {

constexpr int most_side = 8192;

const char* data_of(Language language, Direction direction) {
    switch (language) {
        case Language::english: return "eng";
        case Language::portuguese: return "por";
        case Language::simplified: return direction == Direction::vertical ? "chi_sim_vert" : "chi_sim";
        case Language::traditional: return "chi_tra";
    }
    return "eng";
}

/// One character that was read.
struct Symbol {
    QString text;
    double confidence = 0;
    QRectF box;
    bool begins_word = false, begins_line = false;
};

std::vector<Symbol> symbols_of(tesseract::TessBaseAPI& reader) {
    std::vector<Symbol> symbols;
    const std::unique_ptr<tesseract::ResultIterator> at(reader.GetIterator());
    if (!at) return symbols;
    do {
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
        int left = 0, top = 0, right = 0, bottom = 0;
        if (!text || !at->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom)) continue;
        const QString said = QString::fromUtf8(text.get()).trimmed();
        if (said.isEmpty()) continue;
        symbols.push_back({said, at->Confidence(tesseract::RIL_SYMBOL), QRectF(QPointF(left, top), QPointF(right, bottom)),
                           at->IsAtBeginningOf(tesseract::RIL_WORD), at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)});
    } while (at->Next(tesseract::RIL_SYMBOL));
    return symbols;
}

bool is_han(const QString& text) { return !text.isEmpty() && text[0].script() == QChar::Script_Han; }

/// Tesseract puts word ends between Chinese characters as it likes: there only a gap counts.
bool begins_word(const Symbol& before, const Symbol& symbol, Direction direction) {
    const bool vertical = direction == Direction::vertical;
    const double gap = vertical ? symbol.box.top() - before.box.bottom() : symbol.box.left() - before.box.right();
    const double em = vertical ? std::max(before.box.width(), symbol.box.width()) : std::max(before.box.height(), symbol.box.height());
    if (gap > 0.9 * em) return true;
    return symbol.begins_word && !(is_han(before.text) && is_han(symbol.text));
}

std::vector<ReadLine> lines_of(const std::vector<Symbol>& symbols, Direction direction, Parts parts) {
    std::vector<ReadLine> lines;
    int count = 0;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const Symbol& symbol = symbols[i];
        if (i == 0 || symbol.begins_line) lines.emplace_back();
        if (lines.back().empty() || parts == Parts::characters || begins_word(symbols[i - 1], symbol, direction)) {
            lines.back().push_back({symbol.text, symbol.confidence, symbol.box});
            count = 1;
            continue;
        }
        Word& word = lines.back().back();
        word.text += symbol.text;
        word.confidence += (symbol.confidence - word.confidence) / ++count;
        word.box |= symbol.box;
    }
    return lines;
}

/// Tesseract starts four threads for products that take microseconds and lets them spin for each other: on a busy machine
/// that is a hundred times slower than one thread. While this lives, this thread's parallel regions have one.
class OneThread {
public:
    OneThread() : before_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
    ~OneThread() { omp_set_max_active_levels(before_); }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_;
};

}  // namespace

struct Ocr::Readers {
    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> of;

    Result<tesseract::TessBaseAPI*> find(Language language, Direction direction) {
        const std::string data = data_of(language, direction);
        auto& reader = of[data];
        if (reader) return reader.get();
        auto made = std::make_unique<tesseract::TessBaseAPI>();
        if (made->Init(nullptr, data.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
            return fail(ErrorKind::not_found, "Texts cannot be read: Tesseract's data for {} is missing. Install the packages tesseract-ocr-eng, -por, -chi-sim, -chi-sim-vert and -chi-tra.", data);
        made->SetVariable("debug_file", "/dev/null");
        reader = std::move(made);
        return reader.get();
    }
};

Ocr::Ocr() : readers_(std::make_unique<Readers>()) {}
Ocr::Ocr(Ocr&&) noexcept = default;
Ocr& Ocr::operator=(Ocr&&) noexcept = default;
Ocr::~Ocr() = default;

Result<std::vector<ReadLine>> Ocr::read(const QImage& grey, Language language, Direction direction, Lines lines, Parts parts) {
    if (grey.isNull() || grey.format() != QImage::Format_Grayscale8 || std::max(grey.width(), grey.height()) > most_side)
        return fail(ErrorKind::invalid_input, "A picture of {}×{} cannot be read for words.", grey.width(), grey.height());
    auto reader = readers_->find(language, direction);
    if (!reader) return pass_on(reader);
    (*reader)->SetPageSegMode(direction == Direction::vertical ? tesseract::PSM_SINGLE_BLOCK_VERT_TEXT : lines == Lines::one ? tesseract::PSM_RAW_LINE : tesseract::PSM_SINGLE_BLOCK);
    (*reader)->SetImage(grey.constBits(), grey.width(), grey.height(), 1, static_cast<int>(grey.bytesPerLine()));
    (*reader)->SetSourceResolution(300);
    const OneThread alone;
    if ((*reader)->Recognize(nullptr) != 0) return fail(ErrorKind::internal, "Tesseract could not read a part of the picture of {}×{} pixels.", grey.width(), grey.height());
    auto read = lines_of(symbols_of(**reader), direction, parts);
    (*reader)->Clear();
    return read;
}

}  // namespace haibao::proof

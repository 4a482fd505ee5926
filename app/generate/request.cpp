// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/request.h"

#include <QString>
#include <QStringDecoder>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace haibao::generate {
namespace {

constexpr double most_aspect = 4.0;
constexpr std::size_t most_prompt_bytes = 64 << 10;

int nearest_side(double side) {
    return std::clamp(static_cast<int>(std::lround(side / painted_side::unit)) * painted_side::unit, painted_side::least, painted_side::most);
}

std::optional<int> side_from(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

template <class T>
Result<void> check_range(const std::optional<T>& value, T least, T most, const char* what) {
    // Written so that NaN fails, too.
    if (!value || (*value >= least && *value <= most)) return {};
    return fail(ErrorKind::invalid_input, "{} must be from {} to {}, not {}.", what, least, most, *value);
}

}  // namespace

Result<Size> parse_size(std::string_view text) {
    for (const std::string_view cross : {"x", "X", "×", "*"}) {
        const auto at = text.find(cross);
        if (at == std::string_view::npos) continue;
        const auto width = side_from(text.substr(0, at)), height = side_from(text.substr(at + cross.size()));
        if (width && height) return Size{*width, *height};
    }
    return fail(ErrorKind::invalid_input, "“{}” is no size; write width x height in pixels, for example 1024x1024 or 768x1344.", text);
}

Size nearest_size(Size wanted, SourcesGiven sources) {
    Size size{nearest_side(wanted.width), nearest_side(wanted.height)};
    if (sources == SourcesGiven::yes) {
        // Both grids are multiples of 32, so the long side is cut to four times the short one exactly.
        size.width = std::min(size.width, static_cast<int>(size.height * most_aspect));
        size.height = std::min(size.height, static_cast<int>(size.width * most_aspect));
    }
    return size;
}

Result<void> check_size(Size size, SourcesGiven sources) {
    const Size nearest = nearest_size(size, sources);
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorKind::invalid_input, "A picture of {}x{} pixels cannot be painted: {}. The nearest size is {}x{}.", size.width,
                    size.height, why, nearest.width, nearest.height);
    };
    const auto [shorter, longer] = std::minmax(size.width, size.height);
    if (shorter < painted_side::least || longer > painted_side::most) return refuse("each side must be from 256 to 2048 pixels");
    if (size.width % painted_side::unit != 0 || size.height % painted_side::unit != 0) return refuse("each side must be a multiple of 32");
    if (sources == SourcesGiven::yes && longer > most_aspect * shorter)
        return refuse("with source pictures the long side may be at most four times the short one");
    return {};
}

Result<void> check(const Request& request) {
    if (request.prompt.empty()) return fail(ErrorKind::invalid_input, "The prompt is empty; say what the poster shall show.");
    if (request.width.has_value() != request.height.has_value())
        return fail(ErrorKind::invalid_input, "A size needs both width and height.");
    if (request.repaint && request.width)
        return fail(ErrorKind::invalid_input, "A repainted picture keeps the size of its base; leave the size out.");
    // A request of the queue has its pictures only while it runs; the engine looks at their sizes.
    if (request.repaint) {
        if (auto ok = check_range<int>(request.repaint->feather, 0, most_feather, "The feather"); !ok) return ok;
        if (auto ok = check_range<double>(request.repaint->strength, 0.01, 1, "The strength"); !ok) return ok;
    }
    if (request.width) {
        const auto sources = request.sources.empty() ? SourcesGiven::no : SourcesGiven::yes;
        if (auto size = check_size({*request.width, *request.height}, sources); !size) return size;
    }
    if (auto ok = check_range<int>(request.steps, 1, 200, "The number of steps"); !ok) return ok;
    if (auto ok = check_range<double>(request.guidance, 0, 50, "The guidance"); !ok) return ok;
    if (auto ok = check_range<double>(request.temperature, 0, 10, "The temperature"); !ok) return ok;
    if (auto ok = check_range<double>(request.top_p, 0.0001, 1, "top-p"); !ok) return ok;
    if (auto ok = check_range<int>(request.count, 1, 1000, "The number of pictures"); !ok) return ok;
    if (request.seed > std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(request.count))
        return fail(ErrorKind::invalid_input, "The seed {} is too large; use a smaller one.", request.seed);
    return {};
}

Result<std::string> clean_prompt(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.size() > most_prompt_bytes)
        return fail(ErrorKind::invalid_input, "The prompt has {} bytes; the limit is {}.", text.size(), most_prompt_bytes);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (decoder.hasError() || decoded.contains(QChar::Null))
        return fail(ErrorKind::invalid_input,
                    "The prompt is not UTF-8 text; save it as UTF-8 (a file in GB18030: iconv -f GB18030 -t UTF-8 FILE).");
    QString clean = decoded;
    clean.replace("\r\n", "\n").replace('\r', '\n');
    while (!clean.isEmpty() && clean.back().isSpace()) clean.chop(1);
    if (clean.isEmpty()) return fail(ErrorKind::invalid_input, "The prompt is empty; say what the poster shall show.");
    return clean.toStdString();
}

}  // namespace haibao::generate

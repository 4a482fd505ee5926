// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/file_export.h"

#include <QColor>
#include <QCryptographicHash>
#include <QFile>
#include <memory>
#include <optional>

#include "app/core/paths.h"
#include "app/export/rows.h"

namespace haibao {
namespace {

EncodeOptions encode_options(const Preset& preset, const PictureAbout& about, double dpi, const ExportTarget& target) {
    EncodeOptions options{.quality = preset.quality, .lossless = preset.lossless, .chroma = preset.chroma, .progressive = preset.progressive};
    if (preset.target_bytes > 0) options.target_bytes = static_cast<std::uint64_t>(preset.target_bytes);
    options.bits = preset.bits;
    options.packing = preset.packing;
    const QColor matte(preset.matte);
    options.matte = {static_cast<std::uint8_t>(matte.red()), static_cast<std::uint8_t>(matte.green()), static_cast<std::uint8_t>(matte.blue())};
    options.metadata = embed(about, preset.metadata, dpi);
    options.threads = target.threads;
    options.stop = target.stop;
    return options;
}

bool is_deep(PixelFormat format) { return format == PixelFormat::rgb16 || format == PixelFormat::rgba16; }
bool has_alpha(PixelFormat format) { return format == PixelFormat::rgba8 || format == PixelFormat::rgba16; }

Result<IccProfile> profile_of(const RasterInfo& info) {
    return info.icc.isEmpty() ? Result<IccProfile>(IccProfile::srgb()) : IccProfile::from_bytes(info.icc, "The picture's own profile");
}

/// Row sources stacked on each other; each is kept for those above it.
class Stack {
public:
    explicit Stack(RowSource& rows) : top_(&rows) {}
    RowSource& top() { return *top_; }
    template <class Rows, class... Arguments>
    Rows& put(Arguments&&... arguments) {
        auto rows = std::make_unique<Rows>(*top_, std::forward<Arguments>(arguments)...);
        Rows& made = *rows;
        top_ = rows.get();
        kept_.push_back(std::move(rows));
        return made;
    }

private:
    RowSource* top_;
    std::vector<std::unique_ptr<RowSource>> kept_;
};

/// What the transparent pixels were put on, when they had to be; null otherwise.
Result<const ReformattedRows*> to_profile(Stack& stack, Stack* black, const Preset& preset, const IccProfile& from, const IccProfile& to) {
    if (from == to) return nullptr;
    const bool cmyk = to.space() == ColourSpace::cmyk;
    const QColor matte(preset.matte);
    const std::array<std::uint8_t, 3> behind{static_cast<std::uint8_t>(matte.red()), static_cast<std::uint8_t>(matte.green()),
                                             static_cast<std::uint8_t>(matte.blue())};
    PixelFormat in = stack.top().info().format;
    if (in == PixelFormat::gray8 && from.space() == ColourSpace::rgb) in = PixelFormat::rgb8;
    if (cmyk && in != PixelFormat::cmyk8) in = PixelFormat::rgb8;
    PixelFormat out = cmyk ? PixelFormat::cmyk8 : in == PixelFormat::cmyk8 || in == PixelFormat::gray8 ? PixelFormat::rgb8 : in;
    auto conversion = PixelConversion::create(from, in, to, out, preset.conversion);
    if (!conversion) return pass_on(conversion);
    const ReformattedRows& held = stack.put<ReformattedRows>(in, behind);
    if (cmyk && black) {
        black->put<ReformattedRows>(in, behind);
        stack.put<KeyBlackRows>(black->top(), *conversion, to);
    } else {
        stack.put<ConvertedRows>(*conversion, to);
    }
    return &held;
}

void note_ink(const InkStatistics& ink, ExportedFile& result) {
    result.most_ink_percent = ink.most_percent;
    if (ink.above == 0) return;
    const double part = 100.0 * static_cast<double>(ink.above) / static_cast<double>(ink.pixels);
    result.findings.push_back({{},
                               QStringLiteral("ink-limit"),
                               QStringLiteral("%1 % of the pixels need more than %2 % ink together, at most %3 %; ask the print shop, or choose lighter colours.")
                                   .arg(part, 0, 'g', 2)
                                   .arg(ink.limit_percent)
                                   .arg(ink.most_percent)});
}

}  // namespace

Result<std::string> file_sha256(const std::filesystem::path& path) {
    QFile file(paths::to_qt(path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(file.exists() ? ErrorKind::io : ErrorKind::not_found, "{} cannot be read.", path.string());
    return hash.result().toHex().toStdString();
}

Result<void> commit_file(AtomicFile& file, const ExportTarget& target, ExportedFile& result) {
    auto sha256 = file_sha256(file.temporary());
    if (!sha256) return pass_on(sha256);
    std::error_code ignored;
    result.sha256 = *sha256;
    result.bytes = std::filesystem::file_size(file.temporary(), ignored);
    result.file = target.file;
    if (target.ready)
        if (auto noted = target.ready(result); !noted) return noted;
    auto name = file.commit(target.if_exists);
    if (!name) return pass_on(name);
    result.file = *name;
    return {};
}

Result<void> check_rows(QSize size, const Preset& preset) {
    const FileFormat* format = find_format(preset.format.toStdString());
    if (!format) return check(preset);
    RasterInfo info{size.width(), size.height(), PixelFormat::rgb8, 72, {}};
    if (!preset.profile.isEmpty()) {
        const auto profile = IccProfile::find(preset.profile.toStdString());
        if (!profile) return std::unexpected(profile.error());
        if (profile->space() == ColourSpace::cmyk) info.format = PixelFormat::cmyk8;
        else if (profile->space() != ColourSpace::rgb)
            return fail(ErrorKind::invalid_input, "The profile “{}” is neither for RGB nor for CMYK; choose another one.", profile->name());
    }
    return check_encodable(info, *format, encode_options(preset, {}, 72, {}));
}

Result<ExportedFile> write_rows(RowSource& rows, RowSource* black, const Preset& preset, const PictureAbout& about, const ExportTarget& target,
                                const Surround& surround) {
    const FileFormat* format = find_format(preset.format.toStdString());
    if (!format) return fail(ErrorKind::invalid_input, "There is no format “{}” for pixels.", preset.format.toStdString());
    const RasterInfo in = rows.info();
    auto from = profile_of(in);
    if (!from) return pass_on(from);
    auto to = preset.profile.isEmpty() ? from : IccProfile::find(preset.profile.toStdString());
    if (!to) return pass_on(to);
    Stack stack(rows);
    std::optional<Stack> black_stack;
    if (black) black_stack.emplace(*black);
    // Depth is there before colours are converted, so that the conversion has all of it.
    if (preset.bits > 8 && format->deep && !is_deep(in.format) && *from != *to && in.format != PixelFormat::cmyk8 && to->space() == ColourSpace::rgb)
        stack.put<ReformattedRows>(has_alpha(in.format) ? PixelFormat::rgba16 : PixelFormat::rgb16);
    const auto held = to_profile(stack, black_stack ? &*black_stack : nullptr, preset, *from, *to);
    if (!held) return std::unexpected(held.error());
    const InkMeter* ink = nullptr;
    if (stack.top().info().format == PixelFormat::cmyk8)
        ink = &stack.put<InkMeter>(preset.ink_limit_percent > 0 ? preset.ink_limit_percent : 400);
    const std::unique_ptr<RowSource> around = surround ? surround(stack.top()) : nullptr;
    RowSource& top = around ? *around : stack.top();

    ExportedFile result;
    result.format = format->name;
    result.width = top.info().width;
    result.height = top.info().height;
    result.dpi = in.dpi;
    auto file = AtomicFile::create(target.file);
    if (!file) return pass_on(file);
    FileSink sink(*file);
    auto report = encode(top, *format, encode_options(preset, about, in.dpi, target), sink);
    if (!report) return pass_on(report);
    if (auto flushed = sink.flush(); !flushed) return pass_on(flushed);
    result.quality = report->quality;
    if (report->flattened || (*held && (*held)->flattened()))
        result.findings.push_back({{}, QStringLiteral("flattened-alpha"),
                                   QStringLiteral("%1 cannot be transparent here: what was stands on %2.").arg(QString::fromStdString(result.format), preset.matte)});
    if (ink) note_ink(ink->statistics(), result);
    if (auto done = commit_file(*file, target, result); !done) return pass_on(done);
    return result;
}

}  // namespace haibao

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_export.h"

#include <QColorSpace>
#include <QImageReader>
#include <algorithm>
#include <cstring>

#include "app/core/large_pictures.h"
#include "app/core/paths.h"
#include "app/export/picture_metadata.h"
#include "app/export/resample.h"
#include "app/export/rows.h"

namespace haibao {
namespace {

std::unexpected<Error> unreadable(QImageReader& reader, const std::filesystem::path& file) {
    const std::string name = file.string();
    switch (reader.error()) {
        case QImageReader::FileNotFoundError: return fail(ErrorKind::not_found, "{} is not there (any more).", name);
        case QImageReader::DeviceError: return fail(ErrorKind::io, "{} cannot be read; is it yours to read?", name);
        case QImageReader::UnsupportedFormatError:
            return fail(ErrorKind::corrupt_file, "{} is no picture that can be read: PNG, JPEG, WebP, AVIF and TIFF can.", name);
        default: return fail(ErrorKind::corrupt_file, "{} is damaged: {}.", name, reader.errorString().toStdString());
    }
}

/// What QImageReader would wait for (a pipe), or say of it that it is not there (a folder, a name that is no UTF-8).
Result<void> can_be_opened(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (!std::filesystem::exists(status)) return fail(ErrorKind::not_found, "{} is not there (any more).", file.string());
    if (!std::filesystem::is_regular_file(status)) return fail(ErrorKind::io, "{} is not a file.", file.string());
    if (paths::from_qt(paths::to_qt(file)) != file) return fail(ErrorKind::invalid_input, "The name of {} is not UTF-8; give the file another name.", file.string());
    return {};
}

}  // namespace

Result<QSize> picture_file_size(const std::filesystem::path& file) {
    if (auto can = can_be_opened(file); !can) return pass_on(can);
    QImageReader reader(paths::to_qt(file));
    reader.setDecideFormatFromContent(true);
    QSize size = reader.size();
    if (!size.isValid()) {
        if (!reader.canRead()) return unreadable(reader, file);
        return fail(ErrorKind::corrupt_file, "{} does not say how large it is.", file.string());
    }
    if (reader.transformation() & QImageIOHandler::TransformationRotate90) size.transpose();
    return size;
}

Result<PictureFile> read_picture_file(const std::filesystem::path& file, std::int64_t most_pixels) {
    if (auto can = can_be_opened(file); !can) return pass_on(can);
    allow_large_pictures();
    QImageReader reader(paths::to_qt(file));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && static_cast<std::int64_t>(size.width()) * size.height() > most_pixels)
        return fail(ErrorKind::out_of_memory, "{} has {}×{} pixels, more than can be held here.", file.string(), size.width(), size.height());
    PictureFile picture;
    if (reader.format() == "png") picture = read_picture_texts(file);
    if (!reader.read(&picture.image)) return unreadable(reader, file);
    QColorSpace space = picture.image.colorSpace();
    const bool gray = picture.image.format() == QImage::Format_Grayscale8;
    if (picture.image.format() == QImage::Format_CMYK8888 || (space.colorModel() == QColorSpace::ColorModel::Gray && !gray)) {
        // What rows have no form for becomes sRGB at once.
        picture.image = space.isValid() ? picture.image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb), QImage::Format_RGB32)
                                        : picture.image.convertToFormat(QImage::Format_RGB32);
        space = QColorSpace(QColorSpace::SRgb);
    }
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) picture.icc = space.iccProfile();
    if (picture.image.dotsPerMeterX() > 0) picture.dpi = std::clamp(std::round(picture.image.dotsPerMeterX() * 0.0254 * 100) / 100, 1.0, 10'000.0);
    return picture;
}

PictureFile read_picture_texts(const std::filesystem::path& file) {
    PictureFile picture;
    const auto info = read_png_info(file);
    if (!info) return picture;
    for (const PngText& text : info->texts) {
        if (text.keyword == "parameters") picture.about.parameters = text.text;
        else if (text.keyword == "haibao") picture.about.record = text.text;
        else if (text.keyword == "Title") picture.about.title = text.text;
        else if (text.keyword == "Author") picture.about.creator = text.text;
        else if (text.keyword == "Copyright") picture.about.rights = text.text;
        else if (text.keyword == "Description") picture.about.description = text.text;
    }
    if (!picture.about.parameters.empty()) picture.about.source = DigitalSource::trained_model;
    if (const auto record = record_of(*info, file.filename().string())) {
        picture.prompt = QString::fromStdString(record->prompt);
        if (!record->titles.empty()) picture.title = QString::fromStdString(record->titles.front().text);
        picture.seed = record->seed;
        picture.model = QString::fromStdString(record->model_name);
        picture.about.source = DigitalSource::trained_model;
    }
    return picture;
}

Result<void> OverlaidRows::read(std::span<std::uint8_t> rows) {
    if (auto read = below_.read(rows); !read) return read;
    const PixelFormat format = info().format;
    const bool deep = format == PixelFormat::rgb16 || format == PixelFormat::rgba16;
    const bool alpha = format == PixelFormat::rgba8 || format == PixelFormat::rgba16;
    const auto step = static_cast<std::size_t>(bytes_per_pixel(format));
    const std::size_t pixels = rows.size() / step, width = deep ? 2 : 1;
    over_.resize(pixels * 4);
    if (auto read = above_.read(over_); !read) return read;
    const std::uint32_t most = deep ? 65535 : 255;
    const auto get = [&](const std::uint8_t* at) {
        std::uint16_t value = *at;
        if (deep) std::memcpy(&value, at, 2);
        return static_cast<std::uint64_t>(value);
    };
    const auto put = [&](std::uint8_t* at, std::uint64_t value) {
        const auto narrow = static_cast<std::uint16_t>(value);
        if (deep) std::memcpy(at, &narrow, 2);
        else *at = static_cast<std::uint8_t>(value);
    };
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t* over = over_.data() + 4 * i;
        if (over[3] == 0) continue;
        std::uint8_t* at = rows.data() + step * i;
        // Alpha is straight: what was more transparent counts less in the colour that results.
        const std::uint64_t above = std::uint64_t{over[3]} * most, below = (255u - over[3]) * (alpha ? get(at + 3 * width) : most), both = above + below;
        const auto mix = [&](std::uint8_t* part, std::uint32_t colour) { put(part, (colour * most / 255 * above + get(part) * below + both / 2) / both); };
        if (format == PixelFormat::gray8) mix(at, (over[0] * 54u + over[1] * 183u + over[2] * 19u) / 256);
        else
            for (std::size_t c = 0; c < 3; ++c) mix(at + c * width, over[c]);
        if (alpha) put(at + 3 * width, (both + 127) / 255);
    }
    return {};
}

Result<void> check_kind(const Preset& preset) {
    if (preset.is_pdf()) return fail(ErrorKind::invalid_input, "A picture alone does not become a PDF; put it on a poster, or choose another preset.");
    return {};
}

Result<ExportedFile> export_picture(const PictureFile& picture, const Preset& preset, const ExportTarget& target, const MakeOverlay& overlay) {
    if (auto possible = check_kind(preset); !possible) return pass_on(possible);
    auto plan = plan_size(picture.image.size(), picture.dpi, preset.size);
    if (!plan) return pass_on(plan);
    if (auto possible = check_rows(plan->cut, preset); !possible) return pass_on(possible);
    std::vector<std::unique_ptr<RowSource>> kept;
    kept.push_back(std::make_unique<ImageRows>(picture.image, picture.icc, plan->dpi));
    const auto top = [&]() -> RowSource& { return *kept.back(); };
    if (plan->scaled != picture.image.size())
        kept.push_back(std::make_unique<ResizedRows>(top(), plan->scaled, preset.size.linear ? Light::linear : Light::as_stored));
    if (plan->cut != plan->scaled) kept.push_back(std::make_unique<CroppedRows>(top(), plan->cut));
    std::unique_ptr<RowSource> above;
    if (overlay) {
        auto made = overlay(plan->cut);
        if (!made) return pass_on(made);
        above = std::move(*made);
        kept.push_back(std::make_unique<OverlaidRows>(top(), *above));
    }
    return write_rows(top(), nullptr, preset, picture.about, target);
}

}  // namespace haibao

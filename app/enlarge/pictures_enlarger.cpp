// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/pictures_enlarger.h"

#include <QBuffer>
#include <algorithm>

#include "app/export/picture_metadata.h"
#include "app/export/png.h"
#include "app/export/resample.h"
#include "app/export/rows.h"
#include "app/gallery/embedded_texts.h"
#include "app/render/pictures.h"
#include "inference/base/sha256.h"

namespace haibao::enlarge {
namespace {

std::span<const std::uint8_t> raw(const document::EmbeddedPicture& picture) {
    return {reinterpret_cast<const std::uint8_t*>(picture.bytes.constData()), static_cast<std::size_t>(picture.bytes.size())};
}

ExportSize fitting(QSize size) { return {.mode = SizeMode::pixels, .width = double(size.width()), .height = double(size.height())}; }

document::EmbeddedPicture png_of(std::span<const std::uint8_t> bytes, const QString& name) {
    return {QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())), QStringLiteral("image/png"), name};
}

/// All rows as a PNG with these texts. `rows`: rgb8.
Result<document::EmbeddedPicture> encoded(RowSource& rows, const std::vector<PngText>& texts, const QString& name) {
    auto bytes = read_all(rows);
    if (!bytes) return pass_on(bytes);
    auto png = encode_png({rows.info().width, rows.info().height, std::move(*bytes)}, texts);
    if (!png) return pass_on(png);
    return png_of(*png, name);
}

}  // namespace

PicturesEnlarger::PicturesEnlarger(std::vector<PictureTask> tasks, std::optional<ByModel> by, generate::WorkerOptions worker)
    : tasks_(std::move(tasks)), by_(std::move(by)), worker_(std::move(worker)) {}

PicturesEnlarger::~PicturesEnlarger() = default;

void PicturesEnlarger::start() { QMetaObject::invokeMethod(this, &PicturesEnlarger::next, Qt::QueuedConnection); }

void PicturesEnlarger::cancel() {
    stop_.request_stop();
    QMetaObject::invokeMethod(this, [this] {
        if (model_) model_->painter().cancel();
    });
}

void PicturesEnlarger::next() {
    const std::size_t at = larger_.size();
    if (stop_.stop_requested()) return end(Error{ErrorKind::cancelled, "Stopped.", {}});
    if (at == tasks_.size()) return end({});
    const PictureTask& task = tasks_[at];
    auto decoded = render::decode_picture(task.picture);
    if (!decoded) return end(decoded.error());
    if (by_) {
        if (auto begun = begin_model(task, *decoded->image); !begun) return end(begun.error());
        return;
    }
    emit progressed(static_cast<int>(at), 0, 0, double(at) / double(tasks_.size()));
    auto larger = by_lanczos(task, *decoded->image);
    if (!larger) return end(larger.error());
    larger_.push_back(std::move(*larger));
    start();  // so that a cancel is heard
}

Result<document::EmbeddedPicture> PicturesEnlarger::by_lanczos(const PictureTask& task, const QImage& image) const {
    auto plan = plan_size(image.size(), 72, fitting(task.size));
    if (!plan) return pass_on(plan);
    ImageRows rows(image);
    ResizedRows resized(rows, plan->scaled);
    const RasterInfo& info = resized.info();
    if (info.format == PixelFormat::rgb8) return encoded(resized, gallery::embedded_texts(raw(task.picture)), task.picture.name);
    const QImage::Format format = info.format == PixelFormat::gray8 ? QImage::Format_Grayscale8 : info.format == PixelFormat::rgba8 ? QImage::Format_RGBA8888 : QImage::Format_Invalid;
    if (format == QImage::Format_Invalid) return fail(ErrorKind::unsupported, "{} has more than 8 bits; enlarge its file with haibao-cli enlarge.", task.picture.name.toStdString());
    auto bytes = read_all(resized);
    if (!bytes) return pass_on(bytes);
    document::EmbeddedPicture made{{}, QStringLiteral("image/png"), task.picture.name};
    QBuffer buffer(&made.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!QImage(bytes->data(), info.width, info.height, info.width * bytes_per_pixel(info.format), format).save(&buffer, "PNG"))
        return fail(ErrorKind::out_of_memory, "Memory ran out while {} was enlarged; close other programs.", task.picture.name.toStdString());
    return made;
}

Result<void> PicturesEnlarger::begin_model(const PictureTask& task, const QImage& image) {
    SourceOf source{.image = image, .icc = {}, .dpi = 72, .sha256 = sha256(std::as_bytes(raw(task.picture))), .prompt = {}};
    PngInfo said;
    said.texts = gallery::embedded_texts(raw(task.picture));
    if (const auto record = record_of(said, {})) source.prompt = record->prompt;
    auto made = ModelEnlarger::create(std::move(source), fitting(task.size), *by_, worker_);
    if (!made) return pass_on(made);
    model_ = std::move(*made);
    connect(&model_->painter(), &TilePainter::progressed, this, [this](int done, double fraction) {
        emit progressed(static_cast<int>(larger_.size()), done, model_->painter().tiles(), (double(larger_.size()) + fraction) / double(tasks_.size()));
    });
    connect(&model_->painter(), &TilePainter::failed, this, &PicturesEnlarger::end, Qt::QueuedConnection);
    connect(&model_->painter(), &TilePainter::finished, this, &PicturesEnlarger::model_finished, Qt::QueuedConnection);
    model_->painter().start();
    return {};
}

void PicturesEnlarger::model_finished() {
    const document::EmbeddedPicture& picture = tasks_[larger_.size()].picture;
    std::vector<PngText> texts = gallery::embedded_texts(raw(picture));
    auto own = std::ranges::find(texts, "haibao", &PngText::keyword);
    if (own == texts.end()) own = texts.insert(texts.end(), {"haibao", {}});
    own->text = record_with(own->text, model_->record());
    const auto rows = model_->rows();
    auto larger = encoded(*rows, texts, picture.name);
    if (!larger) return end(larger.error());
    larger_.push_back(std::move(*larger));
    model_->forget_tiles();
    model_.reset();
    next();
}

void PicturesEnlarger::end(const std::optional<Error>& error) {
    model_.reset();
    if (error) emit failed(*error);
    else emit finished(larger_);
}

}  // namespace haibao::enlarge

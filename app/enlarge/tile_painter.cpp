// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/tile_painter.h"

#include <QImage>
#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "app/core/atomic_file.h"
#include "app/core/paths.h"
#include "app/export/png.h"
#include "app/placement/roles.h"
#include "inference/base/sha256.h"
#include "inference/weights/model_folder.h"
#include "inference/worker/protocol.h"

namespace haibao::enlarge {
namespace fs = std::filesystem;
namespace {

fs::path all_tiles() { return paths::cache() / "enlarge"; }

Result<Image> read_tile(const fs::path& file) {
    const QImage picture = QImage(paths::to_qt(file)).convertToFormat(QImage::Format_RGB888);
    if (picture.isNull()) return fail(ErrorKind::corrupt_file, "A finished tile of the picture, {}, cannot be read any more; start again.", file.filename().string());
    Image image{picture.width(), picture.height(), {}};
    for (int y = 0; y < picture.height(); ++y) image.rgb.insert(image.rgb.end(), picture.constScanLine(y), picture.constScanLine(y) + 3 * std::ptrdiff_t{picture.width()});
    return image;
}

}  // namespace

Result<int> refining_steps(const fs::path& model) {
    constexpr int enough = 12;
    auto opened = ModelFolder::open(model);
    if (!opened) return pass_on(opened);
    return std::max(opened->defaults().steps, enough);
}

Result<fs::path> tiles_folder(const std::string& source, QSize size, const Refinement& refinement) {
    auto model = ModelFolder::open(refinement.model);
    if (!model) return pass_on(model);
    auto identity = model->identity();
    if (!identity) return pass_on(identity);
    nlohmann::json all{{"source", source}, {"width", size.width()}, {"height", size.height()}, {"model", *identity}, {"prompt", refinement.prompt},
                       {"strength", refinement.strength}, {"seed", refinement.seed}, {"tile", {refinement.tile.width(), refinement.tile.height()}},
                       {"overlap", refinement.overlap}, {"precision", protocol::to_string(refinement.options.precision)}, {"version", HAIBAO_VERSION}};
    if (refinement.steps) all["steps"] = *refinement.steps;
    const std::string text = all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return all_tiles() / sha256(std::as_bytes(std::span(text))).substr(0, 24);
}

Result<FileLock> lock_tiles(const fs::path& folder) {
    // Beside the folder: a lock in it would go with it.
    auto lock = FileLock::try_take(folder.string() + ".lock");
    if (!lock) return pass_on(lock);
    if (!*lock) return fail(ErrorKind::io, "This picture is being enlarged to this size by another process just now. Wait until it has finished, or stop it.");
    return std::move(**lock);
}

void forget_old_tiles() {
    std::error_code ignored;
    const auto limit = fs::file_time_type::clock::now() - std::chrono::days(14);
    for (const auto& entry : fs::directory_iterator(all_tiles(), ignored))
        if (fs::last_write_time(entry.path(), ignored) < limit) fs::remove_all(entry.path(), ignored);
}

TilePainter::TilePainter(RowSource& enlarged, Refinement refinement, fs::path folder, generate::WorkerOptions worker)
    : refinement_(std::move(refinement)),
      grid_({enlarged.info().width, enlarged.info().height}, refinement_.tile, refinement_.overlap),
      info_(enlarged.info()),
      cutter_(enlarged),
      folder_(std::move(folder)),
      runner_(std::move(worker), refinement_.pace_file) {
    refinement_.prompt = placement::without_texts(refinement_.prompt);
    if (refinement_.prompt.find_first_not_of(" \t\r\n") == std::string::npos) refinement_.prompt = "a poster";
    connect(&runner_, &generate::JobRunner::progressed, this, [this](const generate::JobProgress& progress) {
        const double part = progress.now.stage == Stage::painting ? 0.2 + 0.6 * progress.fraction : progress.now.stage == Stage::finishing ? 0.8 + 0.2 * progress.fraction : 0;
        emit progressed(index_, (index_ + part) / grid_.count());
    });
    connect(&runner_, &generate::JobRunner::picture_finished, this, &TilePainter::keep);
    connect(&runner_, &generate::JobRunner::failed, this, [this](const Error& error) { end(error_.value_or(error)); });
    connect(&runner_, &generate::JobRunner::finished, this, [this] {
        if (error_) return end(*error_);
        ++index_;
        next();
    });
}

void TilePainter::start() { QMetaObject::invokeMethod(this, &TilePainter::next, Qt::QueuedConnection); }

void TilePainter::cancel() {
    cancelled_ = true;
    if (runner_.busy()) runner_.cancel();
}

fs::path TilePainter::file_of(int index) const { return folder_ / std::format("tile-{}.png", index); }

void TilePainter::next() {
    for (; index_ < grid_.count(); ++index_)
        if (auto kept = read_tile(file_of(index_)); !kept || kept->width != grid_.across.tile() || kept->height != grid_.down.tile()) break;
    emit progressed(index_, double(index_) / grid_.count());
    if (cancelled_) return end(Error{ErrorKind::cancelled, "Stopped.", {}});
    if (index_ == grid_.count()) return end({});
    auto base = cutter_.cut(grid_.at(index_));
    if (!base) return end(base.error());
    base_ = std::move(*base);
    const std::size_t pixels = static_cast<std::size_t>(base_.width) * static_cast<std::size_t>(base_.height);
    generate::Request request;
    request.prompt = refinement_.prompt;
    request.repaint = generate::RepaintPicture{{base_, {}}, {{base_.width, base_.height, std::vector<std::uint8_t>(pixels, 255)}, {}}, 0, refinement_.strength};
    request.steps = refinement_.steps;
    request.seed = refinement_.seed + static_cast<std::uint64_t>(index_);
    request.model = refinement_.model;
    request.text_mode = generate::TextMode::none;
    request.options = refinement_.options;
    runner_.start(std::move(request));
}

void TilePainter::keep(const generate::FinishedPicture& picture) {
    auto png = encode_png(tied(picture.image, base_), {});
    auto written = png ? write_file(file_of(index_), *png, IfExists::overwrite) : pass_on(png);
    if (!written) error_ = written.error();
    else if (!refinement_.pace_key.empty()) remember_pace(picture.record.timings);
}

/// A tile's times replace those of the one before, but the model is loaded once.
void TilePainter::remember_pace(std::vector<StageSeconds> timings) {
    const auto loading = std::ranges::find(timings, Stage::loading, &StageSeconds::stage);
    if (loading == timings.end()) {
        if (loading_) timings.push_back(*loading_);
    } else if (!loading_) {
        loading_ = *loading;
    }
    generate::PaceBook(refinement_.pace_file).remember(refinement_.pace_key, refinement_.tile_shape, timings);
}

void TilePainter::end(std::optional<Error> error) {
    base_ = {};
    if (error) emit failed(*error);
    else emit finished();
}

std::unique_ptr<RowSource> TilePainter::rows() const {
    return std::make_unique<BlendedRows>(grid_, info_, [folder = folder_](int index) { return read_tile(folder / std::format("tile-{}.png", index)); });
}

}  // namespace haibao::enlarge

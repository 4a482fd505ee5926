// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enlarge/model_enlarger.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/export/resample.h"
#include "app/export/rows.h"
#include "app/generate/pace.h"
#include "inference/weights/model_folder.h"

namespace haibao::enlarge {
namespace {

/// A side that the model can paint, no longer than the picture needs; not too long for the other one either.
int tile_side(int length, int most) {
    const int whole = (length + painted_side::unit - 1) / painted_side::unit * painted_side::unit;
    return std::clamp(whole, std::max(painted_side::least, most / 4), most);
}

QSize tile_of(QSize picture, int most) { return {tile_side(picture.width(), most), tile_side(picture.height(), most)}; }

/// What the picture, the size and the model decide.
struct Task {
    PlannedSize plan;
    std::string identity, name;
    double guidance = 1;
    int steps = 1;
    QSize tile;
};

Result<Task> task_of(QSize picture, double dpi, const ExportSize& size, const ByModel& by) {
    if (by.tile < painted_side::least || by.tile > painted_side::most || by.tile % painted_side::unit != 0)  // a record may say anything
        return fail(ErrorKind::invalid_input, "A tile of {} pixels cannot be painted: its side is a multiple of 32 from 256 to 2048.", by.tile);
    auto plan = plan_size(picture, dpi, size);
    if (!plan) return pass_on(plan);
    auto model = ModelFolder::open(by.model);
    auto identity = model ? model->identity() : pass_on(model);
    if (!identity) return pass_on(identity);
    auto steps = !by.steps ? refining_steps(by.model) : Result<int>(*by.steps);
    if (!steps) return pass_on(steps);
    return Task{*plan, *identity, model->defaults().name, model->defaults().guidance, *steps, tile_of(plan->cut, by.tile)};
}

/// Refining composes nothing and takes the last steps alone.
generate::JobShape tile_shape(const Task& task, double strength) {
    const int late_steps = std::max(1, static_cast<int>(std::lround(strength * task.steps)));
    return {double(task.tile.width()) * task.tile.height() / 1e6, late_steps, task.guidance > 1 ? 2 : 1, 1};
}

std::string picture_pace_key(const Task& task, const ByModel& by) { return generate::pace_key(task.identity, by.options.device, by.options.precision, Speed::exact); }
/// A tile's time is another: its picture is encoded first, and a few steps of many are painted.
std::string tile_pace_key(const Task& task, const ByModel& by) { return picture_pace_key(task, by) + " tile"; }

double of(const generate::StageTimes& times, Stage stage) { return times[static_cast<std::size_t>(stage)]; }

}  // namespace

Result<ExpectedWork> expected_work(QSize picture, const ExportSize& size, const ByModel& by) {
    auto task = task_of(picture, 72, size, by);
    if (!task) return pass_on(task);
    ExpectedWork work{TileGrid(task->plan.cut, task->tile, usual_overlap).count(), 0};
    const generate::PaceBook paces(by.pace_file);
    const generate::JobShape shape = tile_shape(*task, by.strength);
    const auto tile = paces.expect(tile_pace_key(*task, by), shape), whole = paces.expect(picture_pace_key(*task, by), shape);
    if (of(tile, Stage::painting) > 0) {
        const double loading = of(tile, Stage::loading);  // the first one has it
        work.seconds = loading + work.tiles * (std::accumulate(tile.begin(), tile.end(), 0.0) - loading);
    } else if (of(whole, Stage::painting) > 0) {  // encoding the tile costs about what decoding it does
        work.seconds = work.tiles * (of(whole, Stage::painting) + 2 * of(whole, Stage::finishing));
    }
    return work;
}

Result<std::unique_ptr<ModelEnlarger>> ModelEnlarger::create(SourceOf source, const ExportSize& size, const ByModel& by, generate::WorkerOptions worker) {
    auto task = task_of(source.image.size(), source.dpi, size, by);
    if (!task) return pass_on(task);
    const auto& plan = task->plan;
    Refinement refinement{by.model, by.options, by.prompt.empty() ? source.prompt : by.prompt, by.strength, task->steps, by.seed,
                          task->tile, usual_overlap, tile_pace_key(*task, by), tile_shape(*task, by.strength), by.pace_file};
    forget_old_tiles();
    auto folder = tiles_folder(source.sha256, plan.cut, refinement);
    auto lock = folder ? lock_tiles(*folder) : pass_on(folder);
    if (!lock) return pass_on(lock);
    std::unique_ptr<ModelEnlarger> made(new ModelEnlarger);
    made->folder_ = *folder;
    made->lock_.emplace(std::move(*lock));
    made->size_ = plan.cut;
    made->record_ = {source.sha256, refinement.prompt, task->name, task->identity, static_cast<int>(size.width), static_cast<int>(size.height),
                     size.fit == SizeFit::fill, by.strength, task->steps, by.seed, by.tile};
    auto& kept = made->kept_;
    kept.push_back(std::make_unique<ImageRows>(std::move(source.image), source.icc, plan.dpi));
    kept.push_back(std::make_unique<ReformattedRows>(*kept.back(), PixelFormat::rgb8));
    kept.push_back(std::make_unique<ResizedRows>(*kept.back(), plan.scaled));
    kept.push_back(std::make_unique<CroppedRows>(*kept.back(), plan.cut));
    made->painter_ = std::make_unique<TilePainter>(*kept.back(), std::move(refinement), *folder, std::move(worker));
    return made;
}

void ModelEnlarger::forget_tiles() const {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string record_with(const std::string& record, const generate::EnlargeRecord& enlarged) {
    nlohmann::json json = nlohmann::json::parse(record, nullptr, false);
    // Also one of a later version, which is not understood here, stays.
    const auto format = json.is_object() ? json.find("format") : json.end();
    const bool ours = json.is_object() && format != json.end() && format->is_string() && format->get_ref<const std::string&>().starts_with("haibao.generation/");
    if (!ours) {
        generate::Record own;
        own.prompt = enlarged.prompt;
        own.width = enlarged.width, own.height = enlarged.height;
        own.text_mode = generate::TextMode::none;
        own.version = HAIBAO_VERSION;
        json = generate::to_json(own);
    }
    json["enlarged"] = generate::to_json(enlarged);
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace haibao::enlarge

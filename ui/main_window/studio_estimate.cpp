// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a poster would take: time, memory, and whether the model reads all of its prompt.
#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "app/core/machine.h"
#include "app/core/paths.h"
#include "app/generate/pace.h"
#include "app/generate/prompt_length.h"
#include "inference/weights/inspect.h"
#include "inference/weights/model_folder.h"
#include "ui/main_window/studio.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"

namespace haibao::ui {

const Studio::KnownModel* Studio::known_model(const QString& name) const {
    if (known_model_ && known_model_->name == name) return &*known_model_;
    known_model_.reset();
    auto folder = paths::find_model(name.toStdString());
    auto opened = folder ? ModelFolder::open(*folder) : pass_on(folder);
    auto identity = opened ? opened->identity() : pass_on(opened);
    if (!identity) return nullptr;
    return &known_model_.emplace(name, *identity, opened->defaults());
}

Studio::Estimate Studio::estimate(const Draft& draft, const QString& model, const QString& device) {
    const double all = expected_time(draft, model, device, draft.count), one = draft.count == 1 ? all : expected_time(draft, model, device, 1);
    QStringList parts{all > 0 ? tr("about %1").arg(human_duration(all)) : tr("the first picture shows how long it takes here")};
    Estimate estimate;
    if (one > 0) estimate.each = tr("about %1 a poster").arg(human_duration(one));
    const auto need = memory_need(model, draft.painted);
    const bool main_memory = device == "auto" || device == "cpu";
    if (const quint64 free = free_memory(); need && *need > 0 && main_memory && free > 0) {
        estimate.fits = *need < free;
        parts << (estimate.fits ? tr("fits: %1 of %2 free") : tr("⚠ may not fit: needs %1, %2 are free. Close other programs or paint “quick”."))
                     .arg(human_size(*need), human_size(free));
    } else if (need && *need > 0) {
        parts << tr("needs %1").arg(human_size(*need));
    }
    estimate.words = parts.join(" · ");
    estimate.too_long = length_words(draft, model);
    return estimate;
}

QString Studio::length_words(const Draft& draft, const QString& model) {
    constexpr qsizetype surely_read = 500;  // characters; no model reads less beside a picture
    if (draft.prompt.size() <= surely_read) return {};
    const Measured asked{draft.prompt, model, draft.painted, {}};
    if (measured_ && measured_->of_same(asked)) return measured_->words;
    measured_ = asked;
    in_background(this, [asked]() -> QString {
        auto folder = paths::find_model(asked.model.toStdString());
        auto opened = folder ? ModelFolder::open(*folder) : pass_on(folder);
        if (!opened) return {};
        auto length = generate::measure_prompt(*opened, asked.prompt.toStdString(), {asked.painted.width(), asked.painted.height()});
        if (!length) return words_of(length.error());
        if (length->fits()) return {};
        return tr("This model reads %L1 tokens beside a picture of this size, and the prompt has %L2: it is too long by about %L3 %. Shorten it.")
            .arg(length->most - length->picture).arg(length->prompt).arg(100 - 100 * (length->most - length->picture) / length->prompt);
    }, [this, asked](const QString& words) {
        if (!measured_ || !measured_->of_same(asked)) return;
        measured_->words = words;
        if (!words.isEmpty()) emit estimate_changed();
    });
    return {};
}

std::optional<quint64> Studio::memory_need(const QString& model, QSize painted) {
    if (memory_need_ && memory_need_->model == model && memory_need_->painted == painted) return memory_need_->bytes;
    memory_need_ = MemoryNeed{model, painted, {}};
    QThreadPool::globalInstance()->start([self = QPointer<Studio>(this), model, painted] {
        quint64 most = 0;
        auto folder = paths::find_model(model.toStdString());
        auto report = folder ? describe_model(*folder, painted.width(), painted.height()) : pass_on(folder);
        if (report)
            for (const StageMemory& stage : report->stages) most = std::max<quint64>(most, stage.weights + stage.working);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, model, painted, most] {
            if (!self || !self->memory_need_ || self->memory_need_->model != model || self->memory_need_->painted != painted) return;
            self->memory_need_->bytes = most;
            emit self->estimate_changed();
        });
    });
    return {};
}

double Studio::expected_time(const Draft& draft, const QString& model, const QString& device, int pictures) const {
    const KnownModel* known = known_model(model);
    if (!known) return 0;
    const ModelDefaults& defaults = known->defaults;
    generate::JobShape shape;
    shape.megapixels = double(draft.painted.width()) * draft.painted.height() / 1e6;
    shape.steps = draft.steps.value_or(defaults.steps);
    shape.passes = draft.guidance.value_or(defaults.guidance) > 1 ? 2 : 1;
    shape.pictures = pictures;
    const std::string key = generate::pace_key(known->identity, device.toStdString(), Precision::fast, draft.speed);
    double seconds = 0;
    for (const double stage : generate::PaceBook(paths::cache() / "pace.json").expect(key, shape)) seconds += stage;
    return seconds;
}

}  // namespace haibao::ui

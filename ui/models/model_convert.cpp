// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_convert.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "inference/base/system_reason.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

fs::path part_of(fs::path target) { return target += ".part"; }

}  // namespace

ModelConvert::ModelConvert(fs::path folder, QWidget* parent) : ModelDialog(std::move(folder), tr("Convert a model"), tr("Convert"), parent) {
    resize(520, 280);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(heading(paths::to_qt(folder_.filename()), 1.3));
    auto* why = new QLabel(tr("Fewer bits for each weight: the model takes less memory and paints a little differently. The one there is stays as it is."));
    why->setWordWrap(true);
    why->setForegroundRole(roles::faint_text);
    layout->addWidget(why);
    types_ = new QComboBox;
    types_->setAccessibleName(tr("How many bits"));
    const struct {
        ModelType type;
        QString words;
    } entries[] = {{ModelType::q8_0, tr("Half the memory, hardly a difference")},
                   {ModelType::q6_k, tr("Between a half and a third")},
                   {ModelType::mixed, tr("About a third, with more bits where errors show most")},
                   {ModelType::q4_k, tr("Little more than a quarter, the smallest")},
                   {ModelType::q4_0, tr("The same in a simple form, for devices that take no other")},
                   {ModelType::bf16, tr("As many bits as now, in one file")}};
    for (const auto& entry : entries)
        types_->addItem(QString("%1 · %2").arg(entry.words, QLatin1StringView(model_type_words[std::size_t(entry.type)])), int(entry.type));
    layout->addWidget(types_);
    layout->addWidget(verdict_);
    layout->addWidget(use_);
    add_bottom(*layout);
    connect(types_, &QComboBox::currentIndexChanged, this, &ModelConvert::plan);
    plan();
}

ModelType ModelConvert::type() const { return ModelType(types_->currentData().toInt()); }

fs::path ModelConvert::target() const {
    const std::string word = QString(QLatin1StringView(model_type_words[std::size_t(type())])).toLower().toStdString();
    return paths::models() / (fs::absolute(folder_ / "").parent_path().filename().string() + "-" + word + ".gguf");
}

/// In the background: the headers of a large model take a while.
void ModelConvert::plan() {
    start_->setEnabled(false);
    say(tr("Looking into the folder…"), true);
    in_background(
        this,
        [folder = folder_, type = type()]() -> Result<ConversionPlan> {
            auto model = ModelFolder::open(folder);
            return model ? plan_conversion(*model, type) : pass_on(model);
        },
        [this, type = type()](const Result<ConversionPlan>& plan) { show_plan(type, plan); });
}

void ModelConvert::show_plan(ModelType type, const Result<ConversionPlan>& plan) {
    if (type != this->type() || at_work()) return;  // another one was chosen meanwhile
    if (!plan) return say(words_of(plan.error()), false);
    const QString name = paths::to_qt(target().filename());
    std::error_code ignored;
    if (fs::exists(target(), ignored)) return say(tr("There is a model called %1 already; remove that one first.").arg(name), false);
    const quint64 bytes = plan->layout.bytes;
    const bool begun = fs::exists(part_of(target()), ignored);
    const quint64 written = begun ? quint64(fs::file_size(part_of(target()), ignored)) : 0;
    if (const auto free = room_for_models(); free && *free + written < bytes)
        return say(tr("%1 are needed in Haibao's folder for models, %2 are free.").arg(human_size(bytes), human_size(*free)), false);
    say(begun ? tr("Becomes %1, %2. An earlier run has begun it; it goes on there.").arg(name, human_size(bytes)) : tr("Becomes %1, %2.").arg(name, human_size(bytes)), true);
    start_->setEnabled(true);
}

void ModelConvert::start() {
    begin_work();
    types_->setEnabled(false);
    in_background(
        this,
        [folder = folder_, target = target(), type = type(), stop = stop_token(), post = Post(this), this]() -> Result<ConversionPlan> {
            std::error_code error;
            fs::create_directories(target.parent_path(), error);
            if (error) return fail(ErrorKind::io, "The folder for models cannot be made: {}.", system_reason(error));
            int shown = -1;
            return convert_model(folder, target, type, [&](const ConversionProgress& progress) {
                const int now = place_of(progress.done, progress.total);
                if (now != std::exchange(shown, now)) post([this, progress] { show_progress(progress); });
                return !stop.stop_requested();
            });
        },
        [this](const Result<ConversionPlan>& done) { finish(done); });
}

void ModelConvert::show_progress(const ConversionProgress& progress) {
    progress_->setValue(place_of(progress.done, progress.total));
    say(tr("Converting: %1 of %2").arg(human_size(progress.done), human_size(progress.total)), true);
}

void ModelConvert::finish(const Result<ConversionPlan>& done) {
    end_work();
    types_->setEnabled(true);
    if (!done) {
        const bool stopped = done.error().kind == ErrorKind::cancelled;
        return say(stopped ? tr("Stopped. What was written stays; Convert goes on from there.") : words_of(done.error()), false);
    }
    start_->setEnabled(false);
    say(tr("Done: %1, %2.").arg(paths::to_qt(target().filename()), human_size(done->layout.bytes)), true);
    emit added(paths::to_qt(target().filename()), use_->isChecked());
}

}  // namespace haibao::ui

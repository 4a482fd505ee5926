// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the model paints: asked for here, put on the poster when it comes.
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>

#include "app/core/paths.h"
#include "inference/weights/model_folder.h"
#include "ui/canvas/layer_actions.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/make_poster.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/queue/result_strip.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

/// Of a job's first picture; null where the strip does not show it.
const Tile* first_tile_of(const StripModel& strip, qint64 job) {
    for (int row = 0; row < strip.rowCount(); ++row)
        if (const Tile* tile = strip.tile(strip.index(row)); tile && tile->job == job && tile->picture == 0) return tile;
    return nullptr;
}

}  // namespace

void CreatePage::generate() {
    Draft draft = prompt_->draft();
    if (const QString why = studio_->estimate(draft, model_, device_).too_long; !why.isEmpty()) return prompt_->set_warning(why);
    auto job = studio_->generate(draft, model_, device_);
    if (!job) return prompt_->set_problem(words_of(job.error()));
    PosterSession* target = poster_for(draft);
    asked_[qint64(*job)] = {std::move(draft), target};
    keep_asked();
    prompt_->set_running(true);
}

namespace {

bool writes(const std::vector<document::Layer>& layers, const QString& words) {
    return std::ranges::any_of(layers, [&words](const document::Layer& layer) {
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content)) return writes(group->layers, words);
        const auto* text = std::get_if<document::TextLayer>(&layer.content);
        return text && text->text.text.simplified() == words.simplified();
    });
}

/// Whether the words of a prompt are a poster's, as they were set or as they have become since.
bool bears_words(const document::Poster& poster, const Draft& draft) {
    const QString made_with = poster.info.generation["prompt"].toString();
    return std::ranges::all_of(draft.texts, [&](const QuotedText& text) {
        return text.lettering == Lettering::painted || made_with.contains(text.text) || writes(poster.layers, text.text);
    });
}

}  // namespace

PosterSession* CreatePage::poster_for(const Draft& draft) {
    PosterSession* front = session();
    if (front && (front->poster().layers.empty() || (!front->is_untouched_example() && bears_words(front->poster(), draft)))) return front;
    new_poster(draft.page);
    return session();
}

/// The queue keeps copies of base and mask, so that files of ours need not stay.
void CreatePage::repaint_region(document::LayerId layer, const QImage& mask) {
    const document::Layer* now = session()->poster().find(layer);
    const auto* picture = now ? std::get_if<document::PictureLayer>(&now->content) : nullptr;
    if (!picture) return;
    const QTemporaryDir folder;
    QFile base(folder.filePath("base"));
    const QByteArray bytes = session()->poster().pictures.value(picture->picture).bytes;
    const bool written = folder.isValid() && base.open(QIODevice::WriteOnly) && base.write(bytes) == bytes.size() && mask.save(folder.filePath("mask.png"));
    base.close();
    if (!written) return prompt_->set_problem(tr("The region could not be handed over: there is no room for temporary files."));
    const Draft draft = prompt_->draft();
    auto job = studio_->generate(draft, model_, device_, generate::RepaintFiles{paths::from_qt(base.fileName()), paths::from_qt(folder.filePath("mask.png"))});
    if (!job) return prompt_->set_problem(words_of(job.error()));
    repaints_.insert(qint64(*job), {session(), layer});
    keep_asked();
    prompt_->set_running(true);
}

/// In place of the picture that it was made from; frame, crop and the rest stay.
bool CreatePage::use_repainted(const Tile& tile, const QByteArray& bytes, PosterSession* target) {
    const auto [of, layer] = repaints_.value(tile.job);
    if (!of || of != target) return false;
    const document::Layer* now = target->poster().find(layer);
    if (!now || !std::holds_alternative<document::PictureLayer>(now->content)) return false;
    target->change(lasting(this, QT_TR_NOOP("Repaint region")), [&](document::Poster& poster) {
        const QString key = poster.add_picture(bytes, "image/png", QFileInfo(tile.file).fileName());
        std::get<document::PictureLayer>(poster.find(layer)->content).picture = key;
        poster.info.generation = generation_record(bytes);
    });
    return true;
}

void CreatePage::use_library(const QString& folder) {
    prompt_->set_problem({});  // that it had gone
    if (std::exchange(library_, folder) == folder) return;
    asked_.clear();  // another library counts its jobs anew
    repaints_.clear();
    unclaimed_.clear();
    for (AskedFor& asked : read_asked(library_))
        if (const Tile* tile = first_tile_of(*studio_->strip(), asked.job)) unclaimed_.push_back({std::move(asked), tile->state == TileState::done});
    claim_asked();
}

void CreatePage::keep_asked() {
    if (library_.isEmpty()) return;
    std::vector<AskedFor> all;
    for (const Unclaimed& one : unclaimed_) all.push_back(one.asked);
    for (const auto& [job, asked] : asked_)
        if (const Tile* tile = first_tile_of(*studio_->strip(), job); asked.session && asked.session->poster().layers.empty() && tile && tile->state != TileState::done)
            all.push_back({job, asked.session->file(), document::LayerId::none, asked.draft.prompt, asked.draft.texts});
    for (auto repaint = repaints_.cbegin(); repaint != repaints_.cend(); ++repaint)
        if (repaint->session) all.push_back({repaint.key(), repaint->session->file(), repaint->layer, {}, {}});
    if (auto written = write_asked(library_, all); !written) emit said(words_of(written.error()));
}

void CreatePage::claim_asked() {
    for (std::size_t i = 0; i < unclaimed_.size();) {
        const Unclaimed one = unclaimed_[i];
        PosterSession* session = session_of(one.asked.poster);
        if (!session) {
            ++i;
            continue;
        }
        unclaimed_.erase(unclaimed_.begin() + std::ptrdiff_t(i));
        const bool repaints = one.asked.repaints != document::LayerId::none;
        if (asked_.contains(one.asked.job) || repaints_.contains(one.asked.job) || (!repaints && !session->poster().layers.empty())) continue;
        if (repaints) {
            repaints_.insert(one.asked.job, {session, one.asked.repaints});
        } else {
            Draft draft;
            draft.prompt = one.asked.prompt;
            draft.texts = one.asked.texts;
            draft.page = session->poster().page;
            asked_[one.asked.job] = {std::move(draft), session};
        }
        // Painted before the poster was there to take it. Whether a region that was over by then was used nobody knows.
        const Tile* tile = first_tile_of(*studio_->strip(), one.asked.job);
        if (tile && tile->state == TileState::done && !(repaints && one.over)) picture_ready(Tile(*tile));
    }
}

/// The first picture that was asked for on a blank poster becomes that poster, with its words set; later ones wait in the strip.
void CreatePage::picture_ready(const Tile& tile) {
    if (canvas()) canvas()->show_ground_preview({});
    if (const auto repaint = repaints_.constFind(tile.job); repaint != repaints_.cend()) return use_picture(tile, repaint->session);
    const auto asked = asked_.find(tile.job);
    if (asked == asked_.end() || tile.picture != 0) return;
    if (!asked->second.session && sessions_.empty()) {
        new_poster(asked->second.draft.page);
        asked->second.session = session();
    }
    PosterSession* target = asked->second.session;
    if (target && target->poster().layers.empty()) use_picture(tile, target);
}

void CreatePage::use_picture(const Tile& tile, PosterSession* target) {
    if (!target) return;
    const QByteArray bytes = read_whole(tile.file);
    if (bytes.isEmpty()) return emit said(tr("%1 is not there any more.").arg(tile.file));
    if (use_repainted(tile, bytes, target)) return;
    const auto asked = asked_.find(tile.job);
    const Draft draft = asked == asked_.end() ? Draft() : asked->second.draft;
    if (target->is_untouched_example()) {
        new_poster(asked == asked_.end() ? prompt_->draft().page : draft.page);
        target = session();
        if (!target) return;
    }
    const QJsonObject record = generation_record(bytes);
    place_words(target, {bytes, "image/png", QFileInfo(tile.file).fileName()}, record["prompt"].toString(draft.prompt), draft.texts);
}

void CreatePage::set_model(const QString& name) {
    model_ = name;
    if (auto folder = paths::find_model(name.toStdString()))
        if (auto model = ModelFolder::open(*folder)) {
            QStringList words;
            for (const std::string& word : model->defaults().vocabulary) words << QString::fromStdString(word);
            prompt_->set_suggestions(words);
            prompt_->set_model_defaults(model->defaults().steps, model->defaults().guidance);
            prompt_->set_lettering_default(model->defaults().text_mode == "paint" ? Lettering::painted : Lettering::live);
        }
    update_estimate();
}

void CreatePage::update_estimate() {
    const Draft draft = prompt_->draft();
    const Studio::Estimate estimate = studio_->estimate(draft, model_, device_);
    const QString several = draft.count > 1 ? tr("%n pictures", nullptr, draft.count) + " · " : QString();
    prompt_->set_estimate(several + tr("paints %1 × %2").arg(draft.painted.width()).arg(draft.painted.height()) + " · " + estimate.words, estimate.fits);
    prompt_->set_warning(estimate.too_long);
    emit pace_changed(estimate.each);
}

}  // namespace haibao::ui

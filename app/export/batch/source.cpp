// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/batch/source.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "app/core/paths.h"
#include "app/export/picture_export.h"
#include "app/export/poster_export.h"
#include "app/export/poster_input.h"
#include "app/generate/record.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// What an item costs beside its pixels.
constexpr std::uint64_t small_change = 8u << 20;

std::optional<NameValue> text_or_nothing(const QString& text) { return text.isEmpty() ? std::nullopt : std::optional<NameValue>(text); }

std::optional<NameValue> common_value(const fs::path& file, const QString& token) {
    if (token == "doc") return paths::to_qt(file.stem());
    if (token != "hash8") return std::nullopt;
    const auto sha256 = file_sha256(file);
    return sha256 ? std::optional<NameValue>(QString::fromStdString(sha256->substr(0, 8))) : std::nullopt;
}

class PictureSource : public ExportSource {
public:
    PictureSource(fs::path file, std::shared_ptr<const typeset::FontSet> fonts, KnownPicture known)
        : file_(std::move(file)), fonts_(std::move(fonts)), known_(std::move(known)) {}
    const fs::path& file() const override { return file_; }

    std::optional<NameValue> value(const QString& token, const QString&) const override {
        const bool of_record = token == "prompt" || token == "title" || token == "seed" || token == "model";
        if (!of_record) return common_value(file_, token);
        const std::scoped_lock lock(mutex_);
        read_known();
        if (token == "prompt") return text_or_nothing(known_.prompt);
        if (token == "title") return text_or_nothing(known_.title);
        if (token == "model") return text_or_nothing(known_.model);
        return known_.seed ? std::optional<NameValue>(static_cast<qint64>(*known_.seed)) : std::nullopt;
    }

    Result<PlannedSize> plan(const Preset& preset) const override {
        auto size = picture_file_size(file_);
        if (!size) return pass_on(size);
        return plan_size(*size, preset.size.dpi > 0 ? preset.size.dpi : 72, preset.size);
    }

    Result<void> check(const Preset& preset) const override { return check_kind(preset); }

    std::uint64_t memory(const Preset& preset) const override {
        const auto size = picture_file_size(file_);
        const auto planned = plan(preset);
        if (!size || !planned) return small_change;
        const auto pixels = [](QSize s) { return static_cast<std::uint64_t>(s.width()) * static_cast<std::uint64_t>(s.height()); };
        // Decoded with 4 bytes, converted to 3; some encoders want the whole picture once or twice more.
        const bool whole = preset.format == "webp" || preset.format == "avif" || preset.target_bytes > 0;
        return small_change + pixels(*size) * 7 + pixels(planned->cut) * (whole ? 10 : 0);
    }

    Result<ExportedFile> export_to(const Preset& preset, const ExportTarget& target) const override {
        const auto picture = read_picture_file(file_);
        if (!picture) return std::unexpected(picture.error());
        const auto overlay = picture_watermark(preset.watermark, *fonts_);
        if (!overlay) return std::unexpected(overlay.error());
        return export_picture(*picture, preset, target, *overlay);
    }

private:
    /// The record in a PNG, once; only names that use it need it.
    void read_known() const {
        if (std::exchange(asked_, true) || !known_.prompt.isEmpty()) return;
        const PictureFile told = read_picture_texts(file_);
        known_ = {told.prompt, told.title, told.model, told.seed};
    }

    fs::path file_;
    std::shared_ptr<const typeset::FontSet> fonts_;
    mutable std::mutex mutex_;
    mutable KnownPicture known_;
    mutable bool asked_ = false;
};

class PosterSource : public ExportSource {
public:
    PosterSource(fs::path file, std::shared_ptr<const typeset::FontSet> fonts) : file_(std::move(file)), fonts_(std::move(fonts)) {}
    const fs::path& file() const override { return file_; }

    std::optional<NameValue> value(const QString& token, const QString& argument) const override {
        if (auto common = common_value(file_, token)) return common;
        const auto& poster = sketch();
        if (!poster) return std::nullopt;
        if (token == "title") return text_or_nothing(poster->info.title);
        if (token == "prompt") return text_or_nothing(poster->info.generation.value("prompt").toString());
        if (token == "layer") return layer_text(poster->layers, argument);
        return std::nullopt;
    }

    Result<PlannedSize> plan(const Preset& preset) const override {
        const auto& poster = sketch();
        if (!poster) return std::unexpected(poster.error());
        const auto size = plan_poster(poster->page, preset);
        if (!size) return std::unexpected(size.error());
        return PlannedSize{.scaled = size->pixels, .cut = size->pixels, .dpi = size->dpi};
    }

    std::uint64_t memory(const Preset& preset) const override {
        const auto planned = plan(preset);
        if (!planned) return small_change;
        // Pages are painted in bands; layouts, placed pictures and effects are what is large.
        return 8 * small_change + static_cast<std::uint64_t>(planned->cut.width()) * 256 * 16;
    }

    Result<ExportedFile> export_to(const Preset& preset, const ExportTarget& target) const override {
        const auto poster = open_poster(file_);
        if (!poster) return std::unexpected(poster.error());
        return export_poster(*poster, *fonts_, preset, target);
    }

private:
    static std::optional<NameValue> layer_text(const std::vector<document::Layer>& layers, const QString& name) {
        for (const document::Layer& layer : layers) {
            const auto* text = std::get_if<document::TextLayer>(&layer.content);
            if (text && layer.name == name) return text_or_nothing(text->text.text.simplified());
            if (const auto* group = std::get_if<document::GroupLayer>(&layer.content))
                if (auto found = layer_text(group->layers, name)) return found;
        }
        return std::nullopt;
    }

    /// The poster without its pictures, read once: for its size and the values in names.
    const Result<document::Poster>& sketch() const {
        const std::scoped_lock lock(mutex_);
        if (!sketch_) {
            sketch_ = open_poster(file_);
            if (*sketch_) (*sketch_)->pictures.clear();
        }
        return *sketch_;
    }

    fs::path file_;
    std::shared_ptr<const typeset::FontSet> fonts_;
    mutable std::mutex mutex_;
    mutable std::optional<Result<document::Poster>> sketch_;
};

}  // namespace

std::shared_ptr<ExportSource> picture_source(fs::path file, std::shared_ptr<const typeset::FontSet> fonts, KnownPicture known) {
    return std::make_shared<PictureSource>(std::move(file), std::move(fonts), std::move(known));
}

std::shared_ptr<ExportSource> poster_source(fs::path file, std::shared_ptr<const typeset::FontSet> fonts) {
    return std::make_shared<PosterSource>(std::move(file), std::move(fonts));
}

std::shared_ptr<ExportSource> source_of(fs::path file, std::shared_ptr<const typeset::FontSet> fonts) {
    const bool poster = file.extension() == ".haibao" || file.extension() == ".json";
    return poster ? poster_source(std::move(file), std::move(fonts)) : picture_source(std::move(file), std::move(fonts));
}

}  // namespace haibao

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/job.h"

#include <algorithm>
#include <utility>

#include "inference/models/vision_tokenizer.h"
#include "inference/pipeline/philox.h"
#include "inference/picture/preprocess.h"
#include "inference/picture/resize.h"
#include "inference/text/byt5.h"
#include "inference/text/quotes.h"

namespace haibao {

Result<GenerationResult> Job::run() {
    GenerationResult result{.pictures = {},
                            .timings = {},
                            .width = settings_.width,
                            .height = settings_.height,
                            .steps = settings_.steps,
                            .guidance = settings_.guidance,
                            .temperature = settings_.temperature,
                            .top_p = settings_.top_p};
    if (const auto& repaint = request_.repaint) {
        const Image& picture = repaint->base;
        result.width = picture.width;
        result.height = picture.height;
        base_ = {.picture = resize_lanczos(picture, settings_.width, settings_.height),
                 .soft = feathered(repaint->mask, repaint->feather),
                 .latent = {},
                 .anew = {}};
        base_->anew = cell_means(base_->soft, settings_.width / 8, settings_.height / 8);
    }
    if (!request_.sources.empty())
        if (auto read = timed(Stage::reading_sources, [&] { return read_sources(); }); !read) return pass_on(read);

    auto tokens = request_.visual_tokens.empty() ? grids_of_pictures() : request_.visual_tokens;
    if (!tokens) return pass_on(tokens);
    auto grids = std::move(*tokens);
    observer_.composed(grids);

    if (auto ready = timed(Stage::painting, [&] { return prepare_painting(); }); !ready) return pass_on(ready);
    for (int index = 0; index < request_.count; ++index) {
        auto& ids = grids[static_cast<std::size_t>(index)];
        auto latent = timed(Stage::painting, [&] { return paint_picture(index, ids); });
        if (!latent) return pass_on(latent);
        auto image = timed(Stage::finishing, [&] { return finish(index, *latent); });
        if (!image) return pass_on(image);
        result.pictures.push_back({std::move(*image), request_.seed + static_cast<std::uint64_t>(index), std::move(ids)});
    }
    result.timings = std::move(timings_);
    return result;
}

void Job::note(Stage stage, double seconds) {
    const auto known = std::ranges::find(timings_, stage, &StageSeconds::stage);
    if (known == timings_.end())
        timings_.push_back({stage, seconds});
    else
        known->seconds += seconds;
}

/// The visual tokens of all pictures of the job, one large grid each.
Result<std::vector<std::vector<std::int32_t>>> Job::grids_of_pictures() {
    if (refines()) {
        // Nothing is to be composed: all pictures show what the base shows.
        auto ids = timed(Stage::reading_sources, [&] { return read_base({{settings_.grid_rows(), settings_.grid_columns()}}); });
        if (!ids) return pass_on(ids);
        return std::vector<std::vector<std::int32_t>>(static_cast<std::size_t>(request_.count), *ids);
    }
    auto wanted = composition();
    if (!wanted) return pass_on(wanted);
    if (base_) {
        auto kept = timed(Stage::reading_sources, [&] { return read_base(wanted->grids); });
        if (!kept) return pass_on(kept);
        wanted->kept = std::move(*kept);
    }
    return timed(Stage::composing, [&] { return compose_grids(*wanted); });
}

Result<void> Job::read_sources() {
    const int total = static_cast<int>(request_.sources.size());
    auto tokenizer = networks_.vision_tokenizer();
    if (!tokenizer) return pass_on(tokenizer);
    for (int i = 0; i < total; ++i) {
        observer_.progress({Stage::reading_sources, 0, i, total});
        auto source = tokenize(run_, **tokenizer, networks_.vision_preprocessor(),
                               request_.sources[static_cast<std::size_t>(i)]);
        if (!source) return pass_on(source);
        sources_.push_back(std::move(*source));
    }
    networks_.done_with(Component::vision_language_encoder);
    return {};
}

Result<CompositionRequest> Job::composition() const {
    std::vector<Grid> source_grids;
    std::vector<std::int32_t> source_ids;
    for (const TokenizedPicture& source : sources_) {
        source_grids.push_back(source.grid);
        source_ids.insert(source_ids.end(), source.ids.begin(), source.ids.end());
    }
    auto prompt = networks_.prompts().build(request_.prompt, settings_.height, settings_.width, source_grids);
    if (!prompt) return pass_on(prompt);
    // The n-th placeholder of the prompt stands for the n-th visual token of the sources.
    std::size_t next = 0;
    for (std::int32_t& id : prompt->ids)
        if (id == networks_.prompts().tokens().image.id && next < source_ids.size()) id = source_ids[next++];

    CompositionRequest request{.prompt = std::move(prompt->ids),
                               .sources = std::move(source_grids),
                               .grids = {},
                               .sampling = {.temperature = settings_.temperature,
                                            .top_k = 0,
                                            .top_p = settings_.top_p,
                                            .allowed_ids = networks_.codes()},
                               .seeds = {}};
    if (prompt->preview.count()) request.grids.push_back(prompt->preview);
    request.grids.push_back(prompt->large);
    for (int i = 0; i < request_.count; ++i) request.seeds.push_back(request_.seed + static_cast<std::uint64_t>(i));
    return request;
}

Result<std::vector<std::vector<std::int32_t>>> Job::compose_grids(const CompositionRequest& request) {
    observer_.progress({Stage::loading, 0, 0, 1});
    auto model = networks_.language_model();
    if (!model) return pass_on(model);
    auto grids = compose(run_, **model, request, [&](int done, int total) {
        observer_.progress({Stage::composing, 0, done, total});
    });
    networks_.done_with(Component::vision_language_encoder);
    return grids;
}

/// What the base shows in each of the grids; open where it is made anew, unless it is only refined. The preview has all of
/// the base around the mask, so that the tokens above know what stands below.
Result<std::vector<std::int32_t>> Job::read_base(const std::vector<Grid>& grids) {
    auto tokenizer = networks_.vision_tokenizer();
    if (!tokenizer) return pass_on(tokenizer);
    std::vector<std::int32_t> kept;
    for (int i = 0; const Grid& grid : grids) {
        observer_.progress({Stage::reading_sources, 0, i++, static_cast<int>(grids.size())});
        auto ids = tokenize_as(run_, **tokenizer, networks_.vision_preprocessor(), base_->picture, grid);
        if (!ids) return pass_on(ids);
        std::ranges::copy(refines() ? *ids : kept_tokens(*ids, request_.repaint->mask, grid.columns, grid.rows), std::back_inserter(kept));
    }
    networks_.done_with(Component::vision_language_encoder);
    return kept;
}

Result<void> Job::encode_base() {
    auto encoder = networks_.autoencoder(Autoencoder::Half::encoder);
    if (!encoder) return pass_on(encoder);
    const Image& picture = base_->picture;
    auto latent = (*encoder)->encode(run_, autoencoder_input(picture, {picture.height, picture.width}), picture.width, picture.height, {});
    if (!latent) return pass_on(latent);
    base_->latent = std::move(*latent);
    networks_.done_with(Component::vae);
    return {};
}

Result<std::vector<float>> Job::encode_glyphs(const std::vector<std::string>& texts) {
    auto encoder = networks_.glyph_encoder();
    if (!encoder) return pass_on(encoder);
    auto encoded = (*encoder)->encode(run_, glyph_rows(texts));
    if (!encoded) return pass_on(encoded);
    return std::move(encoded->values);
}

Result<void> Job::prepare_painting() {
    observer_.progress({Stage::loading, 0, 0, 1});
    auto glyphs = encode_glyphs(glyph_texts(request_.prompt));
    if (!glyphs) return pass_on(glyphs);
    glyphs_ = std::move(*glyphs);
    auto none = encode_glyphs({});
    if (!none) return pass_on(none);
    no_glyphs_ = std::move(*none);
    networks_.done_with(Component::text_encoder);

    if (base_)
        if (auto encoded = encode_base(); !encoded) return encoded;
    if (!sources_.empty())
        if (auto written = write_sources(); !written) return written;
    if (!settings_.guided()) return {};
    auto network = networks_.diffusion_transformer();
    if (!network) return pass_on(network);
    // Without the prior any ids do; the pass is the same for all pictures of the job.
    const std::vector<std::int32_t> any(static_cast<std::size_t>(settings_.patch_count()), 0);
    DiffusionCondition without = condition(no_glyphs_, any);
    without.drop_prior = true;
    auto prepared = (*network)->prepare(run_, without);
    if (!prepared) return pass_on(prepared);
    unconditional_ = std::move(*prepared);
    return {};
}

Result<void> Job::write_sources() {
    auto encoder = networks_.autoencoder(Autoencoder::Half::encoder);
    if (!encoder) return pass_on(encoder);
    std::vector<std::vector<float>> latents;
    std::int64_t tokens = 0;
    for (const TokenizedPicture& source : sources_) {
        const Image& picture = source.picture;
        const std::vector<float> pixels = autoencoder_input(picture, {picture.height, picture.width});
        auto latent = (*encoder)->encode(run_, pixels, picture.width, picture.height, {});
        if (!latent) return pass_on(latent);
        latents.push_back(std::move(*latent));
        tokens += 4 * source.grid.count();
    }
    networks_.done_with(Component::vae);

    auto network = networks_.diffusion_transformer();
    if (!network) return pass_on(network);
    auto cache = ConditionCache::allocate(networks_.device(), (*network)->config(), tokens);
    if (!cache) return pass_on(cache);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const TokenizedPicture& source = sources_[i];
        const auto prior = prior_of(source.ids, source.grid.rows, source.grid.columns);
        auto prepared = (*network)->prepare(
            run_, {.height = source.picture.height, .width = source.picture.width, .glyphs = {}, .prior = prior});
        if (!prepared) return pass_on(prepared);
        if (auto done = (*network)->write_condition(run_, **prepared, latents[i], *cache); !done) return done;
    }
    source_cache_ = std::move(*cache);
    return {};
}

Result<std::vector<float>> Job::paint_picture(int index, std::span<const std::int32_t> ids) {
    auto network = networks_.diffusion_transformer();
    if (!network) return pass_on(network);
    const auto prior = prior_of(ids, settings_.grid_rows(), settings_.grid_columns());
    auto prepared = (*network)->prepare(run_, condition(glyphs_, prior));
    if (!prepared) return pass_on(prepared);

    const int rows = settings_.height / 8, columns = settings_.width / 8;
    const int channels = (*network)->config().in_channels;
    std::vector<float> latent(static_cast<std::size_t>(channels * rows * columns));
    Philox(request_.seed + static_cast<std::uint64_t>(index), RandomStream::noise).normals(latent);
    const std::vector<float> noise = base_ ? latent : std::vector<float>();
    const auto begun = std::ranges::find(request_.painted, index, &PaintingPoint::picture);
    int taken = begun == request_.painted.end() ? 0 : begun->steps;
    if (taken > 0 && begun->latent.size() != latent.size())
        return fail(ErrorKind::invalid_input, "The kept painting has {} values, but a picture of {}×{} has {}.", begun->latent.size(),
                    settings_.width, settings_.height, latent.size());
    if (taken > 0) latent = begun->latent;
    if (base_ && base_->latent.size() != latent.size())
        return fail(ErrorKind::unsupported, "This model's autoencoder makes latents of another size than its transformer paints; it cannot repaint a region.");
    const auto kept = base_ ? std::optional(KeptPicture{base_->latent, noise, base_->anew}) : std::nullopt;
    const Schedule schedule = make_schedule(networks_.scheduler(), settings_.steps, settings_.patch_count());
    if (refines() && taken == 0) {
        const std::size_t first = first_step(schedule, request_.repaint->strength);
        latent = noisy(base_->latent, noise, schedule.sigmas[first]);
        taken = static_cast<int>(first);
    }
    const PaintRequest request{.conditional = prepared->get(),
                               .unconditional = unconditional_.get(),
                               .sources = source_cache_ ? &*source_cache_ : nullptr,
                               .guidance = settings_.guidance,
                               .kept = kept ? &*kept : nullptr,
                               .taken = static_cast<std::size_t>(taken),
                               .picture = index,
                               .thrift = thrift_of(request_.speed),
                               .computed = begun == request_.painted.end() ? std::vector<ComputedStep>() : begun->computed};
    observer_.progress({Stage::painting, index, taken, settings_.steps});
    last_kept_ = Clock::now();
    return paint(run_, **network, request, schedule, std::move(latent), [&](const PaintedStep& step) {
        observer_.progress({Stage::painting, index, static_cast<int>(step.step) + 1, settings_.steps});
        keep(index, step);
        if (networks_.keeps_everything() && !std::exchange(preview_tried_, true))
            preview_ = networks_.preview(run_, channels).value_or(nullptr);
        if (preview_) observer_.preview(index, (*preview_)(step.expected(), columns, rows));
    });
}

void Job::keep(int index, const PaintedStep& step) {
    if (!request_.keep_every) return;
    const int steps = static_cast<int>(step.step) + 1;
    const std::chrono::duration<double> passed = Clock::now() - last_kept_;
    if (steps < settings_.steps && passed.count() < *request_.keep_every) return;
    const bool over = steps == settings_.steps;
    observer_.painted({index, steps, {step.latent.begin(), step.latent.end()}, over ? std::vector<ComputedStep>() : step.computed});
    last_kept_ = Clock::now();
}

Result<Image> Job::finish(int index, std::span<const float> latent) {
    // The stages take turns. An accelerator that has room for both keeps the painter for the next picture: the way of its weights there is long.
    const bool last = index + 1 == request_.count;
    if (!last && !networks_.device().on_cpu()) networks_.device().trim();  // what graphs took comes back before room is asked for
    const bool turns = last || networks_.device().on_cpu() || !networks_.has_room_for("finishing");
    if (last) {
        source_cache_.reset();
        unconditional_.reset();
    }
    if (turns) networks_.done_with(Component::transformer);
    auto decoder = networks_.autoencoder(Autoencoder::Half::decoder);
    if (!decoder) return pass_on(decoder);
    Autoencoder::Options options;
    options.progress = [&](double part) {
        observer_.progress({Stage::finishing, index, static_cast<int>(part * 100), 100});
    };
    auto planar = (*decoder)->decode(run_, latent, settings_.width / 8, settings_.height / 8, options);
    if (!planar) return pass_on(planar);
    if (turns) networks_.done_with(Component::vae);
    Image image = to_image(*planar, settings_.width, settings_.height);
    if (!base_) return image;
    const Image& base = request_.repaint->base;
    if (image.width != base.width || image.height != base.height) image = resize_lanczos(image, base.width, base.height);
    return composite(base, image, base_->soft);
}

}  // namespace haibao

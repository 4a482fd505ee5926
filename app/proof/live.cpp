// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/live.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <opencv2/imgproc.hpp>

#include "app/document/references.h"
#include "app/placement/ink.h"
#include "app/proof/pixels.h"
#include "app/render/build.h"
#include "app/render/overlap.h"
#include "app/render/pixels.h"

namespace haibao::proof {
namespace {

using namespace document;

constexpr double rendered_side = 1400;  ///< pixels of the page's longer side
constexpr std::size_t most_texts = 200;
constexpr double most_covered = 0.05;   ///< share of the ink that may be hidden: hair lines of an ornament

bool is_leaf(const Layer& layer) { return !std::holds_alternative<GroupLayer>(layer.content); }

/// What a text looks like on its own.
struct Ink {
    cv::Mat mask;  ///< coverage, 8-bit, of the whole page
    cv::Rect box;  ///< pixels
};

class Examiner {
public:
    Examiner(const Poster& poster, const typeset::FontSet& fonts, std::stop_token stop)
        : poster_(poster), fonts_(fonts), stop_(std::move(stop)), pictures_(std::make_shared<render::PictureStore>()) {
        const QSizeF page = poster.page.points();
        settings_.size = (page * (rendered_side / std::max(page.width(), page.height()))).toSize().expandedTo({1, 1});
        scale_ = settings_.size.width() / page.width();
        for_each_layer(poster_.layers, [&](const Layer& layer) { order_.push_back(layer.id); });
    }

    Result<LiveProof> run() {
        auto whole = pixels_of(poster_);
        if (!whole) return pass_on(whole);
        whole_ = *whole;
        LiveProof proof;
        std::vector<LayerId> texts = visible_texts();
        if (texts.size() > most_texts) return fail(ErrorKind::invalid_input, "The poster has {} texts; more than {} are not examined.", texts.size(), most_texts);
        std::vector<Ink> inks;
        for (const LayerId id : texts) {
            if (stop_.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
            auto text = examine(id, inks.emplace_back());
            if (!text) return pass_on(text);
            proof.texts.push_back(std::move(*text));
        }
        find_overlaps(proof, inks);
        return proof;
    }

private:
    std::vector<LayerId> visible_texts() const {
        std::vector<LayerId> texts;
        const auto walk = [&](const auto& self, const std::vector<Layer>& layers) -> void {
            for (const Layer& layer : layers) {
                if (!layer.visible) continue;
                if (const auto* group = std::get_if<GroupLayer>(&layer.content)) self(self, group->layers);
                const auto* text = std::get_if<TextLayer>(&layer.content);
                if (text && !text->text.text.trimmed().isEmpty()) texts.push_back(layer.id);
            }
        };
        walk(walk, poster_.layers);
        return texts;
    }

    Result<cv::Mat> pixels_of(const Poster& poster) const {
        auto image = render::render_image(render::build(poster, fonts_, {render::Marks::none, pictures_}), settings_);
        if (!image) return pass_on(image);
        return rgb_of(*image);
    }

    /// The poster without the layers that `hide` names.
    Poster without(const std::function<bool(const Layer&)>& hide) const {
        Poster copy = poster_;
        for_each_layer(copy.layers, [&](Layer& layer) {
            if (is_leaf(layer) && hide(layer)) layer.visible = false;
        });
        return copy;
    }

    /// The text alone, in plain black on white, with nothing that makes it paler.
    Poster alone(LayerId id) const {
        Poster copy = without([&](const Layer& layer) { return layer.id != id; });
        copy.page.background = Colour{1, 1, 1, 1, {}};
        for_each_layer(copy.layers, [&](Layer& layer) {
            layer.opacity = 1;
            layer.blend = Blend::normal;
            auto* text = std::get_if<TextLayer>(&layer.content);
            if (!text || layer.id != id) return;
            const auto plain = [](TextStyle& style) { style.fills = {Fill{}}, style.strokes.clear(), style.shadows.clear(); };
            plain(text->text.style);
            for (Span& span : text->text.spans) plain(span.style);
        });
        return copy;
    }

    bool is_above(LayerId layer, LayerId other) const { return std::ranges::find(order_, layer) > std::ranges::find(order_, other); }

    Result<LiveText> examine(LayerId id, Ink& ink) const {
        const Layer& layer = *poster_.find(id);
        LiveText text{id, layer.name, std::get<TextLayer>(layer.content).text.text, {}, 0, 1, {}};
        const Poster bare = alone(id);
        const render::DisplayList list = render::build(bare, fonts_, {render::Marks::none, pictures_});
        take_findings(text, list);
        find_off_page(text, list);
        auto mask = pixels_of(bare);
        if (!mask) return pass_on(mask);
        cv::extractChannel(*mask, ink.mask, 0);
        ink.mask = 255 - ink.mask;
        ink.box = cv::boundingRect(ink.mask);
        if (ink.box.area() == 0) return text;
        auto visible = share_seen(id, ink, Above::shown);
        if (!visible) return pass_on(visible);
        text.visible = *visible;
        if (*visible < 1 - most_covered) {
            auto free = share_seen(id, ink, Above::hidden);
            if (!free) return pass_on(free);
            text.visible = *free > 0 ? std::min(1.0, *visible / *free) : 1;
            if (text.visible < 1 - most_covered)
                add(text, Problem::covered, QStringLiteral("“%1” is covered by what lies above it: %2 % of it can be seen. Bring it to the front, or move one of them.").arg(text.name).arg(std::lround(100 * text.visible)));
        }
        if (text.visible >= 1 - most_covered) find_contrast(text, ink);
        return text;
    }

    void add(LiveText& text, Problem problem, const QString& message) const { text.findings.push_back({problem, message, text.ink}); }

    void take_findings(LiveText& text, const render::DisplayList& list) const {
        for (const render::Finding& finding : list.findings) {
            if (finding.code == "missing-glyphs") add(text, Problem::characters, finding.message);
            if (finding.code == "overflow" || finding.code == "does-not-fit" || finding.code == "too-long") add(text, Problem::clipped, finding.message);
            if (finding.code == "outside-safe-area") add(text, Problem::near_edge, finding.message);
        }
    }

    void find_off_page(LiveText& text, const render::DisplayList& list) const {
        const QRectF page(QPointF(), poster_.page.points());
        double outside = 0, all = 0;
        const auto count = [&](const QRectF& box) {
            const QRectF inside = box & page;
            all += box.width() * box.height();
            outside += box.width() * box.height() - inside.width() * inside.height();
            text.ink |= box;
        };
        for (const render::Item& item : list.items) {
            if (const auto* run = std::get_if<render::GlyphRun>(&item))
                for (const auto& glyph : run->glyphs) count(glyph.to_page.map(run->face->outline(glyph.id)).boundingRect());
        }
        if (all <= 0 || outside < 0.01 * all) return;
        std::erase_if(text.findings, [](const LiveFinding& f) { return f.problem == Problem::near_edge; });
        add(text, Problem::off_page, QStringLiteral("“%1” reaches over the edge of the page: %2 % of it is cut off. Move it inwards, or make it smaller.").arg(text.name).arg(std::max(1l, std::lround(100 * outside / all))));
    }

    enum class Above : std::uint8_t { shown, hidden };
    /// Share of the ink where hiding the text changes the picture.
    Result<double> share_seen(LayerId id, const Ink& ink, Above above) const {
        const auto over = [&](const Layer& layer) { return above == Above::hidden && is_above(layer.id, id); };
        auto with = above == Above::shown ? Result<cv::Mat>(whole_) : pixels_of(without(over));
        if (!with) return pass_on(with);
        auto ground = pixels_of(without([&](const Layer& layer) { return layer.id == id || over(layer); }));
        if (!ground) return pass_on(ground);
        double seen = 0, all = 0;
        for (int y = ink.box.y; y < ink.box.br().y; ++y)
            for (int x = ink.box.x; x < ink.box.br().x; ++x) {
                if (ink.mask.at<uchar>(y, x) < 128) continue;
                const auto &a = with->at<cv::Vec3b>(y, x), &b = ground->at<cv::Vec3b>(y, x);
                ++all;
                seen += std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])}) >= 10;
            }
        return all > 0 ? seen / all : 1.0;
    }

    static double light(const cv::Vec3b& rgb) { return placement::luminance(rgb[0] / 255.0, rgb[1] / 255.0, rgb[2] / 255.0); }

    void find_contrast(LiveText& text, const Ink& ink) const {
        const cv::Rect near = (ink.box + cv::Size(12, 12) - cv::Point(6, 6)) & cv::Rect({}, ink.mask.size());
        const cv::Mat mask = ink.mask(near), pixels = whole_(near);
        double most = 0;
        cv::minMaxLoc(mask, nullptr, &most);
        cv::Mat inner = mask >= 0.9 * most, edge, outer;
        cv::dilate(cv::Mat(mask > 8), edge, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
        cv::dilate(edge, outer, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
        outer &= ~edge;
        // Each edge pixel against the letters' own pixels close by: type may change its colour along the line.
        cv::Mat lights(mask.size(), CV_32F), sum, count;
        for (int y = 0; y < mask.rows; ++y)
            for (int x = 0; x < mask.cols; ++x) lights.at<float>(y, x) = float(light(pixels.at<cv::Vec3b>(y, x)));
        cv::Mat inside;
        inner.convertTo(inside, CV_32F, 1.0 / 255);
        cv::boxFilter(lights.mul(inside), sum, CV_32F, {13, 13}, {-1, -1}, false, cv::BORDER_CONSTANT);
        cv::boxFilter(inside, count, CV_32F, {13, 13}, {-1, -1}, false, cv::BORDER_CONSTANT);
        std::vector<double> ratios;
        for (int y = 0; y < mask.rows; ++y)
            for (int x = 0; x < mask.cols; ++x)
                if (outer.at<uchar>(y, x) != 0 && count.at<float>(y, x) > 0)
                    ratios.push_back(placement::contrast(lights.at<float>(y, x), sum.at<float>(y, x) / count.at<float>(y, x)));
        if (ratios.empty()) return;
        const auto at = ratios.begin() + static_cast<std::ptrdiff_t>(0.1 * double(ratios.size() - 1));
        std::ranges::nth_element(ratios, at);
        text.contrast = *at;
        const double size = std::get<TextLayer>(poster_.find(text.layer)->content).text.style.size;
        const QSizeF page = poster_.page.points();
        const double wanted = placement::needed_contrast(size, page);
        if (text.contrast < wanted)
            add(text, Problem::unreadable, unreadable_sentence(text.name, text.contrast, wanted));
    }

    void find_overlaps(LiveProof& proof, const std::vector<Ink>& inks) const {
        for (std::size_t a = 0; a < inks.size(); ++a)
            for (std::size_t b = a + 1; b < inks.size(); ++b) {
                const cv::Rect both = inks[a].box & inks[b].box;
                if (both.area() == 0) continue;
                const int shared = cv::countNonZero((inks[a].mask(both) > 128) & (inks[b].mask(both) > 128));
                const int smaller = std::min(cv::countNonZero(inks[a].mask > 128), cv::countNonZero(inks[b].mask > 128));
                if (shared <= render::most_shared_ink * smaller) continue;
                LiveText &first = proof.texts[a], &second = proof.texts[b];
                const QRectF place(both.x / scale_, both.y / scale_, both.width / scale_, both.height / scale_);
                second.findings.push_back({Problem::overlapping, render::overlap_sentence(first.name, second.name), place});
            }
    }

    const Poster& poster_;
    const typeset::FontSet& fonts_;
    std::stop_token stop_;
    std::shared_ptr<render::PictureStore> pictures_;
    render::PixelSettings settings_;
    double scale_ = 1;  ///< pixels per point
    std::vector<LayerId> order_;
    cv::Mat whole_;
};

}  // namespace

QString word_of(Problem problem) {
    switch (problem) {
        case Problem::characters: return QStringLiteral("characters");
        case Problem::clipped: return QStringLiteral("clipped");
        case Problem::off_page: return QStringLiteral("off page");
        case Problem::near_edge: return QStringLiteral("near edge");
        case Problem::covered: return QStringLiteral("covered");
        case Problem::unreadable: return QStringLiteral("unreadable");
        case Problem::overlapping: break;
    }
    return QStringLiteral("overlapping");
}

QString unreadable_sentence(const QString& layer, double contrast, double wanted) {
    return QStringLiteral("“%1” is hard to read: its contrast with the ground is %2, and should be %3 or more. Change its colour, or put a plate or a shadow behind it.").arg(layer).arg(contrast, 0, 'f', 1).arg(wanted, 0, 'f', 1);
}

bool is_failure(const LiveFinding& finding) { return finding.problem != Problem::near_edge; }

bool LiveProof::passed() const {
    return std::ranges::none_of(texts, [](const LiveText& text) { return std::ranges::any_of(text.findings, is_failure); });
}

Result<LiveProof> proof_live_texts(const document::Poster& poster, const typeset::FontSet& fonts, std::stop_token stop) {
    const QSizeF page = poster.page.points();
    if (!(page.width() > 0 && page.height() > 0)) return fail(ErrorKind::invalid_input, "The poster's page has no size.");
    return Examiner(poster, fonts, std::move(stop)).run();
}

}  // namespace haibao::proof

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/replace.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>
#include <ranges>
#include <utility>

#include "app/document/scale_type.h"
#include "app/export/picture_metadata.h"
#include "app/gallery/embedded_texts.h"
#include "app/placement/contrast.h"
#include "app/placement/place.h"
#include "app/placement/remedy.h"
#include "app/placement/type.h"
#include "app/proof/pixels.h"
#include "app/render/pictures.h"
#include "app/typeset/font_files.h"

namespace haibao::proof {
namespace {

using document::Colour;

/// A place as a turned rectangle.
struct Stand {
    QPointF centre;
    double along = 0, across = 0;  ///< pixels, in its own axes
    double rotation = 0;           ///< degrees, clockwise
};

Stand stand_of(const QPolygonF& place) {
    const QLineF top(place[0], place[1]), side(place[0], place[3]);
    return {(place[0] + place[2]) / 2, top.length(), side.length(), -top.angle()};
}

cv::Mat grown(const cv::Mat& mask, int reach) {
    cv::Mat larger;
    cv::dilate(mask, larger, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * reach + 1, 2 * reach + 1}));
    return larger;
}

cv::Mat place_mask(cv::Size size, const QPolygonF& place, double grow) {
    std::vector<cv::Point> corners;
    for (const QPointF& corner : place) corners.emplace_back(int(std::lround(corner.x())), int(std::lround(corner.y())));
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    cv::fillConvexPoly(mask, corners, 255);
    return grown(mask, std::max(1, int(std::lround(grow))));
}

/// Tesseract may leave out a word's first letter, and half a letter beside the place would be smeared into it: letters that
/// stand within `reach` of the words go with them, one after the other. What is larger than a letter is the ground.
void add_whole_letters(cv::Mat words, const cv::Mat& like_ink, double letter, int reach) {
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(like_ink, labels, stats, centres);
    std::vector<bool> taken(static_cast<std::size_t>(count), false);
    for (bool more = true; std::exchange(more, false);) {
        const cv::Mat touched = grown(words, reach);
        std::vector<bool> met(static_cast<std::size_t>(count), false);
        for (int y = 0; y < labels.rows; ++y)
            for (int x = 0; x < labels.cols; ++x)
                if (touched.at<uchar>(y, x) != 0) met[static_cast<std::size_t>(labels.at<int>(y, x))] = true;
        for (int i = 1; i < count; ++i) {
            const int side = std::max(stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
            if (side > 1.5 * letter || !met[static_cast<std::size_t>(i)] || taken[static_cast<std::size_t>(i)]) continue;
            taken[static_cast<std::size_t>(i)] = more = true;
            words.setTo(255, labels == i);
        }
    }
}

/// The pixels of the words: nearer to the ink than to the ground, and the soft rim around them.
void add_words(cv::Mat& mask, const cv::Mat& lab, const PaintedText& text) {
    // Of a part of a word the height of a letter is known less well than that of its place.
    const Stand stand = stand_of(text.place);
    const double letter = std::max(text.character, text.direction == Direction::vertical ? stand.along : stand.across);
    const cv::Mat place = place_mask(mask.size(), text.place, 0.25 * letter);
    const auto lab_colour = [](const QColor& colour) {
        const cv::Mat one(1, 1, CV_8UC3, cv::Scalar(colour.red(), colour.green(), colour.blue()));
        return lab_of(one).at<cv::Vec3f>(0, 0);
    };
    const cv::Vec3f ink = lab_colour(text.ink);
    const double far = std::clamp(cv::norm(ink - lab_colour(text.ground)), 15.0, 70.0);
    const int around = int(std::lround(1.2 * letter));
    const cv::Rect near = (cv::boundingRect(place) + cv::Size(2 * around, 2 * around) - cv::Point(around, around)) & cv::Rect({}, mask.size());
    cv::Mat like_ink(near.size(), CV_8U);
    for (int y = 0; y < near.height; ++y)
        for (int x = 0; x < near.width; ++x) like_ink.at<uchar>(y, x) = cv::norm(lab.at<cv::Vec3f>(near.y + y, near.x + x) - ink) < 0.7 * far ? 255 : 0;
    cv::Mat words = cv::Mat::zeros(mask.size(), CV_8U);
    cv::Mat(like_ink & place(near)).copyTo(words(near));
    const int rim = 2 + int(std::lround(0.06 * text.character));
    // Further than letters stand from each other, and less than words do.
    add_whole_letters(words(near), like_ink, letter, rim + int(std::lround(0.1 * letter)));
    mask |= grown(words, rim);
}

bool is_wrong(const PaintedText& text) { return text.verdict == Verdict::wrong && text.place.size() == 4; }

Colour colour_of(const QColor& colour) { return {colour.redF(), colour.greenF(), colour.blueF(), 1, {}}; }

/// What the words may be coloured: as they were painted, or in that hue, lighter or darker, the nearest first.
std::vector<Colour> colours_like(const QColor& painted) {
    const Colour ink = colour_of(painted);
    std::vector<Colour> colours{ink};
    const bool light = placement::luminance(ink) > 0.3;
    for (const double lightness : light ? std::array{90.0, 97.0, 24.0, 16.0, 8.0} : std::array{24.0, 16.0, 8.0, 90.0, 97.0}) colours.push_back(placement::toned(ink, lightness, 30));
    return colours;
}

/// A layer like the painted text: its place and direction, about its size, in a face that fits the prompt's words for style.
/// Page of one point per pixel.
document::Layer live_layer(const PaintedText& text, QSize page, placement::Typesetter& type) {
    using placement::PromptText;
    const bool column = text.direction == Direction::vertical;
    const PromptText wanted{text.wanted, placement::Role::title, text.wanted.left(20)};
    placement::Setting setting = type.setting_for(wanted, column ? document::WritingMode::vertical_rl : document::WritingMode::horizontal_tb);
    setting.align = document::Align::centre;
    const placement::Measured& one_line = type.measure(wanted, setting);
    const Stand stand = stand_of(text.place);
    // As large as what stood there, as far as the wanted words have room in the page.
    const double thick = column ? one_line.ink.width() : one_line.ink.height(), length = column ? one_line.ink.height() : one_line.ink.width();
    const double painted_length = column ? stand.across : stand.along;
    const double page_length = 0.92 * (column ? page.height() : page.width());
    double size = text.character / std::max(thick, 0.1);
    size = std::min(size, std::min(1.25 * painted_length, page_length) / std::max(length, 0.1));
    document::Layer layer;
    layer.name = wanted.name;
    document::TextLayer words;
    words.text = type.text_of(wanted, setting, size);
    words.role = QStringLiteral("title");
    // The ink's middle where the painted words had theirs, and all of it on the page.
    const QSizeF frame = one_line.box * size;
    words.text.box.width = frame.width();
    words.text.box.height = frame.height();
    const QRectF ink(one_line.ink.topLeft() * size, one_line.ink.size() * size);
    QPointF corner = stand.centre - ink.center();
    if (std::abs(stand.rotation) < 2) {
        const double margin = 0.02 * std::min(page.width(), page.height());
        corner.setX(std::clamp(corner.x(), margin - ink.left(), std::max(margin - ink.left(), page.width() - margin - ink.right())));
        corner.setY(std::clamp(corner.y(), margin - ink.top(), std::max(margin - ink.top(), page.height() - margin - ink.bottom())));
    }
    layer.placement.frame = QRectF(corner, frame);
    layer.placement.rotation = std::abs(stand.rotation) < 1 ? 0 : stand.rotation;
    layer.content = std::move(words);
    return layer;
}

/// What is still painted is what its record names.
std::vector<PngText> texts_of(const generate::Record* record, const PaintedProof& proof) {
    if (!record) return {};
    generate::Record left = *record;
    std::erase_if(left.titles, [&](const generate::Title& title) {
        return std::ranges::any_of(proof.texts, [&](const PaintedText& text) {
            return text.wanted == QString::fromStdString(title.text) && (text.verdict == Verdict::wrong || text.verdict == Verdict::missing);
        });
    });
    return picture_texts(left);
}

std::vector<std::uint8_t> png_of(const QImage& picture, const std::vector<PngText>& texts) {
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    Image image{rgb.width(), rgb.height(), {}};
    image.rgb.reserve(std::size_t(3) * std::size_t(rgb.width()) * std::size_t(rgb.height()));
    for (int y = 0; y < rgb.height(); ++y) image.rgb.insert(image.rgb.end(), rgb.constScanLine(y), rgb.constScanLine(y) + 3 * std::ptrdiff_t{rgb.width()});
    auto bytes = encode_png(image, texts);
    return bytes ? std::move(*bytes) : std::vector<std::uint8_t>();
}

/// The wrong texts of the proof stand live where they were painted, each readable on what is there.
document::Poster with_replacements(document::Poster poster, const QImage& ground, const PaintedProof& proof, const std::shared_ptr<const typeset::FontSet>& fonts, const QString& prompt) {
    if (std::ranges::none_of(proof.texts, is_wrong)) return poster;
    placement::Typesetter type(fonts, placement::voice_of(prompt), prompt);
    const placement::Ground measured(ground);
    const QString key = std::get<document::PictureLayer>(poster.layers.front().content).picture;
    placement::Draft draft(std::move(poster), type, key, placement::language_of(prompt));
    for (const PaintedText& text : proof.texts)
        if (is_wrong(text)) draft.add(live_layer(text, ground.size(), type), colours_like(text.ink), measured);
    draft.insist();
    typeset::note_font_files(draft.poster(), *fonts);
    draft.measure_all();
    return std::move(draft.poster());
}

QRectF fraction(const QRectF& place, QSize size) { return {place.x() / size.width(), place.y() / size.height(), place.width() / size.width(), place.height() / size.height()}; }

}  // namespace

QImage without_words(const QImage& picture, const std::vector<PaintedText>& texts) {
    const cv::Mat rgb = rgb_of(picture);
    if (rgb.empty()) return picture;
    const cv::Mat lab = lab_of(rgb);
    cv::Mat mask = cv::Mat::zeros(rgb.size(), CV_8U), bgr, painted;
    for (const PaintedText& text : texts)
        if (text.place.size() == 4) add_words(mask, lab, text);
    if (cv::countNonZero(mask) == 0) return picture;
    cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
    cv::inpaint(bgr, mask, painted, 5, cv::INPAINT_TELEA);
    cv::cvtColor(painted, painted, cv::COLOR_BGR2RGB);
    return rgb_image(painted);
}

std::vector<PaintedText> to_be_replaced(const PaintedProof& proof) {
    std::vector<PaintedText> texts;
    for (const PaintedText& text : proof.texts)
        if (is_wrong(text) || (text.verdict == Verdict::extra && text.place.size() == 4)) texts.push_back(text);
    return texts;
}

Result<document::Poster> replace_by_live_text(const QImage& picture, const QString& file_name, const PaintedProof& proof,
                                              const std::shared_ptr<const typeset::FontSet>& fonts, const QString& prompt, const generate::Record* record) {
    if (picture.isNull()) return fail(ErrorKind::invalid_input, "There is no picture whose texts could be replaced.");
    const QImage ground = without_words(picture, to_be_replaced(proof));
    const std::vector<std::uint8_t> png = png_of(ground, texts_of(record, proof));
    if (png.empty()) return fail(ErrorKind::out_of_memory, "Memory ran out for the picture without its words; close other programs.");
    const document::EmbeddedPicture file{QByteArray(reinterpret_cast<const char*>(png.data()), static_cast<qsizetype>(png.size())), QStringLiteral("image/png"), file_name};
    // Missing texts go where the ground is calm and nothing else stands.
    std::vector<placement::PromptText> missing;
    placement::Wishes wishes{prompt, {}, 72};
    const std::vector<placement::PromptText> roles = placement::texts_of(prompt.toStdString());
    for (const PaintedText& text : proof.texts) {
        if (text.verdict == Verdict::missing) {
            const auto known = std::ranges::find(roles, text.wanted, &placement::PromptText::text);
            missing.push_back(known != roles.end() ? *known : placement::PromptText{text.wanted, placement::Role::body, text.wanted.left(20)});
        } else if (text.place.size() == 4 && text.verdict != Verdict::extra) {
            wishes.keep_out.push_back(fraction(text.place.boundingRect(), picture.size()));
        }
    }
    auto placed = placement::place_texts(ground, file, missing, fonts, wishes);
    if (!placed) return pass_on(placed);
    return with_replacements(std::move(placed->front().poster), ground, proof, fonts, prompt);
}

namespace {

/// A layer that was set on the picture's pixels, where these stand. The pieces of a replacement are texts, rectangles and
/// blurred parts of the ground.
document::Layer moved(document::Layer layer, const QTransform& to, double factor) {
    QRectF frame(QPointF(), layer.placement.frame.size() * factor);
    frame.moveCenter(to.map(layer.placement.frame.center()));
    layer.placement.frame = frame;
    layer.placement.rotation += std::atan2(to.m12(), to.m11()) * 180 / std::numbers::pi;
    if (auto* text = std::get_if<document::TextLayer>(&layer.content)) {
        document::scale_type(text->text, factor);
        text->text.box.width *= factor, text->text.box.height *= factor, text->text.box.inset *= factor;
    }
    if (auto* shape = std::get_if<document::ShapeLayer>(&layer.content)) {
        shape->radius *= factor;
        document::scale_shadows(shape->shadows, factor);
    }
    if (auto* part = std::get_if<document::PictureLayer>(&layer.content)) part->blur *= factor;
    return layer;
}

struct Siblings {
    std::vector<document::Layer>* layers = nullptr;
    std::size_t index = 0;
};
Siblings siblings_of(std::vector<document::Layer>& layers, document::LayerId id) {
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].id == id) return {&layers, i};
        if (auto* group = std::get_if<document::GroupLayer>(&layers[i].content))
            if (const Siblings found = siblings_of(group->layers, id); found.layers) return found;
    }
    return {};
}

}  // namespace

Result<Replacement> replacement_in(const document::Poster& poster, document::LayerId picture, const PaintedProof& proof, const std::shared_ptr<const typeset::FontSet>& fonts) {
    const document::Layer* layer = poster.find(picture);
    const auto* content = layer ? std::get_if<document::PictureLayer>(&layer->content) : nullptr;
    const auto file = content ? poster.pictures.find(content->picture) : poster.pictures.end();
    if (file == poster.pictures.end()) return fail(ErrorKind::not_found, "The picture is not in the poster any more; check its texts again.");
    auto decoded = render::decode_picture(*file);
    if (!decoded) return pass_on(decoded);
    PngInfo info;
    info.texts = gallery::embedded_texts({reinterpret_cast<const std::uint8_t*>(file->bytes.constData()), static_cast<std::size_t>(file->bytes.size())});
    const auto record = record_of(info, file->name.toStdString());
    const QImage pixels = decoded->image->convertToFormat(QImage::Format_RGB888);
    auto made = replace_by_live_text(pixels, file->name, proof, fonts, record ? QString::fromStdString(record->prompt) : QString(), record ? &*record : nullptr);
    if (!made) return pass_on(made);
    Replacement replacement;
    replacement.picture = picture;
    const QTransform to = render::picture_to_frame(*content, pixels.size(), layer->placement.frame.size()) * layer->placement.to_page();
    const double factor = std::sqrt(std::abs(to.determinant()));
    replacement.ground = made->pictures[std::get<document::PictureLayer>(made->layers.front().content).picture];
    for (document::Layer& one : made->layers | std::views::drop(1)) replacement.layers.push_back(moved(std::move(one), to, factor));
    return replacement;
}

std::vector<document::LayerId> apply(document::Poster& poster, const Replacement& replacement) {
    const Siblings at = siblings_of(poster.layers, replacement.picture);
    auto* picture = at.layers ? std::get_if<document::PictureLayer>(&(*at.layers)[at.index].content) : nullptr;
    if (!picture) return {};
    picture->picture = poster.add_picture(replacement.ground.bytes, replacement.ground.media_type, replacement.ground.name);
    std::vector<document::LayerId> ids;
    for (std::size_t i = 0; i < replacement.layers.size(); ++i) {
        document::Layer layer = replacement.layers[i];
        layer.id = poster.next_id();
        ids.push_back(layer.id);
        at.layers->insert(at.layers->begin() + static_cast<std::ptrdiff_t>(at.index + 1 + i), std::move(layer));
    }
    return ids;
}

}  // namespace haibao::proof

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/proof.h"

#include <algorithm>

#include "app/document/references.h"
#include "app/export/picture_metadata.h"
#include "app/gallery/embedded_texts.h"
#include "app/gallery/picture_decode.h"
#include "app/generate/record.h"

namespace haibao::proof {
namespace {

std::span<const std::uint8_t> span_of(const QByteArray& bytes) { return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())}; }

/// Of visible layers, with what their records want.
struct RecordedPicture {
    document::LayerId layer;
    const document::EmbeddedPicture* file;
    QStringList wanted;
};
std::vector<RecordedPicture> recorded_pictures(const document::Poster& poster) {
    std::vector<RecordedPicture> pictures;
    document::for_each_layer(poster.layers, [&](const document::Layer& layer) {
        const auto* picture = std::get_if<document::PictureLayer>(&layer.content);
        const auto found = picture && layer.visible ? poster.pictures.find(picture->picture) : poster.pictures.end();
        if (found == poster.pictures.end()) return;
        if (auto wanted = wanted_texts(span_of(found->bytes), found->name.toStdString())) pictures.push_back({layer.id, &*found, std::move(*wanted)});
    });
    return pictures;
}

/// A flattened poster shows its live texts, too.
bool names_a_document(const PngInfo& info) {
    const auto text = std::ranges::find(info.texts, "haibao", &PngText::keyword);
    if (text == info.texts.end()) return false;
    const auto json = nlohmann::json::parse(text->text, nullptr, false);
    return json.is_object() && json.contains("document");
}

QStringList titles_of(const generate::Record& record) {
    QStringList titles;
    for (const generate::Title& title : record.titles) titles << QString::fromStdString(title.text);
    return titles;
}

nlohmann::json json_of(const QPolygonF& place) {
    nlohmann::json points = nlohmann::json::array();
    for (const QPointF& point : place) points.push_back({std::round(point.x()), std::round(point.y())});
    return points;
}

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

nlohmann::json json_of(const PaintedText& text, const PictureProof& picture) {
    nlohmann::json json{{"kind", "painted"}, {"verdict", word_of(text.verdict).toStdString()}, {"wanted", text.wanted.toStdString()}, {"read", text.read.toStdString()}};
    if (!text.wanted.isEmpty()) json.update({{"word_accuracy", rounded(text.comparison.word_accuracy, 1e4)}, {"similarity", rounded(text.comparison.similarity, 1e4)}});
    if (!text.place.isEmpty())
        json.update({{"place", json_of(text.place)}, {"character_px", rounded(text.character, 10)}, {"confidence", std::round(text.confidence)},
                     {"direction", text.direction == Direction::vertical ? "vertical" : "horizontal"}, {"ink", text.ink.name().toStdString()}});
    if (picture.layer != document::LayerId::none) json["layer"] = static_cast<std::uint64_t>(picture.layer);
    return json;
}

nlohmann::json json_of(const LiveText& text) {
    nlohmann::json findings = nlohmann::json::array();
    for (const LiveFinding& f : text.findings)
        findings.push_back({{"problem", word_of(f.problem).toStdString()}, {"message", f.message.toStdString()},
                            {"place", {rounded(f.place.x(), 10), rounded(f.place.y(), 10), rounded(f.place.width(), 10), rounded(f.place.height(), 10)}}});
    const bool wrong = std::ranges::any_of(text.findings, is_failure);
    return {{"kind", "live"}, {"verdict", wrong ? "wrong" : "right"}, {"layer", static_cast<std::uint64_t>(text.layer)}, {"name", text.name.toStdString()},
            {"wanted", text.text.toStdString()}, {"contrast", rounded(text.contrast, 100)}, {"visible", rounded(text.visible, 1000)}, {"findings", findings}};
}

QString line_of(const PaintedText& text) {
    const auto x = std::lround(text.place.boundingRect().x()), y = std::lround(text.place.boundingRect().y());
    switch (text.verdict) {
        case Verdict::right: return QStringLiteral("right: “%1” (at %2, %3)").arg(text.wanted).arg(x).arg(y);
        case Verdict::wrong:
            return QStringLiteral("wrong: “%1” reads “%2” (at %3, %4); %5 % of its words are right, similarity %6")
                .arg(text.wanted, text.read).arg(x).arg(y).arg(std::lround(100 * text.comparison.word_accuracy)).arg(text.comparison.similarity, 0, 'f', 2);
        case Verdict::missing: return QStringLiteral("missing: “%1” was not found").arg(text.wanted);
        case Verdict::extra: return QStringLiteral("extra: “%1” was not asked for (at %2, %3)").arg(text.read).arg(x).arg(y);
        case Verdict::not_judged: break;
    }
    if (text.place.isEmpty()) return QStringLiteral("not judged: “%1” has nothing that could be compared").arg(text.wanted);
    return QStringLiteral("not judged: “%1” is too small to be read with certainty: characters of %2 pixels (at %3, %4)").arg(text.wanted).arg(text.character, 0, 'f', 0).arg(x).arg(y);
}

}  // namespace

std::optional<QStringList> wanted_texts(std::span<const std::uint8_t> picture, const std::string& name) {
    PngInfo info;
    info.texts = gallery::embedded_texts(picture);
    const auto record = record_of(info, name);
    if (!record) return std::nullopt;
    const bool painted = record->text_mode == generate::TextMode::paint || record->text_mode == generate::TextMode::both;
    return painted || names_a_document(info) ? titles_of(*record) : QStringList();
}

Result<Proof> proof_file(std::span<const std::uint8_t> picture, const std::string& name, const std::optional<QStringList>& wanted, Ocr& ocr, std::stop_token stop) {
    const auto texts = wanted ? wanted : wanted_texts(picture, name);
    if (!texts) return fail(ErrorKind::invalid_input, "{} does not say which texts were asked for; name them with --expect.", name);
    auto image = gallery::decode_picture(picture, name);
    if (!image) return pass_on(image);
    auto painted = proof_picture(*image, *texts, ocr, std::move(stop));
    if (!painted) return pass_on(painted);
    Proof proof;
    proof.pictures.push_back({document::LayerId::none, QString::fromStdString(name), image->size(), std::move(*painted), {}, 0});
    PngInfo info;
    info.texts = gallery::embedded_texts(picture);
    if (const auto record = record_of(info, name)) {
        proof.pictures.front().prompt = QString::fromStdString(record->prompt);
        proof.pictures.front().seed = record->seed;
    }
    return proof;
}

Result<Proof> proof_poster(const document::Poster& poster, const typeset::FontSet& fonts, Ocr& ocr, std::stop_token stop) {
    auto live = proof_live_texts(poster, fonts, stop);
    if (!live) return pass_on(live);
    Proof proof;
    proof.live = std::move(*live);
    for (const RecordedPicture& picture : recorded_pictures(poster)) {
        auto one = proof_file(span_of(picture.file->bytes), picture.file->name.toStdString(), picture.wanted, ocr, stop);
        if (!one) return pass_on(one);
        one->pictures.front().layer = picture.layer;
        proof.pictures.push_back(std::move(one->pictures.front()));
    }
    return proof;
}

int painted_texts(const document::Poster& poster) {
    qsizetype count = 0;
    for (const RecordedPicture& picture : recorded_pictures(poster)) count += picture.wanted.size();
    return static_cast<int>(count);
}

bool Proof::passed() const {
    return live.passed() && std::ranges::all_of(pictures, [](const PictureProof& p) { return p.painted.passed(); });
}

int Proof::texts() const {
    std::size_t count = live.texts.size();
    for (const PictureProof& picture : pictures) count += picture.painted.texts.size();
    return static_cast<int>(count);
}

int Proof::failed() const {
    auto count = std::ranges::count_if(live.texts, [](const LiveText& text) { return std::ranges::any_of(text.findings, is_failure); });
    for (const PictureProof& picture : pictures)
        count += std::ranges::count_if(picture.painted.texts, [](const PaintedText& t) { return t.verdict != Verdict::right && t.verdict != Verdict::not_judged; });
    return static_cast<int>(count);
}

int Proof::not_judged() const {
    std::ptrdiff_t count = 0;
    for (const PictureProof& picture : pictures) count += std::ranges::count(picture.painted.texts, Verdict::not_judged, &PaintedText::verdict);
    return static_cast<int>(count);
}

nlohmann::json to_json(const Proof& proof) {
    nlohmann::json texts = nlohmann::json::array();
    for (const PictureProof& picture : proof.pictures)
        for (const PaintedText& text : picture.painted.texts) texts.push_back(json_of(text, picture));
    for (const LiveText& text : proof.live.texts) texts.push_back(json_of(text));
    return {{"passed", proof.passed()}, {"failed", proof.failed()}, {"not_judged", proof.not_judged()}, {"texts", texts}};
}

QStringList lines_of(const Proof& proof) {
    QStringList lines;
    for (const PictureProof& picture : proof.pictures)
        for (const PaintedText& text : picture.painted.texts) lines << line_of(text);
    for (const LiveText& text : proof.live.texts) {
        if (text.findings.empty()) lines << QStringLiteral("right: “%1”, contrast %2").arg(text.text.simplified()).arg(text.contrast, 0, 'f', 1);
        for (const LiveFinding& finding : text.findings) lines << word_of(finding.problem) + QStringLiteral(": ") + finding.message;
    }
    return lines;
}

QStringList remarks_on(const PaintedProof& painted) {
    QStringList lines;
    for (const PaintedText& text : painted.texts)
        if (text.verdict != Verdict::right) lines << line_of(text);
    return lines;
}

}  // namespace haibao::proof

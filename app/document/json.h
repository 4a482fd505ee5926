// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <functional>

#include "app/document/poster.h"
#include "inference/base/result.h"

// The poster as JSON, for diffs, tests and writing by hand: docs/document-format.md. Fields that have their default are left
// out; unknown fields are kept and written again. What is read is checked: wrong types and impossible values are
// invalid_input with a sentence that begins with the place, "layers[2].text.size must be …".
namespace haibao::document {

inline constexpr const char* poster_format = "haibao.poster/1";
inline constexpr int most_characters = 100'000;  ///< of one text that is shown (typesetting-spec §22)
inline constexpr int most_layers = 10'000;       ///< of one poster
inline constexpr int most_group_depth = 32;

QJsonObject to_json(const TextStyle& style);
QJsonObject to_json(const Text& text);
QJsonObject to_json(const Page& page);
/// A group carries its layers.
QJsonObject to_json(const Layer& layer);

Result<TextStyle> style_from_json(const QJsonObject& json, const QString& path = QStringLiteral("style"));
/// `dpi`: how large a pixel is in "3px" and `size_px`.
Result<Text> text_from_json(const QJsonObject& json, const QString& path = QStringLiteral("text"), double dpi = 72);
Result<Page> page_from_json(const QJsonObject& json, const QString& path = QStringLiteral("page"));
/// Where a text comes from. In what Haibao saved itself, texts may be of any length and numbers beyond their bounds are
/// brought back to them: what a user made must open again.
enum class Origin : std::uint8_t { outside, own_file };
/// `page`: what a layer without a frame fills, and its dpi. The id may be missing.
Result<Layer> layer_from_json(const QJsonObject& json, const QString& path, const Page& page, Origin origin = Origin::outside);

enum class PictureBytes { embedded, left_out };
QJsonObject to_json(const Poster& poster, PictureBytes pictures);
/// Gets a picture's bytes by the name that `"file"` gives. Errors are passed on.
using PictureLoader = std::function<Result<QByteArray>(const QString& file)>;
/// Pictures may go by any key or, in a layer, straight by the name of their file: they get their SHA-256 as key, and missing
/// layer ids are given. Without a loader, "file" is refused. Errors also: unsupported (a later format).
Result<Poster> poster_from_json(const QJsonObject& json, const PictureLoader& loader = {}, Origin origin = Origin::outside);

/// Text from outside → an object: bounded in size and depth, no key twice, no half characters. `name` is used in the sentence.
/// Errors: corrupt_file.
Result<QJsonObject> parse_json_object(QByteArrayView text, std::string_view name);
/// Indented, fields in alphabetical order, with a line end.
QByteArray json_text(const QJsonObject& json);

/// What a picture's first bytes say it is: "image/png"…; empty when it is no picture that can be shown.
QString picture_media_type(QByteArrayView bytes);

}  // namespace haibao::document

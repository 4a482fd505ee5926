// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <filesystem>

#include "ui/canvas/poster_session.h"
#include "ui/prompt/prompt_panel.h"

// How pictures, words and page sizes become posters: the application's side of app/generate's placement.
namespace haibao::ui {

/// A file's bytes; empty where it cannot be read.
QByteArray read_whole(const QString& file);

/// Its size as it is shown, orientation applied. Errors: those of gallery::picture_size().
Result<QSize> size_of_picture(const QByteArray& bytes, const QString& name);

/// Whether anything is written on it, in groups, too.
bool has_text(const std::vector<document::Layer>& layers);

/// The generation record in a PNG's metadata; empty where there is none.
QJsonObject generation_record(const QByteArray& png);

/// A page of the picture's size with the picture as its ground. Errors: io, corrupt_file.
Result<document::Poster> poster_of_picture(const std::filesystem::path& file);

/// The picture becomes the ground and the prompt's quoted texts are set on it, where they can be read; those that `texts` says
/// are painted are left to the painter. Worked out in the background, then one undoable step that keeps every other layer. Where
/// there is nothing to write, or the poster has text or gets some meanwhile, only the ground is set; where another ground is chosen
/// meanwhile, nothing is.
void place_words(PosterSession* session, const document::EmbeddedPicture& picture, const QString& prompt, const std::vector<QuotedText>& texts);

/// The same with a template, which stays one.
void place_words(PosterSession* session, const QJsonObject& description, const QString& prompt, const std::vector<QuotedText>& texts);

/// Another page size: the ground fills the new page, the rest keeps its place relative to the page's middle and edges.
void change_page(document::Poster& poster, const document::Page& page);

/// A template as the ground; text stays.
void set_scene(PosterSession& session, const QJsonObject& description);

}  // namespace haibao::ui

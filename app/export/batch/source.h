// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/export/file_export.h"
#include "app/export/name_template.h"
#include "app/typeset/font_set.h"

namespace haibao {

/// Something that can be exported: a picture or a poster. Nothing is read before it is asked for. Functions may be called
/// from several threads at once.
class ExportSource {
public:
    virtual ~ExportSource() = default;
    virtual const std::filesystem::path& file() const = 0;
    /// Values for {doc}, {title}, {prompt}, {seed}, {model}, {hash8}, {layer:NAME}.
    virtual std::optional<NameValue> value(const QString& token, const QString& argument) const = 0;
    /// Size and resolution that it will have with the preset. Errors: not_found, corrupt_file, invalid_input.
    virtual Result<PlannedSize> plan(const Preset& preset) const = 0;
    /// Whether this kind of source becomes a file of that kind at all. Errors: invalid_input.
    virtual Result<void> check(const Preset&) const { return {}; }
    /// Memory that export_to() needs at most, bytes; a guess.
    virtual std::uint64_t memory(const Preset& preset) const = 0;
    virtual Result<ExportedFile> export_to(const Preset& preset, const ExportTarget& target) const = 0;
};

/// What a library knows about a picture; what is empty is read from the file.
struct KnownPicture {
    QString prompt, title, model;
    std::optional<std::uint64_t> seed;
};

std::shared_ptr<ExportSource> picture_source(std::filesystem::path file, std::shared_ptr<const typeset::FontSet> fonts, KnownPicture known = {});
std::shared_ptr<ExportSource> poster_source(std::filesystem::path file, std::shared_ptr<const typeset::FontSet> fonts);
/// By the file's ending: .haibao and .json are posters.
std::shared_ptr<ExportSource> source_of(std::filesystem::path file, std::shared_ptr<const typeset::FontSet> fonts);

}  // namespace haibao

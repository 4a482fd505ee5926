// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/text.h"
#include "app/typeset/face.h"

namespace haibao::typeset {

/// A family as a font menu lists it.
struct FontFamily {
    QString name;          ///< in English, as stored in documents
    QString local_name;    ///< in the user's language: 思源黑体
    QStringList faces;     ///< "Light", "Regular", "Bold"…
    bool chinese = false, serif = false, monospace = false;
};

/// The fonts that text is set with: those of the system (fontconfig) or, for tests and rendering that must not depend on the
/// machine, those of given files only. Thread-safe; opened faces are kept.
class FontSet {
public:
    /// All installed fonts.
    static std::shared_ptr<FontSet> system();
    /// Only these files (every face in them). Errors: corrupt_file names the file.
    static Result<std::shared_ptr<FontSet>> of_files(const std::vector<std::filesystem::path>& files);
    virtual ~FontSet() = default;

    /// Null when no such family is there; the nearest face of it otherwise.
    virtual std::shared_ptr<const Face> find(const document::FontChoice& choice) const = 0;
    /// A face that covers all of `characters`: language default first, then any, nearest in weight and class to `like`.
    virtual std::shared_ptr<const Face> covering(std::u32string_view characters, const QString& lang, const document::FontChoice& like) const = 0;
    /// Families that cover all of `characters`, best first; for the message about missing glyphs.
    virtual QStringList families_covering(std::u32string_view characters, const QString& lang) const = 0;
    virtual std::vector<FontFamily> families() const = 0;
};

}  // namespace haibao::typeset

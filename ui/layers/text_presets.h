// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <filesystem>
#include <vector>

#include "app/document/poster.h"
#include "inference/base/result.h"

namespace haibao::ui {

/// A look of text under a name.
struct TextPreset {
    QString name;
    document::TextStyle style;  ///< at `style.size`; strokes and shadows grow with the text that it is given to
    double relative_size = 0;   ///< of the page's shorter side, for a text in which nothing is written yet; 0 = it keeps its size
    bool built_in = false;
};

/// Those that come with Haibao, and the user's own, which are kept in a JSON file.
class TextPresets : public QObject {
    Q_OBJECT
public:
    /// The file of the user's settings folder.
    static std::filesystem::path usual_file();
    explicit TextPresets(std::filesystem::path file, QObject* parent = nullptr);

    /// The user's own first.
    const std::vector<TextPreset>& all() const { return presets_; }
    /// Why the user's own could not be read; empty when they could.
    const QString& problem() const { return problem_; }
    /// Under a new name, or in place of the user's own one of that name. Errors: io; file_exists for a built-in's name.
    Result<void> save(const QString& name, const document::TextStyle& style, const document::Page& page);
    Result<void> rename(const QString& from, const QString& to);
    Result<void> remove(const QString& name);

signals:
    void changed();

private:
    void read();
    Result<void> write(std::vector<TextPreset> own);
    std::vector<TextPreset> own() const;

    std::filesystem::path file_;
    std::vector<TextPreset> presets_;
    QString problem_;
};

/// The style of a text as the preset has it; its size stays.
document::TextStyle style_from(const TextPreset& preset, const document::TextStyle& now);
/// Points, for a text that has no size of its own yet.
double size_from(const TextPreset& preset, const document::TextStyle& now, const document::Page& page);
/// Whether a text looks as the preset has it, whatever its size.
bool looks_like(const document::TextStyle& style, const TextPreset& preset);

/// A swatch: two characters in the preset's look, on a ground on which it can be seen.
QImage swatch_of(const TextPreset& preset, QSize pixels);

}  // namespace haibao::ui

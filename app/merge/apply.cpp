// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/apply.h"

#include <QBuffer>
#include <QColor>
#include <QImageReader>
#include <algorithm>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "inference/base/files.h"

namespace haibao::merge {
namespace fs = std::filesystem;
namespace {

using document::Layer;
using document::LayerId;
using document::Poster;

constexpr std::uint64_t most_picture_bytes = std::uint64_t{512} << 20;

/// Fills one template; keeps what the steps share.
class Filler {
public:
    Filler(const Poster& poster, const MergePlan& plan, const TableRow& row, const PictureFolder& pictures)
        : plan_(plan), row_(row), pictures_(pictures) {
        filled_.poster = poster;
    }

    FilledPoster fill() {
        if (row_.cells.size() != plan_.columns.size())
            problem({}, {}, "row-width", QString("The row has %1 cells, the table %2 columns; is a quote or a delimiter missing?")
                                             .arg(row_.cells.size()).arg(plan_.columns.size()));
        for (const Mapping& mapping : plan_.mappings) apply(mapping);
        for (const Placeholders& text : plan_.placeholders) replace(text);
        if (!plan_.prompt.isEmpty()) filled_.prompt = with_cells(plan_.prompt, plan_, row_);
        return std::move(filled_);
    }

private:
    QString cell(int column) const { return column < row_.cells.size() ? row_.cells[column] : QString(); }
    void problem(const QString& column, const QString& layer, const char* code, const QString& message) {
        filled_.problems.push_back({row_.number, column, layer, QString(code), message, Severity::error});
    }
    void problem(const Mapping& mapping, const char* code, const QString& message) {
        problem(plan_.columns[mapping.column], mapping.layer_name, code, message);
    }
    /// An empty cell that nobody has spoken about may be a mistake in the table.
    void point_out(int column, const QString& layer, const QString& message) {
        filled_.problems.push_back({row_.number, plan_.columns[column], layer, QStringLiteral("empty-cell"), message, Severity::warning});
    }
    void changed_text(LayerId id) {
        if (std::ranges::find(filled_.texts, id) == filled_.texts.end()) filled_.texts.push_back(id);
    }

    void apply(const Mapping& mapping) {
        const QString value = cell(mapping.column);
        if (value.trimmed().isEmpty()) {
            if (mapping.empty == EmptyCell::skip) filled_.skipped = true;
            if (mapping.empty == EmptyCell::clear) clear(mapping);
            if (!mapping.rule_is_given && mapping.decides == Decides::text)
                point_out(mapping.column, mapping.layer_name, QStringLiteral("The cell is empty, so this row's poster has no text there."));
            if (!mapping.rule_is_given && mapping.decides == Decides::picture)
                point_out(mapping.column, mapping.layer_name, QStringLiteral("The cell is empty, so this row's poster keeps the picture it has."));
            return;
        }
        switch (mapping.decides) {
            case Decides::text: set_text(mapping.layer, value); break;
            case Decides::picture: set_picture(mapping, value.trimmed()); break;
            case Decides::colour: set_colour(mapping, value.trimmed()); break;
            case Decides::visible: set_visible(mapping, value); break;
            case Decides::prompt: filled_.prompt = value; break;
            case Decides::seed: set_seed(mapping, value.trimmed()); break;
        }
    }

    void clear(const Mapping& mapping) {
        switch (mapping.decides) {
            case Decides::text: set_text(mapping.layer, {}); break;
            case Decides::picture:
            case Decides::visible: document::change_layer(filled_.poster, mapping.layer, [](Layer& layer) { layer.visible = false; }); break;
            case Decides::colour:
            case Decides::prompt:
            case Decides::seed: break;
        }
    }

    /// Text that was in one style throughout stays in it.
    void set_text(LayerId id, const QString& value) {
        document::change_layer(filled_.poster, id, [](Layer& layer) {
            document::Text& text = std::get<document::TextLayer>(layer.content).text;
            if (text.spans.size() == 1 && text.spans[0].begin == 0 && text.spans[0].end >= text.text.size()) text.style = text.spans[0].style;
            text.spans.clear();
        });
        if (const Layer* layer = filled_.poster.find(id))
            document::replace_text(filled_.poster, id, 0, static_cast<int>(std::get<document::TextLayer>(layer->content).text.text.size()), value);
        changed_text(id);
    }

    void replace(const Placeholders& wanted) {
        const Layer* layer = filled_.poster.find(wanted.layer);
        if (!layer) return;
        const std::vector<PlaceholderSpan> spans = placeholders_in(std::get<document::TextLayer>(layer->content).text.text);
        // From the back, so that what stands before keeps its place.
        for (std::size_t i = spans.size(); i-- > 0;) {
            const QString value = cell(wanted.columns[i]);
            if (value.trimmed().isEmpty() && plan_.empty_placeholder == EmptyCell::skip) filled_.skipped = true;
            if (value.trimmed().isEmpty() && !plan_.placeholder_rule_is_given)
                point_out(wanted.columns[i], wanted.layer_name, QStringLiteral("The cell is empty, so nothing stands in its place on this row's poster."));
            if (value.trimmed().isEmpty() && plan_.empty_placeholder == EmptyCell::keep) continue;
            document::replace_text(filled_.poster, wanted.layer, static_cast<int>(spans[i].begin), static_cast<int>(spans[i].end), value);
        }
        changed_text(wanted.layer);
    }

    void set_picture(const Mapping& mapping, const QString& name) {
        auto picture = pictures_.read(name);
        if (!picture) return problem(mapping, "missing-picture", QString::fromStdString(picture.error().message));
        const QString key = filled_.poster.add_picture(std::move(picture->bytes), picture->media_type, picture->name);
        document::change_layer(filled_.poster, mapping.layer, [&](Layer& layer) { std::get<document::PictureLayer>(layer.content).picture = key; });
    }

    void set_colour(const Mapping& mapping, const QString& value) {
        const QColor colour = QColor::fromString(value);
        if (!colour.isValid())
            return problem(mapping, "bad-colour", QString("“%1” is no colour; write #rrggbb or a name as in CSS.").arg(value));
        const document::Paint paint = document::Colour{colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF(), {}};
        const auto set = [&](std::vector<document::Fill>& fills) {
            if (fills.empty()) fills.push_back({});
            fills.front().paint = paint;
        };
        document::change_layer(filled_.poster, mapping.layer, [&](Layer& layer) {
            if (auto* shape = std::get_if<document::ShapeLayer>(&layer.content)) return set(shape->fills);
            document::Text& text = std::get<document::TextLayer>(layer.content).text;
            set(text.style.fills);
            for (document::Span& span : text.spans) set(span.style.fills);
        });
    }

    void set_visible(const Mapping& mapping, const QString& value) {
        const auto visible = yes_or_no(value);
        if (!visible) return problem(mapping, "bad-visibility", QString("“%1” is neither yes nor no.").arg(value.trimmed()));
        document::change_layer(filled_.poster, mapping.layer, [&](Layer& layer) { layer.visible = *visible; });
    }

    void set_seed(const Mapping& mapping, const QString& value) {
        bool whole = false;
        filled_.seed = value.toULongLong(&whole);
        if (!whole) problem(mapping, "bad-seed", QString("“%1” is no seed; write a whole number.").arg(value));
    }

    const MergePlan& plan_;
    const TableRow& row_;
    const PictureFolder& pictures_;
    FilledPoster filled_;
};

}  // namespace

Result<PictureFolder::Picture> PictureFolder::read(const QString& name) const {
    const fs::path relative = paths::from_qt(name);
    std::error_code error;
    const fs::path root = fs::weakly_canonical(root_, error);
    const fs::path file = fs::weakly_canonical(root / relative, error);
    // Symbolic links count as what they lead to.
    const auto [in_root, in_file] = std::ranges::mismatch(root, file);
    if (relative.is_absolute() || in_root != root.end())
        return fail(ErrorKind::invalid_input, "The picture “{}” lies outside the folder that pictures may come from.", name.toStdString());
    if (!fs::is_regular_file(file, error))
        return fail(ErrorKind::not_found, "There is no picture “{}” in the folder of the pictures.", name.toStdString());
    auto bytes = read_file(file, most_picture_bytes);
    if (!bytes) return fail(ErrorKind::io, "The picture “{}” cannot be read.", name.toStdString());
    Picture picture{QByteArray::fromStdString(*bytes), {}, paths::to_qt(file.filename())};
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    if (!reader.canRead()) return fail(ErrorKind::unsupported, "“{}” is no picture that can be read; use PNG, JPEG, WebP or TIFF.", name.toStdString());
    picture.media_type = QStringLiteral("image/") + QString::fromLatin1(reader.format() == "jpg" ? QByteArray("jpeg") : reader.format());
    return picture;
}

FilledPoster fill(const Poster& poster, const MergePlan& plan, const TableRow& row, const PictureFolder& pictures) {
    return Filler(poster, plan, row, pictures).fill();
}

QString with_cells(const QString& text, const MergePlan& plan, const TableRow& row) {
    QString filled = text;
    const auto spans = placeholders_in(text);
    for (std::size_t i = spans.size(); i-- > 0;) {
        const qsizetype column = plan.columns.indexOf(spans[i].column);
        filled.replace(spans[i].begin, spans[i].end - spans[i].begin, column >= 0 && column < row.cells.size() ? row.cells[column] : QString());
    }
    return filled;
}

std::optional<bool> yes_or_no(const QString& cell) {
    static const QStringList yes{"1", "yes", "y", "true", "on", "show", "x", "✓", "✔", "√", "是", "有", "显示", "sim", "mostrar"};
    static const QStringList no{"0", "no", "n", "false", "off", "hide", "-", "✗", "×", "否", "无", "隐藏", "não", "ocultar"};
    const QString word = cell.trimmed().toLower();
    if (yes.contains(word)) return true;
    if (no.contains(word)) return false;
    return std::nullopt;
}

}  // namespace haibao::merge

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRectF>
#include <memory>

#include "app/render/build.h"

// For a canvas that shows a poster while it is being edited: layers that did not change are not laid out again, and only
// what changed is painted again. One per canvas; not thread-safe, but the lists it returns are values.
namespace haibao::render {

/// Where an item can leave pixels, in points on the page.
QRectF extent_of(const Item& item);

class DisplayCache {
public:
    explicit DisplayCache(std::shared_ptr<const typeset::FontSet> fonts, BuildOptions options = {.marks = Marks::editing});

    struct Update {
        DisplayList list;      ///< its findings: those of build(), then texts that stand on each other
        QRectF dirty;  ///< points; what differs from the list before, the whole page with its bleed when the page does
    };
    /// The list of `poster`, built anew only where it differs from the poster of the last call.
    Update update(const document::Poster& poster);

private:
    /// A text, and when it was built.
    struct Text {
        document::LayerId id = document::LayerId::none;
        quint64 built = 0;
        QString name;
        QRectF extent;  ///< of its glyphs

        bool operator==(const Text& other) const { return id == other.id && built == other.built; }
    };
    struct Entry {
        document::Layer layer;
        LayerDrawing drawing;
        QRectF extent;
        std::vector<Text> texts;  ///< in it, those in groups, too; bottom first
    };
    /// Two texts, lower first, and whether they stand on each other.
    struct Pair {
        Text lower, upper;
        bool overlap;
    };
    static constexpr std::size_t most_pairs = 2000;
    std::vector<Text> texts_of(const Entry& entry);
    void find_overlaps(std::vector<Finding>& findings);
    bool pictures_changed(const document::Poster& poster) const;

    std::shared_ptr<const typeset::FontSet> fonts_;
    BuildOptions options_;
    std::vector<Entry> entries_;  ///< top-level layers, bottom first
    std::vector<Pair> pairs_;     ///< those whose extents meet
    quint64 built_ = 0;
    document::Page page_;
    QStringList pictures_;        ///< the keys that there were
    bool first_ = true;
};

}  // namespace haibao::render

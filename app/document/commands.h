// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <span>

#include "app/document/diff.h"

namespace haibao::document {

/// Steps of the same key that follow within a second of each other become one: typing, dragging, turning a wheel.
struct Merge {
    QString key;       ///< empty: a step of its own
    qint64 at_ms = 0;  ///< of any clock that only goes forward
};

/// A poster with undo and redo. Steps are differences, so their number is not limited and a long text that is typed into
/// costs that text, not the poster.
class History {
public:
    explicit History(Poster poster) : poster_(std::move(poster)) {}

    const Poster& poster() const { return poster_; }
    /// Makes a step of what `edit` does; false when that was nothing. `name` is what the menu shows: "Move layer".
    bool change(const QString& name, const std::function<void(Poster&)>& edit, const Merge& merge = {});
    /// The next step does not merge with the last: the caret moved, another style was chosen (typesetting-spec §19).
    void end_merging() { merge_key_.clear(); }
    /// The last step takes further changes of its key again, however long ago it was and whatever was undone and redone since.
    /// Nothing where it has another key, or where something could be redone.
    void resume_merging(const Merge& merge);
    /// The key of the last step in force whose key begins so; empty without one.
    QString last_key(QStringView beginning) const;

    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }
    QString undo_name() const { return can_undo() ? steps_[done_ - 1].name : QString(); }
    QString redo_name() const { return can_redo() ? steps_[done_].name : QString(); }
    bool undo();
    bool redo();

    /// As it is now it is on disk.
    void mark_clean();
    bool is_clean() const { return clean_ == static_cast<std::ptrdiff_t>(done_); }

private:
    struct Step {
        QString name;
        Diff diff;
        QString key;  ///< of its merging
    };
    bool merges(const Merge& merge) const;

    Poster poster_;
    std::vector<Step> steps_;
    std::size_t done_ = 0;        ///< steps that are in force
    std::ptrdiff_t clean_ = 0;    ///< done_ when it was saved; −1: that state cannot be reached any more
    QString merge_key_;
    qint64 merged_at_ = 0;
};

// Changes to hand to History::change(). Layers that do not exist are left out; none of them fails.

/// Gives the layer (and those in it) new ids. `index` counts from the bottom; −1 = on top. Returns its id.
LayerId add_layer(Poster& poster, Layer layer, LayerId parent = LayerId::none, int index = -1);
void remove_layers(Poster& poster, std::span<const LayerId> ids);
/// Into another group (none = the poster itself) or to another place; not into itself. `index` is the place it then has.
bool move_layer(Poster& poster, LayerId id, LayerId parent, int index);
/// On top of the original; returns the copy.
LayerId duplicate_layer(Poster& poster, LayerId id);
/// Puts the layers, in their order, into a new group where the uppermost was. None when there is nothing to group.
LayerId group_layers(Poster& poster, std::span<const LayerId> ids, const QString& name);
/// The layers of a group take its place.
bool ungroup(Poster& poster, LayerId id);
bool change_layer(Poster& poster, LayerId id, const std::function<void(Layer&)>& edit);
/// Replaces UTF-16 units `begin` to `end` of a text layer; spans move along, those that lose all their characters go.
bool replace_text(Poster& poster, LayerId id, int begin, int end, const QString& with);

}  // namespace haibao::document

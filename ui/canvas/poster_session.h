// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/document/poster.h"
#include "app/render/display_list.h"
#include "inference/base/result.h"

namespace haibao::document {
class PosterFile;
struct Merge;
}

namespace haibao::ui {

/// One open poster: its value, its past, what is selected, and the file it is continuously saved in. Everything that shows
/// or changes a poster talks to this.
class PosterSession : public QObject {
    Q_OBJECT
public:
    /// A poster never given a name lives in the state folder until it gets one. Its title, and the names of its steps, may be
    /// lasting() words.
    static Result<std::unique_ptr<PosterSession>> create(document::Poster poster, const QString& title);
    /// A poster of ours to look at and try out: the user's as soon as it is changed or gets a name.
    static Result<std::unique_ptr<PosterSession>> create_example(document::Poster poster, const QString& title);
    /// Where posters without a name are kept; after a crash, what is to be opened again.
    static std::filesystem::path unsaved_folder();
    /// What an earlier run left there, but for what the window of another library has open. Examples that nobody touched are removed.
    static std::vector<std::filesystem::path> left_over();
    /// A poster without a name, in another window.
    static bool is_open_elsewhere(const std::filesystem::path& file);
    static Result<std::unique_ptr<PosterSession>> open(const std::filesystem::path& file);
    /// create() and open() in two steps, for posters that may be large: reading and writing, on any thread…
    static Result<document::PosterFile> read(const std::filesystem::path& file);
    static Result<document::PosterFile> keep_unnamed(const document::Poster& poster);
    /// …and the session of it, in the window's. `title`: of a poster that was just made; empty for one that was there before.
    static std::unique_ptr<PosterSession> of(document::PosterFile&& file, const QString& title = {});
    ~PosterSession() override;
    /// The end of a session whose changes may be lost. The file of a poster that never got a name goes with it.
    static void discard(std::unique_ptr<PosterSession> session);

    /// As it is to be shown, with a change that is still going on.
    const document::Poster& poster() const;
    /// As it is kept.
    const document::Poster& settled() const;
    QString title() const;
    bool has_name() const;
    /// A file that may only be read: changes are kept once it is saved under another name.
    bool read_only() const;
    /// Was made in an earlier run and never given a name.
    bool was_left_over() const;
    bool is_untouched_example() const;
    using Then = std::function<void(Result<void>)>;
    /// `then`, once every change is on disk. Error: why it is not (a file that may only be read, a full disk).
    void settle(Then then);
    std::filesystem::path file() const;
    /// Gives it a name (moves it out of the state folder), or another one. Replaces the file that is there. Written in the
    /// background; changes that are made meanwhile come into the new file, too.
    void save_as(const std::filesystem::path& file, Then then);

    /// One undoable step. Steps with the same `merge` key that follow each other within a second become one.
    void change(const QString& what, const std::function<void(document::Poster&)>& edit, const QString& merge = {});
    void change_layer(const QString& what, document::LayerId id, const std::function<void(document::Layer&)>& edit, const QString& merge = {});
    /// Adds to the last step when that has this key, however long ago it was, also when it was undone and redone; else a step of
    /// its own.
    void add_to_step(const QString& what, const std::function<void(document::Poster&)>& edit, const QString& key);
    /// Another number after every step, undo and redo; never 0.
    quint64 revision() const { return revision_; }
    /// Shows an edit that is still going on (a drag, a composition); `finish_preview` makes it a step, `drop_preview` forgets it.
    void preview(const std::function<void(document::Poster&)>& edit);
    void finish_preview(const QString& what);
    void drop_preview();
    bool previewing() const { return preview_.has_value(); }
    void undo();
    void redo();
    /// The next step stands for itself: the caret moved, the focus left.
    void end_merging();
    QString undo_name() const;  ///< empty = nothing to undo
    QString redo_name() const;

    const std::vector<document::LayerId>& selection() const { return selection_; }
    void select(std::vector<document::LayerId> ids);
    /// The selected layer, when it is exactly one.
    const document::Layer* selected() const;

    /// What rendering found: missing glyphs, overflow, low resolution. Set by the canvas after each rendering.
    const std::vector<render::Finding>& findings() const { return findings_; }
    void set_findings(std::vector<render::Finding> findings);

    /// What type stands on: the page as it was last shown but for its texts and their rules, small; null before that. Set by
    /// the canvas.
    const QImage& backdrop() const { return backdrop_; }
    void set_backdrop(const QImage& backdrop) { backdrop_ = backdrop; }
    /// The key for a step that gives the poster another ground, which its texts do not suit yet.
    QString new_ground_step();
    /// The key of the step that the ground of now comes from, until its texts suit it; empty else, and while something could be
    /// redone, which another change would forbid.
    QString new_ground() const;
    void set_ground_suited(const QString& key) { new_grounds_.removeAll(key); }
    /// Layers as they stood before the direction of a text was last changed, and right after.
    struct Turn {
        std::vector<document::Layer> before, after;
    };
    const Turn& last_turn() const { return last_turn_; }
    void set_last_turn(Turn turn) { last_turn_ = std::move(turn); }

signals:
    void changed();
    void selection_changed();
    void history_changed();
    void findings_changed();
    void name_changed();
    void failed(const haibao::Error& error);

private:
    PosterSession();
    struct Kept;  ///< file and history
    void make_step(const QString& what, const std::function<void(document::Poster&)>& edit, const document::Merge& merge);
    void changed_for_good();
    void move_to(document::PosterFile&& file);
    void forget_vanished_selection();
    void no_example_any_more();

    std::unique_ptr<Kept> kept_;
    std::optional<document::Poster> preview_;
    std::vector<document::LayerId> selection_;
    std::vector<render::Finding> findings_;
    QImage backdrop_;
    QStringList new_grounds_;
    Turn last_turn_;
    quint64 revision_ = 1;
};

}  // namespace haibao::ui

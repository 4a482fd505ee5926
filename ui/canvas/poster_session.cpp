// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/poster_session.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThreadPool>
#include <QUuid>
#include <algorithm>
#include <atomic>
#include <fstream>

#include "app/core/paths.h"
#include "app/document/commands.h"
#include "app/document/file.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::LayerId;
using document::Poster;

constexpr const char* untouched = ".untouched";
/// Stands beside the file of an example as long as nobody touched it. Gone before the first change is saved, so that no change is
/// ever taken for none, whenever the program is torn away.
std::filesystem::path untouched_mark(std::filesystem::path file) { return file += untouched; }

void remove_file(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

}  // namespace

/// Saves in the background, one save after the other, always the newest state.
class Saver : public std::enable_shared_from_this<Saver> {
public:
    explicit Saver(document::PosterFile file) : file_(std::move(file)) { thread_.setMaxThreadCount(1); }
    ~Saver() { thread_.waitForDone(); }

    void save(PosterSession* session, Poster poster) {
        if (file_.read_only()) {
            if (!refused_.exchange(true)) emit session->failed(refusal());
            return;
        }
        if (saving_) {
            next_ = std::move(poster);
            return;
        }
        saving_ = true;
        thread_.start([this, session, post = Post(session), poster = std::move(poster)] {
            auto saved = file_.save(poster);
            // Not delivered to a session that is gone, nor to one that meanwhile saves elsewhere.
            post([self = weak_from_this(), session, saved] {
                const auto saver = self.lock();
                if (!saver) return;
                saver->saving_ = false;
                if (!saved) emit session->failed(saved.error());
                if (saver->next_) saver->save(session, *std::exchange(saver->next_, std::nullopt));
            });
        });
    }
    /// Runs `work` after all saves that were asked for, and hands what it returns to `then` in the session's thread.
    template <class Work, class Then>
    void after_saves(PosterSession* session, Work work, Then then) {
        thread_.start([post = Post(session), work = std::move(work), then = std::move(then)]() mutable {
            post([result = work(), then = std::move(then)]() mutable { then(std::move(result)); });
        });
    }
    void settle(PosterSession* session, Poster poster, PosterSession::Then then) {
        after_saves(session, [this, poster = std::move(poster)] { return put(poster); }, std::move(then));
    }
    /// Writes a file of another name and opens it.
    template <class Then>
    void write(PosterSession* session, Poster poster, const std::filesystem::path& path, Then then) {
        after_saves(session, [this, poster = std::move(poster), path]() -> Result<document::PosterFile> {
            (void)put(poster);  // what this file cannot take, the new one gets
            auto written = document::write_poster(poster, path, IfExists::overwrite);
            return written ? document::PosterFile::open(*written, document::PosterFile::Mode::edit) : pass_on(written);
        }, std::move(then));
    }
    /// Blocks until everything is on disk.
    void finish(const Poster& poster) {
        thread_.waitForDone();
        (void)put(poster);
    }
    const std::filesystem::path& path() const { return file_.file(); }
    bool read_only() const { return file_.read_only(); }

private:
    Result<void> put(const Poster& poster) {
        if (!file_.read_only()) return file_.save(poster);
        return refused_ ? std::unexpected(refusal()) : Result<void>();
    }
    Error refusal() const {
        return {ErrorKind::io, PosterSession::tr("%1 may only be read. Save the poster under another name to keep your changes.")
                                   .arg(paths::to_qt(path().filename()))
                                   .toStdString(),
                translated};
    }

    document::PosterFile file_;
    QThreadPool thread_;
    std::optional<Poster> next_;
    bool saving_ = false;
    std::atomic<bool> refused_ = false;  ///< a change was made to a file that may only be read
};

struct PosterSession::Kept {
    document::History history;
    std::shared_ptr<Saver> saver;
    bool named = false;
    bool left_over = false;
    QString title;
    bool untouched_example = false;
    QString info_title = {};  ///< the poster's own, when it was last looked at
    QElapsedTimer clock = {};
};

PosterSession::PosterSession() = default;

PosterSession::~PosterSession() {
    // Whatever was still being dragged is not a step; everything else is saved already or now.
    if (kept_) kept_->saver->finish(kept_->history.poster());
}

void PosterSession::discard(std::unique_ptr<PosterSession> session) {
    const std::filesystem::path path = session->file();
    const bool unnamed = !session->kept_->named;
    session->kept_.reset();  // nobody else has the session any more; waits for a save that is still going on
    session.reset();
    if (!unnamed) return;
    remove_file(path);
    remove_file(untouched_mark(path));
}

std::filesystem::path PosterSession::unsaved_folder() { return paths::state() / "unsaved"; }

Result<document::PosterFile> PosterSession::read(const std::filesystem::path& path) { return document::PosterFile::open(path, document::PosterFile::Mode::edit); }

Result<document::PosterFile> PosterSession::keep_unnamed(const Poster& poster) {
    std::error_code error;
    std::filesystem::create_directories(unsaved_folder(), error);
    const std::string name = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".haibao";
    auto written = document::write_poster(poster, unsaved_folder() / name, IfExists::unique);
    return written ? read(*written) : pass_on(written);
}

std::unique_ptr<PosterSession> PosterSession::of(document::PosterFile&& file, const QString& title) {
    std::unique_ptr<PosterSession> session(new PosterSession);
    std::error_code ignored;
    const std::filesystem::path path = file.file();
    const bool named = !std::filesystem::equivalent(path.parent_path(), unsaved_folder(), ignored);
    Poster poster = file.poster();
    const QString found = named ? QFileInfo(paths::to_qt(path)).completeBaseName() : poster.info.title.isEmpty() ? lasting("haibao::ui::PosterSession", QT_TR_NOOP("Untitled")) : poster.info.title;
    session->kept_.reset(new Kept{document::History(std::move(poster)), std::make_shared<Saver>(std::move(file)), named, !named && title.isEmpty(),
                                  title.isEmpty() ? found : title});
    session->kept_->info_title = session->kept_->history.poster().info.title;
    session->kept_->clock.start();
    return session;
}

Result<std::unique_ptr<PosterSession>> PosterSession::create(Poster poster, const QString& title) {
    auto file = keep_unnamed(poster);
    return file ? Result<std::unique_ptr<PosterSession>>(of(std::move(*file), title)) : pass_on(file);
}

Result<std::unique_ptr<PosterSession>> PosterSession::create_example(Poster poster, const QString& title) {
    auto session = create(std::move(poster), title);
    if (session) (*session)->kept_->untouched_example = std::ofstream(untouched_mark((*session)->file())).good();
    return session;
}

void PosterSession::forget_examples() {
    std::vector<std::filesystem::path> marks;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(unsaved_folder(), ignored))
        if (entry.path().extension() == untouched) marks.push_back(entry.path());
    for (const std::filesystem::path& mark : marks) {  // the file first: whenever this is torn away, the mark tells what is left to do
        remove_file(std::filesystem::path(mark).replace_extension());
        remove_file(mark);
    }
}

Result<std::unique_ptr<PosterSession>> PosterSession::open(const std::filesystem::path& path) {
    auto file = read(path);
    return file ? Result<std::unique_ptr<PosterSession>>(of(std::move(*file))) : pass_on(file);
}

const Poster& PosterSession::poster() const { return preview_ ? *preview_ : kept_->history.poster(); }
const Poster& PosterSession::settled() const { return kept_->history.poster(); }
QString PosterSession::title() const { return said_now(kept_->title); }
bool PosterSession::has_name() const { return kept_->named; }
bool PosterSession::read_only() const { return kept_->saver->read_only(); }
bool PosterSession::was_left_over() const { return kept_->left_over; }
bool PosterSession::is_untouched_example() const { return kept_->untouched_example; }

void PosterSession::no_example_any_more() {
    if (std::exchange(kept_->untouched_example, false)) remove_file(untouched_mark(file()));
}

void PosterSession::settle(Then then) {
    kept_->saver->settle(this, kept_->history.poster(), [this, before = kept_->saver.get(), then = std::move(then)](Result<void> settled) {
        if (kept_->saver.get() != before) return settle(then);  // it has got another file meanwhile
        then(std::move(settled));
    });
}

std::filesystem::path PosterSession::file() const { return kept_->saver->path(); }

void PosterSession::save_as(const std::filesystem::path& path, Then then) {
    std::error_code ignored;
    if (std::filesystem::equivalent(file(), path, ignored)) return settle(std::move(then));
    const Poster& poster = kept_->history.poster();
    kept_->saver->write(this, poster, path, [this, poster, then = std::move(then)](Result<document::PosterFile> written) {
        if (!written) return then(pass_on(written));
        move_to(std::move(*written));
        if (!(poster == kept_->history.poster())) kept_->saver->save(this, kept_->history.poster());
        then({});
    });
}

void PosterSession::move_to(document::PosterFile&& file) {
    no_example_any_more();
    const bool was_unsaved = !std::exchange(kept_->named, true);
    kept_->title = QFileInfo(paths::to_qt(file.file())).completeBaseName();
    auto before = std::exchange(kept_->saver, std::make_shared<Saver>(std::move(file)));
    QThreadPool::globalInstance()->start([before = std::move(before), was_unsaved]() mutable {
        const std::filesystem::path old = before->path();
        before.reset();  // waits for a save that is still going on
        if (was_unsaved) remove_file(old);
    });
    emit name_changed();
}

void PosterSession::change(const QString& what, const std::function<void(Poster&)>& edit, const QString& merge) {
    make_step(what, edit, {merge, kept_->clock.elapsed()});
}

void PosterSession::add_to_step(const QString& what, const std::function<void(Poster&)>& edit, const QString& key) {
    const document::Merge merge{key, kept_->clock.elapsed()};
    kept_->history.resume_merging(merge);
    make_step(what, edit, merge);
}

constexpr QStringView ground_key = u"ground ";

QString PosterSession::new_ground_step() {
    static int number = 0;
    new_grounds_ << ground_key.toString() + QString::number(++number);
    return new_grounds_.last();
}

QString PosterSession::new_ground() const {
    const QString now = kept_->history.last_key(ground_key);
    return !kept_->history.can_redo() && new_grounds_.contains(now) ? now : QString();
}

void PosterSession::make_step(const QString& what, const std::function<void(Poster&)>& edit, const document::Merge& merge) {
    preview_.reset();
    if (!kept_->history.change(what, edit, merge)) return emit changed();  // a preview may have been on show
    changed_for_good();
}

void PosterSession::change_layer(const QString& what, LayerId id, const std::function<void(document::Layer&)>& edit, const QString& merge) {
    change(what, [&](Poster& poster) { document::change_layer(poster, id, edit); }, merge);
}

void PosterSession::changed_for_good() {
    ++revision_;
    no_example_any_more();
    forget_vanished_selection();
    // A poster without a name is called after its title, as soon as it gets one.
    const QString title = kept_->history.poster().info.title;
    if (!kept_->named && !title.isEmpty() && title != std::exchange(kept_->info_title, title)) {
        kept_->title = title;
        emit name_changed();
    }
    kept_->saver->save(this, kept_->history.poster());
    emit changed();
    emit history_changed();
}

void PosterSession::preview(const std::function<void(Poster&)>& edit) {
    Poster shown = kept_->history.poster();
    edit(shown);
    preview_ = std::move(shown);
    emit changed();
}

void PosterSession::finish_preview(const QString& what) {
    if (!preview_) return;
    Poster shown = std::move(*preview_);
    change(what, [&shown](Poster& poster) { poster = std::move(shown); });
}

void PosterSession::drop_preview() {
    preview_.reset();
    emit changed();
}

void PosterSession::undo() {
    preview_.reset();
    if (!kept_->history.undo()) return;
    changed_for_good();
}

void PosterSession::redo() {
    preview_.reset();
    if (!kept_->history.redo()) return;
    changed_for_good();
}

void PosterSession::end_merging() { kept_->history.end_merging(); }
QString PosterSession::undo_name() const { return said_now(kept_->history.undo_name()); }
QString PosterSession::redo_name() const { return said_now(kept_->history.redo_name()); }

void PosterSession::select(std::vector<LayerId> ids) {
    if (ids == selection_) return;
    selection_ = std::move(ids);
    emit selection_changed();
}

const document::Layer* PosterSession::selected() const { return selection_.size() == 1 ? poster().find(selection_.front()) : nullptr; }

void PosterSession::forget_vanished_selection() {
    const auto gone = std::erase_if(selection_, [this](LayerId id) { return !poster().find(id); });
    if (gone) emit selection_changed();
}

void PosterSession::set_findings(std::vector<render::Finding> findings) {
    const auto same = [](const render::Finding& a, const render::Finding& b) { return a.layer == b.layer && a.message == b.message; };
    if (std::ranges::equal(findings_, findings, same)) return;
    findings_ = std::move(findings);
    emit findings_changed();
}

}  // namespace haibao::ui

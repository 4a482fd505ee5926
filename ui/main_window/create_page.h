// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "ui/canvas/canvas_view.h"
#include "ui/main_window/asked_file.h"
#include "ui/main_window/studio.h"
#include "ui/prompt/prompt_panel.h"

class QLabel;
class QTabWidget;
class QToolBar;

namespace haibao::ui {

class LayersPanel;
class PropertiesPanel;
class ResultStrip;
class TemplateDrawer;

/// The place where posters are made: prompt left, canvas in the middle with a tab per poster, layers and properties right,
/// results and queue below. A window within the window, so that its panels are docks of its own.
class CreatePage : public QMainWindow {
    Q_OBJECT
public:
    explicit CreatePage(Studio* studio, QWidget* parent = nullptr);
    ~CreatePage() override;

    PosterSession* session() const;  ///< of the front tab; null without one
    CanvasView* canvas() const;
    PromptPanel* prompt() const { return prompt_; }
    ResultStrip* strip() const { return strip_; }
    const std::vector<std::unique_ptr<PosterSession>>& sessions() const { return sessions_; }

    void new_poster(const document::Page& page);
    /// Another size for the poster in front.
    void choose_page(const document::Page& page);
    /// Called with the poster once it is open, or with null: it could not be opened, which was said then, or was closed before.
    using Opened = std::function<void(PosterSession*)>;
    /// A poster, its JSON form or a picture, by the ending of its name. All of these are read in the background, however large
    /// they are; their tabs say so meanwhile.
    void open(const std::filesystem::path& file, const Opened& then = {});
    void open_poster(const std::filesystem::path& file, const Opened& then = {});
    /// As the ground of a new poster; a picture of the library with its words as live text.
    void open_picture(const std::filesystem::path& file, const Opened& then = {});
    void open_json(const std::filesystem::path& file, const Opened& then = {});
    bool opening() const { return !opening_.empty(); }
    /// All that is being worked on: posters with their undo, what is on its way to them, and what the prompt panel holds.
    struct Work;
    /// Leaves this page empty.
    Work hand_over();
    void take_over(Work work);
    bool close_poster(int tab);  ///< asks for a poster that never got a name; false = stays
    void close_current();
    /// Whether the window may close: every change is on disk, or the user said that it may be lost.
    bool may_end();
    bool open_example(document::Poster poster);
    bool save();
    bool save_as(PosterSession* of = nullptr);  ///< null: the one in front
    void insert_picture();
    /// The file is one of the recent ones from now on.
    void note_recent(const std::filesystem::path& file);
    void toggle_panels();
    void set_device(const QString& name) { device_ = name; }
    void set_model(const QString& name);
    /// Where the panels are.
    struct Panels {
        QByteArray docks;
        std::optional<bool> low;  ///< whether the page was too low for all of them; nothing: never seen
        bool folded = false;      ///< it was the page that put layers and properties into one place
    };
    Panels panels() const { return {saveState(), low_, folded_}; }
    void set_panels(const Panels& panels);
    void save_layout() const;
    void restore_layout();
    QStringList open_files() const;
    /// For the menus: one of the tools, what is shown over the canvas.
    const QList<QAction*>& tool_actions() const { return tool_actions_; }
    const QList<QAction*>& view_actions() const { return view_actions_; }
    /// What the canvas offers under the right mouse button, and hears keys for while it has the focus.
    void set_canvas_actions(const QList<QAction*>& actions);

signals:
    void session_changed();  ///< another tab, or none
    void said(const QString& sentence);
    void pace_changed(const QString& words);  ///< "about 8 s a poster"; empty: not known

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build_docks();
    void adapt_to_height();
    void build_canvas_bar();
    void build_tools();
    void build_view_options();
    /// In the place of a tab that said that it opens, or as the last one.
    void add_session(std::unique_ptr<PosterSession> session, QWidget* instead_of = nullptr);
    using Read = std::function<Result<document::PosterFile>()>;
    using Use = std::function<PosterSession*(document::PosterFile&& file, QWidget* tab)>;
    /// A tab that says that `file` opens, until `read` is done in the background. `use` is left out when it was closed meanwhile.
    void open_in_tab(const std::filesystem::path& file, const QString& failed, Read read, Use use, const Opened& then);
    /// A poster that is made from a file, and has no name yet.
    void open_new(const std::filesystem::path& file, const QString& failed, const std::function<Result<document::Poster>()>& make, const Opened& then);
    PosterSession* show_opened(std::unique_ptr<PosterSession> session, QWidget* tab, const QStringList& unknown);
    void show_tab_of(const PosterSession* session);
    void show_session();
    void generate();
    /// Where what is asked for now will be shown: the poster in front when it is blank or bears the same words, else a new one.
    PosterSession* poster_for(const Draft& draft);
    void use_picture(const Tile& tile, PosterSession* target);
    bool may_lose_nothing(const QPointer<CanvasView>& view);
    using Saving = std::function<void(PosterSession::Then)>;
    Result<void> wait_for(const Saving& saving);
    PosterSession* session_of(const std::filesystem::path& file) const;
    void repaint_region(document::LayerId layer, const QImage& mask);
    bool use_repainted(const Tile& tile, const QByteArray& bytes, PosterSession* target);
    void picture_ready(const Tile& tile);
    void use_library(const QString& folder);
    /// Writes down which poster waits for which job: when the program is torn away, the job goes on at the next start.
    void keep_asked();
    /// Jobs of an earlier run whose posters are open now are theirs again.
    void claim_asked();
    void update_estimate();
    void update_zoom(double zoom);
    void drop_files(const QStringList& files);
    void insert_pictures(const QStringList& pictures);
    void say_no_poster();
    void retitle(PosterSession* session);
    QDockWidget* dock(const QString& name, const QString& title, QWidget* widget, Qt::DockWidgetArea area);

    Studio* studio_;
    QTabWidget* tabs_;
    std::vector<std::unique_ptr<PosterSession>> sessions_;
    PromptPanel* prompt_;
    LayersPanel* layers_;
    PropertiesPanel* properties_;
    ResultStrip* strip_;
    TemplateDrawer* templates_;
    QToolBar* canvas_bar_;
    QLabel* zoom_label_;
    QList<QAction*> tool_actions_, view_actions_, canvas_actions_;
    ViewOptions view_options_;
    std::vector<QDockWidget*> docks_;
    std::vector<bool> shown_before_;
    QString model_ = "builtin", device_ = "auto";
    /// Jobs that paint a region anew, with the layer that it belongs to.
    struct Repainted {
        QPointer<PosterSession> session;
        document::LayerId layer = document::LayerId::none;
    };
    QHash<qint64, Repainted> repaints_;
    struct Asked {
        Draft draft;
        QPointer<PosterSession> session;
    };
    struct Opening {
        std::filesystem::path file;
        QPointer<QWidget> tab;
        std::shared_ptr<std::vector<Opened>> then;
    };
    std::vector<Opening>::iterator opening_of(const std::filesystem::path& file);
    std::vector<Opening> opening_;
    QString library_;  ///< whose jobs asked_ and repaints_ speak of
    struct Unclaimed {
        AskedFor asked;
        bool over;  ///< when it was found
    };
    std::vector<Unclaimed> unclaimed_;  ///< of an earlier run; their posters are not open yet
    std::map<qint64, Asked> asked_;  ///< by job: what its pictures were asked for with, and for which poster
    bool panels_hidden_ = false;
    std::optional<bool> low_;  ///< as the panels were last adapted to
    bool folded_ = false;      ///< by the page, not by the user
    QList<int> heights_;       ///< of the two panels before that
    /// The last change of the page's size.
    struct TriedPage {
        QPointer<PosterSession> session;
        document::Poster before, after;
    };
    std::optional<TriedPage> tried_page_;
};

struct CreatePage::Work {
    std::vector<std::unique_ptr<PosterSession>> posters;  ///< in the order of their tabs; without an example that nobody touched
    PosterSession* front = nullptr;  ///< null: the example
    bool example = false;            ///< an untouched one was open
    std::vector<std::filesystem::path> opening;
    PromptPanel::State prompt;
    QString library;
    std::map<qint64, Asked> asked;
    QHash<qint64, Repainted> repaints;
};

}  // namespace haibao::ui

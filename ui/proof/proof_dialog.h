// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>
#include <memory>
#include <stop_token>

#include "app/proof/proof.h"
#include "ui/canvas/poster_session.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QProgressBar;
class QPushButton;

namespace haibao::ui {

/// The texts of a poster, painted and live, as they are read and measured in the background: each with its verdict and a picture
/// of its place. Choosing one selects its layer and goes there; painted words that are wrong give way to live text at one click,
/// or the picture is painted again.
class ProofDialog : public QDialog {
    Q_OBJECT
public:
    explicit ProofDialog(PosterSession* session, QWidget* parent = nullptr);
    ~ProofDialog() override;

    /// Reads the poster as it is now.
    void check();
    bool busy() const { return work_ != nullptr; }

signals:
    /// A text's place on the page, points.
    void place_chosen(const QRectF& page);
    /// The prompt of a picture whose texts are not right, to be painted with another seed than this one.
    void paint_again(const QString& prompt, quint64 seed);
    void finished_work();

private:
    struct Seen;  ///< what a check found, with pictures of the places
    struct Work;  ///< what runs in the background

    void build();
    void run(const QString& words, const std::function<std::function<void()>(std::stop_token)>& work);
    void show_proof(std::shared_ptr<const Seen> seen);
    void add_row(const QString& mark, const QString& text, const QString& explanation, const QImage& place, document::LayerId layer, const QRectF& page);
    void choose(const QListWidgetItem* item);
    void replace();
    void repaint();
    void say(const QString& sentence);

    QPointer<PosterSession> session_;
    std::shared_ptr<const Seen> seen_;
    std::shared_ptr<Work> work_;
    QLabel* summary_;
    QListWidget* list_;
    QProgressBar* progress_;
    QPushButton *again_, *replace_, *repaint_;
};

class CanvasView;
/// Brings a place of the page to the middle of the canvas, large enough to be judged.
void show_place(CanvasView& canvas, const QRectF& page);

}  // namespace haibao::ui

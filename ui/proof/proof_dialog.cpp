// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/proof_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>
#include <algorithm>

#include "app/proof/replace.h"
#include "app/render/build.h"
#include "app/render/pictures.h"
#include "app/render/pixels.h"
#include "ui/canvas/canvas_view.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr QSize place_size(150, 60);

QString verdict_words(proof::Verdict verdict) {
    switch (verdict) {
        case proof::Verdict::right: return ProofDialog::tr("Right");
        case proof::Verdict::wrong: return ProofDialog::tr("Wrong characters");
        case proof::Verdict::missing: return ProofDialog::tr("Missing");
        case proof::Verdict::extra: return ProofDialog::tr("Nobody asked for it");
        case proof::Verdict::not_judged: break;
    }
    return ProofDialog::tr("Too small to be judged");
}

QString problem_words(proof::Problem problem) {
    switch (problem) {
        case proof::Problem::characters: return ProofDialog::tr("The font lacks characters");
        case proof::Problem::clipped: return ProofDialog::tr("Does not fit its box");
        case proof::Problem::off_page: return ProofDialog::tr("Reaches over the edge of the page");
        case proof::Problem::near_edge: return ProofDialog::tr("Close to the edge, where it may be trimmed");
        case proof::Problem::covered: return ProofDialog::tr("Covered by what lies above");
        case proof::Problem::unreadable: return ProofDialog::tr("Hard to read on its ground");
        case proof::Problem::overlapping: break;
    }
    return ProofDialog::tr("Stands on another text");
}

QString explanation_of(const proof::PaintedText& text) {
    if (text.verdict == proof::Verdict::wrong) return ProofDialog::tr("Wrong characters: “%1” is shown").arg(text.read);
    return verdict_words(text.verdict);
}

QString explanation_of(const proof::LiveText& text) {
    QStringList words;
    for (const proof::LiveFinding& finding : text.findings) words << problem_words(finding.problem);
    words.removeDuplicates();
    if (words.isEmpty()) words << ProofDialog::tr("Right, contrast %1").arg(text.contrast, 0, 'f', 1);
    return words.join(QStringLiteral(" · "));
}

/// The place with some of what is around it.
QImage cut_out(const QImage& page, const QRectF& place) {
    const double margin = 0.15 * std::max(place.width(), place.height());
    const QRect part = place.adjusted(-margin, -margin, margin, margin).toAlignedRect() & page.rect();
    if (part.isEmpty()) return {};
    const QImage cut = page.copy(part).scaled(place_size * 2, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage framed(place_size * 2, QImage::Format_ARGB32_Premultiplied);
    framed.fill(Qt::transparent);
    QPainter(&framed).drawImage((framed.width() - cut.width()) / 2, (framed.height() - cut.height()) / 2, cut);
    framed.setDevicePixelRatio(2);
    return framed;
}

}  // namespace

struct ProofDialog::Seen {
    struct Row {
        QString mark, text, explanation;
        QImage place;
        document::LayerId layer = document::LayerId::none;
        QRectF page;
    };
    proof::Proof proof;
    std::vector<Row> rows;
};

struct ProofDialog::Work {
    std::stop_source stop;
};

namespace {

/// From a picture layer's pixels to the page, by the chain of its groups.
QTransform to_page_of(const std::vector<document::Layer>& layers, document::LayerId id, QSize pixels, bool& found) {
    for (const document::Layer& layer : layers) {
        if (const auto* picture = std::get_if<document::PictureLayer>(&layer.content); picture && layer.id == id) {
            found = true;
            return render::picture_to_frame(*picture, pixels, layer.placement.frame.size()) * layer.placement.to_page();
        }
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content)) {
            const QTransform inside = to_page_of(group->layers, id, pixels, found);
            if (found) return inside * layer.placement.to_page();
        }
    }
    return {};
}

}  // namespace

ProofDialog::ProofDialog(PosterSession* session, QWidget* parent) : QDialog(parent), session_(session) {
    setWindowTitle(tr("Check text"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 460);
    build();
    check();
}

ProofDialog::~ProofDialog() {
    if (work_) work_->stop.request_stop();
}

void ProofDialog::build() {
    auto* layout = new QVBoxLayout(this);
    summary_ = new QLabel;
    summary_->setWordWrap(true);
    layout->addWidget(summary_);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Texts of the poster"));
    list_->setIconSize(place_size);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    layout->addWidget(list_, 1);
    progress_ = new QProgressBar;
    progress_->setRange(0, 0);
    layout->addWidget(progress_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    again_ = buttons->addButton(tr("Check again"), QDialogButtonBox::ResetRole);
    repaint_ = buttons->addButton(tr("Paint again"), QDialogButtonBox::ActionRole);
    repaint_->setToolTip(tr("Paint the picture anew: only the seed changes"));
    replace_ = buttons->addButton(tr("Replace by live text"), QDialogButtonBox::ActionRole);
    replace_->setToolTip(tr("Take the wrong words out of the picture and set them as live text in their place"));
    make_primary(replace_);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(again_, &QPushButton::clicked, this, &ProofDialog::check);
    connect(replace_, &QPushButton::clicked, this, &ProofDialog::replace);
    connect(repaint_, &QPushButton::clicked, this, &ProofDialog::repaint);
    connect(list_, &QListWidget::itemClicked, this, &ProofDialog::choose);
    connect(list_, &QListWidget::itemActivated, this, &ProofDialog::choose);
}

/// `work` runs in the background and returns what is to be done here afterwards.
void ProofDialog::run(const QString& words, const std::function<std::function<void()>(std::stop_token)>& work) {
    if (work_) return;
    work_ = std::make_shared<Work>();
    say(words);
    progress_->show();
    for (QPushButton* button : {again_, replace_, repaint_}) button->setEnabled(false);
    QThreadPool::globalInstance()->start([dialog = QPointer<ProofDialog>(this), work, token = work_->stop.get_token()] {
        const std::function<void()> done = work(token);
        QMetaObject::invokeMethod(qApp, [dialog, done] {
            if (!dialog) return;
            dialog->work_.reset();
            dialog->progress_->hide();
            dialog->again_->setEnabled(true);
            done();
            emit dialog->finished_work();
        });
    });
}

void ProofDialog::say(const QString& sentence) { summary_->setText(sentence); }

void ProofDialog::check() {
    if (!session_) return;
    list_->clear();
    run(tr("Reading the texts…"), [this, poster = session_->poster()](std::stop_token stop) -> std::function<void()> {
        proof::Ocr ocr;
        const auto fonts = typeset::FontSet::system();
        auto proof = proof::proof_poster(poster, *fonts, ocr, stop);
        if (!proof) return [this, error = proof.error()] { say(words_of(error)); };
        auto seen = std::make_shared<Seen>();
        render::PixelSettings settings;
        const QSizeF page = poster.page.points();
        const double scale = std::min(2.0, 2000 / std::max(page.width(), page.height()));
        settings.size = (page * scale).toSize().expandedTo({1, 1});
        const auto image = render::render_image(render::build(poster, *fonts), settings);
        const auto place = [&](const QRectF& where) { return image ? cut_out(*image, QRectF(where.topLeft() * scale, where.size() * scale)) : QImage(); };
        for (const proof::PictureProof& picture : proof->pictures) {
            bool found = false;
            const QTransform to_page = to_page_of(poster.layers, picture.layer, picture.size, found);
            for (const proof::PaintedText& text : picture.painted.texts) {
                const QRectF where = text.place.isEmpty() ? QRectF() : to_page.map(text.place).boundingRect();
                const bool good = text.verdict == proof::Verdict::right;
                const QString mark = good ? QStringLiteral("✓") : text.verdict == proof::Verdict::not_judged ? QStringLiteral("–") : QStringLiteral("⚠");
                seen->rows.push_back({mark, text.wanted.isEmpty() ? text.read : text.wanted, explanation_of(text), where.isEmpty() ? QImage() : place(where), picture.layer, where});
            }
        }
        for (const proof::LiveText& text : proof->live.texts) {
            const bool bad = std::ranges::any_of(text.findings, proof::is_failure);
            seen->rows.push_back({bad ? QStringLiteral("⚠") : QStringLiteral("✓"), text.text.simplified(), explanation_of(text), place(text.ink), text.layer, text.ink});
        }
        seen->proof = std::move(*proof);
        return [this, seen] { show_proof(seen); };
    });
}

void ProofDialog::show_proof(std::shared_ptr<const Seen> seen) {
    seen_ = std::move(seen);
    list_->clear();
    for (const Seen::Row& row : seen_->rows) add_row(row.mark, row.text, row.explanation, row.place, row.layer, row.page);
    const int failed = seen_->proof.failed();
    if (seen_->rows.empty()) say(tr("There are no texts to check. Painted words are checked where the picture says which ones were asked for."));
    else if (failed == 0) say(tr("All texts are as they should be."));
    else say(tr("%n text(s) should be looked at.", nullptr, failed));
    const bool painted_wrong = std::ranges::any_of(seen_->proof.pictures, [](const proof::PictureProof& p) { return !p.painted.passed(); });
    replace_->setEnabled(painted_wrong && session_ && !session_->read_only());
    repaint_->setEnabled(painted_wrong);
}

void ProofDialog::add_row(const QString& mark, const QString& text, const QString& explanation, const QImage& place, document::LayerId layer, const QRectF& page) {
    auto* item = new QListWidgetItem(mark + QStringLiteral("  ") + text + QStringLiteral("\n") + explanation, list_);
    QPixmap picture = QPixmap::fromImage(place);
    if (picture.isNull()) {
        picture = QPixmap(place_size);
        picture.fill(Qt::transparent);
    }
    item->setIcon(QIcon(picture));
    item->setSizeHint({0, place_size.height() + 8});
    if (mark == QStringLiteral("⚠")) item->setForeground(tones().warning);
    item->setData(Qt::UserRole, QVariant::fromValue(static_cast<quint64>(layer)));
    item->setData(Qt::UserRole + 1, page);
}

void ProofDialog::choose(const QListWidgetItem* item) {
    if (!session_ || !item) return;
    const auto layer = document::LayerId{item->data(Qt::UserRole).toULongLong()};
    if (session_->poster().find(layer)) session_->select({layer});
    if (const QRectF page = item->data(Qt::UserRole + 1).toRectF(); !page.isEmpty()) emit place_chosen(page);
}

void ProofDialog::replace() {
    if (!session_ || !seen_) return;
    run(tr("Taking the words out of the picture…"), [this, poster = session_->poster(), seen = seen_](std::stop_token stop) -> std::function<void()> {
        std::vector<proof::Replacement> all;
        for (const proof::PictureProof& picture : seen->proof.pictures) {
            if (picture.painted.passed() || stop.stop_requested()) continue;
            auto replacement = proof::replacement_in(poster, picture.layer, picture.painted, typeset::FontSet::system());
            if (!replacement) return [this, error = replacement.error()] { say(words_of(error)); };
            all.push_back(std::move(*replacement));
        }
        return [this, all = std::move(all)] {
            if (!session_) return;
            std::vector<document::LayerId> made;
            session_->change(lasting(this, QT_TR_NOOP("Replace by live text")), [&](document::Poster& now) {
                for (const proof::Replacement& one : all) {
                    const auto ids = proof::apply(now, one);
                    made.insert(made.end(), ids.begin(), ids.end());
                }
            });
            session_->select(made);
            QMetaObject::invokeMethod(this, &ProofDialog::check, Qt::QueuedConnection);
        };
    });
}

void ProofDialog::repaint() {
    if (!session_ || !seen_) return;
    for (const proof::PictureProof& picture : seen_->proof.pictures) {
        if (picture.painted.passed()) continue;
        const QString prompt = picture.prompt;
        emit paint_again(prompt, picture.seed);
        return;
    }
}

void show_place(CanvasView& canvas, const QRectF& page) {
    if (page.isEmpty()) return;
    canvas.fit_page();
    const double before = canvas.zoom();
    const double wanted = std::clamp(0.5 * std::min(canvas.width() / page.width(), canvas.height() / page.height()), before, 4.0);
    if (wanted < 1.02 * before) return;  // it is in full view
    // The point that stays where it is while the place moves to the middle.
    const double grown = wanted / before;
    const QPointF now = canvas.page_to_widget().map(page.center()), middle = QRectF(canvas.rect()).center();
    canvas.zoom_to(wanted, (middle - now * grown) / (1 - grown));
}

}  // namespace haibao::ui

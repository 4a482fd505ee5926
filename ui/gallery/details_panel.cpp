// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/details_panel.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/paths.h"
#include "app/gallery/lineage.h"
#include "ui/gallery/load_picture.h"
#include "ui/gallery/rating_bar.h"
#include "ui/gallery/tags_text.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/model_names.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int picture_side = 250;

QDateTime to_qt(gallery::Time time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()); }

QLabel* text(QPalette::ColorRole role = QPalette::WindowText) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setForegroundRole(role);
    return label;
}

}  // namespace

DetailsPanel::DetailsPanel(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    many_ = text(roles::faint_text);
    many_->setAlignment(Qt::AlignCenter);
    outer->addWidget(many_);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    single_ = area;
    outer->addWidget(area, 1);
    auto* body = new QWidget;
    area->setWidget(body);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, metrics::small_gap, 0);
    picture_ = new QLabel;
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setMinimumHeight(120);
    layout->addWidget(picture_);
    rating_ = new RatingBar;
    layout->addWidget(rating_);
    prompt_ = text();
    layout->addWidget(prompt_);
    facts_ = text(roles::faint_text);
    layout->addWidget(facts_);
    add_buttons(layout);
    tags_ = new QLineEdit;
    tags_->setPlaceholderText(tr("Tags, separated by commas"));
    tags_->setAccessibleName(tr("Tags"));
    layout->addWidget(tags_);
    note_ = new QPlainTextEdit;
    note_->setPlaceholderText(tr("Note"));
    note_->setAccessibleName(tr("Note"));
    note_->setFixedHeight(64);
    note_->setTabChangesFocus(true);
    layout->addWidget(note_);
    layout->addStretch(1);
    connect(tags_, &QLineEdit::editingFinished, this, &DetailsPanel::save_tags);
    note_->installEventFilter(this);
    note_typed_.setSingleShot(true);
    note_typed_.setInterval(600);
    connect(&note_typed_, &QTimer::timeout, this, &DetailsPanel::save_note);
    connect(note_, &QPlainTextEdit::textChanged, &note_typed_, qOverload<>(&QTimer::start));
    connect(rating_, &RatingBar::stars_chosen, this, [this](int stars) {
        if (details_ && library_ && library_->set_stars({&details_->id, 1}, stars)) rated(stars, details_->label);
    });
    connect(rating_, &RatingBar::label_chosen, this, [this](gallery::Label label) {
        if (details_ && library_ && library_->set_label({&details_->id, 1}, label)) rated(details_->stars, label);
    });
    several_ = build_several();
    outer->addWidget(several_, 1, Qt::AlignTop);
    // As wide as the buttons are in this language: nothing scrolls sideways here.
    const int scroll_bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setFixedWidth(std::max(picture_side, layout->minimumSize().width()) + 2 * metrics::padding + scroll_bar);
    show_count(0, {});
}

void DetailsPanel::rated(int stars, gallery::Label label) {
    details_->stars = stars;
    details_->label = label;
    rating_->show_rating(stars, label);
    emit changed();
}

void DetailsPanel::add_buttons(QVBoxLayout* layout) {
    auto* grid = new QGridLayout;
    grid->setSpacing(metrics::small_gap + 2);
    layout->addLayout(grid);
    int count = 0;
    const auto button = [&](const QString& name, const QString& tip = {}) {
        auto* made = new QPushButton(name);
        made->setToolTip(tip);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(made, count / 2, count % 2);
        ++count;
        return made;
    };
    connect(button(tr("Open as poster"), tr("A new poster with this picture as its ground and its words as live text (Enter)")), &QPushButton::clicked, this,
            [this] { if (details_) emit poster_wanted(paths::to_qt(details_->file)); });
    variations_ = button(tr("Make variations"), tr("Four more with the same prompt and other seeds"));
    connect(variations_, &QPushButton::clicked, this, &DetailsPanel::variations_wanted);
    use_prompt_ = button(tr("Use prompt"));
    connect(use_prompt_, &QPushButton::clicked, this, [this] { if (details_) emit prompt_wanted(QString::fromStdString(details_->making.prompt)); });
    use_seed_ = button(tr("Use seed"), tr("The same picture again"));
    connect(use_seed_, &QPushButton::clicked, this, [this] { if (details_ && details_->making.seed) emit seed_wanted(*details_->making.seed); });
    connect(button(tr("Find similar")), &QPushButton::clicked, this, [this] { if (details_) emit search_wanted(QString("similar:%1").arg(qint64(details_->id))); });
    connect(button(tr("Export…")), &QPushButton::clicked, this, &DetailsPanel::export_wanted);
    lineage_ = new QPushButton;
    lineage_->setToolTip(tr("Where it comes from and what was made of it (L)"));
    lineage_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(lineage_);
    connect(lineage_, &QPushButton::clicked, this, &DetailsPanel::lineage_wanted);
}

/// Each acts on all that are selected.
QWidget* DetailsPanel::build_several() {
    auto* several = new QWidget;
    auto* layout = new QVBoxLayout(several);
    layout->setContentsMargins(0, 0, metrics::small_gap, 0);
    rating_of_all_ = new RatingBar;
    layout->addWidget(rating_of_all_);
    connect(rating_of_all_, &RatingBar::stars_chosen, this, &DetailsPanel::stars_wanted);
    connect(rating_of_all_, &RatingBar::label_chosen, this, &DetailsPanel::label_wanted);
    tags_for_all_ = new QLineEdit;
    tags_for_all_->setPlaceholderText(tr("Add tags, separated by commas"));
    tags_for_all_->setAccessibleName(tr("Add tags"));
    layout->addWidget(tags_for_all_);
    connect(tags_for_all_, &QLineEdit::returnPressed, this, [this] {
        // They stay until they are stored.
        if (const std::vector<std::string> tags = tags_in(tags_for_all_->text()); !tags.empty()) emit tags_wanted(tags);
    });
    auto* export_all = new QPushButton(tr("Export…"));
    compare_ = new QPushButton(tr("Compare"));
    compare_->setToolTip(tr("Side by side (C)"));
    trash_ = new QPushButton(tr("Move to the trash"));
    restore_ = new QPushButton(tr("Bring back from the trash"));
    for (QPushButton* button : {export_all, compare_, trash_, restore_}) layout->addWidget(button);
    connect(export_all, &QPushButton::clicked, this, &DetailsPanel::export_wanted);
    connect(compare_, &QPushButton::clicked, this, &DetailsPanel::compare_wanted);
    connect(trash_, &QPushButton::clicked, this, &DetailsPanel::trash_wanted);
    connect(restore_, &QPushButton::clicked, this, &DetailsPanel::restore_wanted);
    return several;
}

void DetailsPanel::show_count(int pictures, const std::optional<SeveralPictures>& all) {
    save_note();
    details_.reset();
    single_->hide();
    several_->setVisible(pictures > 1);
    compare_->setVisible(pictures == 2);
    const SeveralPictures known = all.value_or(SeveralPictures());
    rating_of_all_->show_rating(known.stars, known.label);
    trash_->setVisible(!known.trashed);
    restore_->setVisible(known.trashed);
    QString words = pictures ? tr("%Ln picture(s) selected", nullptr, pictures) : tr("Select a picture to see how it was made.");
    if (all) words += "\n" + human_size(quint64(all->bytes));
    many_->setText(words);
    many_->show();
}

void DetailsPanel::clear_tags_for_all() { tags_for_all_->clear(); }

bool DetailsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == note_ && event->type() == QEvent::FocusOut) save_note();
    return QWidget::eventFilter(watched, event);
}

void DetailsPanel::hideEvent(QHideEvent* event) {
    save_note();
    save_tags();
    QWidget::hideEvent(event);
}

void DetailsPanel::show_pixels() {
    const gallery::PictureId id = details_->id;
    picture_->clear();
    if (details_->missing) return picture_->setText(tr("The file is not there any more."));
    const qreal ratio = devicePixelRatioF();
    load_picture(this, details_->file, int(picture_side * ratio), [this, id, ratio](const Result<QImage>& image) {
        if (!details_ || details_->id != id) return;
        if (!image) return picture_->setText(words_of(image.error()));
        QPixmap pixmap = QPixmap::fromImage(*image);
        pixmap.setDevicePixelRatio(ratio);
        picture_->setPixmap(pixmap);
    });
}

void DetailsPanel::show_picture(gallery::Library& library, gallery::PictureId id) {
    save_note();
    const bool same = details_ && details_->id == id;
    library_ = &library;
    auto details = library.get(id);
    if (!details) return show_count(0, {});
    details_ = std::move(*details);
    many_->hide();
    several_->hide();
    single_->show();
    if (!same) show_pixels();
    QString prompt = QString::fromStdString(details_->making.prompt);
    prompt_->setText(prompt.size() > 400 ? prompt.left(398) + "…" : prompt);
    QStringList facts{tr("%1 × %2 · %3").arg(details_->width).arg(details_->height).arg(human_size(quint64(details_->bytes))),
                      QLocale().toString(to_qt(details_->created), QLocale::ShortFormat)};
    if (!details_->making.model_name.empty()) facts << shown_model(details_->making.model_name);
    if (details_->making.seed) facts << tr("Seed %1").arg(*details_->making.seed);
    facts_->setText(facts.join("\n"));
    const auto lineage = gallery::lineage_of(library, id);
    const std::size_t before = lineage ? lineage->ancestors.size() : 0, after = lineage ? lineage->descendants.size() + lineage->posters.size() : 0;
    lineage_->setText(before + after ? tr("Lineage: from %1, to %2").arg(before).arg(after) : tr("Lineage"));
    rating_->show_rating(details_->stars, details_->label);
    use_prompt_->setEnabled(!details_->making.prompt.empty());
    variations_->setEnabled(!details_->making.prompt.empty());
    use_seed_->setEnabled(details_->making.seed.has_value());
    QStringList tags;
    for (const std::string& tag : details_->tags) tags << QString::fromStdString(tag);
    // What is being typed stays as it is.
    if (!same || !tags_->hasFocus()) tags_->setText(tags.join(", "));
    if (!same || !note_->hasFocus()) note_->setPlainText(QString::fromStdString(details_->note));
    note_typed_.stop();
}

void DetailsPanel::save_note() {
    if (!details_ || !library_) return;
    const std::string note = note_->toPlainText().toStdString();
    note_typed_.stop();
    if (note == details_->note) return;
    if (auto done = library_->set_note(details_->id, note); !done) return emit failed(tr("The note was not saved: %1").arg(words_of(done.error())));
    details_->note = note;
    emit changed();
}

void DetailsPanel::save_tags() {
    if (!details_ || !library_) return;
    const std::vector<std::string> wanted = tags_in(tags_->text());
    std::vector<std::string> added, removed;
    for (const std::string& tag : wanted)
        if (std::ranges::find(details_->tags, tag) == details_->tags.end()) added.push_back(tag);
    for (const std::string& tag : details_->tags)
        if (std::ranges::find(wanted, tag) == wanted.end()) removed.push_back(tag);
    const gallery::PictureId id = details_->id;
    if (added.empty() && removed.empty()) return;
    // First away, then there: the library takes “Poster” and “poster” for one tag.
    auto done = removed.empty() ? Result<void>() : library_->remove_tags({&id, 1}, removed);
    if (done && !added.empty()) done = library_->add_tags({&id, 1}, added);
    if (!done) emit failed(tr("The tags were not saved: %1").arg(words_of(done.error())));
    if (auto now = library_->get(id)) details_->tags = now->tags;
    emit changed();
}

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/details_panel.h"

#include <QDateTime>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/paths.h"
#include "app/gallery/lineage.h"
#include "ui/gallery/rating_bar.h"
#include "ui/gallery/tags_text.h"
#include "ui/style/card.h"
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
    many_ = text(QPalette::PlaceholderText);
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
    facts_ = text(QPalette::PlaceholderText);
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
    connect(rating_, &RatingBar::stars_chosen, this, [this](int stars) {
        if (details_ && library_ && library_->set_stars({&details_->id, 1}, stars)) rated(stars, details_->label);
    });
    connect(rating_, &RatingBar::label_chosen, this, [this](gallery::Label label) {
        if (details_ && library_ && library_->set_label({&details_->id, 1}, label)) rated(details_->stars, label);
    });
    setFixedWidth(picture_side + 2 * metrics::padding + 16);
    show_count(0, 0);
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

void DetailsPanel::show_count(int pictures, qint64 bytes) {
    save_note();
    details_.reset();
    single_->hide();
    many_->setText(pictures ? tr("%n picture(s) selected", nullptr, pictures) + "\n" + human_size(quint64(bytes)) : tr("Select a picture to see how it was made."));
    many_->show();
}

void DetailsPanel::show_picture(gallery::Library& library, gallery::PictureId id) {
    save_note();
    library_ = &library;
    auto details = library.get(id);
    if (!details) return show_count(0, 0);
    details_ = std::move(*details);
    many_->hide();
    single_->show();
    QImageReader reader(paths::to_qt(details_->file));
    reader.setAutoTransform(true);
    const int side = int(picture_side * devicePixelRatioF());
    if (reader.size().isValid()) reader.setScaledSize(reader.size().scaled(side, side, Qt::KeepAspectRatio));
    QPixmap pixmap = QPixmap::fromImage(reader.read());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    picture_->setPixmap(pixmap);
    if (pixmap.isNull()) picture_->setText(details_->missing ? tr("The file is not there any more.") : tr("The file cannot be shown."));
    QString prompt = QString::fromStdString(details_->making.prompt);
    prompt_->setText(prompt.size() > 400 ? prompt.left(398) + "…" : prompt);
    QStringList facts{tr("%1 × %2 · %3").arg(details_->width).arg(details_->height).arg(human_size(quint64(details_->bytes))),
                      QLocale().toString(to_qt(details_->created), QLocale::ShortFormat)};
    if (!details_->making.model_name.empty()) facts << QString::fromStdString(details_->making.model_name);
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
    tags_->setText(tags.join(", "));
    note_->setPlainText(QString::fromStdString(details_->note));
}

void DetailsPanel::save_note() {
    if (!details_ || !library_) return;
    const std::string note = note_->toPlainText().toStdString();
    if (note != details_->note && library_->set_note(details_->id, note)) emit changed();
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
    if (!added.empty()) (void)library_->add_tags({&id, 1}, added);
    if (!removed.empty()) (void)library_->remove_tags({&id, 1}, removed);
    details_->tags = wanted;
    if (!added.empty() || !removed.empty()) emit changed();
}

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/details_panel.h"

#include <QDateTime>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/paths.h"
#include "app/gallery/lineage.h"
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
    single_ = new QWidget;
    outer->addWidget(single_, 1);
    auto* layout = new QVBoxLayout(single_);
    layout->setContentsMargins(0, 0, 0, 0);
    picture_ = new QLabel;
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setMinimumHeight(120);
    layout->addWidget(picture_);
    prompt_ = text();
    layout->addWidget(prompt_);
    facts_ = text(QPalette::PlaceholderText);
    layout->addWidget(facts_);
    lineage_ = text(QPalette::PlaceholderText);
    layout->addWidget(lineage_);
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
    const auto button = [layout](const QString& name) {
        auto* made = new QPushButton(name);
        layout->addWidget(made);
        return made;
    };
    connect(button(tr("Open as poster")), &QPushButton::clicked, this, [this] { if (details_) emit poster_wanted(paths::to_qt(details_->file)); });
    connect(button(tr("Use prompt")), &QPushButton::clicked, this, [this] { if (details_) emit prompt_wanted(QString::fromStdString(details_->making.prompt)); });
    connect(button(tr("Use seed")), &QPushButton::clicked, this, [this] { if (details_ && details_->making.seed) emit seed_wanted(*details_->making.seed); });
    connect(button(tr("Find similar")), &QPushButton::clicked, this, [this] { if (details_) emit search_wanted(QString("similar:%1").arg(qint64(details_->id))); });
    connect(button(tr("Export…")), &QPushButton::clicked, this, &DetailsPanel::export_wanted);
    layout->addStretch(1);
    connect(tags_, &QLineEdit::editingFinished, this, &DetailsPanel::save_tags);
    setFixedWidth(picture_side + 2 * metrics::padding + 4);
    show_count(0, 0);
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
    lineage_->clear();
    if (auto lineage = gallery::lineage_of(library, id))
        lineage_->setText(tr("Made from %1, used for %2, exported %3 time(s)").arg(lineage->ancestors.size()).arg(lineage->descendants.size() + lineage->posters.size()).arg(lineage->exports.size()));
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

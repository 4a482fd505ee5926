// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/template_drawer.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QApplication>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>
#include <atomic>
#include <cmath>

#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "ui/style/even_columns.h"
#include "ui/style/icons.h"
#include "ui/style/scene_names.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int shown_at_once = 24;
constexpr int thumbnail_side = 166;  // two columns of the usual shapes in the narrowest panel

QComboBox* filter(const QString& any, const QList<SceneName>& names) {
    auto* box = new QComboBox;
    box->addItem(any, QString());
    for (const SceneName& name : names) box->addItem(name.shown, name.id);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

}  // namespace

struct TemplateDrawer::Generation {
    std::atomic<bool> wanted = true;
    std::vector<QJsonObject> descriptions;
};

TemplateDrawer::TemplateDrawer(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    subject_ = filter(tr("Any subject"), scene_subjects());
    palette_ = filter(tr("Any colours"), scene_palettes());
    style_ = filter(tr("Any style"), scene_styles());
    subject_->setAccessibleName(tr("Subject"));
    palette_->setAccessibleName(tr("Colours"));
    style_->setAccessibleName(tr("Style"));
    layout->addWidget(subject_);
    auto* line = new QHBoxLayout;
    line->addWidget(palette_, 1);
    line->addWidget(style_, 1);
    layout->addLayout(line);
    list_ = new QListWidget;
    list_->setViewMode(QListView::IconMode);
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setSpacing(4);
    list_->setItemDelegate(new EvenDelegate(list_));
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->setAccessibleName(tr("Templates"));
    layout->addWidget(list_, 1);
    auto* more = new QPushButton(icon("view-refresh"), tr("Others"));
    layout->addWidget(more);
    for (QComboBox* box : {subject_, palette_, style_}) connect(box, &QComboBox::currentIndexChanged, this, &TemplateDrawer::fill);
    connect(more, &QPushButton::clicked, this, [this] {
        first_seed_ += shown_at_once;
        fill();
    });
    const auto choose = [this](QListWidgetItem* item) { emit chosen(generation_->descriptions[std::size_t(list_->row(item))]); };
    connect(list_, &QListWidget::itemClicked, this, choose);
    connect(list_, &QListWidget::itemActivated, this, choose);
    connect(list_, &QListWidget::customContextMenuRequested, this, &TemplateDrawer::show_menu);
}

TemplateDrawer::~TemplateDrawer() {
    if (generation_) generation_->wanted = false;
}

void TemplateDrawer::set_aspect(double aspect) {
    if (std::abs(aspect - aspect_) < 0.01) return;
    aspect_ = aspect;
    if (generation_) fill();
}

void TemplateDrawer::showEvent(QShowEvent* event) {
    if (!generation_) fill();  // nothing is drawn before somebody looks
    QWidget::showEvent(event);
}

void TemplateDrawer::fill() {
    if (generation_) generation_->wanted = false;
    generation_ = std::make_shared<Generation>();
    list_->clear();
    const double aspect = std::clamp(aspect_, 0.4, 2.5);
    const QSize size = aspect > 1 ? QSize(thumbnail_side, int(thumbnail_side / aspect)) : QSize(int(thumbnail_side * aspect), thumbnail_side);
    list_->setIconSize(size);
    const QString subject = subject_->currentData().toString(), palette = palette_->currentData().toString(), style = style_->currentData().toString();
    for (quint64 seed = first_seed_; seed < first_seed_ + shown_at_once; ++seed) {
        QJsonObject description = scene::to_json(scene::random_description(seed, aspect));
        if (!palette.isEmpty()) description["palette"] = palette;
        if (!style.isEmpty()) description["style"] = style;
        if (!subject.isEmpty()) {
            QJsonArray elements = description["elements"].toArray();
            elements.replace(0, QJsonObject{{"subject", subject}, {"place", elements[0].toObject()["place"]}});
            description["elements"] = elements;
        }
        generation_->descriptions.push_back(description);
        auto* item = new QListWidgetItem(list_);
        item->setToolTip(tr("Template drawn by Haibao. Click: becomes the background."));
    }
    for (std::size_t i = 0; i < generation_->descriptions.size(); ++i) paint_one(i);
}

void TemplateDrawer::paint_one(std::size_t index) {
    const QSize pixels = list_->iconSize() * devicePixelRatioF();
    QThreadPool::globalInstance()->start([this, generation = generation_, index, pixels] {
        if (!generation->wanted) return;
        auto description = scene::description_from_json(generation->descriptions[index]);
        if (!description) return;
        const QImage image = scene::to_image(scene::compose(*description, QSizeF(pixels)), pixels);
        QMetaObject::invokeMethod(qApp, [this, generation, index, image] {
            if (!generation->wanted) return;  // false as soon as the drawer is gone
            if (QListWidgetItem* item = list_->item(int(index))) item->setIcon(QIcon(QPixmap::fromImage(image)));
        });
    }, -1);
}

void TemplateDrawer::show_menu(const QPoint& at) {
    const QListWidgetItem* item = list_->itemAt(at);
    if (!item) return;
    const QJsonObject json = generation_->descriptions[std::size_t(list_->row(item))];
    QMenu menu;
    menu.addAction(tr("Use as background"), this, [this, json] { emit chosen(json); });
    menu.addAction(tr("Use as reference picture"), this, [this, json] {
        auto description = scene::description_from_json(json);
        const QSize size = aspect_ > 1 ? QSize(768, int(768 / aspect_)) : QSize(int(768 * aspect_), 768);
        if (description) emit reference_wanted(scene::to_image(scene::compose(*description, QSizeF(size)), size));
    });
    menu.exec(list_->viewport()->mapToGlobal(at));
}

}  // namespace haibao::ui

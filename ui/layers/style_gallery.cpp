// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/style_gallery.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <atomic>
#include <utility>

#include "ui/style/error_words.h"
#include "ui/style/even_columns.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr QSize swatch(66, 42);
constexpr int rows = 2;

QPixmap rounded(const QImage& image, double scale) {
    QPixmap pixmap(image.size());
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath corners;
    corners.addRoundedRect(QRectF(QPointF(), QSizeF(swatch)), 4, 4);
    painter.setClipPath(corners);
    painter.drawImage(QRectF(QPointF(), QSizeF(swatch)), image);
    return pixmap;
}

}  // namespace

struct StyleGallery::Painting {
    std::atomic<bool> wanted = true;
    std::vector<TextPreset> presets;
};

StyleGallery::StyleGallery(QWidget* parent) : QWidget(parent), presets_(TextPresets::usual_file()) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small_gap);
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("Styles")));
    head->addStretch(1);
    auto* save = icon_button("list-add", tr("Keep this text's style under a name"));
    save->setObjectName("save-style");
    head->addWidget(save);
    layout->addLayout(head);
    list_ = new QListWidget;
    list_->setObjectName("styles");
    list_->setViewMode(QListView::IconMode);
    list_->setMovement(QListView::Static);
    list_->setResizeMode(QListView::Adjust);
    list_->setUniformItemSizes(true);
    list_->setIconSize(swatch);
    list_->setItemDelegate(new EvenDelegate(list_));
    list_->setFixedHeight(rows * (swatch.height() + 8) + 4);
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->setAccessibleName(tr("Styles"));
    layout->addWidget(list_);
    const auto use = [this](const QListWidgetItem* item) { emit chosen(painting_->presets[std::size_t(list_->row(item))]); };
    connect(list_, &QListWidget::itemClicked, this, use);
    connect(list_, &QListWidget::itemActivated, this, [this, use](const QListWidgetItem* item) {
        if (!QApplication::mouseButtons()) use(item);  // by key; a click has been heard already
    });
    connect(list_, &QWidget::customContextMenuRequested, this, &StyleGallery::show_menu);
    connect(save, &QToolButton::clicked, this, &StyleGallery::ask_name);
    connect(&presets_, &TextPresets::changed, this, &StyleGallery::fill);
    fill();
}

StyleGallery::~StyleGallery() { painting_->wanted = false; }

void StyleGallery::fill() {
    if (painting_) painting_->wanted = false;
    painting_ = std::make_shared<Painting>();
    painting_->presets = presets_.all();
    list_->clear();
    for (const TextPreset& preset : painting_->presets) {
        auto* item = new QListWidgetItem(list_);
        item->setToolTip(preset.name);
        item->setData(Qt::AccessibleTextRole, preset.name);
    }
    for (std::size_t i = 0; i < painting_->presets.size(); ++i) paint_swatch(i);
    show_mark();
}

void StyleGallery::mark(std::vector<document::TextStyle> looks) {
    const bool same = looks == std::exchange(looks_, looks);
    // A click has marked what it chose, also where nothing came of it.
    if (!same || list_->selectedItems().size() != qsizetype(marked_ >= 0) || (marked_ >= 0 && list_->currentRow() != marked_)) show_mark();
}

void StyleGallery::show_mark() {
    const auto fits = [this](const TextPreset& preset) { return std::ranges::all_of(looks_, [&preset](const document::TextStyle& look) { return looks_like(look, preset); }); };
    const auto found = looks_.empty() ? painting_->presets.end() : std::ranges::find_if(painting_->presets, fits);
    marked_ = found == painting_->presets.end() ? -1 : int(found - painting_->presets.begin());
    if (marked_ >= 0) list_->setCurrentRow(marked_);
    else list_->clearSelection();
}

void StyleGallery::paint_swatch(std::size_t index) {
    const double scale = devicePixelRatioF();
    QThreadPool::globalInstance()->start([this, painting = painting_, index, scale] {
        if (!painting->wanted) return;
        const QImage image = swatch_of(painting->presets[index], (QSizeF(swatch) * scale).toSize());
        QMetaObject::invokeMethod(qApp, [this, painting, index, image, scale] {
            if (!painting->wanted) return;  // false as soon as the gallery is gone
            if (QListWidgetItem* item = list_->item(int(index))) item->setIcon(QIcon(rounded(image, scale)));
        });
    }, -1);
}

void StyleGallery::ask_name() {
    bool good = false;
    const QString name = QInputDialog::getText(this, tr("Keep this style"), tr("Name of the style"), QLineEdit::Normal, {}, &good).trimmed();
    if (good && !name.isEmpty()) emit save_wanted(name);
}

void StyleGallery::show_menu(const QPoint& at) {
    const QListWidgetItem* item = list_->itemAt(at);
    if (!item) return;
    const TextPreset preset = painting_->presets[std::size_t(list_->row(item))];
    QMenu menu;
    menu.addAction(tr("Use “%1”").arg(preset.name), this, [this, preset] { emit chosen(preset); });
    if (!preset.built_in) {
        menu.addAction(tr("Take over the selected text's style"), this, [this, preset] { emit save_wanted(preset.name); });
        menu.addAction(tr("Rename…"), this, [this, preset] {
            bool good = false;
            const QString name = QInputDialog::getText(this, tr("Rename the style"), tr("Name of the style"), QLineEdit::Normal, preset.name, &good).trimmed();
            if (good && !name.isEmpty() && name != preset.name) report(presets_.rename(preset.name, name));
        });
        menu.addAction(tr("Delete"), this, [this, preset] { report(presets_.remove(preset.name)); });
    }
    menu.exec(list_->viewport()->mapToGlobal(at));
}

void StyleGallery::report(const Result<void>& done) {
    if (!done) emit failed(words_of(done.error()));
}

}  // namespace haibao::ui

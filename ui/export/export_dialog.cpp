// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSlider>
#include <QThreadPool>
#include <QVBoxLayout>
#include <atomic>

#include "app/core/lengths.h"
#include "app/core/paths.h"
#include "app/document/bleed.h"
#include "app/export/poster_export.h"
#include "ui/style/ask_file.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/finding_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {

ExportDialog::ExportDialog(document::Poster poster, QString title, QWidget* parent)
    : QDialog(parent), poster_(std::move(poster)), title_(std::move(title)), presets_(presets()) {
    setWindowTitle(tr("Export"));
    resize(660, 560);
    auto* layout = new QVBoxLayout(this);
    auto* columns = new QHBoxLayout;
    layout->addLayout(columns, 1);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("What for"));
    for (const Preset& preset : presets_) new QListWidgetItem(preset.name(QLocale().name()), list_);
    columns->addWidget(list_, 1);
    auto* right = new QVBoxLayout;
    columns->addLayout(right, 1);
    auto* form = form_ = new QFormLayout;
    extent_ = new QComboBox;
    extent_->addItems({tr("The page"), tr("With bleed"), tr("With bleed and crop marks")});
    form->addRow(tr("Area"), extent_);
    dpi_ = new QDoubleSpinBox;
    dpi_->setRange(0, 2400);
    dpi_->setDecimals(0);
    dpi_->setSuffix(tr(" dpi"));
    dpi_->setSpecialValueText(tr("as the preset says"));
    form->addRow(tr("Resolution"), dpi_);
    quality_ = new QSlider(Qt::Horizontal);
    quality_->setRange(1, 100);
    quality_label_ = new QLabel;
    quality_row_ = new QHBoxLayout;
    quality_row_->addWidget(quality_, 1);
    quality_row_->addWidget(quality_label_);
    form->addRow(tr("Quality"), quality_row_);
    right->addLayout(form);
    size_label_ = new QLabel;
    size_label_->setWordWrap(true);
    size_label_->setForegroundRole(QPalette::PlaceholderText);
    right->addWidget(size_label_);
    result_ = new QLabel;
    result_->setWordWrap(true);
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->addStretch(1);
    notes_ = new ExportNotes(poster_);
    // As many as there are: they are scrolled through.
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumHeight(150);
    auto* inside = new QWidget;
    auto* remarks = new QVBoxLayout(inside);
    remarks->setContentsMargins({});
    remarks->addWidget(result_);
    remarks->addWidget(notes_);
    remarks->addStretch(1);
    area->setWidget(inside);
    layout->addWidget(area, 1);
    connect(notes_, &ExportNotes::check_wanted, this, [this] {
        emit check_wanted();
        reject();
    });
    connect(notes_, &ExportNotes::enlarged, this, [this](const std::vector<enlarge::LargerPicture>& pictures) {
        enlarge::apply(poster_, pictures);
        emit enlarged(pictures);
    });
    connect(notes_, &ExportNotes::bled, this, [this](double points) {
        document::extend_into_bleed(poster_, points);
        emit bled(points);
    });
    progress_ = new QProgressBar;
    progress_->setRange(0, 0);
    progress_->hide();
    layout->addWidget(progress_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    export_ = buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    make_primary(export_);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::ask_and_export);
    connect(list_, &QListWidget::currentRowChanged, this, &ExportDialog::choose_preset);
    connect(quality_, &QSlider::valueChanged, this, [this](int value) { quality_label_->setText(QString::number(value)); });
    connect(dpi_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::show_size);
    connect(extent_, &QComboBox::currentIndexChanged, this, &ExportDialog::show_size);
    const QString last = QSettings().value("export/preset", "screen-png").toString();
    list_->setCurrentRow(0);
    for (std::size_t i = 0; i < presets_.size(); ++i)
        if (presets_[i].id == last) list_->setCurrentRow(int(i));
}

ExportDialog::~ExportDialog() { stop_.request_stop(); }

void ExportDialog::choose_preset() {
    const int row = list_->currentRow();
    export_->setEnabled(row >= 0);
    if (row < 0) return;
    const Preset& preset = presets_[std::size_t(row)];
    extent_->setCurrentIndex(int(preset.extent));
    dpi_->setValue(preset.size.dpi);
    const bool lossy = preset.format == "jpeg" || preset.format == "webp" || preset.format == "avif";
    form_->setRowVisible(quality_row_, lossy && !preset.lossless);
    quality_->setValue(preset.quality);
    show_size();
}

Preset ExportDialog::preset() const {
    Preset preset = presets_[std::size_t(std::max(0, list_->currentRow()))];
    preset.extent = PageExtent(extent_->currentIndex());
    preset.size.dpi = dpi_->value();
    preset.quality = quality_->value();
    return preset;
}

void ExportDialog::show_size() {
    const Preset chosen = preset();
    notes_->show_for(chosen);
    if (chosen.is_pdf()) {
        const auto page = plan_poster(poster_.page, chosen);
        if (!page) return size_label_->setText(words_of(page.error()));
        const auto paper = [](double width, double height) { return tr("%1 × %2 mm").arg(QLocale().toString(width, 'f', 0), QLocale().toString(height, 'f', 0)); };
        const double width = page->points.width() / points_per_mm, height = page->points.height() / points_per_mm;
        QString words = tr("PDF, %1; text stays text, it can be selected and searched.").arg(paper(width, height));
        const ExportSize& wanted = chosen.size;
        if (wanted.mode == SizeMode::millimetres && (wanted.width - width > 1 || wanted.height - height > 1))
            words += ' ' + tr("The poster has another shape than the paper of %1 and is as large as fits on it.").arg(paper(wanted.width, wanted.height));
        return size_label_->setText(words);
    }
    const QSizeF pixels = poster_.page.points() / 72 * poster_.page.dpi;
    auto planned = plan_size(pixels, poster_.page.dpi, chosen.size);
    size_label_->setText(planned ? tr("%1, %2 × %3 pixels").arg(chosen.format.toUpper()).arg(planned->cut.width()).arg(planned->cut.height())
                                 : words_of(planned.error()));
}

void ExportDialog::ask_and_export() {
    const Preset chosen = preset();
    const QString folder = QSettings().value("export/folder").toString();
    const QString name = (folder.isEmpty() ? QString() : folder + "/") + title_ + "." + chosen.extension();
    const QString file = ask_where_to_save(this, tr("Export"), name, chosen.extension().toUpper() + " (*." + chosen.extension() + ")", chosen.extension());
    if (!file.isEmpty()) run(file);
}

void ExportDialog::run(const QString& file) {
    QSettings settings;
    settings.setValue("export/folder", QFileInfo(file).absolutePath());
    settings.setValue("export/preset", presets_[std::size_t(list_->currentRow())].id);
    progress_->show();
    export_->setEnabled(false);
    result_->clear();
    const auto alive = std::make_shared<std::atomic<bool>>(true);
    connect(this, &QObject::destroyed, qApp, [alive] { *alive = false; });
    document::Poster poster = poster_;
    if (poster.info.title.isEmpty()) poster.info.title = title_;
    QThreadPool::globalInstance()->start([this, alive, poster = std::move(poster), chosen = preset(), file, stop = stop_.get_token()] {
        const ExportTarget target{paths::from_qt(file), IfExists::overwrite, 2, stop};  // the file dialog has asked
        auto done = export_poster(poster, *typeset::FontSet::system(), chosen, target);
        QMetaObject::invokeMethod(qApp, [this, alive, done] {
            if (!*alive) return;
            progress_->hide();
            export_->setEnabled(true);
            if (!done) return result_->setText("⚠ " + words_of(done.error()));
            QStringList lines{tr("Done: %1, %2").arg(paths::to_qt(done->file.filename()), human_size(done->bytes))};
            // What was said before the export stands below.
            for (const render::Finding& finding : done->findings)
                if (const QString said = (finding.layer.isEmpty() ? QString() : finding.layer + ": ") + words_of(finding);
                    !notes_->findings().contains(said) && !finding.code.endsWith(QLatin1String("low-dpi")))
                    lines << "⚠ " + said;
            lines.removeDuplicates();
            result_->setText(lines.join("\n"));
            emit exported(paths::to_qt(done->file));
        });
    });
}

}  // namespace haibao::ui

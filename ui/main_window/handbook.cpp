// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/handbook.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;

/// The first page; empty where the handbook was not installed.
fs::path first_page() {
    const auto assets = paths::assets();
    if (!assets) return {};
    const fs::path folder = assets->parent_path() / "docs/handbook";
    const QString language = QLocale().name();
    for (const QString& name : {language, language.section('_', 0, 0), QString()}) {
        std::error_code ignored;
        const fs::path page = folder / paths::from_qt(name) / "README.md";
        if (fs::exists(page, ignored)) return page;
    }
    return {};
}

bool is_code(const QTextBlock& block) { return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence); }

}  // namespace

Handbook::Handbook(QWidget* parent) : QDialog(parent), browser_(new QTextBrowser) {
    setWindowTitle(tr("Handbook"));
    resize(760, 820);
    browser_->setObjectName("handbook");
    browser_->document()->setDocumentMargin(2 * metrics::large_gap);

    auto* contents = new QPushButton(tr("Contents"));
    auto* back = new QPushButton(tr("Back"));
    contents->setAutoDefault(false);
    back->setAutoDefault(false);
    back->setEnabled(false);
    connect(contents, &QPushButton::clicked, browser_, &QTextBrowser::home);
    connect(back, &QPushButton::clicked, browser_, &QTextBrowser::backward);
    connect(browser_, &QTextBrowser::backwardAvailable, back, &QPushButton::setEnabled);
    connect(browser_, &QTextBrowser::sourceChanged, this, &Handbook::set_look);
    auto* bar = new QHBoxLayout;
    bar->addWidget(contents);
    bar->addWidget(back);
    bar->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(browser_);

    const fs::path page = first_page();
    if (page.empty()) browser_->setPlainText(tr("The handbook was not installed; in the source folder it is docs/handbook."));
    else browser_->setSource(QUrl::fromLocalFile(paths::to_qt(page)));
    browser_->setFocus();
}

void Handbook::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) set_look();
}

/// Markdown says what things are, not how they look: code on a ground of its own, lines and tables with room.
void Handbook::set_look() {
    QTextDocument* document = browser_->document();
    QTextCursor cursor(document);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        if (is_code(block)) {
            format.setNonBreakableLines(false);
            format.setBackground(palette().alternateBase());
            format.setLeftMargin(metrics::padding);
            format.setTopMargin(is_code(block.previous()) ? 0 : metrics::gap);
            format.setBottomMargin(is_code(block.next()) ? 0 : metrics::padding);
        } else {
            format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
            format.setBottomMargin(metrics::gap);
            if (format.headingLevel() > 0) format.setTopMargin(metrics::large_gap);
        }
        cursor.setBlockFormat(format);
        if (!is_code(block)) continue;
        QTextCharFormat letters;
        letters.setFontFamilies(fixed.families());
        letters.setFontPointSize(font().pointSizeF() * 0.92);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(letters);
    }
    for (QTextFrame* frame : document->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(metrics::small_gap);
            format.setCellSpacing(0);
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderBrush(tones().line);
            table->setFormat(format);
        }
    document->clearUndoRedoStacks();
    cursor.movePosition(QTextCursor::Start);
    browser_->setTextCursor(cursor);
}

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace haibao::ui {

/// Where a prompt is written: plain text whose quoted titles stand out, words in them that may be misspelled underlined, with
/// suggestions in the context menu. Ctrl+Enter asks for a picture, except while an input
/// method is composing.
class PromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptEdit(QWidget* parent = nullptr);

    bool composing() const { return !preedit_.isEmpty(); }
    /// Puts 「“”」 around the selection, or an empty pair with the cursor between.
    void quote_selection();
    QSize sizeHint() const override;
    /// Replacements for the doubtful word at a position of the text, and its range; empty where there is none.
    struct Suggestions {
        int begin = 0, end = 0;  ///< UTF-16
        QStringList words;
    };
    Suggestions suggestions_at(int position) const;

signals:
    void submitted();
    void pictures_dropped(const QStringList& files);
    void picture_pasted(const QImage& image);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QString preedit_;
};

}  // namespace haibao::ui

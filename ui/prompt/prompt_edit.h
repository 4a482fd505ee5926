// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace haibao::ui {

/// Where a prompt is written: plain text whose quoted titles stand out. Ctrl+Enter asks for a picture, except while an input
/// method is composing.
class PromptEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit PromptEdit(QWidget* parent = nullptr);

    bool composing() const { return !preedit_.isEmpty(); }
    /// Puts 「“”」 around the selection, or an empty pair with the cursor between.
    void quote_selection();
    QSize sizeHint() const override;

signals:
    void submitted();
    void pictures_dropped(const QStringList& files);
    void picture_pasted(const QImage& image);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QString preedit_;
};

}  // namespace haibao::ui

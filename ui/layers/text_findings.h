// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "app/typeset/coverage.h"
#include "ui/canvas/poster_session.h"

class QVBoxLayout;

namespace haibao::ui {

/// What is wrong with the selected text, in words, each with its remedy beside it: characters that its font lacks get one
/// that has them by one click.
class TextFindings : public QWidget {
    Q_OBJECT
public:
    explicit TextFindings(QWidget* parent = nullptr);
    void set_session(PosterSession* session);
    /// Looks at the selected text again, in the background.
    void refresh();

signals:
    void checked();  ///< what is shown is about the text as it is now

private:
    struct Remedy {
        typeset::Lack lack;
        QStringList for_all;   ///< families that have the whole text, best first
        QStringList for_some;  ///< those that have what is lacking
    };
    void present(std::vector<Remedy> remedies);
    QWidget* remedy_button(const Remedy& remedy);
    /// Null where the text can't be moved by itself: it or a group around it is locked or turned.
    QWidget* clear_button();
    /// That the selected text can hardly be read where it stands; empty where it can, or where that isn't known.
    QString unreadable_words() const;
    QWidget* ink_button();
    /// Sets everything that asks for `lack.family` in another one.
    void use_family(const typeset::Lack& lack, const QString& family);
    /// Keeps the family and takes what it lacks from another one.
    void add_fallback(const typeset::Lack& lack, const QString& family);

    QPointer<PosterSession> session_;
    QVBoxLayout* rows_;
    std::vector<Remedy> remedies_;
    QStringList presented_;
    quint64 asked_ = 0;  ///< answers to older questions are late
};

}  // namespace haibao::ui

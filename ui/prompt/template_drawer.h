// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>
#include <memory>
#include <vector>

class QComboBox;
class QListWidget;

namespace haibao::ui {

/// Backgrounds drawn by the scene painter: instant, layered, sharp at any size; filtered by subject, colours and style.
class TemplateDrawer : public QWidget {
    Q_OBJECT
public:
    explicit TemplateDrawer(QWidget* parent = nullptr);
    ~TemplateDrawer() override;

    /// width / height of the page that the templates are for.
    void set_aspect(double aspect);

signals:
    void chosen(const QJsonObject& description);
    void reference_wanted(const QImage& image);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void paint_one(std::size_t index);
    void show_menu(const QPoint& at);

    QComboBox *subject_, *palette_, *style_;
    QListWidget* list_;
    double aspect_ = 0.75;
    quint64 first_seed_ = 1;
    struct Generation;  ///< thumbnails on their way; another filter makes them stale
    std::shared_ptr<Generation> generation_;
};

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QPointer>
#include <QWidget>
#include <functional>

#include "ui/canvas/poster_session.h"
#include "ui/style/length_unit.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace haibao::ui {

class ColourButton;

/// What the panels of one kind of layer share: they show the selected layer of their kind and change it.
template <class Content>
class KindPanel : public QWidget {
public:
    explicit KindPanel(QWidget* parent = nullptr) : QWidget(parent) {}
    void set_session(PosterSession* session) {
        if (session_) session_->disconnect(this);
        session_ = session;
        if (!session_) return;
        connect(session_, &PosterSession::changed, this, [this] { refresh(); });
        connect(session_, &PosterSession::selection_changed, this, [this] { refresh(); });
        refresh();
    }

protected:
    virtual void show_content(const Content& content) = 0;
    void edit(const QString& what, const std::function<void(Content&)>& change, const QString& merge = {}) {
        const document::Layer* layer = session_ ? session_->selected() : nullptr;
        if (updating_ || !layer) return;
        session_->change_layer(what, layer->id, [&change](document::Layer& changed) {
            if (auto* content = std::get_if<Content>(&changed.content)) change(*content);
        }, merge);
    }
    void refresh() {
        const document::Layer* layer = session_ ? session_->selected() : nullptr;
        const auto* content = layer ? std::get_if<Content>(&layer->content) : nullptr;
        if (!content || session_->previewing()) return;
        updating_ = true;
        const LengthUnit unit = length_unit(session_->poster().page);
        unit_ = unit.points;
        for (QDoubleSpinBox* box : lengths_) box->setSuffix(unit.suffix);
        show_content(*content);
        updating_ = false;
    }

    QPointer<PosterSession> session_;
    QList<QDoubleSpinBox*> lengths_;  ///< shown in the page's unit
    double unit_ = 1;                 ///< of lengths_, points
    bool updating_ = false;
};

class PicturePanel : public KindPanel<document::PictureLayer> {
    Q_OBJECT
public:
    explicit PicturePanel(QWidget* parent = nullptr);

private:
    void show_content(const document::PictureLayer& picture) override;
    /// `name`: marked by QT_TR_NOOP.
    QSlider* slider(QFormLayout* form, const char* name, double document::PictureLayer::*member);
    QComboBox* fit_;
    QDoubleSpinBox* blur_;
    QSlider *brightness_, *contrast_, *saturation_;
    QLabel* origin_;
    QString told_;  ///< the picture that origin_ speaks of
};

class ScenePanel : public KindPanel<document::SceneLayer> {
    Q_OBJECT
public:
    explicit ScenePanel(QWidget* parent = nullptr);

private:
    void show_content(const document::SceneLayer& scene) override;
    QComboBox *subject_, *palette_, *style_, *time_, *mood_, *layout_;
};

class ShapePanel : public KindPanel<document::ShapeLayer> {
    Q_OBJECT
public:
    explicit ShapePanel(QWidget* parent = nullptr);

private:
    void show_content(const document::ShapeLayer& shape) override;
    ColourButton *fill_, *stroke_;
    QDoubleSpinBox *stroke_width_, *radius_;
};

}  // namespace haibao::ui

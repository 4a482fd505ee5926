// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/export/preset.h"

class QComboBox;
class QSlider;
class QSpinBox;
class QToolButton;

namespace haibao::ui {

/// What is to be otherwise than the presets say, for all of them: format, size, resolution, colours, quality, what stays in the
/// file. Folded away until it is wanted.
class PresetChanges : public QWidget {
    Q_OBJECT
public:
    explicit PresetChanges(QWidget* parent = nullptr);

    /// Errors: invalid_input, what cannot be together.
    Result<Preset> apply(Preset preset) const;
    bool any() const;

signals:
    void changed();

private:
    void update_toggle();

    QToolButton* toggle_;
    QWidget* fields_;
    QComboBox *format_, *profile_, *metadata_;
    QSpinBox *long_side_, *dpi_, *quality_;
};

}  // namespace haibao::ui

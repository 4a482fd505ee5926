// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "app/generate/request.h"

class QHBoxLayout;

namespace haibao::ui {

/// Reference pictures for image-to-image: small thumbnails, filled by drop, paste or the file dialog.
class ReferenceList : public QWidget {
    Q_OBJECT
public:
    explicit ReferenceList(QWidget* parent = nullptr);

    const std::vector<generate::SourcePicture>& pictures() const { return pictures_; }
    void add_file(const QString& file);
    void add_image(const QImage& image);
    void clear();

signals:
    void changed();
    void failed(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void add(generate::SourcePicture picture);
    void rebuild();
    void choose();

    QHBoxLayout* row_;
    std::vector<generate::SourcePicture> pictures_;
};

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTemporaryDir>
#include <QWidget>
#include <filesystem>
#include <vector>

class QHBoxLayout;

namespace haibao::ui {

/// Reference pictures for image-to-image: small thumbnails, filled by drop, paste or the file dialog. The queue copies their
/// files into the library when a job is made.
class ReferenceList : public QWidget {
    Q_OBJECT
public:
    explicit ReferenceList(QWidget* parent = nullptr);

    std::vector<std::filesystem::path> files() const;
    void add_file(const QString& file);
    /// A picture that is in no file: pasted, or drawn as a template.
    void add_image(const QImage& image);

signals:
    void changed();
    void failed(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Reference {
        QString file;
        QPixmap thumbnail;
    };
    void rebuild();
    void choose();

    QHBoxLayout* row_;
    std::vector<Reference> references_;
    QTemporaryDir pasted_;
    int pasted_count_ = 0;
};

}  // namespace haibao::ui

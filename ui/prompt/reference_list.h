// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTemporaryDir>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <vector>

class QHBoxLayout;
class QLabel;

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
    /// Of another list: what it holds, and the folder of what was pasted there.
    struct Kept;
    Kept kept() const;
    void take_over(const Kept& kept);

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
    QWidget* tile_of(std::size_t index);
    void rebuild();
    void choose();

    QHBoxLayout* row_;
    QLabel* use_;  ///< what they are for
    std::vector<Reference> references_;
    std::shared_ptr<QTemporaryDir> pasted_ = std::make_shared<QTemporaryDir>();
    int pasted_count_ = 0;
};

struct ReferenceList::Kept {
    std::vector<Reference> references;
    std::shared_ptr<QTemporaryDir> pasted;
    int pasted_count = 0;
};

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>
#include <optional>
#include <stop_token>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace haibao::ui {

/// About one model on the disk: what is said of it, a bar, and a button that starts the work and stops it. Closing stops it, too.
class ModelDialog : public QDialog {
    Q_OBJECT
public:
    ~ModelDialog() override;

signals:
    /// It can be found under this name now; `use`: as the one that paints from now on.
    void added(const QString& name, bool use);

protected:
    /// `action`: what the button says while nothing runs.
    ModelDialog(std::filesystem::path folder, const QString& title, const QString& action, QWidget* parent);
    virtual void start() = 0;

    /// Bar and buttons, below everything else.
    void add_bottom(QVBoxLayout& layout);
    void say(const QString& sentence, bool good);
    void begin_work();
    void end_work();
    bool at_work() const { return running_; }
    std::stop_token stop_token() const { return stop_.get_token(); }
    /// The bar's place for this share of the work.
    static int place_of(std::uint64_t done, std::uint64_t total);
    /// Of the disk that holds the models, whether their folder is made or not yet; bytes.
    static std::optional<std::uint64_t> room_for_models();

    std::filesystem::path folder_;
    QLabel* verdict_;
    QCheckBox* use_;
    QProgressBar* progress_;
    QPushButton* start_;

private:
    QString action_;
    std::stop_source stop_;
    bool running_ = false;
};

}  // namespace haibao::ui

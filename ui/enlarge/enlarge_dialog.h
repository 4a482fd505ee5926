// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QThread>
#include <QTimer>
#include <vector>

#include "app/enlarge/pictures_enlarger.h"
#include "app/enlarge/poster_pictures.h"
#include "ui/enlarge/painting_device.h"
#include "ui/enlarge/time_left.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QSlider;
class QSpinBox;

namespace haibao::ui {

/// Pictures made larger: how large, by what, and how it goes. Lanczos takes seconds. A model works tile by tile in the background,
/// between two jobs of the queue; what was stopped goes on with the next tile when the same is asked again.
///
/// Made with new, and gone once it is closed and its work has ended.
class EnlargeDialog : public QDialog {
    Q_OBJECT
public:
    enum class Sizes : std::uint8_t {
        given,   ///< WantedPicture::wanted
        chosen,  ///< here, the same for all
    };
    EnlargeDialog(PaintingDevice device, std::vector<enlarge::WantedPicture> pictures, Sizes sizes, QWidget* parent = nullptr);
    ~EnlargeDialog() override;

    /// A size of its own among those to choose from; chosen when it is larger than the picture.
    void offer(const QString& words, QSize pixels);
    bool at_work() const { return at_work_; }
    void done(int result) override;

signals:
    /// They have their pixels now; the dialog closes.
    void enlarged(const std::vector<haibao::enlarge::LargerPicture>& pictures);
    void work_ended();

private:
    void build_head(QBoxLayout& layout);
    void build_sizes(QBoxLayout& layout);
    void build_ways(QBoxLayout& layout);
    void show_picture();
    void choose_paper();
    void choose_side(QSpinBox& chosen);
    void show_state();
    std::vector<enlarge::PictureTask> tasks() const;
    std::optional<enlarge::ByModel> by_model() const;
    void start();
    void begin();
    void stop();
    void progressed(int picture, int done, int tiles, double fraction);
    void take(const std::vector<document::EmbeddedPicture>& larger);
    void failed(const Error& error);
    void end_work();
    void say(const QString& sentence, bool warning = false);
    /// Says how long it takes, once nothing has been chosen for a moment.
    void estimate();
    void find_time();
    /// What is said takes nothing from what stands there already.
    void fit_height();

    PaintingDevice device_;
    std::vector<enlarge::WantedPicture> pictures_;
    Sizes sizes_;
    QLabel *picture_, *becomes_, *model_words_, *strength_words_, *time_words_, *said_;
    QComboBox *paper_ = nullptr, *models_;
    QSpinBox *width_ = nullptr, *height_ = nullptr;
    QRadioButton *lanczos_, *model_;
    QWidget* model_settings_;
    QWidget* settings_;  ///< everything that cannot be changed while it works
    QSlider* strength_;
    QProgressBar* progress_;
    QPushButton *start_, *close_;
    bool has_alpha_ = false, at_work_ = false, leaving_ = false;
    int estimates_ = 0;  ///< the last answer is the one that counts
    QTimer expect_soon_;
    TimeLeft left_;
    QThread thread_;
    enlarge::PicturesEnlarger* enlarger_ = nullptr;  ///< lives in the thread
};

}  // namespace haibao::ui

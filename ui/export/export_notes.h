// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "app/enlarge/poster_pictures.h"
#include "app/export/preset.h"
#include "ui/enlarge/painting_device.h"

class QLabel;
class QPushButton;

namespace haibao::ui {

/// What should be known of a poster before it is exported: whether its texts are right, read and measured in the background,
/// which pictures have too few pixels for the print that is chosen, with what can be done about both, and what else the export
/// would remark.
class ExportNotes : public QWidget {
    Q_OBJECT
public:
    explicit ExportNotes(document::Poster poster, QWidget* parent = nullptr);
    ~ExportNotes() override;

    /// What a model can enlarge pictures with.
    void set_device(PaintingDevice device) { device_ = std::move(device); }
    /// The preset that is chosen now.
    void show_for(const Preset& preset);
    /// False while the texts are being read or pictures looked at.
    bool at_rest() const { return running_ == 0; }
    QString texts_note() const;
    QString pictures_note() const;
    QString bleed_note() const;
    QStringList findings() const { return said_; }

signals:
    void check_wanted();
    /// These have enough pixels now; they belong into the poster.
    void enlarged(const std::vector<haibao::enlarge::LargerPicture>& pictures);
    /// Pictures and plates reach into a bleed of so many points now; they should in the poster, too.
    void bled(double points);
    void rested();

private:
    /// `work` runs in the background and returns what is to be done here afterwards.
    void run(const std::function<std::function<void()>(std::stop_token)>& work);
    void read_texts();
    void measure_pictures();
    void show_pictures();
    void look_at_page(const Preset& preset);
    void ask_enlarge();
    void extend_into_bleed();
    void take(const std::vector<enlarge::LargerPicture>& larger);

    document::Poster poster_;
    PaintingDevice device_;
    QLabel *texts_, *pictures_, *bleed_, *findings_;
    QPushButton *check_, *enlarge_, *extend_;
    Preset preset_;  ///< shown for
    std::optional<std::vector<enlarge::PlacedPicture>> placed_;  ///< at the designed size
    bool for_print_ = false;
    double enlarged_ = 1;  ///< how many times larger than designed the file becomes
    double screen_dpi_ = 72;  ///< pixels of the file to the inch of the design
    QStringList said_;  ///< what an export would remark, in the user's language
    int asked_ = 0;     ///< the last answer is the one that counts
    int running_ = 0;
    std::stop_source stop_;
};

}  // namespace haibao::ui

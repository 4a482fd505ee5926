// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_notes.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <algorithm>
#include <cmath>

#include "app/core/lengths.h"
#include "app/document/bleed.h"
#include "app/export/poster_export.h"
#include "app/export/preflight.h"
#include "app/proof/proof.h"
#include "ui/enlarge/enlarge_dialog.h"
#include "ui/style/background.h"
#include "ui/style/error_words.h"
#include "ui/style/finding_words.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

enum class Tone : std::uint8_t { quiet, warning };
void say(QLabel* label, const QString& words, Tone tone) {
    label->setText(words);
    label->setVisible(!words.isEmpty());
    label->setForegroundRole(tone == Tone::warning ? roles::warning : QPalette::WindowText);
}

}  // namespace

ExportNotes::ExportNotes(document::Poster poster, QWidget* parent) : QWidget(parent), poster_(std::move(poster)) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setColumnStretch(0, 1);
    const auto row = [&](int at, QLabel*& label, QPushButton*& button, const QString& words) {
        label = new QLabel;
        label->setWordWrap(true);
        button = new QPushButton(words);
        button->hide();
        layout->addWidget(label, at, 0);
        layout->addWidget(button, at, 1, Qt::AlignTop);
    };
    row(0, texts_, check_, tr("Check text…"));
    row(1, pictures_, enlarge_, tr("Enlarge…"));
    row(2, bleed_, extend_, tr("Extend into the bleed"));
    bleed_->hide();
    findings_ = new QLabel;
    findings_->setWordWrap(true);
    findings_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    findings_->hide();
    layout->addWidget(findings_, 3, 0, 1, 2);
    enlarge_->setToolTip(tr("Give these pictures the pixels that this file wants (300 dpi in print), at most five times as many a side"));
    extend_->setToolTip(tr("Lets what ends at the page's edge reach beyond it; a picture is enlarged a little for it"));
    connect(extend_, &QPushButton::clicked, this, &ExportNotes::extend_into_bleed);
    connect(check_, &QPushButton::clicked, this, &ExportNotes::check_wanted);
    connect(enlarge_, &QPushButton::clicked, this, &ExportNotes::ask_enlarge);
    read_texts();
    measure_pictures();
}

ExportNotes::~ExportNotes() { stop_.request_stop(); }

void ExportNotes::run(const std::function<std::function<void()>(std::stop_token)>& work) {
    ++running_;
    in_background(
        this, [work, stop = stop_.get_token()] { return work(stop); },
        [this](const std::function<void()>& done) {
            done();
            if (--running_ == 0) emit rested();
        });
}

QString ExportNotes::texts_note() const { return texts_->text(); }
QString ExportNotes::pictures_note() const { return pictures_->text(); }
QString ExportNotes::bleed_note() const { return bleed_->text(); }

void ExportNotes::read_texts() {
    say(texts_, tr("The texts are being proof-read…"), Tone::quiet);
    run([this, poster = poster_](std::stop_token stop) -> std::function<void()> {
        proof::Ocr ocr;
        auto proof = proof::proof_poster(poster, *typeset::FontSet::system(), ocr, std::move(stop));
        if (!proof) {
            return [this, why = words_of(proof.error())] { say(texts_, tr("The texts are not proof-read: %1").arg(why), Tone::warning); };
        }
        return [this, texts = proof->texts(), failed = proof->failed(), not_judged = proof->not_judged()] {
            if (texts == 0) return say(texts_, {}, Tone::quiet);
            check_->setVisible(failed > 0);
            if (failed > 0) return say(texts_, tr("%n text(s) should be looked at before this goes out.", nullptr, failed), Tone::warning);
            if (not_judged > 0) return say(texts_, tr("%n painted text(s) are too small to be proof-read.", nullptr, not_judged), Tone::warning);
            say(texts_, tr("All texts are as they should be."), Tone::quiet);
        };
    });
}

void ExportNotes::show_for(const Preset& preset) {
    preset_ = preset;
    const auto planned = plan_poster(poster_.page, preset);
    enlarged_ = planned ? planned->points.width() / poster_.page.points().width() : 1;
    if (planned) screen_dpi_ = planned->scale * 72;
    for_print_ = preset.is_pdf() || preset.extent != PageExtent::trim || (planned && planned->dpi >= 200);
    show_pictures();
    look_at_page(preset);
}

void ExportNotes::look_at_page(const Preset& preset) {
    run([this, poster = poster_, preset, question = ++asked_](std::stop_token) -> std::function<void()> {
        QStringList said;
        QString bleed;
        if (const auto found = preflight(poster, *typeset::FontSet::system(), preset))
            for (const render::Finding& finding : *found) {
                // The pictures have a line of their own, and so has the bleed.
                if (finding.code == QLatin1String("no-bleed")) bleed = words_of(finding);
                else if (!finding.code.endsWith(QLatin1String("low-dpi"))) said << (finding.layer.isEmpty() ? QString() : finding.layer + ": ") + words_of(finding);
            }
        said.removeDuplicates();
        return [this, said, bleed, question] {
            if (question != asked_) return;
            said_ = said;
            QStringList lines;
            for (const QString& one : said) lines << "⚠ " + one;
            say(findings_, lines.join('\n'), Tone::warning);
            say(bleed_, bleed.isEmpty() ? QString() : "⚠ " + bleed, Tone::warning);
            extend_->setVisible(!bleed.isEmpty());
            if (!bleed.isEmpty()) said_ << bleed;
        };
    });
}

void ExportNotes::measure_pictures() {
    run([this, poster = poster_](std::stop_token) -> std::function<void()> {
        auto placed = enlarge::placed_pictures(poster);
        return [this, placed = std::move(placed)] {
            placed_ = placed;
            show_pictures();
        };
    });
}

void ExportNotes::show_pictures() {
    QStringList soft;
    if (placed_)
        for (const enlarge::PlacedPicture& picture : *placed_) {
            const double dpi = picture.dpi / enlarged_, times = picture.dpi > 0 ? screen_dpi_ / picture.dpi : 0;
            if (for_print_ && dpi < enlarge::soft_dpi) soft << tr("“%1” has %2 dpi").arg(picture.name).arg(std::lround(dpi));
            if (!for_print_ && times > render::most_times_on_screen) soft << tr("“%1” is shown at %2 times its own size").arg(picture.name).arg(QLocale().toString(times, 'f', 1));
        }
    enlarge_->setVisible(!soft.isEmpty());
    if (soft.size() > 4) soft = soft.first(4) << QStringLiteral("…");
    const QString sentence = for_print_ ? tr("Print wants 150 dpi or more: %1.") : tr("This will look soft: %1.");
    say(pictures_, soft.isEmpty() ? QString() : sentence.arg(soft.join(tr(", "))), Tone::warning);
}

void ExportNotes::ask_enlarge() {
    enlarge_->setEnabled(false);
    run([this, poster = poster_, times = enlarged_, for_print = for_print_, screen_dpi = screen_dpi_](std::stop_token) -> std::function<void()> {
        auto wanted = for_print ? enlarge::soft_pictures(poster, times) : enlarge::soft_pictures(poster, 1, screen_dpi, screen_dpi / render::most_times_on_screen);
        return [this, wanted = std::move(wanted)] {
            enlarge_->setEnabled(true);
            if (!wanted) return say(pictures_, words_of(wanted.error()), Tone::warning);
            if (wanted->empty()) return say(pictures_, tr("These pictures are as large as they can become."), Tone::warning);
            auto* dialog = new EnlargeDialog(device_, *wanted, EnlargeDialog::Sizes::given, window());
            connect(dialog, &EnlargeDialog::enlarged, this, &ExportNotes::take);
            dialog->open();
        };
    });
}

void ExportNotes::extend_into_bleed() {
    const double points = (preset_.bleed_mm > 0 ? preset_.bleed_mm * points_per_mm : document::usual_bleed) / enlarged_;  // so much in the file
    document::extend_into_bleed(poster_, points);
    emit bled(points);
    measure_pictures();
    look_at_page(preset_);
}

void ExportNotes::take(const std::vector<enlarge::LargerPicture>& larger) {
    enlarge::apply(poster_, larger);
    emit enlarged(larger);
    measure_pictures();
}

}  // namespace haibao::ui

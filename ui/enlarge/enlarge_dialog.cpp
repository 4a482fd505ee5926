// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enlarge/enlarge_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "app/core/paths.h"
#include "app/render/pictures.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/model_names.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

constexpr int thumbnail_side = 96;
constexpr int indent = 26;  // below a radio button's words
constexpr auto choosing_pause = std::chrono::milliseconds(200);  // a slider that is pulled stops at many places

QString size_words(QSize size) { return EnlargeDialog::tr("%1 × %2 pixels").arg(size.width()).arg(size.height()); }

QLabel* explanation(const QString& words) {
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    label->setForegroundRole(roles::faint_text);
    return label;
}

QString strength_words(double strength) {
    const QString what = strength < 0.25 ? EnlargeDialog::tr("hardly more than sharpening") : strength < 0.45 ? EnlargeDialog::tr("sharpens, redraws fine detail") : EnlargeDialog::tr("invents detail");
    return QStringLiteral("%1 · %2").arg(strength, 0, 'f', 2).arg(what);
}

}  // namespace

EnlargeDialog::EnlargeDialog(PaintingDevice device, std::vector<enlarge::WantedPicture> pictures, Sizes sizes, QWidget* parent)
    : QDialog(parent), device_(std::move(device)), pictures_(std::move(pictures)), sizes_(sizes) {
    setWindowTitle(tr("Enlarge"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::padding);
    settings_ = new QWidget;
    auto* settings = new QVBoxLayout(settings_);
    settings->setContentsMargins({});
    settings->setSpacing(metrics::padding);
    build_head(*settings);
    if (sizes_ == Sizes::chosen) build_sizes(*settings);
    build_ways(*settings);
    layout->addWidget(settings_);
    layout->addStretch(1);
    said_ = new QLabel;
    said_->setWordWrap(true);
    said_->hide();
    layout->addWidget(said_);
    progress_ = new QProgressBar;
    progress_->hide();
    layout->addWidget(progress_);
    auto* buttons = new QDialogButtonBox;
    start_ = buttons->addButton(tr("Enlarge"), QDialogButtonBox::ActionRole);
    start_->setObjectName("start");
    make_primary(start_);
    close_ = buttons->addButton(QDialogButtonBox::Close);
    layout->addWidget(buttons);
    connect(start_, &QPushButton::clicked, this, [this] { at_work_ ? stop() : start(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    expect_soon_.setSingleShot(true);
    expect_soon_.setInterval(choosing_pause);
    connect(&expect_soon_, &QTimer::timeout, this, &EnlargeDialog::find_time);
    if (paper_) choose_paper();
    else show_state();
    show_picture();
    resize(480, sizeHint().height());
}

EnlargeDialog::~EnlargeDialog() {
    if (device_.release) device_.release(this);
    if (!thread_.isRunning()) return;
    // What works there ends at once: finished tiles are kept.
    QMetaObject::invokeMethod(enlarger_, [this] {
        delete enlarger_;
        thread_.quit();
    });
    thread_.wait();
}

void EnlargeDialog::build_head(QBoxLayout& layout) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::padding);
    picture_ = new QLabel;
    picture_->setFixedSize(thumbnail_side, thumbnail_side);
    picture_->setAlignment(Qt::AlignCenter);
    row->addWidget(picture_);
    auto* words = new QVBoxLayout;
    QString name = pictures_.size() == 1 ? pictures_.front().picture.name : tr("%n picture(s)", nullptr, int(pictures_.size()));
    if (name.isEmpty()) name = tr("Picture");
    QLabel* title = heading(name, 1.15);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    words->addWidget(title);
    becomes_ = new QLabel;
    becomes_->setWordWrap(true);
    words->addWidget(becomes_);
    words->addStretch(1);
    row->addLayout(words, 1);
    layout.addLayout(row);
}

void EnlargeDialog::build_ways(QBoxLayout& layout) {
    lanczos_ = new QRadioButton(tr("Lanczos (recommended)"));
    lanczos_->setObjectName("lanczos");
    layout.addWidget(lanczos_);
    const auto indented = [&layout](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(indent, 0, 0, 0);
        row->addWidget(widget);
        layout.addLayout(row);
    };
    indented(explanation(tr("Comes nearest to the picture and takes seconds. It smooths the pixels that are there and adds no detail.")));
    model_ = new QRadioButton(tr("Refined by a model"));
    model_->setObjectName("model");
    layout.addWidget(model_);
    model_settings_ = new QWidget;
    auto* settings = new QFormLayout(model_settings_);
    settings->setContentsMargins({});
    models_ = new QComboBox;
    const auto builtin = paths::find_model("builtin");
    for (const auto& folder : paths::known_models()) {
        std::error_code ignored;
        const bool own = builtin && std::filesystem::equivalent(*builtin, folder, ignored);
        models_->addItem(own ? built_in_model() : paths::to_qt(folder.stem()), paths::to_qt(folder));
        models_->setItemData(models_->count() - 1, own, Qt::UserRole + 1);
    }
    settings->addRow(tr("Model"), models_);
    strength_ = new QSlider(Qt::Horizontal);
    strength_->setRange(5, 80);
    strength_->setPageStep(5);
    strength_->setAccessibleName(tr("Strength"));
    settings->addRow(tr("Strength"), strength_);
    strength_words_ = new QLabel;
    settings->addRow(QString(), strength_words_);
    model_words_ = explanation({});
    settings->addRow(model_words_);
    time_words_ = explanation({});
    settings->addRow(time_words_);
    indented(model_settings_);

    const QSettings remembered;
    const int model = models_->findData(remembered.value("enlarge/model"));
    models_->setCurrentIndex(std::max(0, model));
    strength_->setValue(remembered.value("enlarge/strength", int(std::lround(100 * enlarge::usual_strength))).toInt());
    const bool possible = models_->count() > 0 && !device_.worker.program.empty();
    const bool by_model = possible && model >= 0 && remembered.value("enlarge/by").toString() == QLatin1String("model");
    (by_model ? model_ : lanczos_)->setChecked(true);
    model_->setEnabled(possible);
    connect(model_, &QRadioButton::toggled, this, &EnlargeDialog::show_state);
    connect(models_, &QComboBox::currentIndexChanged, this, &EnlargeDialog::show_state);
    connect(strength_, &QSlider::valueChanged, this, &EnlargeDialog::show_state);
}

/// The first one, decoded in the background; what is transparent there is to be known, too.
void EnlargeDialog::show_picture() {
    struct Seen {
        QImage thumbnail;
        bool alpha = false;
    };
    in_background(
        this,
        [pictures = pictures_, side = int(thumbnail_side * devicePixelRatioF())] {
            Seen seen;
            for (const enlarge::WantedPicture& one : pictures) {
                const auto decoded = render::decode_picture(one.picture);
                if (!decoded) continue;
                seen.alpha |= decoded->image->hasAlphaChannel();
                if (seen.thumbnail.isNull()) seen.thumbnail = decoded->image->scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            }
            return seen;
        },
        [this](Seen seen) {
            seen.thumbnail.setDevicePixelRatio(devicePixelRatioF());
            picture_->setPixmap(QPixmap::fromImage(seen.thumbnail));
            has_alpha_ = seen.alpha;
            show_state();
        });
}

std::vector<enlarge::PictureTask> EnlargeDialog::tasks() const {
    std::vector<enlarge::PictureTask> tasks;
    for (const enlarge::WantedPicture& one : pictures_) {
        const QSize chosen = sizes_ == Sizes::given ? one.wanted : QSize(width_->value(), height_->value());
        tasks.push_back({one.picture, sizes_ == Sizes::given || pictures_.size() == 1 ? chosen : one.has.scaled(chosen, Qt::KeepAspectRatio)});
    }
    return tasks;
}

std::optional<enlarge::ByModel> EnlargeDialog::by_model() const {
    if (!model_->isChecked()) return {};
    enlarge::ByModel by;
    by.model = paths::from_qt(models_->currentData().toString());
    by.options = {device_.name.toStdString(), Precision::fast, 0};
    by.strength = strength_->value() / 100.0;
    by.pace_file = paths::cache() / "pace.json";
    return by;
}

void EnlargeDialog::show_state() {
    strength_words_->setText(strength_words(strength_->value() / 100.0));
    model_settings_->setEnabled(model_->isChecked());
    const bool builtin = models_->currentData(Qt::UserRole + 1).toBool();
    QString words = builtin ? tr("The built-in model makes edges crisper than they were, but comes less near to the picture than Lanczos.")
                            : tr("A model draws detail that was never there. Look at the result before it is printed.");
    if (has_alpha_) words += '\n' + tr("Transparent parts become white.");
    model_words_->setText(words);
    bool larger = !pictures_.empty(), possible = true;
    double most = 0;
    const auto all = tasks();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QSize from = pictures_[i].has, to = all[i].size;
        larger &= to.width() > from.width() || to.height() > from.height();
        possible &= qint64(to.width()) * to.height() <= render::most_pixels;
        most = std::max(most, double(to.width()) / from.width());
    }
    QString becomes;
    if (all.size() == 1) becomes = tr("%1 become %2.").arg(size_words(pictures_[0].has), size_words(all[0].size));
    else becomes = tr("Each gets the pixels that this file takes, at most five times as many a side.");
    if (!larger) becomes = tr("It has %1 already; this size needs no more.").arg(size_words(pictures_[0].has));
    else if (!possible) becomes = tr("More than %1 million pixels cannot be opened again.").arg(render::most_pixels / 1'000'000);
    else if (most > 4) becomes += '\n' + tr("More than four times as many a side will look soft up close.");
    becomes_->setText(becomes);
    becomes_->setForegroundRole(larger && possible ? QPalette::WindowText : roles::warning);
    start_->setEnabled(at_work_ || (larger && possible));
    estimate();
}

void EnlargeDialog::estimate() {
    ++estimates_;
    time_words_->setVisible(model_->isChecked());
    time_words_->clear();
    if (isVisible()) fit_height();
    if (model_->isChecked() && !at_work_) expect_soon_.start();
    else expect_soon_.stop();
}

/// By the pace of earlier pictures, in the background: a model's identity is a hash of all its headers.
void EnlargeDialog::find_time() {
    const auto by = by_model();
    const int number = estimates_;
    if (!by || at_work_) return;
    const auto expect = [by = *by, pictures = pictures_, all = tasks()]() -> Result<enlarge::ExpectedWork> {
        enlarge::ExpectedWork sum;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const ExportSize size{.mode = SizeMode::pixels, .width = double(all[i].size.width()), .height = double(all[i].size.height())};
            const auto one = enlarge::expected_work(pictures[i].has, size, by);
            if (!one) return one;
            sum.tiles += one->tiles;
            sum.seconds += one->seconds;
        }
        return sum;
    };
    in_background(this, expect, [this, number](const Result<enlarge::ExpectedWork>& work) {
        if (number != estimates_ || !work) return;
        const QString tiles = tr("%n tile(s)", nullptr, work->tiles);
        time_words_->setText(tiles + " · " + (work->seconds > 0 ? tr("about %1").arg(human_duration(work->seconds)) : tr("how long it takes here is known when the first one is done")));
        fit_height();
    });
}

void EnlargeDialog::say(const QString& sentence, bool warning) {
    said_->setText(sentence);
    said_->setVisible(!sentence.isEmpty());
    said_->setForegroundRole(warning ? roles::warning : QPalette::WindowText);
    fit_height();
}

void EnlargeDialog::fit_height() {
    for (const QWidget* inner : {model_settings_, settings_}) inner->layout()->activate();  // from the inside out
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void EnlargeDialog::start() {
    QSettings remembered;
    remembered.setValue("enlarge/by", model_->isChecked() ? "model" : "lanczos");
    remembered.setValue("enlarge/model", models_->currentData());
    remembered.setValue("enlarge/strength", strength_->value());
    at_work_ = true;
    settings_->setEnabled(false);
    start_->setText(tr("Stop"));
    progress_->setRange(0, 0);
    progress_->show();
    if (!model_->isChecked() || !device_.lend) return begin();
    say(tr("Waiting until the picture at work is painted…"));
    device_.lend(this, [this] {
        if (at_work_ && !enlarger_) begin();
    });
}

void EnlargeDialog::begin() {
    say(tr("Enlarging…"));
    left_.start();
    enlarger_ = new enlarge::PicturesEnlarger(tasks(), by_model(), device_.worker);
    enlarger_->moveToThread(&thread_);
    connect(enlarger_, &enlarge::PicturesEnlarger::progressed, this, &EnlargeDialog::progressed);
    connect(enlarger_, &enlarge::PicturesEnlarger::finished, this, &EnlargeDialog::take);
    connect(enlarger_, &enlarge::PicturesEnlarger::failed, this, &EnlargeDialog::failed);
    thread_.start();
    enlarger_->start();
}

void EnlargeDialog::stop() {
    if (!enlarger_) return failed({ErrorKind::cancelled, "Stopped.", {}});  // it was still waiting
    start_->setEnabled(false);
    say(tr("Stopping…"));
    enlarger_->cancel();
}

void EnlargeDialog::progressed(int picture, int done, int tiles, double fraction) {
    if (tiles == 0 || !start_->isEnabled()) return;
    QString tile = tr("Tile %1 of %2").arg(std::min(done + 1, tiles)).arg(tiles);
    if (const auto left = left_.seconds(done, fraction); left && *left >= 1) tile += " · " + tr("%1 left").arg(human_duration(*left));
    say(pictures_.size() == 1 ? tile : QStringLiteral("“%1” · %2").arg(pictures_[std::size_t(picture)].picture.name, tile));
    progress_->setRange(0, 1000);
    progress_->setValue(int(std::lround(1000 * fraction)));
}

void EnlargeDialog::end_work() {
    if (thread_.isRunning()) {
        enlarger_->deleteLater();
        thread_.quit();
        thread_.wait();
    }
    enlarger_ = nullptr;
    if (device_.release) device_.release(this);
    at_work_ = false;
    settings_->setEnabled(true);
    start_->setText(tr("Enlarge"));
    progress_->hide();
    show_state();
    if (leaving_) deleteLater();
    emit work_ended();
}

void EnlargeDialog::take(const std::vector<document::EmbeddedPicture>& larger) {
    say({});
    std::vector<enlarge::LargerPicture> pictures;
    for (std::size_t i = 0; i < larger.size(); ++i) pictures.push_back({pictures_[i].layer, pictures_[i].key, larger[i]});
    end_work();
    if (leaving_) return;  // closed in its last moment: nobody wants it
    emit enlarged(pictures);
    accept();
}

void EnlargeDialog::failed(const Error& error) {
    const bool kept = model_->isChecked() && enlarger_;
    if (error.kind != ErrorKind::cancelled) say(words_of(error), true);
    else say(kept ? tr("Stopped. The finished tiles are kept for two weeks, and the same settings go on with the next one.") : QString());
    end_work();
}

void EnlargeDialog::done(int result) {
    leaving_ = true;
    if (at_work_) stop();
    else deleteLater();
    QDialog::done(result);
}

}  // namespace haibao::ui

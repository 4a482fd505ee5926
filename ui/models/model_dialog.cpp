// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/core/paths.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

namespace fs = std::filesystem;
constexpr int steps = 1000;  // of the bar

}  // namespace

ModelDialog::ModelDialog(fs::path folder, const QString& title, const QString& action, QWidget* parent)
    : QDialog(parent), folder_(std::move(folder)), verdict_(new QLabel), use_(new QCheckBox(tr("Paint with it from now on"))), progress_(new QProgressBar),
      start_(new QPushButton(action)), action_(action) {
    setWindowTitle(title);
    verdict_->setWordWrap(true);
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    progress_->setRange(0, steps);
    progress_->hide();
    make_primary(start_);
    start_->setEnabled(false);
    connect(start_, &QPushButton::clicked, this, [this] {
        if (running_) stop_.request_stop();
        else start();
    });
}

ModelDialog::~ModelDialog() { stop_.request_stop(); }

void ModelDialog::add_bottom(QVBoxLayout& layout) {
    layout.addStretch(1);
    layout.addWidget(progress_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(start_, QDialogButtonBox::ActionRole);
    layout.addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ModelDialog::say(const QString& sentence, bool good) { verdict_->setText((good ? "" : "⚠ ") + sentence); }

void ModelDialog::begin_work() {
    running_ = true;
    stop_ = {};
    start_->setText(tr("Stop"));
    progress_->setValue(0);
    progress_->show();
}

void ModelDialog::end_work() {
    running_ = false;
    progress_->hide();
    start_->setText(action_);
}

int ModelDialog::place_of(std::uint64_t done, std::uint64_t total) { return total ? int(double(done) / double(total) * steps) : steps; }

std::optional<std::uint64_t> ModelDialog::room_for_models() {
    std::error_code error;
    fs::path folder = paths::models();
    while (!folder.empty() && folder.has_relative_path() && !fs::exists(folder, error)) folder = folder.parent_path();
    const auto space = fs::space(folder, error);
    return error ? std::nullopt : std::optional<std::uint64_t>(space.available);
}

}  // namespace haibao::ui

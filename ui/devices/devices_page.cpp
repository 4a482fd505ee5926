// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devices_page.h"

#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/card.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

QString verdict_of(const DeviceInfo& device) {
    if (!device.usable) return QString::fromStdString(device.reason);
    if (device.software) return DevicesPage::tr("A simulation of a graphics card in software: right, but slower than the processor itself.");
    return device.device_class == "cpu" ? DevicesPage::tr("Works. Always there.") : DevicesPage::tr("Works.");
}

QString details_of(const DeviceInfo& device) {
    QStringList parts{QString::fromStdString(device.description)};
    if (device.memory_total)
        parts << DevicesPage::tr("%1 free of %2").arg(human_size(device.memory_free), human_size(device.memory_total));
    return parts.join(" · ");
}

/// The fastest kind that works here: a real card before the processor.
const DeviceInfo* recommended(const std::vector<DeviceInfo>& devices) {
    const auto rank = [](const DeviceInfo& device) { return !device.usable || device.software ? 0 : device.device_class == "cpu" ? 1 : 2; };
    const auto best = std::ranges::max_element(devices, {}, rank);
    return best != devices.end() && rank(*best) > 0 ? &*best : nullptr;
}

}  // namespace

DevicesPage::DevicesPage(generate::WorkerOptions worker, QWidget* parent)
    : QWidget(parent), options_(std::move(worker)), chosen_(QSettings().value("device", "auto").toString()) {
    auto* layout = new QVBoxLayout(this);
    auto* head = new QHBoxLayout;
    auto* again = new QPushButton(tr("Look again"));
    head->addWidget(heading(tr("Devices"), 1.3), 1);
    head->addWidget(again);
    layout->addLayout(head);
    cards_ = new QVBoxLayout;
    cards_->setSpacing(metrics::padding);
    layout->addLayout(cards_);
    layout->addStretch(1);
    connect(again, &QPushButton::clicked, this, &DevicesPage::look_again);
}

void DevicesPage::look_again() {
    clear(*cards_);
    auto* waiting = new Card(tr("Looking for devices…"));
    cards_->addWidget(waiting);
    worker_ = std::make_unique<generate::WorkerClient>(options_);
    connect(worker_.get(), &generate::WorkerClient::result, this, [this](protocol::JobId, const protocol::Frame& frame) {
        auto devices = protocol::decode<std::vector<DeviceInfo>>(frame);
        if (devices) show_devices(*devices);
        else show_error(devices.error());
    }, Qt::QueuedConnection);
    connect(worker_.get(), &generate::WorkerClient::failed, this, [this](protocol::JobId, const Error& error) { show_error(error); }, Qt::QueuedConnection);
    connect(worker_.get(), &generate::WorkerClient::died, this, &DevicesPage::show_error, Qt::QueuedConnection);
    worker_->start();
    worker_->devices();
}

void DevicesPage::show_error(const Error& error) {
    worker_.reset();
    clear(*cards_);
    auto* card = new Card(tr("Devices"));
    card->set_verdict(QString::fromStdString(error.message), Card::Mood::bad);
    card->set_details(QString::fromStdString(error.context));
    cards_->addWidget(card);
}

void DevicesPage::show_devices(const std::vector<DeviceInfo>& devices) {
    worker_.reset();
    devices_ = devices;
    clear(*cards_);
    const DeviceInfo* best = recommended(devices_);
    const bool known = std::ranges::any_of(devices_, [this](const DeviceInfo& device) { return device.usable && QString::fromStdString(device.name) == chosen_; });
    for (const DeviceInfo& device : devices_) {
        const QString name = QString::fromStdString(device.name);
        auto* card = new Card(device.device_class == "cpu" ? tr("Processor") : name);
        card->set_verdict(verdict_of(device), device.usable && !device.software ? Card::Mood::good : Card::Mood::bad);
        card->set_details(details_of(device));
        const bool used = known ? name == chosen_ : &device == best;
        if (used) {
            card->mark(tr("In use"));
            emit device_chosen(known ? name : "auto", device.device_class == "cpu" ? tr("CPU") : name);
        } else if (device.usable) {
            auto* use = new QPushButton(tr("Use this"));
            connect(use, &QPushButton::clicked, this, [this, name] { choose(name, name); });
            card->add_button(use);
        }
        cards_->addWidget(card);
    }
}

void DevicesPage::choose(const QString& name, const QString&) {
    chosen_ = name;
    QSettings().setValue("device", name);
    show_devices(std::vector<DeviceInfo>(devices_));
}

}  // namespace haibao::ui

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devices_page.h"

#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <format>

#include "app/core/paths.h"
#include "app/core/sentences.h"
#include "app/generate/pace.h"
#include "app/generate/progress_meter.h"
#include "inference/runtime/hung.h"
#include "inference/weights/model_folder.h"
#include "inference/worker/survey_answer.h"
#include "ui/style/background.h"
#include "ui/style/card.h"
#include "ui/style/error_words.h"
#include "ui/style/model_names.h"
#include "ui/style/theme.h"
#include "ui/style/widgets.h"

namespace haibao::ui {
namespace {

QString verdict_of(const DeviceInfo& device, const QString& speed) {
    if (!device.usable) return QString::fromStdString(Sentences::of_user().translate(device.reason));
    if (device.software) return DevicesPage::tr("A simulation of a graphics card in software: right, but slower than the processor itself.");
    const QString works = device.device_class == "cpu" ? DevicesPage::tr("Works. Always there.") : DevicesPage::tr("Works.");
    return DevicesPage::tr("%1 %2", "two sentences").arg(works, speed.isEmpty() ? DevicesPage::tr("How fast, the first picture will tell.") : speed);
}

QString details_of(const DeviceInfo& device) {
    QStringList parts{QString::fromStdString(device.name), QString::fromStdString(device.description)};
    if (device.memory_total)
        parts << DevicesPage::tr("%1 free of %2").arg(human_size(device.memory_free), human_size(device.memory_total));
    return parts.join(" · ");
}

QString title_of(const DeviceInfo& device) {
    if (device.device_class == "cpu") return DevicesPage::tr("Processor");
    if (device.device_class == "ascend") return DevicesPage::tr("Ascend card");
    if (device.device_class == "rpc") return DevicesPage::tr("Other machines");
    constexpr std::array cards{"vulkan", "cuda", "hip", "sycl", "musa", "opencl"};
    if (!std::ranges::contains(cards, device.device_class)) return DevicesPage::tr("Plug-in %1").arg(QString::fromStdString(device.description));
    return DevicesPage::tr("Graphics card (%1)").arg(QString::fromStdString(device.device_class).toUpper());
}

/// What "auto" stands for; where a worker did not say it: a real card before the processor.
const DeviceInfo* recommended_of(const std::vector<DeviceInfo>& devices, const std::string& automatic) {
    if (const auto named = std::ranges::find(devices, automatic, &DeviceInfo::name); named != devices.end()) return &*named;
    const auto rank = [](const DeviceInfo& device) { return !device.usable || device.software ? 0 : device.device_class == "cpu" ? 1 : 2; };
    const auto best = std::ranges::max_element(devices, {}, rank);
    return best != devices.end() && rank(*best) > 0 ? &*best : nullptr;
}

/// What earlier jobs of the model took, scaled to its usual picture. `auto` is what jobs without a choice ran on.
QHash<QString, QString> measured(const QString& model, const std::vector<DeviceInfo>& devices, const std::string& automatic_name) {
    QHash<QString, QString> speeds;
    auto folder = paths::find_model(model.toStdString());
    auto opened = folder ? ModelFolder::open(*folder) : pass_on(folder);
    auto identity = opened ? opened->identity() : pass_on(opened);
    if (!identity) return speeds;
    const ModelDefaults& defaults = opened->defaults();
    const generate::JobShape shape{double(defaults.width) * defaults.height / 1e6, defaults.steps, defaults.guidance > 1 ? 2 : 1, 1};
    const generate::PaceBook paces(paths::cache() / "pace.json");
    const DeviceInfo* automatic = recommended_of(devices, automatic_name);
    for (const DeviceInfo& device : devices) {
        double seconds = 0;
        for (const std::string& name : {device.name, std::string(&device == automatic ? "auto" : "")}) {
            if (name.empty() || seconds > 0) continue;
            const std::string key = std::format("{} {} {}", identity->substr(0, 16), name, protocol::to_string(Precision::fast));
            for (const double stage : paces.expect(key, shape)) seconds += stage;
        }
        if (seconds <= 0) continue;
        speeds[QString::fromStdString(device.name)] =
            DevicesPage::tr("Measured here: about %1 for a picture of %2 × %3 with %4.")
                .arg(human_duration(seconds)).arg(defaults.width).arg(defaults.height).arg(shown_model(defaults.name));
    }
    return speeds;
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
    ask_worker();
}

void DevicesPage::ask_worker() {
    worker_ = std::make_unique<generate::WorkerClient>(options_);
    connect(worker_.get(), &generate::WorkerClient::result, this, [this](protocol::JobId, const protocol::Frame& frame) {
        auto survey = protocol::decode_survey(frame);
        if (survey) show_devices(survey->devices, survey->automatic);
        else show_error(survey.error());
    }, Qt::QueuedConnection);
    connect(worker_.get(), &generate::WorkerClient::failed, this, [this](protocol::JobId, const Error& error) { show_error(error); }, Qt::QueuedConnection);
    connect(worker_.get(), &generate::WorkerClient::died, this, &DevicesPage::show_error, Qt::QueuedConnection);
    worker_->start();
    worker_->devices();
}

/// What haibao-cli devices --again does. The other cards stay, and the window can be worked with.
void DevicesPage::try_again(Card* card) {
    forget_hung_libraries(paths::cache());
    card->set_verdict(tr("Trying it again. If it hangs, it is given up after %n second(s); you can go on working.", nullptr, int(probe_patience.count())), Card::Mood::neutral);
    ask_worker();
}

void DevicesPage::show_error(const Error& error) {
    worker_.reset();
    clear(*cards_);
    auto* card = new Card(tr("Devices"));
    card->set_verdict(words_of(error), Card::Mood::bad);
    card->set_details(QString::fromStdString(error.context));
    cards_->addWidget(card);
}

void DevicesPage::show_devices(const std::vector<DeviceInfo>& devices, const std::string& automatic) {
    worker_.reset();
    devices_ = devices;
    automatic_ = automatic;
    clear(*cards_);
    const DeviceInfo* best = recommended_of(devices_, automatic_);
    const auto is_chosen = [this](const DeviceInfo& device) { return device.usable && QString::fromStdString(device.name) == chosen_; };
    const bool known = std::ranges::any_of(devices_, is_chosen);
    for (const DeviceInfo& device : devices_) add_card(device, &device == best, known ? is_chosen(device) : &device == best);
    read_speeds();
}

void DevicesPage::add_card(const DeviceInfo& device, bool recommended, bool used) {
    const QString name = QString::fromStdString(device.name);
    auto* card = new Card(title_of(device));
    card->set_verdict(verdict_of(device, speeds_.value(name)), device.usable && !device.software ? Card::Mood::good : Card::Mood::bad);
    card->set_details(details_of(device));
    card->setObjectName("device-" + name);
    if (used) {
        card->mark(recommended ? tr("In use · recommended") : tr("In use"));
        emit device_chosen(chosen_ == name ? name : "auto", device.device_class == "cpu" ? tr("CPU") : name);
    } else if (device.usable) {
        if (recommended) card->mark(tr("Recommended"));
        auto* use = new QPushButton(tr("Use this"));
        connect(use, &QPushButton::clicked, this, [this, name] { choose(name); });
        card->add_button(use);
    } else if (!device.usable && gave_no_answer(device.reason)) {
        auto* again = new QPushButton(tr("Try again"));
        connect(again, &QPushButton::clicked, this, [this, again, card] {
            again->setEnabled(false);
            try_again(card);
        });
        card->add_button(again);
    }
    cards_->addWidget(card);
}

void DevicesPage::set_model(const QString& name) {
    model_ = name;
    read_speeds();
}

void DevicesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read_speeds();  // pictures may have been painted meanwhile
}

/// In the background: a model's identity is a hash of all its headers.
void DevicesPage::read_speeds() {
    in_background(this, [model = model_, devices = devices_, automatic = automatic_] { return measured(model, devices, automatic); },
                  [this, number = ++speeds_number_](const QHash<QString, QString>& speeds) {
                      if (number != speeds_number_) return;
                      speeds_ = speeds;
                      for (const DeviceInfo& device : devices_)
                          if (auto* card = findChild<Card*>("device-" + QString::fromStdString(device.name)))
                              card->set_verdict(verdict_of(device, speeds_.value(QString::fromStdString(device.name))),
                                                device.usable && !device.software ? Card::Mood::good : Card::Mood::bad);
                  });
}

void DevicesPage::choose(const QString& name) {
    chosen_ = name;
    QSettings().setValue("device", name);
    show_devices(std::vector<DeviceInfo>(devices_), std::string(automatic_));
}

}  // namespace haibao::ui

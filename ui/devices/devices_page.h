// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>
#include <memory>
#include <vector>

#include "app/generate/worker_client.h"

class QVBoxLayout;

namespace haibao::ui {

class Card;

/// A card per device with a verdict in one sentence: those that work with how fast they were here, those that do not with the
/// reason and the remedy. A worker is asked, so that a driver that crashes takes only that along.
class DevicesPage : public QWidget {
    Q_OBJECT
public:
    explicit DevicesPage(generate::WorkerOptions worker, QWidget* parent = nullptr);

    void look_again();
    /// What a worker answered; `automatic` is the one that it measured to be the fastest.
    void show_devices(const std::vector<DeviceInfo>& devices, const std::string& automatic = {});
    /// Speeds are measured with this model; what find_model() takes.
    void set_model(const QString& name);
    /// "auto" or a device's name.
    QString chosen() const { return chosen_; }

signals:
    void device_chosen(const QString& name, const QString& description);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void ask_worker();
    void try_again(Card* card);
    void show_error(const Error& error);
    void choose(const QString& name);
    void read_speeds();
    void add_card(const DeviceInfo& device, bool recommended, bool used);

    generate::WorkerOptions options_;
    std::unique_ptr<generate::WorkerClient> worker_;
    QVBoxLayout* cards_;
    QString chosen_, model_ = "builtin";
    QHash<QString, QString> speeds_;  ///< device → a sentence
    std::vector<DeviceInfo> devices_;
    std::string automatic_;
    int speeds_number_ = 0;
};

}  // namespace haibao::ui

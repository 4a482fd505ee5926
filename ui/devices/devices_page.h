// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "app/generate/worker_client.h"

class QVBoxLayout;

namespace haibao::ui {

/// A card per device with a verdict in one sentence. A worker is asked, so that a driver that crashes takes only that along.
class DevicesPage : public QWidget {
    Q_OBJECT
public:
    explicit DevicesPage(generate::WorkerOptions worker, QWidget* parent = nullptr);

    void look_again();
    /// "auto" or a device's name.
    QString chosen() const { return chosen_; }

signals:
    void device_chosen(const QString& name, const QString& description);

private:
    void show_devices(const std::vector<DeviceInfo>& devices);
    void show_error(const Error& error);
    void choose(const QString& name, const QString& description);

    generate::WorkerOptions options_;
    std::unique_ptr<generate::WorkerClient> worker_;
    QVBoxLayout* cards_;
    QString chosen_;
    std::vector<DeviceInfo> devices_;
};

}  // namespace haibao::ui

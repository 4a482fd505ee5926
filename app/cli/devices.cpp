// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QEventLoop>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"

namespace haibao::cli {
namespace {

/// Asks a worker: a driver that crashes takes only that one along.
Result<std::vector<DeviceInfo>> ask_worker() {
    auto options = worker_options();
    if (!options) return pass_on(options);
    generate::WorkerClient worker(std::move(*options));
    Interrupt interrupt;
    QEventLoop loop;
    Result<std::vector<DeviceInfo>> answer = std::unexpected(Error{ErrorKind::cancelled, "Cancelled.", {}});
    const auto end_with = [&](Result<std::vector<DeviceInfo>> last) {
        answer = std::move(last);
        loop.quit();
    };
    using generate::WorkerClient;
    QObject::connect(&worker, &WorkerClient::died, &loop, [&](const Error& error) { end_with(std::unexpected(error)); }, Qt::QueuedConnection);
    QObject::connect(&worker, &WorkerClient::failed, &loop, [&](protocol::JobId, const Error& error) { end_with(std::unexpected(error)); });
    QObject::connect(&worker, &WorkerClient::result, &loop, [&](protocol::JobId, const protocol::Frame& frame) {
        end_with(protocol::decode<std::vector<DeviceInfo>>(frame));
    });
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&](int) {
        worker.kill();
        loop.quit();
    });
    worker.start();
    worker.devices();
    loop.exec();
    return answer;
}

nlohmann::json to_json(const std::vector<DeviceInfo>& devices) {
    return protocol::encode(protocol::JobId::none, devices).head["devices"];
}

void print(Console& console, const std::vector<DeviceInfo>& devices) {
    for (const DeviceInfo& device : devices) {
        std::string line = std::format("{:10} {}", device.name, device.description);
        if (device.memory_total > 0)
            line += std::format(" · {} {} {}", human_bytes(device.memory_free), tr("free of"), human_bytes(device.memory_total));
        if (!device.usable) line += " · " + tr("not usable");
        if (!device.reason.empty()) line += "\n           " + device.reason;
        console.line(line);
    }
}

}  // namespace

void add_devices(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("devices", tr("List what can compute here: the names that --device takes"));
    add_json_flag(*command, invocation);
    command->callback([&invocation] {
        Console console = invocation.console();
        const auto devices = ask_worker();
        if (!devices) {
            invocation.exit = console.error(devices.error());
            return;
        }
        print(console, *devices);
        console.data({{"devices", to_json(*devices)}});
    });
}

}  // namespace haibao::cli

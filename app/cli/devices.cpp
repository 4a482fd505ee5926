// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_worker.h"
#include "app/cli/commands.h"
#include "app/cli/words.h"

namespace haibao::cli {
namespace {

nlohmann::json to_json(const std::vector<DeviceInfo>& devices) {
    return protocol::encode(protocol::JobId::none, devices).head["devices"];
}

void print(Console& console, const std::vector<DeviceInfo>& devices) {
    for (const DeviceInfo& device : devices) {
        std::string line = std::format("{:10} {}", device.name, device.description);
        if (device.memory_total > 0)
            line += " · " + say(tr("{} free of {}"), human_bytes(device.memory_free), human_bytes(device.memory_total));
        if (!device.usable) line += " · " + tr("not usable");
        if (!device.reason.empty()) line += "\n           " + translated(device.reason);
        console.line(line);
    }
}

}  // namespace

void add_devices(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("devices", tr("List what can compute here: the names that --device takes"));
    add_json_flag(*command, invocation);
    command->callback([&invocation] {
        Console console = invocation.console();
        const auto devices = ask_for_devices();
        if (!devices) {
            invocation.exit = console.error(devices.error());
            return;
        }
        print(console, *devices);
        console.data({{"devices", to_json(*devices)}});
    });
}

}  // namespace haibao::cli

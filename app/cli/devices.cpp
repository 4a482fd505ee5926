// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/ask_worker.h"
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "inference/runtime/probe.h"

namespace haibao::cli {
namespace {

nlohmann::json to_json(const std::vector<DeviceInfo>& devices) {
    return protocol::encode(protocol::JobId::none, devices).head["devices"];
}

void print(Console& console, const protocol::SurveyAnswer& survey) {
    for (const DeviceInfo& device : survey.devices) {
        std::string line = std::format("{:10} {}", device.name, device.description);
        if (device.memory_total > 0)
            line += " · " + say(tr("{} free of {}"), human_bytes(device.memory_free), human_bytes(device.memory_total));
        if (!device.usable) line += " · " + tr("not usable");
        if (!device.reason.empty()) line += "\n           " + translated(device.reason);
        console.line(line);
    }
    if (!survey.automatic.empty()) console.line(std::format("{:10} {}", "auto", say(tr("is {}"), survey.automatic)));
}

}  // namespace

void add_devices(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("devices", tr("List what can compute here: the names that --device takes"));
    add_json_flag(*command, invocation);
    const auto name = std::make_shared<std::string>();
    command->add_option("DEVICE", *name, tr("Only this one, for example servers on other machines: rpc:HOST:PORT[,HOST:PORT]"));
    const auto again = std::make_shared<bool>(false);
    command->add_flag("--again", *again, tr("Try backends, too, that hung when they were last tried"));
    command->callback([&invocation, name, again] {
        Console console = invocation.console();
        if (*again) forget_hung_libraries();
        const auto devices = name->empty() ? ask_for_devices() : ask_for_device(*name);
        if (!devices) {
            invocation.exit = console.error(devices.error());
            return;
        }
        print(console, *devices);
        nlohmann::json data{{"devices", to_json(devices->devices)}};
        if (name->empty()) data["automatic"] = devices->automatic;
        console.data(data);
    });
}

}  // namespace haibao::cli

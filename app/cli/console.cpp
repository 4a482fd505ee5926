// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/words.h"

#include <QCoreApplication>
#include <cstdio>

#include "app/core/decimals.h"

namespace haibao::cli {
namespace {

void write_line(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

std::string dump(const nlohmann::json& json) { return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

}  // namespace

Exit exit_of(const Error& error, Doing doing) {
    switch (error.kind) {
        case ErrorKind::invalid_input: return Exit::wrong_usage;
        case ErrorKind::device: return Exit::worker_died;
        case ErrorKind::io: return doing == Doing::reading ? Exit::failed : Exit::cannot_write;
        case ErrorKind::cancelled: return Exit::cancelled;
        case ErrorKind::not_found:
        case ErrorKind::corrupt_file:
        case ErrorKind::unsupported:
        case ErrorKind::out_of_memory:
        case ErrorKind::internal: break;
    }
    return Exit::failed;
}

std::string tr(const char* english) { return QCoreApplication::translate("cli", english).toStdString(); }

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if ((byte < 0x20 && byte != '\n') || byte == 0x7F) out += "\xEF\xBF\xBD";
        else if (is_c1) out += "\xEF\xBF\xBD", ++i;
        else out += text[i];
    }
    return out;
}

void Console::line(std::string_view text) {
    if (!is_json()) write_line(stdout, printable(text));
}

void Console::data(const nlohmann::json& data) {
    if (is_json()) write_line(stdout, dump({{"haibao", 1}, {"ok", true}, {"data", data}}));
}

Exit Console::error(const Error& error, Doing doing, const nlohmann::json& data) {
    if (is_json()) {
        nlohmann::json object{{"haibao", 1},
                              {"ok", false},
                              {"error", {{"kind", to_string(error.kind)}, {"message", error.message}, {"context", error.context}}}};
        if (!data.is_null()) object["data"] = data;
        write_line(stdout, dump(object));
    } else {
        write_line(stderr, printable("haibao-cli: " + translated(error.message)));
        if (!error.context.empty()) write_line(stderr, printable("  " + translated(error.context)));
    }
    return exit_of(error, doing);
}

void Console::note(std::string_view text) { write_line(stderr, printable(text)); }

bool flush_output() { return std::fflush(stdout) == 0 && !std::ferror(stdout); }

std::string human_bytes(std::uint64_t bytes) {
    constexpr const char* units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000 && unit + 1 < std::size(units); ++unit) value /= 1000;
    return unit == 0 ? std::format("{} B", bytes) : decimal(value, 1) + " " + units[unit];
}

}  // namespace haibao::cli

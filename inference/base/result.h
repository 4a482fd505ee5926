// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <format>
#include <string>
#include <string_view>
#include <utility>

namespace haibao {

/// What went wrong, coarsely: decides the exit code and the translated headline. The sentence says the rest.
enum class ErrorKind {
    invalid_input,  ///< the request cannot work as it stands (a size, an option, a prompt)
    not_found,      ///< a file, a tensor or a device is missing
    corrupt_file,   ///< a file is there but its content cannot be right
    unsupported,    ///< valid, but not something this program or device can do
    out_of_memory,  ///< host or device memory does not suffice
    device,         ///< a backend, driver or worker failed or died
    io,             ///< reading or writing failed (rights, space)
    cancelled,      ///< the user asked to stop
    internal,       ///< a bug of ours
};

/// An error as a value. `message` is one English sentence for the user: what happened, to what, what to do.
/// `context` is the technical detail (path, tensor, system error) and may be empty.
struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string message;
    std::string context;
};

template <class T>
using Result = std::expected<T, Error>;

/// "corrupt_file" and so on: the spelling used in JSON.
std::string_view to_string(ErrorKind kind);
/// The inverse; unknown words become `internal`.
ErrorKind error_kind_from(std::string_view word);

/// `return fail(ErrorKind::corrupt_file, "{} is cut off after {} bytes.", name, size);`
template <class... Args>
std::unexpected<Error> fail(ErrorKind kind, std::format_string<Args...> sentence, Args&&... args) {
    return std::unexpected(Error{kind, std::format(sentence, std::forward<Args>(args)...), {}});
}

/// Passes an error of one Result type on as another.
template <class T>
std::unexpected<Error> pass_on(Result<T>& failed) {
    return std::unexpected(std::move(failed.error()));
}

}  // namespace haibao

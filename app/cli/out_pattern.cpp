// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/out_pattern.h"

#include <system_error>

namespace haibao::cli {

OutPattern OutPattern::parse(const std::string& out) {
    std::error_code ignored;
    if (out.empty() || out.ends_with('/') || std::filesystem::is_directory(out, ignored)) return {out, {}};
    const auto slash = out.substr(0, out.find('{')).rfind('/');
    if (slash == std::string::npos) return {{}, out};
    return {out.substr(0, slash + 1), out.substr(slash + 1)};
}

std::string OutPattern::extension() const {
    std::string ending = std::filesystem::path(names).extension().string();
    return ending.find_first_of("{}") == std::string::npos ? ending : std::string();
}

}  // namespace haibao::cli

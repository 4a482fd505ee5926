// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "app/export/colour.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// $HAIBAO_ICC, then what a desktop's own tools use. Later folders do not hide earlier ones.
std::vector<fs::path> profile_folders() {
    std::vector<fs::path> folders;
    if (const char* own = std::getenv("HAIBAO_ICC"); own && *own) folders.emplace_back(own);
    folders.emplace_back("/usr/share/color/icc");
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    if (data && *data) folders.push_back(fs::path(data) / "icc");
    else if (home && *home) folders.push_back(fs::path(home) / ".local/share/icc");
    return folders;
}

bool is_profile_name(const fs::path& file) {
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending == ".icc" || ending == ".icm";
}

/// Every profile file, in a fixed order.
std::vector<fs::path> profile_files() {
    std::vector<fs::path> files;
    for (const fs::path& folder : profile_folders()) {
        std::vector<fs::path> here;
        std::error_code error;
        for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end;
             at.increment(error))
            if (is_profile_name(at->path()) && at->is_regular_file(error)) here.push_back(at->path());
        std::ranges::sort(here);
        files.insert(files.end(), here.begin(), here.end());
    }
    return files;
}

}  // namespace

std::vector<InstalledProfile> printer_profiles() {
    std::vector<InstalledProfile> found;
    std::set<std::string> seen;
    for (const fs::path& file : profile_files()) {
        const std::string id = file.stem().string();
        if (seen.contains(id)) continue;
        const auto profile = IccProfile::load(file);
        if (!profile || profile->profile_class() != ProfileClass::printer || profile->space() != ColourSpace::cmyk) continue;
        seen.insert(id);
        found.push_back({id, profile->name(), file});
    }
    std::ranges::sort(found, {}, &InstalledProfile::name);
    return found;
}

Result<IccProfile> IccProfile::find(std::string_view name) {
    if (name == "srgb") return srgb();
    if (name == "display-p3") return display_p3();
    if (name == "adobe-rgb") return adobe_rgb();
    std::error_code ignored;
    if (name.contains('/') || fs::is_regular_file(fs::path(name), ignored)) return load(fs::path(name));
    const std::vector<fs::path> files = profile_files();
    for (const fs::path& file : files)
        if (file.stem() == name || file.filename() == name) return load(file);
    for (const fs::path& file : files)
        if (auto profile = load(file); profile && profile->name() == name) return profile;
    std::string offered;
    for (const InstalledProfile& profile : printer_profiles()) offered += (offered.empty() ? "" : ", ") + profile.id;
    return fail(ErrorKind::not_found, "There is no colour profile “{}”; there are srgb, display-p3, adobe-rgb, {}, or the path of a file.", name,
                offered.empty() ? "no profiles for print (install the package colord-data)" : offered);
}

}  // namespace haibao

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/font_files.h"

#include <map>
#include <mutex>

#include "app/document/references.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"

namespace haibao::typeset {
namespace {

constexpr std::uint64_t most_font_bytes = 512u << 20;

void note(document::TextStyle& style, const FontSet& fonts) {
    for (document::FontChoice* choice : {&style.font, &style.latin_font.font}) {
        if (choice->family.isEmpty()) continue;
        if (const auto face = fonts.find(*choice)) choice->file_hash = hash_of_font_file(face->file());
    }
}

}  // namespace

QString hash_of_font_file(const std::filesystem::path& file) {
    static std::mutex mutex;
    static std::map<std::filesystem::path, std::pair<std::filesystem::file_time_type, QString>> kept;
    std::error_code error;
    const auto changed = std::filesystem::last_write_time(file, error);
    const std::scoped_lock lock(mutex);
    const auto [entry, fresh] = kept.try_emplace(file);
    auto& [time, hash] = entry->second;
    if (fresh || time != changed) {
        auto bytes = read_file(file, most_font_bytes);
        hash = bytes ? QString::fromStdString(sha256(*bytes)) : QString();
        time = changed;
    }
    return hash;
}

void note_font_files(document::Poster& poster, const FontSet& fonts) {
    document::for_each_layer(poster.layers, [&](document::Layer& layer) {
        auto* content = std::get_if<document::TextLayer>(&layer.content);
        if (!content) return;
        note(content->text.style, fonts);
        for (document::Span& span : content->text.spans) note(span.style, fonts);
    });
}

}  // namespace haibao::typeset

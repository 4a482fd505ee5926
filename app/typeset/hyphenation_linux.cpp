// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <hyphen.h>

#include <QStringEncoder>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "app/typeset/hyphenation.h"

namespace haibao::typeset {
namespace {

constexpr const char* folder = "/usr/share/hyphen";
constexpr qsizetype shortest_word = 5, longest_word = 100;

struct Free {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::unique_ptr<HyphenDict, Free>;

/// "en" → hyph_en_US.dic: the language's own file, else that of any country.
std::string file_for(const QString& lang) {
    namespace fs = std::filesystem;
    const std::string tag = QString(lang).replace('-', '_').toStdString(), language = tag.substr(0, tag.find('_'));
    std::error_code error;
    if (language.empty()) return {};
    if (const fs::path own = fs::path(folder) / ("hyph_" + tag + ".dic"); fs::exists(own, error)) return own.string();
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("hyph_" + language + "_") || name == "hyph_" + language + ".dic") files.push_back(entry.path().string());
    }
    return files.empty() ? std::string() : *std::ranges::min_element(files);
}

HyphenDict* dictionary_for(const QString& lang) {
    static std::mutex mutex;
    static std::map<QString, Dictionary> kept;
    const std::scoped_lock lock(mutex);
    const auto [entry, fresh] = kept.try_emplace(lang);
    if (fresh)
        if (const std::string file = file_for(lang); !file.empty()) entry->second.reset(hnj_hyphen_load(file.c_str()));
    return entry->second.get();
}

}  // namespace

std::vector<int> hyphenation_points(QStringView word, const QString& lang, int min_left, int min_right) {
    std::vector<int> points;
    if (word.size() < shortest_word || word.size() > longest_word) return points;
    HyphenDict* dictionary = dictionary_for(lang);
    if (!dictionary) return points;
    QStringEncoder encode(dictionary->utf8 ? "UTF-8" : dictionary->cset);
    if (!encode.isValid()) return points;
    const QByteArray bytes = encode(word.toString().toLower());
    if (encode.hasError()) return points;
    std::string marks(static_cast<std::size_t>(bytes.size()) + 5, '\0');
    char** replaced = nullptr;
    int* position = nullptr;
    int* cut = nullptr;
    if (hnj_hyphen_hyphenate3(dictionary, bytes.constData(), static_cast<int>(bytes.size()), marks.data(), nullptr, &replaced, &position, &cut, min_left, min_right, 0, 0) == 0) {
        // marks[i] is odd where a hyphen may follow character i; respellings (Schiff-fahrt) are left alone.
        for (int i = 0; i + 1 < word.size(); ++i)
            if ((marks[static_cast<std::size_t>(i)] & 1) && !(replaced && replaced[i])) points.push_back(i + 1);
    }
    if (replaced)
        for (qsizetype i = 0; i < bytes.size(); ++i) std::free(replaced[i]);
    std::free(replaced);
    std::free(position);
    std::free(cut);
    return points;
}

}  // namespace haibao::typeset

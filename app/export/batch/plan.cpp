// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/core/paths.h"
#include "app/export/batch/batch.h"
#include "app/export/batch/journal.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// Files whose names differ only in this are one file on some systems.
QString folded(const fs::path& path, bool ignore_case) {
    const QString text = paths::to_qt(path.lexically_normal()).normalized(QString::NormalizationForm_C);
    return ignore_case ? text.toCaseFolded() : text;
}

fs::path nearest_existing(fs::path folder) {
    std::error_code ignored;
    if (folder.empty()) folder = ".";
    while (!fs::is_directory(folder, ignored) && folder.has_parent_path() && folder != folder.parent_path()) folder = folder.parent_path();
    return fs::is_directory(folder, ignored) ? folder : fs::path(".");
}

/// Asked by trying, as mounts differ.
bool ignores_case(const fs::path& folder) {
    const fs::path there = nearest_existing(folder);
    auto probe = AtomicFile::create(there / "haibao-case-probe");
    if (!probe) return false;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(there, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(".haibao-case-probe.haibao-")) continue;
        return fs::exists(there / QString::fromStdString(name).toUpper().toStdString(), ignored);
    }
    return false;
}

std::string hash_of(std::initializer_list<QByteArray> parts) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& part : parts) {
        hash.addData(QByteArray::number(part.size()) + ":");
        hash.addData(part);
    }
    return hash.result().toHex().toStdString();
}

QByteArray bytes_of(const Preset& preset) { return preset.id.toUtf8() + QJsonDocument(to_json(preset)).toJson(QJsonDocument::Compact); }

/// A file's identity without reading it: path, size and time of change.
QByteArray stamp_of(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    const auto changed = fs::last_write_time(file, error);
    return QByteArray::fromStdString(fs::absolute(file, error).string()) + ' ' + QByteArray::number(static_cast<qulonglong>(size)) + ' ' +
           QByteArray::number(static_cast<qlonglong>(changed.time_since_epoch().count()));
}

/// What the file will need, roughly.
double bytes_per_pixel_of(const Preset& preset) {
    const double deep = preset.bits > 8 ? 2 : 1;
    if (preset.format == "jpeg") return preset.quality >= 95 ? 1.0 : preset.quality >= 80 ? 0.45 : 0.25;
    if (preset.format == "webp" || preset.format == "avif") return preset.lossless ? 1.5 : 0.25;
    if (preset.format == "tiff") return 3 * deep;
    return 1.6 * deep;
}

class Planner {
public:
    Planner(const BatchJob& job, const Journal* journal) : job_(job), journal_(journal), ignore_case_(ignores_case(job.folder)) {
        for (const auto& source : job.sources) sources_.insert(folded(absolute(source->file()), ignore_case_));
        for (const char* token : {"w", "h", "size", "dpi", "mm_w", "mm_h"}) needs_size_ |= job.names.uses(QString::fromLatin1(token));
    }

    Result<BatchPlan> plan() {
        for (std::size_t i = 0; i < job_.sources.size(); ++i)
            for (std::size_t p = 0; p < job_.presets.size(); ++p)
                if (auto added = add(i, p); !added) return pass_on(added);
        // Names of what is done are taken before new ones are given out.
        for (BatchFile& file : plan_.files)
            if (file.state == FileState::done) taken_.insert(folded(file.target, ignore_case_));
        for (BatchFile& file : plan_.files)
            if (file.state == FileState::planned) settle(file);
        std::error_code ignored;
        plan_.free_bytes = fs::space(nearest_existing(job_.folder), ignored).available;
        return std::move(plan_);
    }

private:
    static fs::path absolute(const fs::path& path) {
        std::error_code ignored;
        return fs::absolute(path, ignored).lexically_normal();
    }

    Result<void> add(std::size_t source_index, std::size_t preset_index) {
        const ExportSource& source = *job_.sources[source_index];
        const Preset& preset = job_.presets[preset_index];
        BatchFile file{.source = source_index, .preset = preset_index};
        const std::string key = hash_of({stamp_of(source.file()), bytes_of(preset), HAIBAO_VERSION});
        file.key = std::format("{}-{}", key.substr(0, 40), repeats_[key]++);
        std::error_code ignored;
        if (!fs::is_regular_file(source.file(), ignored)) {
            file.state = FileState::failed;
            file.error = fs::exists(source.file(), ignored) ? Error{ErrorKind::io, std::format("{} is not a file.", source.file().string()), {}}
                                                            : Error{ErrorKind::not_found, std::format("{} is not there (any more).", source.file().string()), {}};
        } else if (!take_done(file)) {
            auto name = name_of(source_index, preset);
            if (!name && name.error().kind == ErrorKind::invalid_input) return pass_on(name);
            const Result<void> possible = name ? source.check(preset) : Result<void>(pass_on(name));
            if (name) file.target = job_.folder / *name;
            if (!possible) file.state = FileState::failed, file.error = possible.error();
        }
        plan_.files.push_back(std::move(file));
        return {};
    }

    /// Made by an earlier run, and still what it was then.
    bool take_done(BatchFile& file) const {
        if (!journal_) return false;
        const auto found = journal_->done().find(file.key);
        if (found == journal_->done().end()) return false;
        const JournalEntry& entry = found->second;
        std::error_code error;
        if (fs::file_size(entry.file, error) != entry.bytes || error) return false;
        const auto sha256 = file_sha256(entry.file);
        if (!sha256 || *sha256 != entry.sha256) return false;
        file.state = FileState::done;
        file.resumed = true;
        file.target = file.result.file = entry.file;
        file.result.bytes = entry.bytes;
        file.result.sha256 = entry.sha256;
        file.result.format = job_.presets[file.preset].format.toStdString();
        return true;
    }

    Result<fs::path> name_of(std::size_t index, const Preset& preset) const {
        const ExportSource& source = *job_.sources[index];
        std::optional<PlannedSize> size;
        if (needs_size_) {
            auto planned = source.plan(preset);
            if (!planned) return std::unexpected(Error{ErrorKind::corrupt_file, planned.error().message, planned.error().context});
            size = *planned;
        }
        auto path = job_.names.expand(
            [&](const QString& token, const QString& argument) -> std::optional<NameValue> {
                if (token == "n") return qint64(index + 1);
                if (token == "total") return qint64(job_.sources.size());
                if (token == "preset") return preset.id;
                if (token == "fmt") return preset.extension();
                if (token == "date" || token == "time") return job_.now;
                if (size && token == "w") return qint64{size->cut.width()};
                if (size && token == "h") return qint64{size->cut.height()};
                if (size && token == "size") return QString("%1x%2").arg(size->cut.width()).arg(size->cut.height());
                if (size && token == "dpi") return qint64(std::lround(size->dpi));
                if (size && token == "mm_w") return qint64(std::lround(size->cut.width() / size->dpi * 25.4));
                if (size && token == "mm_h") return qint64(std::lround(size->cut.height() / size->dpi * 25.4));
                return source.value(token, argument);
            },
            job_.rules);
        if (!path) return path;
        // A file says what it is.
        const FileFormat* named = find_format(path->extension().string());
        const bool says_so = preset.is_pdf() ? path->extension() == ".pdf" : named && named == find_format(preset.format.toStdString());
        if (!says_so) *path += "." + preset.extension().toStdString();
        return path;
    }

    void settle(BatchFile& file) {
        const fs::path wanted = file.target;
        const auto is_free = [&](const fs::path& path) { return !taken_.contains(folded(path, ignore_case_)); };
        std::error_code ignored;
        if (job_.conflict == Conflict::unique) {
            for (int number = 1; !is_free(file.target) || fs::exists(file.target, ignored); ++number) file.target = numbered(wanted, number);
        } else if (!is_free(wanted)) {
            problem(std::format("Two files of this job would be called {}; add {{n}} or {{preset}} to the names, or let names be made unique.", wanted.string()));
        } else if (fs::exists(wanted, ignored)) {
            settle_existing(file);
        }
        if (file.state == FileState::planned && sources_.contains(folded(absolute(file.target), ignore_case_)))
            problem(std::format("{} would replace one of the sources; choose another folder or other names.", file.target.string()));
        taken_.insert(folded(file.target, ignore_case_));
        if (file.state != FileState::planned) return;
        if (const auto size = job_.sources[file.source]->plan(job_.presets[file.preset]))
            plan_.estimated_bytes += static_cast<std::uint64_t>(size->cut.width() * bytes_per_pixel_of(job_.presets[file.preset]) * size->cut.height());
    }

    void settle_existing(BatchFile& file) {
        std::error_code error;
        const fs::path& source = job_.sources[file.source]->file();
        const bool older = fs::last_write_time(file.target, error) < fs::last_write_time(source, error);
        const bool replace = job_.conflict == Conflict::overwrite || (job_.conflict == Conflict::overwrite_if_older && older);
        if (replace) file.replaces = true;
        else file.state = FileState::exists;
    }

    void problem(std::string sentence) {
        if (plan_.problems.size() < 100) plan_.problems.push_back(std::move(sentence));
    }

    const BatchJob& job_;
    const Journal* journal_;
    bool ignore_case_, needs_size_ = false;
    BatchPlan plan_;
    std::set<QString> sources_, taken_;
    std::map<std::string, int> repeats_;
};

}  // namespace

std::string job_key(const BatchJob& job) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& source : job.sources) hash.addData(stamp_of(source->file()) + '\n');
    for (const Preset& preset : job.presets) hash.addData(bytes_of(preset) + '\n');
    hash.addData(HAIBAO_VERSION);
    return hash.result().toHex().toStdString();
}

Result<BatchPlan> plan_batch(const BatchJob& job, const Journal* journal) {
    for (const Preset& preset : job.presets)
        if (auto sound = check(preset); !sound) return pass_on(sound);
    return Planner(job, journal).plan();
}

}  // namespace haibao

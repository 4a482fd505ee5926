// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_files.h"

#include <QDateTime>
#include <cstdio>

#include "app/cli/console.h"
#include "app/cli/out_pattern.h"
#include "app/export/picture_metadata.h"

namespace haibao::cli {
namespace fs = std::filesystem;
namespace {

constexpr const char* usual_name = "{prompt:40|slug|default:poster}-{seed}.png";

NameValues values_of(const generate::FinishedPicture& picture, int total) {
    const generate::Record& record = picture.record;
    const QString title = record.titles.empty() ? QString() : QString::fromStdString(record.titles.front().text);
    return [=, number = qint64{picture.index} + 1, now = QDateTime::currentDateTime()](
               const QString& token, const QString&) -> std::optional<NameValue> {
        if (token == "n") return number;
        if (token == "total") return qint64{total};
        if (token == "seed") return static_cast<qint64>(record.seed);
        if (token == "w") return qint64{record.width};
        if (token == "h") return qint64{record.height};
        if (token == "size") return QString("%1x%2").arg(record.width).arg(record.height);
        if (token == "prompt") return QString::fromStdString(record.prompt);
        if (token == "title") return title;
        if (token == "model") return QString::fromStdString(record.model_name);
        if (token == "hash8") return QString::fromStdString(record.model_sha256.substr(0, 8));
        if (token == "fmt") return QStringLiteral("png");
        if (token == "date" || token == "time") return now;
        return std::nullopt;
    };
}

}  // namespace

Result<OutputFiles> OutputFiles::parse(const std::string& pattern, IfExists if_exists) {
    OutputFiles output;
    output.if_exists_ = if_exists;
    output.to_stdout_ = pattern == "-";
    if (output.to_stdout_) return output;
    if (auto possible = AtomicFile::check(pattern); !possible) return pass_on(possible);  // a device's name is none to end with .png
    OutPattern out = OutPattern::parse(pattern);
    output.folder_ = out.folder;
    if (out.names.empty()) out.names = usual_name;
    const std::string extension = out.extension();
    if (extension == ".jpg" || extension == ".jpeg" || extension == ".webp" || extension == ".avif" || extension == ".tif" || extension == ".tiff")
        return fail(ErrorKind::invalid_input, "Pictures are written as PNG; let the name end in .png instead of {}.", extension);
    if (extension != ".png") out.names += ".png";
    auto parsed = NameTemplate::parse(QString::fromStdString(out.names));
    if (!parsed) return pass_on(parsed);
    output.names_ = std::move(*parsed);
    return output;
}

Result<void> OutputFiles::check() const {
    if (to_stdout_) return {};
    auto trial = AtomicFile::create(folder_ / "poster.png");  // leaves nothing behind unless it is committed
    if (!trial) return pass_on(trial);
    return {};
}

Result<fs::path> OutputFiles::write(const generate::FinishedPicture& picture, int total) {
    auto bytes = encode_png(picture.image, picture_texts(picture.record));
    if (!bytes) return pass_on(bytes);
    return write(picture, total, *bytes);
}

Result<fs::path> OutputFiles::write(const generate::FinishedPicture& picture, int total, std::span<const std::uint8_t> png) {
    if (to_stdout_) {
        const bool written = std::fwrite(png.data(), 1, png.size(), stdout) == png.size() && flush_output();
        if (!written) return fail(ErrorKind::io, "The picture could not be written to the output.");
        return fs::path("-");
    }
    auto name = names_.expand(values_of(picture, total));
    if (!name) return pass_on(name);
    fs::path target = folder_ / *name;
    for (int number = 1; written_.contains(target); ++number) target = numbered(folder_ / *name, number);
    auto file = write_file(target, png, if_exists_);
    if (file) written_.insert(*file);
    return file;
}

}  // namespace haibao::cli

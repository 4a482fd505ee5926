// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "app/core/paths.h"
#include "app/export/batch/batch.h"

namespace haibao {
namespace {

/// A cell of RFC 4180. What a spreadsheet would take for a formula is made text with a ' before it.
QByteArray cell(QString text) {
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) text.prepend('\'');
    if (!text.contains('"') && !text.contains(',') && !text.contains('\n') && !text.contains('\r')) return text.toUtf8();
    return "\"" + text.replace("\"", "\"\"").toUtf8() + "\"";
}

QString warnings_of(const BatchFile& file) {
    QStringList all;
    for (const render::Finding& finding : file.result.findings) all << (finding.layer.isEmpty() ? finding.message : finding.layer + ": " + finding.message);
    return all.join(QStringLiteral("; "));
}

QJsonObject json_of(const BatchJob& job, const BatchFile& file) {
    QJsonObject json{{"source", paths::to_qt(job.sources[file.source]->file().filename())},
                     {"preset", job.presets[file.preset].id},
                     {"state", file_state_words[static_cast<int>(file.state)]},
                     {"file", paths::to_qt(file.target.lexically_proximate(job.folder))}};
    if (file.state == FileState::done) {
        json["bytes"] = static_cast<qint64>(file.result.bytes);
        json["sha256"] = QString::fromStdString(file.result.sha256);
        json["ms"] = static_cast<qint64>(std::lround(file.seconds * 1000));
        if (file.result.width > 0) json["width"] = file.result.width, json["height"] = file.result.height;
        if (file.resumed) json["resumed"] = true;
    }
    if (file.error && file.state == FileState::failed) json["error"] = QString::fromStdString(file.error->message);
    QJsonArray findings;
    for (const render::Finding& finding : file.result.findings)
        findings.append(QJsonObject{{"layer", finding.layer}, {"code", finding.code}, {"message", finding.message}});
    if (!findings.isEmpty()) json["findings"] = findings;
    return json;
}

Result<void> write(const std::filesystem::path& file, const QByteArray& text) {
    const auto bytes = std::span(reinterpret_cast<const std::uint8_t*>(text.constData()), static_cast<std::size_t>(text.size()));
    if (auto written = write_file(file, bytes, IfExists::overwrite); !written) return pass_on(written);
    return {};
}

}  // namespace

Result<void> write_report(const BatchJob& job, const BatchResult& result, const std::filesystem::path& name) {
    QJsonArray rows;
    QByteArray csv = "source,preset,state,file,width,height,bytes,ms,sha256,warnings,error\r\n";
    for (const BatchFile& file : result.files) {
        rows.append(json_of(job, file));
        const bool done = file.state == FileState::done;
        const QList<QByteArray> cells{cell(paths::to_qt(job.sources[file.source]->file().filename())),
                                      cell(job.presets[file.preset].id),
                                      file_state_words[static_cast<int>(file.state)],
                                      cell(paths::to_qt(file.target.lexically_proximate(job.folder))),
                                      done ? QByteArray::number(file.result.width) : "",
                                      done ? QByteArray::number(file.result.height) : "",
                                      done ? QByteArray::number(static_cast<qulonglong>(file.result.bytes)) : "",
                                      done ? QByteArray::number(static_cast<qlonglong>(std::lround(file.seconds * 1000))) : "",
                                      QByteArray::fromStdString(file.result.sha256),
                                      cell(warnings_of(file)),
                                      file.error && file.state == FileState::failed ? cell(QString::fromStdString(file.error->message)) : ""};
        csv += cells.join(',') + "\r\n";
    }
    const QJsonObject json{{"haibao", "haibao.export-report/1"}, {"files", rows}};
    if (auto written = write(std::filesystem::path(name) += ".json", QJsonDocument(json).toJson()); !written) return written;
    return write(std::filesystem::path(name) += ".csv", csv);
}

}  // namespace haibao

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "app/core/paths.h"
#include "app/core/sentences.h"
#include "app/merge/run.h"

namespace haibao::merge {
namespace {

const char* severity_word(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

Result<void> write(const std::filesystem::path& file, const QByteArray& text) {
    auto written = write_file(file, {reinterpret_cast<const std::uint8_t*>(text.constData()), static_cast<std::size_t>(text.size())}, IfExists::overwrite);
    if (!written) return pass_on(written);
    return {};
}

QJsonObject json_of(const Problem& problem) {
    QJsonObject json{{"row", problem.row}, {"code", problem.code}, {"severity", severity_word(problem.severity)}, {"message", problem.message}};
    if (!problem.column.isEmpty()) json["column"] = problem.column;
    if (!problem.layer.isEmpty()) json["layer"] = problem.layer;
    return json;
}

/// In the user's language: a table is for people, the JSON beside it for programs.
QString words_of(const QString& message) { return QString::fromStdString(Sentences::of_user().translate(message.toStdString())); }
QString words_of(const Problem& problem) { return problem.column.isEmpty() ? words_of(problem.message) : problem.column + ": " + words_of(problem.message); }

}  // namespace

QByteArray csv_cell(QString text) {
    // Also the signs in full width, which spreadsheets read alike.
    if (!text.isEmpty() && QStringLiteral("=+-−@＝＋－＠\t\r").contains(text.front())) text.prepend('\'');
    if (!text.contains('"') && !text.contains(',') && !text.contains('\n') && !text.contains('\r')) return text.toUtf8();
    return "\"" + text.replace("\"", "\"\"").toUtf8() + "\"";
}

Result<void> write_report(const TableCheck& check, const MergeReport& report, const std::filesystem::path& name) {
    const std::filesystem::path folder = (name.has_parent_path() ? name.parent_path() : ".").lexically_normal();
    QHash<qint64, QStringList> words;
    QJsonArray problems, rows;
    for (const Problem& problem : check.problems) {
        words[problem.row] << words_of(problem);
        problems.append(json_of(problem));
    }
    QByteArray csv = "\xEF\xBB\xBFrow,state,file,page,bytes,ms,sha256,problems\r\n";
    for (const RowResult& row : report.rows) {
        // As it is found from where the report lies.
        const QString file = row.file.empty() ? QString() : paths::to_qt(row.file.lexically_normal().lexically_proximate(folder));
        QStringList said = words.value(row.row);
        if (const QString why = words_of(row.message); !why.isEmpty() && !said.contains(why)) said << why;
        const char* state = row_state_words[static_cast<int>(row.state)];
        const bool done = row.state == RowState::done;
        csv += QList<QByteArray>{QByteArray::number(row.row), state, csv_cell(file), row.page > 0 ? QByteArray::number(row.page) : "",
                                 done ? QByteArray::number(static_cast<qulonglong>(row.bytes)) : "",
                                 done ? QByteArray::number(static_cast<qlonglong>(std::lround(row.seconds * 1000))) : "",
                                 QByteArray::fromStdString(row.sha256), csv_cell(said.join("; "))}
                   .join(',') +
               "\r\n";
        QJsonObject json{{"row", row.row}, {"state", state}};
        if (!file.isEmpty()) json["file"] = file;
        if (row.page > 0) json["page"] = row.page;
        if (done) json["bytes"] = static_cast<qint64>(row.bytes), json["sha256"] = QString::fromStdString(row.sha256);
        if (row.resumed) json["resumed"] = true;
        if (!row.message.isEmpty()) json["message"] = row.message;
        rows.append(json);
    }
    const QJsonObject json{{"haibao", "haibao.merge-report/1"}, {"rows", rows}, {"problems", problems}};
    if (auto written = write(std::filesystem::path(name) += ".json", QJsonDocument(json).toJson()); !written) return written;
    return write(std::filesystem::path(name) += ".csv", csv);
}

}  // namespace haibao::merge

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/asked_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

#include "app/core/atomic_file.h"
#include "app/core/paths.h"
#include "app/document/json.h"

namespace haibao::ui {
namespace {

constexpr const char* format = "haibao.waiting-posters/1";

std::filesystem::path usual_file() { return paths::state() / "waiting-posters.json"; }

/// By library: what is asked for there.
QJsonObject read_libraries() {
    QFile file(paths::to_qt(usual_file()));
    if (!file.open(QIODevice::ReadOnly)) return {};
    auto json = document::parse_json_object(file.readAll(), usual_file().filename().string());
    return json && (*json)["format"].toString() == format ? (*json)["libraries"].toObject() : QJsonObject();
}

QJsonObject to_json(const AskedFor& asked) {
    QJsonArray texts;
    for (const QuotedText& text : asked.texts) texts.append(QJsonObject{{"text", text.text}, {"lettering", int(text.lettering)}, {"role", text.role}});
    return {{"job", asked.job}, {"poster", paths::to_qt(asked.poster)}, {"repaints", qint64(asked.repaints)}, {"prompt", asked.prompt}, {"texts", texts}};
}

AskedFor from_json(const QJsonObject& json) {
    AskedFor asked{json["job"].toInteger(), paths::from_qt(json["poster"].toString()), document::LayerId(json["repaints"].toInteger()), json["prompt"].toString(), {}};
    for (const QJsonValue& text : json["texts"].toArray()) {
        const int lettering = std::clamp(text["lettering"].toInt(), int(Lettering::live), int(Lettering::both));
        asked.texts.push_back({text["text"].toString(), Lettering(lettering), text["role"].toString()});
    }
    return asked;
}

}  // namespace

std::vector<AskedFor> read_asked(const QString& library) {
    std::vector<AskedFor> asked;
    for (const QJsonValue& one : read_libraries()[library].toArray()) asked.push_back(from_json(one.toObject()));
    return asked;
}

Result<void> write_asked(const QString& library, const std::vector<AskedFor>& asked) {
    QJsonObject libraries = read_libraries();
    QJsonArray list;
    for (const AskedFor& one : asked) list.append(to_json(one));
    libraries.remove(library);
    if (!list.isEmpty()) libraries.insert(library, list);
    const QByteArray text = document::json_text({{"format", format}, {"libraries", libraries}});
    auto written = write_file(usual_file(), {reinterpret_cast<const std::uint8_t*>(text.data()), std::size_t(text.size())}, IfExists::overwrite);
    return written ? Result<void>() : pass_on(written);
}

}  // namespace haibao::ui

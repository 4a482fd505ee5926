// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/picture_metadata.h"

#include <algorithm>

#include "inference/base/json.h"

namespace haibao {

std::vector<PngText> picture_texts(const generate::Record& record) {
    return {{"parameters", generate::a1111_parameters(record)},
            {"haibao", generate::to_json(record).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}};
}

std::vector<PngText> poster_texts(const generate::Record& record, const nlohmann::json& document) {
    nlohmann::json json = generate::to_json(record);
    json["document"] = document;
    return {{"parameters", generate::a1111_parameters(record)}, {"haibao", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}};
}

Result<generate::Record> record_of(const PngInfo& info, std::string_view name) {
    const auto found = std::ranges::find(info.texts, "haibao", &PngText::keyword);
    if (found == info.texts.end())
        return fail(ErrorKind::not_found, "{} holds no generation record: it was not made by Haibao, or its metadata was removed.", name);
    auto json = parse_json(found->text, name);
    if (!json) return pass_on(json);
    return generate::record_from_json(*json);
}

}  // namespace haibao

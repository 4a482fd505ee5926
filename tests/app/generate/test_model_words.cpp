// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QString>
#include <catch2/catch_test_macros.hpp>

#include "app/generate/model_words.h"
#include "inference/weights/model_folder.h"

using namespace haibao;
using namespace haibao::generate;

namespace {

/// The built-in model's own.
const QStringList& words() {
    static const QStringList words = [] {
        QStringList list;
        const auto model = ModelFolder::open(HAIBAO_SOURCE_DIR "/assets/models/builtin");
        REQUIRE(model);
        for (const std::string& word : model->defaults().vocabulary) list << QString::fromStdString(word);
        return list;
    }();
    return words;
}

QStringList unknown(const char* prompt) { return unknown_subjects(words(), QString::fromUtf8(prompt)); }

}  // namespace

TEST_CASE("Subjects that the built-in model does not know are named as they stand in the prompt, each once") {
    CHECK(unknown("绿色竹林，标题“竹”") == QStringList{"竹林"});
    CHECK(unknown("紫色城市夜景，高楼灯光，标题“夜市”") == QStringList{"高楼"});
    CHECK(unknown("粉色桃花，白色背景，一只猫，桃花树下") == QStringList{"桃花", "猫"});
    CHECK(unknown("A red dragon over the sea, Fireworks, a dragon") == QStringList{"dragon", "Fireworks"});
    CHECK(unknown("um farol à noite, ondas do mar, fogos de artifício") == QStringList{"farol", "fogos de artifício"});
}

TEST_CASE("What the model knows, styles, numbers, colours and quoted texts are not named") {
    for (const char* prompt : {"夏日音乐节海报，海浪与夕阳，标题“海风”，日期“8月16日”，地点“青岛奥帆中心”", "蓝色夜空，金黄色圆月在左上，雪山，标题“桃花源”", "红色沙漠，橙色落日，扁平插画，水墨", "樱花粉渐变，森林绿，竹绿色丘陵",
                               "马拉松海报，2026，留白，高清", "桥水基金年会", "A poster titled “The Cat and the Bridge”, calm lake, 4k, minimal", "forest green hills, lotus pink sky at dawn", "A carpet of mist, carry on, catalogue",
                               "degradê suave, verde-floresta, “Casa da Ponte”", ""}) {
        INFO(prompt);
        CHECK(unknown(prompt).join("|").toStdString() == "");
    }
}

TEST_CASE("A model without a list of words knows language, and a listed subject is known in every language") {
    CHECK(unknown_subjects({}, "绿色竹林，一只猫").isEmpty());
    CHECK(unknown_subjects({"a lighthouse", "the sea"}, "灯塔，竹林") == QStringList{"竹林"});
}

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <catch2/catch_test_macros.hpp>

#include "app/generate/model_words.h"
#include "app/generate/poster_subjects.h"
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
    CHECK(unknown("a skyscraper") == QStringList{"skyscraper"});
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

TEST_CASE("Every form of the common subjects stands for itself, once, and is found where it is written") {
    QSet<QString> forms;
    for (const PosterSubject& subject : poster_subjects) {
        QStringList all = QString::fromUtf8(subject.chinese).split(' ');
        for (const char* forms_of_language : {subject.english, subject.portuguese})
            if (*forms_of_language) all += QString::fromUtf8(forms_of_language).split(',');
        QSet<QString> own;  // panda and piano are the same word in two languages
        for (const QString& form : all) {
            INFO(form.toStdString());
            CHECK(form == form.trimmed().toLower());
            const QStringList parts = form.split(' ');
            for (const QString& part : parts)
                for (const char* ending : {"", "s", "es"}) CHECK(parts.count(part + ending) <= (*ending ? 0 : 1));  // a lost comma
            CHECK(unknown_subjects({"?"}, form) == QStringList{form});
            own << form;
        }
        CHECK_FALSE(forms.intersects(own));
        forms += own;
    }
}

TEST_CASE("Words are listed in the manner of the prompt's language") {
    CHECK(listed({"竹林", "猫"}, "竹林里的猫") == "竹林、猫");
    CHECK(listed({"bamboo", "cat"}, "a cat under bamboo") == "bamboo, cat");
    CHECK(listed({"猫"}, "猫") == "猫");
}

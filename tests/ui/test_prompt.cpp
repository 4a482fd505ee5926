// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTextBlock>
#include <QTextLayout>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_history.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/size_presets.h"
#include "ui/prompt/suggestions.h"

using namespace haibao;
using namespace haibao::ui;

TEST_CASE("Ctrl+Enter asks for a picture, Enter alone makes a new line") {
    PromptEdit edit;
    edit.show();
    const QSignalSpy submitted(&edit, &PromptEdit::submitted);
    QTest::keyClicks(&edit, "hills");
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(submitted.count() == 0);
    CHECK(edit.toPlainText() == "hills\n");
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    CHECK(submitted.count() == 1);
    CHECK(edit.toPlainText() == "hills\n");
}

TEST_CASE("While an input method composes, not even Ctrl+Enter starts a job") {
    PromptEdit edit;
    edit.show();
    const QSignalSpy submitted(&edit, &PromptEdit::submitted);
    QInputMethodEvent composing("nihao", {});
    QCoreApplication::sendEvent(&edit, &composing);
    CHECK(edit.composing());
    QTest::keyClick(&edit, Qt::Key_Return, Qt::ControlModifier);
    CHECK(submitted.count() == 0);
    QInputMethodEvent commit;
    commit.setCommitString("你好");
    QCoreApplication::sendEvent(&edit, &commit);
    CHECK(edit.toPlainText() == "你好");
    CHECK_FALSE(edit.composing());
}

TEST_CASE("Every quoted text of the prompt becomes a text of the draft and keeps what was chosen for it") {
    PromptPanel panel;
    panel.set_prompt("夏日音乐节海报，标题“海风”，日期“8月16日”");
    Draft draft = panel.draft();
    REQUIRE(draft.texts.size() == 2);
    CHECK(draft.texts[0].text == "海风");
    CHECK(draft.texts[1].text == "8月16日");
    CHECK(draft.texts[0].lettering == Lettering::live);
    panel.set_prompt("no words");
    CHECK(panel.draft().texts.empty());
}

TEST_CASE("Every step is computed unless another speed is chosen under Advanced") {
    PromptPanel panel;
    CHECK(panel.draft().speed == Speed::exact);
    const QSignalSpy changed(&panel, &PromptPanel::changed);
    const auto boxes = panel.findChildren<QComboBox*>();
    const auto speed = std::ranges::find(boxes, QString("Speed"), &QComboBox::accessibleName);
    REQUIRE(speed != boxes.end());
    CHECK((*speed)->toolTip().size() > 20);
    (*speed)->setCurrentText("Fast");
    CHECK(panel.draft().speed == Speed::fast);
    (*speed)->setCurrentText("Balanced");
    CHECK(panel.draft().speed == Speed::balanced);
    CHECK(changed.count() == 2);  // the estimate of the time follows
}

TEST_CASE("The Generate button rolls the seed unless it is locked") {
    PromptPanel panel;
    const QSignalSpy asked(&panel, &PromptPanel::generate_requested);
    panel.set_prompt("sea");
    panel.set_seed(7);  // locks it
    panel.start();
    CHECK(asked.count() == 1);
    CHECK(panel.draft().seed == 7);
}

TEST_CASE("Grounds are painted in the page's shape, in multiples of 32 within the model's limits") {
    for (const SizePreset& preset : size_presets()) {
        const QSize painted = painted_size(preset.page, 512.0 * 512);
        INFO(preset.id.toStdString());
        CHECK(painted.width() % 32 == 0);
        CHECK(painted.height() % 32 == 0);
        CHECK(painted.width() >= 256);
        CHECK(painted.height() >= 256);
        const double aspect = preset.page.width / preset.page.height;
        if (aspect > 0.5 && aspect < 2) CHECK(std::abs(double(painted.width()) / painted.height() / aspect - 1) < 0.1);
    }
}

TEST_CASE("A prompt that was used is remembered, the last one first and each once; a favourite stays until it is taken back") {
    QSettings().remove("prompt");
    PromptMemory memory;
    memory.remember("sea");
    memory.remember("hills");
    memory.remember("sea ");
    CHECK(memory.used() == QStringList{"sea", "hills"});
    memory.set_favourite("hills", true);
    CHECK(memory.is_favourite(" hills"));
    memory.forget("sea");
    CHECK(memory.used() == QStringList{"hills"});

    PromptHistory history(nullptr);
    QSignalSpy chosen(&history, &PromptHistory::chosen);
    auto* list = history.findChild<QListWidget*>();
    REQUIRE(list);
    REQUIRE(list->count() == 1);
    QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
    CHECK_FALSE(memory.is_favourite("hills"));
    QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
    CHECK(memory.is_favourite("hills"));
    QTest::keyClick(history.findChild<QLineEdit*>(), Qt::Key_Return);
    REQUIRE(chosen.count() == 1);
    CHECK(chosen[0][0].toString() == "hills");
    QSettings().remove("prompt");
}

TEST_CASE("Generating remembers the prompt") {
    QSettings().remove("prompt");
    PromptPanel panel;
    panel.set_prompt("red sun");
    panel.start();
    CHECK(PromptMemory().used() == QStringList{"red sun"});
    QSettings().remove("prompt");
}

TEST_CASE("What a small model knows is offered in the language of the prompt, what is half written first") {
    const QStringList known{"mountains", "moon", "sunset", "山", "月亮", "落日", "montanhas", "lua", "areia"};
    CHECK(words_for(known, "群山", "en") == QStringList{"山", "月亮", "落日"});
    CHECK(words_for(known, "hills", "en") == QStringList{"mountains", "moon", "sunset"});
    CHECK(words_for(known, "colinas", "pt") == QStringList{"montanhas", "lua", "areia"});
    CHECK(words_for(known, "", "zh") == QStringList{"山", "月亮", "落日"});

    PromptPanel panel;
    panel.set_suggestions(known);
    panel.set_prompt("红色，月");
    panel.editor()->moveCursor(QTextCursor::End);
    CHECK(panel.suggestions()->offered().first() == "月亮");
    panel.set_prompt("sea, moo");
    panel.editor()->moveCursor(QTextCursor::End);
    REQUIRE(panel.suggestions()->offered().first() == "moon");
    for (QToolButton* chip : panel.suggestions()->findChildren<QToolButton*>())
        if (chip->text() == "moon") {
            chip->click();
            break;
        }
    CHECK(panel.editor()->toPlainText() == "sea, moon");
    panel.set_suggestions({});
    CHECK(panel.suggestions()->isHidden());
}

TEST_CASE("Quoted words are marked, also in a whole new text of the same length") {
    PromptEdit edit;
    const auto marked = [&edit] {
        QString all;
        const QTextBlock block = edit.document()->firstBlock();
        for (const QTextLayout::FormatRange& range : block.layout()->formats()) all += block.text().mid(range.start, range.length);
        return all.toStdString();
    };
    edit.setPlainText("群山，标题“山风”");
    CHECK(marked() == "“山风”");
    edit.setPlainText("标题“山风”，群山");
    CHECK(marked() == "“山风”");
    edit.setPlainText("没有引号的一句话");
    CHECK(marked().empty());
}

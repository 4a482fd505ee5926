// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTextBlock>
#include <QTextLayout>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/generate/model_words.h"
#include "tests/ui/look.h"
#include "ui/prompt/prompt_edit.h"
#include "ui/prompt/prompt_history.h"
#include "ui/prompt/prompt_panel.h"
#include "ui/prompt/suggestions.h"
#include "ui/style/theme.h"

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

TEST_CASE("Each quoted text says what it is for and what it will be set in, as the prompt's other words have it") {
    PromptPanel panel;
    panel.show();
    const auto says = [&panel](const QString& words) {
        return std::ranges::any_of(panel.findChildren<QLabel*>(), [&words](const QLabel* label) { return label->isVisible() && label->text().startsWith(words); });
    };
    panel.set_prompt("几何海报，标题“山风”，日期“8月16日”");
    REQUIRE(QTest::qWaitFor([&says] { return says("标题 · ") && says("日期 · "); }, 60'000));
    test::keep_picture(panel, "prompt-chips");
    const auto font_of = [&panel](const QString& role) {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->text().startsWith(role + " · ")) return label->text();
        return QString();
    };
    const QString before = font_of("标题");
    panel.set_prompt("水墨海报，宋体，标题“山风”，日期“8月16日”");
    REQUIRE(QTest::qWaitFor([&] { return font_of("标题") != before; }, 60'000));
    for (QComboBox* lettering : panel.findChildren<QComboBox*>())
        if (lettering->accessibleName().contains("山风")) lettering->setCurrentIndex(int(Lettering::painted));
    CHECK(font_of("标题").isEmpty());  // the model has no font
}

TEST_CASE("Two texts of the same words are each what stands before them, and each keeps what was chosen for it") {
    PromptPanel panel;
    panel.show();
    panel.set_prompt("海报，标题“山风”，日期“山风”");
    const auto said = [&panel](const QString& role) {
        return std::ranges::count_if(panel.findChildren<QLabel*>(), [&role](const QLabel* label) { return label->isVisible() && label->text().startsWith(role); });
    };
    CHECK(QTest::qWaitFor([&said] { return said("标题 · ") == 1 && said("日期 · ") == 1; }, 60'000));
    QComboBox* first = nullptr;
    for (QComboBox* lettering : panel.findChildren<QComboBox*>())
        if (!first && lettering->accessibleName().contains("山风")) first = lettering;
    REQUIRE(first);
    first->setCurrentIndex(int(Lettering::painted));
    panel.editor()->appendPlainText("海");
    REQUIRE(panel.draft().texts.size() == 2);
    CHECK(panel.draft().texts[0].lettering == Lettering::painted);
    CHECK(panel.draft().texts[1].lettering == Lettering::live);
}

TEST_CASE("What was chosen for a text goes with its words when an earlier text is taken away") {
    PromptPanel panel;
    panel.set_prompt("海报，标题“山风”，日期“8月16日”");
    for (QComboBox* lettering : panel.findChildren<QComboBox*>())
        if (lettering->accessibleName().contains("8月16日")) lettering->setCurrentIndex(int(Lettering::painted));
    panel.set_prompt("海报，日期“8月16日”");
    REQUIRE(panel.draft().texts.size() == 1);
    CHECK(panel.draft().texts[0].lettering == Lettering::painted);
}

TEST_CASE("Escape stops the painting, and nothing where nothing is painted") {
    PromptPanel panel;
    panel.show();
    panel.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&panel));
    panel.editor()->setFocus();
    const QSignalSpy cancelled(&panel, &PromptPanel::cancel_requested);
    QTest::keyClick(panel.editor(), Qt::Key_Escape);
    CHECK(cancelled.count() == 0);
    panel.set_running(true);
    QTest::keyClick(panel.editor(), Qt::Key_Escape);
    CHECK(cancelled.count() == 1);
}

TEST_CASE("Advanced, once it is opened, is in sight") {
    PromptPanel panel;
    panel.resize(330, 420);
    panel.show();
    QTest::qWait(30);
    QTest::mouseClick(test::button<QToolButton>(panel, "Advanced"), Qt::LeftButton);
    auto* seed = test::named<QLineEdit>(panel, "Seed");
    CHECK(QTest::qWaitFor([seed] { return seed->isVisible() && seed->visibleRegion().boundingRect() == seed->rect(); }, 5000));
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
    CHECK(generate::words_for(known, "群山", "en") == QStringList{"山", "月亮", "落日"});
    CHECK(generate::words_for(known, "hills", "en") == QStringList{"mountains", "moon", "sunset"});
    CHECK(generate::words_for(known, "colinas", "pt") == QStringList{"montanhas", "lua", "areia"});
    CHECK(generate::words_for(known, "", "zh") == QStringList{"山", "月亮", "落日"});

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

TEST_CASE("The words that are offered keep their order; those in the prompt are grey in their place") {
    const QStringList known{"大海", "群山", "月亮", "红"};
    PromptPanel panel;
    panel.set_suggestions(known);
    const auto enabled = [&panel](const QString& word) {
        for (const QToolButton* chip : panel.suggestions()->findChildren<QToolButton*>())
            if (chip->text() == word) return chip->isEnabled();
        return false;
    };
    for (const char* prompt : {"夜，", "群山，", "红色，大海，"}) {
        panel.set_prompt(prompt);
        panel.editor()->moveCursor(QTextCursor::End);
        CHECK(panel.suggestions()->offered() == known);
        CHECK(enabled("群山") == !QString(prompt).contains("群山"));
        CHECK(enabled("大海") == !QString(prompt).contains("大海"));
    }
}

TEST_CASE("A quoted title that fits a line is not divided, whatever the prompt's width and whatever is typed before it") {
    PromptEdit edit;
    edit.show();
    const auto lines = [&edit] {
        QStringList all;
        const QTextBlock block = edit.document()->firstBlock();
        (void)edit.document()->documentLayout()->blockBoundingRect(block);
        for (int i = 0; i < block.layout()->lineCount(); ++i) all << block.text().mid(block.layout()->lineAt(i).textStart(), block.layout()->lineAt(i).textLength());
        return all;
    };
    for (int width = 150; width < 420; width += 7) {
        edit.resize(width, 200);
        QString prompt = "夏日音乐节海报，海浪与夕阳，标题“海风”，日期“8月16日”，地点“青岛帆船”";
        for (int typed = 0; typed < 6; ++typed, prompt.prepend("新")) {
            edit.setPlainText(prompt);
            INFO(width << " " << lines().join(" / ").toStdString());
            for (const QString& line : lines()) CHECK(line.count(u'“') == line.count(u'”'));
            CHECK(lines().join(QString()) == prompt);
            CHECK(edit.document()->lineCount() == lines().size());
            for (const QString& line : lines()) CHECK_FALSE(line.startsWith(u'，'));
        }
    }
    // One that fits no line is divided like any other words.
    edit.resize(150, 200);
    edit.setPlainText("标题“很长很长很长很长很长很长很长很长很长的一个标题”");
    CHECK(lines().size() > 1);
    CHECK(lines().first().size() > 4);
}

TEST_CASE("Which subject of the prompt a small model does not know stands below the words that it knows") {
    PromptPanel panel;
    panel.resize(340, 700);
    panel.set_suggestions({"丘陵", "大海", "渐变"});
    const auto said = [&] {
        for (const QLabel* label : panel.suggestions()->findChildren<QLabel*>())
            if (!label->isHidden() && label->text().contains("does not know")) return label->text();
        return QString();
    };
    panel.set_prompt("绿色竹林，高楼，标题“灯塔”");
    CHECK(said().contains("“竹林”、“高楼”"));
    CHECK_FALSE(said().contains("灯塔"));
    test::keep_looks(panel, "prompt-unknown");
    panel.set_prompt("绿色丘陵，标题“灯塔”");
    CHECK(said().isEmpty());
    panel.set_prompt("竹林");
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

TEST_CASE("The marks of quoted words take the colours of another look at once") {
    set_look(Look::light);
    PromptPanel panel;
    panel.set_prompt("群山，标题“山风”");
    panel.show();
    const auto ground = [&panel] {
        const auto formats = panel.editor()->document()->firstBlock().layout()->formats();
        return formats.isEmpty() ? QColor() : formats.front().format.background().color();
    };
    CHECK(ground() == tones().quoted);
    const QColor light = tones().quoted;
    set_look(Look::dark);
    CHECK(QTest::qWaitFor([&] { return ground() == tones().quoted; }, 10'000));
    CHECK(ground() != light);
    set_look(Look::light);
}

TEST_CASE("The speed is grey, and says why, where a picture has too few steps to leave any out") {
    PromptPanel panel;
    auto* speed = test::named<QComboBox>(panel, "Speed");
    speed->setCurrentText("Fast");
    CHECK(panel.draft().speed == Speed::fast);
    panel.set_model_defaults(2, 1);  // as the built-in one has it
    CHECK_FALSE(speed->isEnabled());
    CHECK(speed->toolTip().contains("2 step"));
    CHECK(panel.draft().speed == Speed::exact);
    auto* steps = test::named<QSpinBox>(panel, "Steps");
    steps->setValue(12);
    CHECK(speed->isEnabled());
    CHECK(panel.draft().speed == Speed::fast);  // what was chosen is still chosen
    steps->setValue(3);
    CHECK_FALSE(speed->isEnabled());
    steps->setValue(0);
    CHECK_FALSE(speed->isEnabled());
    panel.set_model_defaults(30, 1.5);
    CHECK(speed->isEnabled());
}

TEST_CASE("A list of choices is as broad as its longest entry, however narrow its field") {
    QComboBox box;
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.addItems({"A4", "Capa do WeChat 2,35:1 para contas oficiais · 900 × 383"});
    box.resize(90, 28);
    box.show();
    box.showPopup();
    REQUIRE(box.view()->isVisible());
    CHECK(box.view()->viewport()->width() >= box.view()->sizeHintForColumn(0));
    box.hidePopup();
}

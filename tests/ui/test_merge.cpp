// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posters from a table: the page that a person sees, with the real checks and exporters behind it.
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStringEncoder>
#include <QTableWidget>
#include <QToolButton>

#include "tests/app/merge/poster_sample.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "ui/merge/mapping_table.h"
#include "ui/merge/merge_page.h"
#include "ui/merge/row_preview.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::named;

namespace {

constexpr int patience_ms = 60'000;

/// A name card: the name shrinks to its box, the place of work does not, the telephone stands among other words.
document::Poster name_card() {
    document::Poster poster;
    poster.page.width = 340, poster.page.height = 200;
    poster.page.background = document::Colour{0.96, 0.94, 0.9, 1, {}};
    document::Layer name = test::text_layer(1, "姓名", "王小明", {24, 24, 292, 64});
    auto& words = std::get<document::TextLayer>(name.content).text;
    words.box.mode = document::BoxMode::shrink;
    words.autofit.min_scale = 0.6;
    document::Layer work = test::text_layer(2, "单位", "海报设计所", {24, 96, 292, 40});
    std::get<document::TextLayer>(work.content).text.style.size = 20;
    document::Layer telephone = test::text_layer(3, "电话", "电话 {{电话}}", {24, 144, 292, 36});
    std::get<document::TextLayer>(telephone.content).text.style.size = 18;
    poster.layers = {name, work, telephone};
    return poster;
}

/// 60 people in GB18030; the 17th has a character that no font has, the 42nd a name that cannot be made small enough.
QByteArray people() {
    QString text = "姓名,部门,电话\r\n";
    for (int row = 1; row <= 60; ++row) {
        const QString name = row == 17 ? QString("李") + QChar(0xE000) : row == 42 ? QString("很长的名字").repeated(12) : QString("员工%1").arg(row, 2, 10, QChar('0'));
        text += QString("%1,设计%2组,028-%3\r\n").arg(name).arg(row % 5 + 1).arg(row, 4, 10, QChar('0'));
    }
    QStringEncoder gb18030("GB18030");
    REQUIRE(gb18030.isValid());
    return gb18030.encode(text);
}

struct Cards {
    test::TemporaryFolder folder;
    MergePage page{[] { return std::vector<OpenPoster>{{"名片", "card.haibao", name_card()}}; }};
    QSignalSpy planned{&page, &MergePage::planned}, finished{&page, &MergePage::finished};

    Cards() {
        page.resize(1280, 640);
        page.show();
        const QByteArray table = people();
        page.set_folder(QString::fromStdString((folder.path() / "out").string()));
        page.set_table(QString::fromStdString(folder.write("people.csv", table.toStdString()).string()));
        auto* preset = named<QComboBox>(page, "Preset");
        for (const Preset& known : presets())
            if (known.id == "screen-png") preset->setCurrentText(known.name(QLocale().name()));
        wait_for_plan();
    }
    void wait_for_plan() { REQUIRE((planned.count() > 0 || planned.wait(patience_ms))); }
    /// Does something that is planned anew, and waits for that.
    template <class Change>
    void change(const Change& what) {
        planned.clear();
        what();
        wait_for_plan();
    }
    /// Another table, read and planned: its rows have their files' names.
    void show_table(const std::string& name, const std::string& table) {
        const auto lines = int(std::ranges::count(table, '\n')) - 1;
        planned.clear();
        page.set_table(QString::fromStdString(folder.write(name, table).string()));
        const auto* rows = named<QTableWidget>(page, "Rows");
        REQUIRE(QTest::qWaitFor([&] { return planned.count() > 0 && rows->rowCount() == lines && !rows->item(lines - 1, 1)->text().isEmpty(); }, patience_ms));
    }
    QPushButton* start() { return page.findChild<QPushButton*>("start"); }
    std::size_t files() const {
        std::size_t count = 0;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "out", ignored)) count += entry.path().extension() == ".png";
        return count;
    }
    QString problem(int index) { return named<QListWidget>(page, "Problems")->item(index)->text(); }
};

}  // namespace

TEST_CASE("Sixty name cards from a GB18030 table: the two rows with problems are named, the others are made") {
    Cards cards;
    auto* problems = named<QListWidget>(cards.page, "Problems");
    REQUIRE(problems->count() >= 2);
    CHECK(cards.problem(0).contains("Row 17 · 姓名"));
    CHECK(cards.problem(problems->count() - 1).contains("Row 42 · 姓名"));
    QTableWidget* rows = named<QTableWidget>(cards.page, "Rows");
    REQUIRE(rows->rowCount() == 60);
    CHECK(rows->item(0, 1)->text() == "名片-001.png");
    CHECK(rows->item(16, 2)->text().contains("⚠"));
    CHECK(rows->item(17, 2)->text().isEmpty());
    test::keep_looks(cards.page, "merge-problems");

    QPushButton* start = cards.start();
    CHECK_FALSE(start->isEnabled());
    button<QCheckBox>(cards.page, "Leave out 2 row(s) with errors")->click();
    REQUIRE(start->isEnabled());
    CHECK(start->text().contains("58"));
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(cards.finished.wait(patience_ms));
    CHECK(cards.files() == 58);
    CHECK_FALSE(std::filesystem::exists(cards.folder.path() / "out" / "名片-017.png"));
    CHECK(rows->item(0, 2)->text().startsWith("✓"));
    CHECK(rows->item(16, 2)->text().contains("⚠"));
    QFile report(QString::fromStdString((cards.folder.path() / "out" / "merge-report.csv").string()));
    REQUIRE(report.open(QIODevice::ReadOnly));
    const QString words = QString::fromUtf8(report.readAll());
    CHECK(words.count("invalid") == 2);
    CHECK(words.count("done") == 58);
    test::keep_looks(cards.page, "merge-done");
}

TEST_CASE("Every row can be looked at before it is made, and the next problem is one click away") {
    Cards cards;
    auto* preview = cards.page.findChild<RowPreview*>();
    auto* row = named<QSpinBox>(cards.page, "Row that is shown");
    REQUIRE(row->value() == 1);
    QSignalSpy shown(preview, &RowPreview::shown);
    REQUIRE((!preview->image().isNull() || shown.wait(patience_ms)));
    const auto look = [&](const auto& go) {
        shown.clear();
        go();
        REQUIRE(shown.wait(patience_ms));
        while (shown.wait(500)) {}  // until the newest row is what is shown
        return preview->image();
    };
    const QImage second = look([&] { QTest::mouseClick(named<QToolButton>(cards.page, "Next row"), Qt::LeftButton); });
    CHECK(row->value() == 2);
    const QImage third = look([&] { QTest::mouseClick(named<QToolButton>(cards.page, "Next row"), Qt::LeftButton); });
    CHECK(second != third);
    CHECK(look([&] { QTest::mouseClick(named<QToolButton>(cards.page, "Row before"), Qt::LeftButton); }) == second);
    look([&] { QTest::mouseClick(button<QToolButton>(cards.page, "Next problem"), Qt::LeftButton); });
    CHECK(row->value() == 17);
    look([&] { named<QListWidget>(cards.page, "Problems")->setCurrentRow(named<QListWidget>(cards.page, "Problems")->count() - 1); });
    CHECK(row->value() == 42);
    CHECK(named<QTableWidget>(cards.page, "Rows")->currentRow() == 41);
}

TEST_CASE("A layer is filled by the column of its name, and by another one when that is chosen") {
    Cards cards;
    auto* mapping = cards.page.findChild<MappingTable*>();
    CHECK(mapping->content_of("姓名")->currentText() == "姓名");
    CHECK(mapping->content_of("单位")->currentIndex() == 0);
    CHECK(mapping->content_of("电话")->currentText() == "{{电话}}");
    QComboBox* work = mapping->content_of("单位");
    cards.change([&] {
        work->setFocus();
        QTest::keyClick(work, Qt::Key_Down);
        QTest::keyClick(work, Qt::Key_Down);
    });
    CHECK(work->currentText() == "部门");
    CHECK(mapping->options().maps == QStringList{"单位=部门", "姓名=姓名"});
    auto* names = named<QLineEdit>(cards.page, "Names of the files");
    cards.change([&] { names->setText("{col:部门}/{col:姓名}"); });
    CHECK(named<QTableWidget>(cards.page, "Rows")->item(0, 1)->text() == "设计2组/员工01.png");
}

TEST_CASE("Two layers of one name are two rows of the mapping, and the column fills the first") {
    MappingTable mapping;
    document::Poster poster = name_card();
    poster.layers.push_back(test::text_layer(9, "姓名", "Wang Xiaoming", {24, 170, 292, 20}));
    mapping.set_poster(poster);
    mapping.set_columns({"姓名", "部门"});
    REQUIRE(mapping.rowCount() == 4);
    REQUIRE(mapping.content_of("姓名 (2)"));
    CHECK(mapping.content_of("姓名")->currentText() == "姓名");
    CHECK(mapping.content_of("姓名 (2)")->currentIndex() == 0);
    CHECK(mapping.options().maps == QStringList{"姓名=姓名"});
    mapping.content_of("姓名 (2)")->setCurrentText("部门");
    CHECK(mapping.options().maps == QStringList{"姓名 (2)=部门", "姓名=姓名"});
}

TEST_CASE("A merge that is stopped says what was not made, and started again it goes on") {
    Cards cards;
    button<QCheckBox>(cards.page, "Leave out 2 row(s) with errors")->click();
    QPushButton* start = cards.start();
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(start->text() == "Stop");
    REQUIRE(QTest::qWaitFor([&] { return cards.files() > 0; }, patience_ms));
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE((cards.finished.count() > 0 || cards.finished.wait(patience_ms)));
    const std::size_t made = cards.files();
    CHECK(made < 58);
    cards.finished.clear();
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(cards.finished.wait(patience_ms));
    CHECK(cards.files() == 58);
    CHECK(named<QTableWidget>(cards.page, "Rows")->item(0, 2)->text() == "✓ was there already");
}

TEST_CASE("A table that cannot be read is refused with its line, and nothing can be started") {
    Cards cards;
    cards.page.set_table(QString::fromStdString(cards.folder.write("broken.csv", "a,\"b\n").string()));
    REQUIRE(QTest::qWaitFor([&] { return !cards.start()->isEnabled() && cards.page.findChildren<QLabel*>().size() > 0 &&
                                         std::ranges::any_of(cards.page.findChildren<QLabel*>(), [](QLabel* label) { return label->text().contains("line 1"); }); },
                            patience_ms));
    CHECK(named<QTableWidget>(cards.page, "Rows")->rowCount() == 0);
}

TEST_CASE("A name too long for its box can be set smaller, which is seen at once") {
    const auto forget = qScopeGuard([] { QSettings().remove("merge/shrink"); });
    Cards cards;
    cards.show_table("long.csv", "姓名,单位,电话\n王小明,海报设计所,028\n李四,中国美术学院视觉传播与海报设计研究所,029\n");
    REQUIRE(named<QListWidget>(cards.page, "Problems")->count() >= 1);
    CHECK(cards.problem(0).contains("Row 2 · 单位"));
    auto* leave_out = button<QCheckBox>(cards.page, "Leave out 1 row(s) with errors");
    CHECK(leave_out->isVisible());
    CHECK_FALSE(cards.start()->isEnabled());
    CHECK(std::ranges::any_of(cards.page.findChildren<QLabel*>(), [](const QLabel* label) { return label->text().contains("mends 1 of them"); }));
    test::keep_looks(cards.page, "merge-too-long");
    cards.change([&] { button<QCheckBox>(cards.page, "Set texts smaller that do not fit")->click(); });
    CHECK_FALSE(leave_out->isVisible());
    CHECK(cards.start()->isEnabled());
    CHECK(cards.problem(0).contains("Row 2 · 单位"));
    CHECK(cards.problem(0).contains("% of its size"));
    test::keep_looks(cards.page, "merge-set-smaller");
    cards.start()->click();
    REQUIRE((cards.finished.count() > 0 || cards.finished.wait(patience_ms)));
    CHECK(cards.files() == 2);
}

TEST_CASE("The sentence about the rows agrees with the list of problems") {
    Cards cards;
    const auto summary = [&] {
        QString all;
        for (const QLabel* label : cards.page.findChildren<QLabel*>()) all += label->text() + '\n';
        return all;
    };
    const auto show = [&](const char* table) { cards.show_table("few.csv", table); };
    CHECK(summary().contains("2 row(s) cannot be made"));
    auto* leave_out = button<QCheckBox>(cards.page, "Leave out 2 row(s) with errors");
    leave_out->click();
    CHECK(summary().contains("2 row(s) with errors are left out."));
    CHECK_FALSE(summary().contains("cannot be made"));
    CHECK_FALSE(summary().contains("mends"));  // the name's box sets it smaller by itself
    test::keep_looks(cards.page, "merge-left-out");
    leave_out->click();
    CHECK(summary().contains("2 row(s) cannot be made"));
    show("姓名,部门,电话\n员工一,设计一组,028\n员工二,设计二组,029\n");
    CHECK(summary().contains("All rows are sound."));
    show("姓名,部门,电话\n员工一,设计一组,028\n,设计二组,029\n");  // a card without a name
    REQUIRE(named<QListWidget>(cards.page, "Problems")->count() == 1);
    CHECK_FALSE(summary().contains("sound"));
    CHECK(summary().contains("1 row(s) can be made but should be looked at."));
    CHECK(cards.start()->isEnabled());
    test::keep_looks(cards.page, "merge-doubtful");
}

TEST_CASE("One PDF that is there already and may not be replaced stops the start") {
    Cards cards;
    auto* preset = named<QComboBox>(cards.page, "Preset");
    cards.change([&] {
        for (const Preset& known : presets())
            if (known.is_pdf()) preset->setCurrentText(known.name(QLocale().name()));
    });
    button<QCheckBox>(cards.page, "Leave out 2 row(s) with errors")->click();
    CHECK(cards.start()->isEnabled());
    cards.folder.write("out/名片.pdf", "somebody's");
    cards.change([&] { button<QCheckBox>(cards.page, "All rows as the pages of one PDF")->click(); });
    CHECK_FALSE(cards.start()->isEnabled());
    CHECK(std::ranges::any_of(cards.page.findChildren<QLabel*>(), [](const QLabel* label) { return label->text().contains("Nothing can be written as it stands"); }));
}

TEST_CASE("What happens to one row stands before what was asked for all, and the next problem leads there") {
    const auto forget = qScopeGuard([] { QSettings().remove("merge/shrink"); });
    Cards cards;
    cards.change([&] { button<QCheckBox>(cards.page, "Set texts smaller that do not fit")->click(); });
    QString text = "姓名,单位,电话\n";
    for (int row = 1; row <= 12; ++row) text += QString("员工,%1,028\n").arg(row == 9 ? QString() : QString("中国美术学院视觉传播与海报设计研究所"));
    cards.show_table("smaller.csv", text.toUtf8().constData());
    REQUIRE(named<QListWidget>(cards.page, "Problems")->count() == 12);
    CHECK(cards.problem(0).contains("Row 9 · 单位"));
    CHECK(cards.problem(1).contains("% of its size"));
    const QString of_row = named<QTableWidget>(cards.page, "Rows")->item(0, 2)->text();
    CHECK(of_row.startsWith("⚠ 单位: "));  // the row stands beside it
    QTest::mouseClick(button<QToolButton>(cards.page, "Next problem"), Qt::LeftButton);
    CHECK(named<QSpinBox>(cards.page, "Row that is shown")->value() == 9);
}

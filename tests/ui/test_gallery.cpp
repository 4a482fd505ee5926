// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The gallery as a person uses it, over a real library.
#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include "inference/weights/model_folder.h"
#include "app/gallery/lineage.h"
#include "tests/ui/sample_gallery.h"
#include "ui/gallery/details_panel.h"
#include "ui/gallery/empty_state.h"
#include "ui/gallery/import_dialog.h"
#include "ui/gallery/quick_look.h"
#include "ui/gallery/search_field.h"
#include "ui/gallery/side_panel.h"
#include "ui/style/card.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::named, test::patience_ms, test::SampleGallery;

namespace {

/// Types into the question that is asked next.
void answer(const QString& words) {
    QTimer::singleShot(0, [words] {
        auto* question = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        REQUIRE(question);
        question->setTextValue(words);
        question->accept();
    });
}

QTreeWidgetItem* item_called(QTreeWidget& tree, const QString& words) {
    const auto found = tree.findItems(words, Qt::MatchStartsWith | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.front();
}

/// The one that is seen: a panel has such buttons for one picture and for several.
template <class Button>
Button* shown(QWidget& in, const auto& is) {
    for (Button* found : in.findChildren<Button*>())
        if (found->isVisible() && is(*found)) return found;
    FAIL("no such button is shown");
    return nullptr;
}

struct Drops : SidePanel {
    using SidePanel::dropEvent;
};

}  // namespace

TEST_CASE("An empty trash says that it is empty, a search without a find what was searched for") {
    SampleGallery gallery({"hills"});
    const auto says = [&gallery](const QString& sentence) {
        return std::ranges::any_of(gallery.page->findChildren<QLabel*>(), [&](const QLabel* label) { return label->isVisible() && label->text() == sentence; });
    };
    gallery.page->search("is:trashed");
    CHECK(QTest::qWaitFor([&] { return says("The trash is empty."); }, patience_ms));
    gallery.page->search("volcano");
    CHECK(QTest::qWaitFor([&] { return says("No picture matches “volcano”."); }, patience_ms));
}

TEST_CASE("Digits give stars, a dot gives a label, and the library keeps both") {
    SampleGallery gallery({"hills", "sea"});
    gallery.select({gallery.ids[0], gallery.ids[1]});
    gallery.key(Qt::Key_4);
    for (const auto id : gallery.ids) CHECK(gallery.details(id).stars == 4);
    gallery.select({gallery.ids[0]});
    gallery.key(Qt::Key_0);
    CHECK(gallery.details(gallery.ids[0]).stars == 0);
    QTest::mouseClick(named<QToolButton>(*gallery.page, "Green"), Qt::LeftButton);
    CHECK(gallery.details(gallery.ids[0]).label == gallery::Label::green);
    QTest::mouseClick(named<QToolButton>(*gallery.page, "Green"), Qt::LeftButton);
    CHECK(gallery.details(gallery.ids[0]).label == gallery::Label::none);
}

TEST_CASE("What is done beside several selected pictures is done to all of them and to no other") {
    SampleGallery gallery({"hills", "sea", "moon"});
    gallery.select({gallery.ids[0], gallery.ids[1]});
    auto* stars = shown<QToolButton>(*gallery.page, [](const QToolButton& star) { return star.accessibleName() == "4 star(s)"; });
    QTest::mouseClick(stars, Qt::LeftButton);
    CHECK(gallery.details(gallery.ids[0]).stars == 4);
    CHECK(gallery.details(gallery.ids[1]).stars == 4);
    CHECK(gallery.details(gallery.ids[2]).stars == 0);
    CHECK(stars->text() == "★");  // they have them all
    auto* tags = named<QLineEdit>(*gallery.page, "Add tags");
    tags->setText("autumn，海报");
    QTest::keyClick(tags, Qt::Key_Return);
    CHECK(gallery.details(gallery.ids[1]).tags == std::vector<std::string>{"autumn", "海报"});
    CHECK(gallery.details(gallery.ids[2]).tags.empty());
    CHECK(tags->text().isEmpty());
    test::keep_looks(*gallery.page, "gallery-several");
    QSignalSpy exported(gallery.page.get(), &GalleryPage::export_wanted);
    const auto press = [&gallery](const QString& words) {
        QTest::mouseClick(shown<QPushButton>(*gallery.page, [&words](const QPushButton& button) { return button.text() == words; }), Qt::LeftButton);
    };
    press("Export…");
    REQUIRE(exported.size() == 1);
    CHECK(exported[0][0].toStringList().size() == 2);
    press("Move to the trash");
    CHECK(gallery.details(gallery.ids[0]).trashed);
    CHECK(gallery.page->model()->rowCount() == 1);
}

TEST_CASE("Tags typed for several pictures stay until they are stored, and are not there for others") {
    SampleGallery gallery({"hills", "sea", "moon"});
    gallery.select({gallery.ids[0], gallery.ids[1]});
    auto* tags = named<QLineEdit>(*gallery.page, "Add tags");
    tags->setText("autumn");
    gallery.page->model()->reload();  // the same pictures
    CHECK(tags->text() == "autumn");
    gallery.select({gallery.ids[1], gallery.ids[2]});
    CHECK(tags->text().isEmpty());
    DetailsPanel panel;  // with nobody who stores anything
    panel.show_count(2, SeveralPictures());
    panel.show();
    auto* unsaved = named<QLineEdit>(panel, "Add tags");
    const QSignalSpy wanted(&panel, &DetailsPanel::tags_wanted);
    unsaved->setText("autumn");
    QTest::keyClick(unsaved, Qt::Key_Return);
    CHECK(wanted.size() == 1);
    CHECK(unsaved->text() == "autumn");
}

TEST_CASE("While the stars of many selected pictures are not known, those of the ones before are not shown as theirs") {
    DetailsPanel panel;
    panel.show_count(2, SeveralPictures{.bytes = 10, .stars = 4, .label = gallery::Label::none});
    panel.show();
    auto* fourth = shown<QToolButton>(panel, [](const QToolButton& star) { return star.accessibleName() == "4 star(s)"; });
    CHECK(fourth->text() == "★");
    panel.show_count(1500, {});
    CHECK(fourth->text() == "☆");
    const QSignalSpy chosen(&panel, &DetailsPanel::stars_wanted);
    QTest::mouseClick(fourth, Qt::LeftButton);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].toInt() == 4);
}

TEST_CASE("What to select first is said until something else is selected, and a picture can be shown whatever is searched") {
    SampleGallery gallery({"hills", "sea", "moon"});
    const auto hint = [&gallery] {
        return std::ranges::any_of(gallery.page->findChildren<QLabel*>(), [](const QLabel* label) { return label->isVisible() && label->text().startsWith("Select one picture to enlarge"); });
    };
    gallery.select({gallery.ids[0], gallery.ids[1]});
    gallery.page->enlarge();
    CHECK(hint());
    gallery.select({gallery.ids[0]});
    CHECK_FALSE(hint());
    gallery.page->search("sea");
    REQUIRE(gallery.page->model()->rowCount() == 1);
    gallery.page->select(gallery.ids[2]);
    CHECK(gallery.page->selection() == std::vector{gallery.ids[2]});
}

TEST_CASE("What goes to the trash leaves the grid alone, and undo brings it back to its place") {
    SampleGallery gallery({"one", "two", "three", "four"});
    QSignalSpy reset(gallery.page->model(), &QAbstractItemModel::modelReset);
    gallery.select({gallery.ids[1], gallery.ids[2]});
    gallery.key(Qt::Key_Delete);
    CHECK(gallery.page->model()->rowCount() == 2);
    CHECK(gallery.details(gallery.ids[1]).trashed);
    CHECK(std::filesystem::exists(gallery.details(gallery.ids[1]).file));
    gallery.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(gallery.page->model()->rowCount() == 4);
    CHECK(gallery.page->model()->row_of(gallery.ids[1]) == 2);
    CHECK_FALSE(gallery.details(gallery.ids[1]).trashed);
    CHECK(reset.count() == 0);
    gallery.select({gallery.ids[3]});
    gallery.key(Qt::Key_Delete);
    QTest::mouseClick(button<QPushButton>(*gallery.page, "Undo"), Qt::LeftButton);
    CHECK(gallery.page->model()->rowCount() == 4);
}

TEST_CASE("A search is saved under a name, found again by a click, renamed and forgotten; the pictures stay") {
    SampleGallery gallery({"中秋 moon", "sea", "中秋 lantern"});
    auto* side = gallery.page->findChild<SidePanel*>();
    gallery.page->search("中秋");
    REQUIRE(gallery.page->model()->rowCount() == 2);
    answer("Mid-autumn");
    QTest::mouseClick(named<QToolButton>(*gallery.page, "Save this search"), Qt::LeftButton);
    QTreeWidgetItem* saved = item_called(*side, "Mid-autumn");
    REQUIRE(saved);
    gallery.page->search({});
    CHECK(gallery.page->model()->rowCount() == 3);
    saved = item_called(*side, "Mid-autumn");  // the list may have been made anew
    QTest::mouseClick(side->viewport(), Qt::LeftButton, {}, side->visualItemRect(saved).center());
    CHECK(gallery.words()->text() == "中秋");
    CHECK(gallery.page->model()->rowCount() == 2);

    side->setCurrentItem(item_called(*side, "Mid-autumn"));
    side->setFocus();
    QTest::keyClick(side, Qt::Key_F2);
    auto* editor = side->viewport()->findChild<QLineEdit*>();
    REQUIRE(editor);
    editor->selectAll();
    QTest::keyClicks(editor, "Moon");
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return gallery.library().find_album("Moon").has_value(); }, patience_ms));
    CHECK_FALSE(gallery.library().find_album("Mid-autumn"));
    REQUIRE(QTest::qWaitFor([&] { return item_called(*side, "Moon") != nullptr; }, patience_ms));

    side->setCurrentItem(item_called(*side, "Moon"));
    QTest::keyClick(side, Qt::Key_Delete);
    CHECK_FALSE(gallery.library().find_album("Moon"));
    CHECK(item_called(*side, "Moon") == nullptr);
    CHECK(gallery::test::must(gallery.library().count()) == 3);
}

TEST_CASE("The search field offers fields and then their values, and takes them with the keyboard") {
    SampleGallery gallery({"hills"});
    const std::string tag = "夏 日";
    REQUIRE(gallery.library().add_tags({&gallery.ids[0], 1}, {&tag, 1}));
    auto* field = gallery.page->findChild<SearchField*>();
    field->setFocus();
    QTest::keyClicks(field, "hills ta");
    CHECK(field->offered().contains("tag:"));
    QAbstractItemView* list = gallery.page->findChild<QCompleter*>()->popup();
    REQUIRE(list->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    REQUIRE(field->text() == "hills tag:");
    CHECK(field->offered() == QStringList{"tag:\"夏 日\""});
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    CHECK(field->text() == "hills tag:\"夏 日\"");
    REQUIRE(QTest::qWaitFor([&] { return gallery.page->model()->rowCount() == 1; }, patience_ms));
}

TEST_CASE("Pictures that are dragged out are files, and dropped onto an album they are in it") {
    SampleGallery gallery({"hills", "sea"});
    const auto album = gallery::test::must(gallery.library().create_album("Best"));
    auto* side = gallery.page->findChild<SidePanel*>();
    side->fill();
    gallery.select({gallery.ids[1]});
    const std::unique_ptr<QMimeData> dragged(gallery.page->model()->mimeData({gallery.page->grid()->currentIndex()}));
    REQUIRE(dragged->urls().size() == 1);
    CHECK(std::filesystem::equivalent(dragged->urls().front().toLocalFile().toStdString(), gallery.details(gallery.ids[1]).file));

    QTreeWidgetItem* best = item_called(*side, "Best");
    REQUIRE(best);
    side->expandAll();
    side->scrollToItem(best);
    REQUIRE(side->itemAt(side->visualItemRect(best).center()) == best);
    QDropEvent drop(side->visualItemRect(best).center(), Qt::CopyAction, dragged.get(), Qt::LeftButton, {});
    // Qt delivers a drop only within a drag of the window system, which there is none of offscreen: the handler is called itself.
    (side->*&Drops::dropEvent)(&drop);
    CHECK(gallery.details(gallery.ids[1]).albums == std::vector<std::string>{"Best"});
    CHECK(album != gallery::AlbumId::none);
}

TEST_CASE("Space looks at a picture, arrows go on, Space ends") {
    SampleGallery gallery({"one", "two"});
    gallery.select({gallery.ids[1]});
    gallery.key(Qt::Key_Space);
    auto* look = gallery.page->window()->findChild<QuickLook*>();
    REQUIRE(look);
    QTest::keyClick(look, Qt::Key_Right);
    CHECK(gallery.page->grid()->currentIndex().row() == 1);
    QTest::keyClick(look, Qt::Key_Space);
    CHECK(QTest::qWaitFor([&] { return !gallery.page->window()->findChild<QuickLook*>(); }, patience_ms));
}

TEST_CASE("Prompt, seed and poster of a picture are one click away") {
    SampleGallery gallery({"hills and a lake"});
    QSignalSpy prompt(gallery.page.get(), &GalleryPage::prompt_wanted), seed(gallery.page.get(), &GalleryPage::seed_wanted);
    QSignalSpy poster(gallery.page.get(), &GalleryPage::poster_wanted);
    gallery.select({gallery.ids[0]});
    QTest::mouseClick(button<QPushButton>(*gallery.page, "Use prompt"), Qt::LeftButton);
    QTest::mouseClick(button<QPushButton>(*gallery.page, "Use seed"), Qt::LeftButton);
    QTest::mouseClick(button<QPushButton>(*gallery.page, "Open as poster"), Qt::LeftButton);
    REQUIRE((prompt.count() == 1 && seed.count() == 1 && poster.count() == 1));
    CHECK(prompt[0][0].toString() == "hills and a lake");
    CHECK(seed[0][0].toULongLong() == 101);
    CHECK(std::filesystem::exists(poster[0][0].toString().toStdString()));
}

TEST_CASE("Four variations are painted with the picture's own settings, and know what they come from") {
    SampleGallery gallery({"hills"});
    const std::filesystem::path model = std::filesystem::path(HAIBAO_SOURCE_DIR) / "tests/goldens/A/checkpoint";
    auto opened = ModelFolder::open(model);
    REQUIRE(opened);
    generate::Record record = gallery::test::record("a red sun", 5);
    record.model_sha256 = gallery::test::must(opened->identity());
    record.width = 256, record.height = 256, record.steps = 2, record.guidance = 1;
    record.speed = Speed::fast;
    record.temperature = 0.9, record.top_p = 0.75;
    const auto original = gallery::test::add(gallery.library(), record);
    QSignalSpy ready(&gallery.studio, &Studio::picture_ready);
    auto job = gallery.studio.make_variations(original, QString::fromStdString(model.string()), "cpu");
    INFO((job ? std::string() : job.error().message));
    REQUIRE(job);
    REQUIRE(QTest::qWaitFor([&] { return ready.count() == 4; }, 4 * patience_ms));
    const auto lineage = gallery::test::must(gallery::lineage_of(gallery.library(), original));
    REQUIRE(lineage.descendants.size() == 4);
    for (const gallery::LineageEdge& edge : lineage.edges) CHECK(edge.kind == gallery::ParentKind::variation);
    for (const auto id : lineage.descendants) {
        CHECK(gallery.details(id).making.prompt == "a red sun");
        CHECK(gallery.details(id).making.seed != 5);
        const auto made = generate::record_from_json(nlohmann::json::parse(gallery.details(id).making.settings));
        REQUIRE(made);
        CHECK(made->speed == Speed::fast);
        CHECK(gallery.details(id).width == 256);
    }
}

TEST_CASE("Pictures from elsewhere are imported with progress and then stand in the grid") {
    SampleGallery gallery({"hills"});
    const std::filesystem::path elsewhere = gallery.folder.path() / "elsewhere";
    for (int i = 0; i < 5; ++i) {
        const auto bytes = gallery::test::png(gallery::test::record("from elsewhere " + std::to_string(i), std::uint64_t(i)), std::uint8_t(i * 40));
        gallery.folder.write(std::format("elsewhere/{}.png", i), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    gallery.folder.write("elsewhere/broken.png", "no picture");
    gallery.page->import_files({QString::fromStdString(elsewhere.string())});
    auto* dialog = gallery.page->findChild<ImportDialog*>();
    REQUIRE(dialog);
    QSignalSpy done(dialog, &ImportDialog::finished_import);
    QTest::mouseClick(button<QPushButton>(*dialog, "Import"), Qt::LeftButton);
    REQUIRE(done.wait(patience_ms));
    CHECK(done[0][0].toInt() == 5);
    CHECK(gallery.page->model()->rowCount() == 6);
    const auto labels = dialog->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](QLabel* label) { return label->text().contains("broken.png"); }));
    dialog->close();
}

TEST_CASE("An empty library shows three examples and what to do") {
    SampleGallery gallery({});
    auto* empty = gallery.page->findChild<EmptyState*>();
    REQUIRE(empty->isVisible());
    const auto examples = empty->findChildren<QToolButton*>();
    REQUIRE(examples.size() == 3);
    REQUIRE(QTest::qWaitFor([&] { return std::ranges::none_of(examples, [](QToolButton* example) { return example->icon().isNull(); }); }, patience_ms));
    test::keep_looks(*gallery.page, "gallery-empty");
    QSignalSpy wanted(gallery.page.get(), &GalleryPage::example_wanted);
    QTest::mouseClick(examples.front(), Qt::LeftButton);
    REQUIRE(wanted.count() == 1);
    CHECK(std::filesystem::exists(wanted[0][0].toString().toStdString()));
    gallery.add("first", 1);
    CHECK(QTest::qWaitFor([&] { return !empty->isVisible() && gallery.page->model()->rowCount() == 1; }, patience_ms));
}

TEST_CASE("Below the grid stands how many pictures there are, which one is selected, or how much several are together") {
    SampleGallery gallery({"hills", "sea", "moon"});
    const auto says = [&](const QString& words) {
        return std::ranges::any_of(gallery.page->findChildren<QLabel*>(), [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
    };
    CHECK(says("3 picture(s)"));
    const auto details = gallery.details(gallery.ids[0]);
    gallery.select({gallery.ids[0]});
    const QString name = QString::fromStdString(details.file.filename().string());
    CHECK(says(QString("%1 · %2 × %3 pixels · %4").arg(name).arg(details.width).arg(details.height).arg(human_size(quint64(details.bytes)))));
    gallery.select({gallery.ids[0], gallery.ids[1]});
    CHECK(says("2 of 3 picture(s) selected · " + human_size(quint64(details.bytes + gallery.details(gallery.ids[1]).bytes))));
    test::keep_looks(*gallery.page, "gallery-selected");
    gallery.key(Qt::Key_Delete);
    CHECK(says("1 picture(s)"));
    gallery.page->search("nothing of the kind");
    CHECK(says("0 picture(s)"));
}

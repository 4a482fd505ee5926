// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and devices, with a real model, a real worker, and what drivers answer on other machines.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>
#include <fstream>

#include "app/core/copy_folder.h"
#include "app/core/paths.h"
#include "app/generate/pace.h"
#include "inference/runtime/hung.h"
#include "inference/weights/model_folder.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/look.h"
#include "ui/devices/devices_page.h"
#include "ui/models/model_convert.h"
#include "ui/models/model_import.h"
#include "ui/models/models_page.h"
#include "ui/style/card.h"

using namespace haibao;
using namespace haibao::ui;
using test::button, test::named;
namespace fs = std::filesystem;

namespace {

constexpr int patience_ms = 60'000;

bool says(const QWidget& widget, const QString& words) {
    return std::ranges::any_of(widget.findChildren<QLabel*>(), [&](QLabel* label) { return label->isVisible() && label->text().contains(words); });
}
template <class Condition>
void wait_for(const Condition& condition) {
    REQUIRE(QTest::qWaitFor(condition, patience_ms));
}

/// A copy of the small checkpoint under a name of its own, as it would lie on a USB disk.
struct UsbDisk {
    test::TemporaryFolder folder;
    fs::path model = folder.path() / "glm-small";
    UsbDisk() { REQUIRE(copy_folder(fs::path(HAIBAO_SOURCE_DIR) / "tests/goldens/A/checkpoint", model, [](auto, auto) { return true; })); }
    ~UsbDisk() {
        std::error_code ignored;
        fs::remove_all(paths::models(), ignored);
        QSettings().remove("model");
    }
    QString name() const { return QString::fromStdString(model.string()); }
};

ModelImport* imported(ModelsPage& page, const UsbDisk& disk) {
    page.import_folder(disk.name());
    auto* dialog = page.findChild<ModelImport*>();
    REQUIRE(dialog);
    return dialog;
}

void answer_yes() {
    QTimer::singleShot(0, [] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        REQUIRE(question);
        QTest::mouseClick(question->button(QMessageBox::Yes), Qt::LeftButton);
    });
}

DeviceInfo device(const char* name, const char* device_class, const char* description, bool usable, const char* reason = "") {
    return {.name = name, .device_class = device_class, .description = description, .memory_total = 64'000'000'000, .memory_free = 60'000'000'000, .usable = usable, .reason = reason};
}

}  // namespace

TEST_CASE("A model from a USB disk is checked, copied, used, and removed again") {
    const UsbDisk disk;
    ModelsPage page;
    page.resize(620, 640);
    page.show();
    QSignalSpy chosen(&page, &ModelsPage::model_chosen);
    ModelImport* dialog = imported(page, disk);
    auto* start = button<QPushButton>(*dialog, "Check and add");
    wait_for([&] { return start->isEnabled(); });
    CHECK(says(*dialog, "SHA-256"));
    CHECK(says(*dialog, "Fits"));
    button<QRadioButton>(*dialog, "Copy it into Haibao's folder (from a USB disk, for example)")->click();
    test::keep_looks(*dialog, "model-import");
    QSignalSpy added(dialog, &ModelImport::added);
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(added.wait(patience_ms));
    const fs::path copy = paths::models() / "glm-small";
    CHECK(fs::is_directory(fs::symlink_status(copy)));
    CHECK(ModelFolder::open(copy));
    CHECK(*folder_bytes(copy) == *folder_bytes(disk.model));
    REQUIRE(chosen.count() == 1);
    CHECK(page.chosen() == "glm-small");
    dialog->close();
    auto* card = page.findChild<Card*>("model-glm-small");
    REQUIRE(card);
    wait_for([&] { return says(*card, "SHA-256"); });
    CHECK(says(*card, "In use"));
    CHECK(says(*card, "It names no licence"));
    CHECK(says(*card, "added on " + QLocale().toString(QDate::currentDate(), QLocale::ShortFormat)));
    disk.folder.write("glm-small/README.md", "---\nlicense: mit\nlanguage: zh\n---\n# Small\n");
    fs::copy_file(disk.model / "README.md", copy / "README.md");
    page.reload();
    wait_for([&] {
        card = page.findChild<Card*>("model-glm-small");
        return card && says(*card, "Licence: mit (README.md)");
    });
    test::keep_looks(page, "models-licence");

    fs::remove_all(copy);  // as a person might, behind Haibao's back: the link of the second try must not be in the way
    fs::create_directory_symlink(disk.model, copy);
    answer_yes();
    page.remove_model(copy);
    CHECK_FALSE(fs::exists(fs::symlink_status(copy)));
    CHECK(fs::exists(disk.model));
    CHECK(page.chosen() == "builtin");
}

TEST_CASE("A model is left where it is when that is chosen, and found there") {
    const UsbDisk disk;
    ModelsPage page;
    page.show();
    ModelImport* dialog = imported(page, disk);
    auto* start = button<QPushButton>(*dialog, "Check and add");
    wait_for([&] { return start->isEnabled(); });
    button<QCheckBox>(*dialog, "Paint with it from now on")->click();
    QSignalSpy added(dialog, &ModelImport::added);
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(added.wait(patience_ms));
    CHECK(fs::is_symlink(fs::symlink_status(paths::models() / "glm-small")));
    CHECK(page.chosen() == "builtin");
    CHECK(paths::find_model("glm-small"));
}

TEST_CASE("A model is converted to fewer bits, found as one file, and painted with") {
    const UsbDisk disk;
    ModelsPage page;
    page.show();
    page.convert_model(disk.model);
    auto* dialog = page.findChild<ModelConvert*>();
    REQUIRE(dialog);
    auto* start = button<QPushButton>(*dialog, "Convert");
    wait_for([&] { return start->isEnabled(); });
    CHECK(says(*dialog, "glm-small-q8_0.gguf"));
    auto* types = named<QComboBox>(*dialog, "How many bits");
    types->setCurrentIndex(types->findData(int(ModelType::mixed)));
    CHECK_FALSE(start->isEnabled());  // until it is known what that makes
    wait_for([&] { return start->isEnabled(); });
    CHECK(says(*dialog, "glm-small-mixed.gguf"));
    button<QCheckBox>(*dialog, "Paint with it from now on")->click();
    test::keep_looks(*dialog, "model-convert");
    QSignalSpy added(dialog, &ModelConvert::added);
    QTest::mouseClick(start, Qt::LeftButton);
    REQUIRE(added.wait(patience_ms));
    const fs::path made = paths::models() / "glm-small-mixed.gguf";
    CHECK(fs::is_regular_file(made));
    CHECK_FALSE(fs::exists(paths::models() / "glm-small-mixed.gguf.part"));
    auto problems = verify_model(made, [](auto, auto) { return true; });
    REQUIRE(problems);
    CHECK(problems->empty());
    CHECK(page.chosen() == "glm-small-mixed.gguf");
    CHECK(paths::find_model("glm-small-mixed.gguf"));
    CHECK(fs::exists(disk.model / "model_index.json"));
    // The same once more is not begun.
    types->setCurrentIndex(types->findData(int(ModelType::q8_0)));
    wait_for([&] { return start->isEnabled(); });
    types->setCurrentIndex(types->findData(int(ModelType::mixed)));
    wait_for([&] { return says(*dialog, "already"); });
    CHECK_FALSE(start->isEnabled());
}

TEST_CASE("A model with a wrong byte or a missing file is refused with the file's name, and nothing is left of it") {
    const UsbDisk disk;
    const fs::path config = disk.model / "transformer" / "config.json";
    REQUIRE(fs::exists(config));
    fs::remove(config);
    ModelsPage page;
    page.show();
    ModelImport* dialog = imported(page, disk);
    wait_for([&] { return says(*dialog, "transformer"); });
    CHECK_FALSE(button<QPushButton>(*dialog, "Check and add")->isEnabled());
    CHECK_FALSE(fs::exists(paths::models() / "glm-small"));
}

TEST_CASE("Every device has a card: what works with its speed, what does not with reason and remedy") {
    DevicesPage page({HAIBAO_WORKER_PROGRAM, {}, {}});
    page.resize(620, 720);
    page.show();
    // How fast the built-in model was on the processor.
    auto model = ModelFolder::open(*paths::find_model("builtin"));
    REQUIRE(model);
    const ModelDefaults& defaults = model->defaults();
    const generate::JobShape shape{double(defaults.width) * defaults.height / 1e6, defaults.steps, defaults.guidance > 1 ? 2 : 1, 1};
    fs::create_directories(paths::cache());
    generate::PaceBook(paths::cache() / "pace.json")
        .remember(model->identity()->substr(0, 16) + " cpu fast", shape, {{Stage::composing, 3}, {Stage::painting, 8}});
    page.show_devices({device("cpu", "cpu", "A processor", true), device("vulkan0", "vulkan", "A graphics card", true),
                       device("ascend0", "ascend", "Ascend 910B", false, "Its driver is not loaded: run npu-smi info, see Help → Ascend."),
                       device("ascend1", "ascend", "Ascend 310P", false, "This chip cannot run the model; a 910B or 910C can."),
                       device("ascend2", "ascend", "Ascend 910B", false, "CANN is not installed: install the toolkit 8.0 or later."),
                       device("ascend3", "ascend", "Ascend 910C", true)});
    const auto card = [&page](const char* name) {
        auto* found = page.findChild<Card*>(QString("device-") + name);
        REQUIRE(found);
        return found;
    };
    wait_for([&] { return says(*card("cpu"), "Measured here: about 11 s"); });
    CHECK(says(*card("vulkan0"), "recommended"));
    CHECK(says(*card("vulkan0"), "the first picture will tell"));
    CHECK(says(*card("ascend0"), "npu-smi info"));
    CHECK(card("ascend0")->findChildren<QPushButton*>().isEmpty());
    CHECK(says(*card("ascend1"), "cannot run"));
    CHECK(says(*card("ascend2"), "install the toolkit"));
    test::keep_looks(page, "devices");
    QSignalSpy chosen(&page, &DevicesPage::device_chosen);
    QTest::mouseClick(button<QPushButton>(*card("ascend3"), "Use this"), Qt::LeftButton);
    REQUIRE(chosen.count() >= 1);
    CHECK(chosen.back()[0].toString() == "ascend3");
    CHECK(page.chosen() == "ascend3");
    QSettings().remove("device");
}

TEST_CASE("What was measured to be fastest is recommended, and a plug-in that ended its process is shown with its last words") {
    DevicesPage page({HAIBAO_WORKER_PROGRAM, {}, {}});
    page.resize(620, 520);
    page.show();
    page.show_devices({device("cpu", "cpu", "A processor", true), device("vulkan0", "vulkan", "A slow graphics card", true),
                       device("aborts", "aborts", "libggml-aborts.so", false,
                              "libggml-aborts.so ended the process that tried it (Aborted: the card has fallen off the bus). Haibao goes on without it. Update the "
                              "driver of that device, or take the file away: /home/mei/.local/share/haibao/backends/libggml-aborts.so.")},
                      "cpu");
    const auto card = [&page](const char* name) {
        auto* found = page.findChild<Card*>(QString("device-") + name);
        REQUIRE(found);
        return found;
    };
    wait_for([&] { return says(*card("cpu"), "In use"); });
    CHECK(says(*card("cpu"), "recommended"));
    CHECK_FALSE(says(*card("vulkan0"), "recommended"));
    CHECK(says(*card("aborts"), "Plug-in libggml-aborts.so"));
    CHECK(says(*card("aborts"), "fallen off the bus"));
    CHECK(card("aborts")->findChildren<QPushButton*>().isEmpty());
    test::keep_looks(page, "devices-plug-in");
}

TEST_CASE("The worker's own answer is shown, the processor always") {
    DevicesPage page({HAIBAO_WORKER_PROGRAM, {}, {}});
    page.show();
    page.look_again();
    wait_for([&] { return page.findChild<Card*>("device-cpu") != nullptr; });
    std::string said;
    for (const QLabel* label : page.findChild<Card*>("device-cpu")->findChildren<QLabel*>()) said += label->text().toStdString() + " | ";
    INFO(said);
    CHECK(said.find("Works") != std::string::npos);
}

TEST_CASE("A device that gave no answer can be tried again from its card, and what was remembered of it is forgotten") {
    DevicesPage page({HAIBAO_WORKER_PROGRAM, {}, {}});
    page.resize(620, 520);
    page.show();
    const fs::path mark = hung_folder(paths::cache()) / "0123";
    fs::create_directories(mark.parent_path());
    std::ofstream(mark) << "2 libggml-hangs.so\n";
    page.show_devices({device("cpu", "cpu", "A processor", true),
                       device("hangs", "hangs", "libggml-hangs.so", false, "libggml-hangs.so did not answer when it was last tried, twice, and is left out until it is another file "
                                                                           "or the computer was started anew.")});
    auto* card = page.findChild<Card*>("device-hangs");
    REQUIRE(card);
    wait_for([&] { return card->isVisible(); });  // a layout shows what is put into it a little later
    CHECK(page.findChild<Card*>("device-cpu")->findChildren<QPushButton*>().isEmpty());
    auto* again = button<QPushButton>(*card, "Try again");
    test::keep_looks(page, "device-hung");
    QTest::mouseClick(again, Qt::LeftButton);
    CHECK_FALSE(fs::exists(mark));
    CHECK_FALSE(again->isEnabled());
    CHECK(says(*card, "20 second"));
    CHECK(page.findChild<Card*>("device-cpu")->isVisible());  // nothing waits for it
    wait_for([&] { return page.findChild<Card*>("device-hangs") == nullptr && page.findChild<Card*>("device-cpu") != nullptr; });
}

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop application: haibao [FILE…].
#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <algorithm>
#include <clocale>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "app/core/machine.h"
#include "app/core/paths.h"
#include "app/desktop/single_instance.h"
#include "inference/weights/mapped_file.h"
#include "ui/main_window/create_page.h"
#include "ui/main_window/main_window.h"
#include "ui/style/caret_rest.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace {

/// Says how long it took from the process' start until the window was painted, and ends: for docs/performance.md.
class StartTimer : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QMetaObject::invokeMethod(this, [] {  // after the painting that begins now
                std::printf("start to first paint: %.2f s\n", haibao::process_age());
                QApplication::quit();
            }, Qt::QueuedConnection);
        }
        return false;
    }
};

void add_options(QCommandLineParser& parser) {
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("files", "Posters (.haibao) and pictures to open", "[FILE…]");
    QCommandLineOption measure("measure-start");
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(measure);
}

/// Whether only help or the version is asked for: that takes no display.
bool asks_for_words(int argc, char** argv) {
    const std::string_view words[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::ranges::any_of(argv + 1, std::ranges::find(argv + 1, argv + argc, std::string_view("--")), [&](std::string_view argument) { return std::ranges::contains(words, argument); });
}

}  // namespace

int main(int argc, char** argv) {
    haibao::MappedFile::outlive_lost_files();
    QApplication::setApplicationName("haibao");
    QApplication::setOrganizationName("haibao");
    QApplication::setApplicationVersion(HAIBAO_VERSION);
    QApplication::setDesktopFileName("haibao");
    QCommandLineParser parser;
    add_options(parser);
    if (asks_for_words(argc, argv)) {
        const QCoreApplication application(argc, argv);
        haibao::ui::apply_language();
        parser.process(application);  // which prints and ends
    }
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    haibao::ui::apply_language();
    parser.process(application);
    QStringList files;
    for (const QString& file : parser.positionalArguments()) files << QFileInfo(file).absoluteFilePath();

    // One window per library: by the folders of all that were opened in this one.
    std::map<QString, std::unique_ptr<haibao::SingleInstance>> instances;
    const QString library = haibao::paths::to_qt(haibao::ui::Studio::library_folder());
    auto& instance = instances[library] = std::make_unique<haibao::SingleInstance>(library);
    if (!instance->claim()) {
        if (instance->hand_over(files)) return 0;
        QMessageBox::warning(nullptr, "Haibao", QCoreApplication::translate("haibao", "Haibao runs already, but does not answer. Wait for its window, or end it, and start again."));
        return 1;
    }

    haibao::ui::apply_theme(application);
    auto worker = haibao::paths::worker_program();
    if (!worker) {
        QMessageBox::critical(nullptr, "Haibao", QString::fromStdString(worker.error().message));
        return 1;
    }
    const haibao::ui::CaretRest caret_rest;
    StartTimer timer;
    // Another language is another window with the same in it.
    for (std::optional<haibao::ui::MainWindow::Carried> before;;) {
        haibao::ui::MainWindow window({*worker, haibao::paths::state() / "worker.log", {}});
        const auto listen = [&window](const haibao::SingleInstance& to) {
            QObject::connect(&to, &haibao::SingleInstance::files_received, &window, &haibao::ui::MainWindow::open_files);
        };
        for (const auto& [folder, claimed] : instances) listen(*claimed);
        QObject::connect(window.studio(), &haibao::ui::Studio::library_opened, &window, [&instances, listen](const QString& folder) {
            if (instances.contains(folder)) return;
            auto another = std::make_unique<haibao::SingleInstance>(folder);
            if (!another->claim()) return;  // its window is open, too
            listen(*another);
            instances.emplace(folder, std::move(another));
        });
        if (parser.isSet("measure-start")) window.installEventFilter(&timer);
        window.show();
        if (before) window.take_over(std::move(*before));
        else window.restore();
        if (!before && !files.isEmpty()) window.open_files(files);
        const int status = QApplication::exec();
        if (!window.reopens()) return status;
        before.emplace(window.hand_over());
        haibao::ui::apply_language();
        haibao::ui::apply_font();
    }
}

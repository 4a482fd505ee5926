// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `haibao-cli doctor`: is everything here that Haibao needs, and is it sound? Nothing is changed. Each finding that is not
// well comes with what to do about it.
#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QSettings>
#include <QTemporaryFile>
#include <map>
#include <memory>

#include "app/cli/ask_worker.h"
#include "app/cli/commands.h"
#include "app/cli/library_option.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/export/colour.h"
#include "app/export/preset.h"
#include "app/gallery/recover.h"
#include "app/typeset/font_set.h"
#include "app/typeset/hyphenation.h"
#include "inference/weights/model_folder.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;

/// `advice`: Haibao works, and something would make it better. `problem`: something that it offers does not work.
enum class State { well, advice, problem };

struct Finding {
    State state = State::well;
    std::string area;  ///< "fonts"
    std::string what;
    std::string remedy;  ///< of all but `well`
};

std::string area_words(const std::string& area) {
    static const std::map<std::string, std::string> words{{"programs", tr("programs")}, {"language", tr("language")}, {"folders", tr("folders")},
                                                          {"settings", tr("settings")}, {"fonts", tr("fonts")},       {"print", tr("print")},
                                                          {"models", tr("models")},     {"devices", tr("devices")},   {"worker", tr("worker")},
                                                          {"library", tr("library")}};
    return words.at(area);
}

std::string_view word(State state) { return state == State::well ? "well" : state == State::advice ? "advice" : "problem"; }

class Doctor {
public:
    explicit Doctor(std::string library) : library_(std::move(library)) {}

    /// Calls `tell` with each finding as it comes. False when it was interrupted.
    bool examine(std::function<void(const Finding&)> tell) {
        tell_ = std::move(tell);
        programs();
        language();
        folders();
        settings();
        fonts();
        print();
        models();
        devices();
        if (!cancelled_) worker();
        if (!cancelled_) library();
        return !cancelled_;
    }

private:
    void well(const char* area, std::string what) { tell_({State::well, area, std::move(what), {}}); }
    void advice(const char* area, std::string what, std::string remedy) { tell_({State::advice, area, std::move(what), std::move(remedy)}); }
    void problem(const char* area, std::string what, std::string remedy) { tell_({State::problem, area, std::move(what), std::move(remedy)}); }

    /// What the worker failed with; the user's own Ctrl-C is no finding.
    void worker_failed(const char* area, const Error& error) {
        cancelled_ = error.kind == ErrorKind::cancelled;
        if (!cancelled_) problem(area, error.message, say(tr("See what the worker said: {}"), (paths::state() / "worker.log").string()));
    }

    void programs();
    void language();
    void folders();
    void settings();
    void fonts();
    void print();
    void models();
    void devices();
    void worker();
    void library();

    std::string library_;
    std::function<void(const Finding&)> tell_;
    bool cancelled_ = false;
};

void Doctor::programs() {
    auto assets = paths::assets();
    if (assets) well("programs", say(tr("haibao-cli {}, its files are in {}"), HAIBAO_VERSION, assets->string()));
    else problem("programs", assets.error().message, tr("Install Haibao again: sudo apt install --reinstall haibao"));
    for (const char* variable : {"HAIBAO_ASSETS", "HAIBAO_WORKER", "HAIBAO_ICC", "HAIBAO_MACHINE_ROOT"})
        if (qEnvironmentVariableIsSet(variable))
            advice("programs", say(tr("{} is set to {}"), variable, qEnvironmentVariable(variable).toStdString()),
                   tr("It replaces what is installed. Unset it unless you mean that."));
}

void Doctor::language() {
    well("language", QLocale().name().toStdString());
    // An input method that Qt has no plug-in for stays silent: nothing can be typed in Chinese, and nothing says why.
    const QString method = qEnvironmentVariable("QT_IM_MODULE");
    if (method.isEmpty() || method == "compose" || method == "none" || method == "xim") return;
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + "/platforminputcontexts");
    const QString wanted = method == "fcitx" ? "fcitx5" : method;
    if (!plugins.entryList({"lib" + wanted + "*"}).isEmpty()) well("language", say(tr("input method {}"), method.toStdString()));
    else problem("language", say(tr("Qt has no plug-in for the input method {}"), method.toStdString()),
                 method.startsWith("fcitx") ? tr("Chinese cannot be typed in the window: sudo apt install fcitx5-frontend-qt6")
                                            : tr("Install its front end for Qt 6, or choose another input method."));
}

void Doctor::folders() {
    constexpr std::uintmax_t little = 200'000'000, few = 2'000'000'000;
    const fs::path own_library = library_.empty() ? paths::library() : fs::path(library_);
    for (const fs::path& folder : {own_library, paths::models(), paths::state(), paths::cache()}) {
        fs::path existing = folder;
        std::error_code ignored;
        while (!fs::exists(existing, ignored) && existing.has_relative_path()) existing = existing.parent_path();
        if (!QTemporaryFile(paths::to_qt(existing / "haibao-doctor-XXXXXX")).open()) {
            problem("folders", say(tr("Nothing can be written to {}"), existing.string()),
                    tr("Haibao keeps its things there: make it writable (chmod u+w), or choose another folder."));
            continue;
        }
        const auto space = fs::space(existing, ignored);
        const std::string free = std::format("{} · {}", folder.string(), say(tr("{} free"), human_bytes(space.available)));
        if (space.available < little) problem("folders", free, tr("Make space on this disk: a poster for print takes up to 100 MB."));
        else if (space.available < few) advice("folders", free, tr("Space is getting scarce on this disk."));
        else well("folders", free);
    }
}

void Doctor::settings() {
    QSettings settings("haibao", "haibao");
    settings.allKeys();  // reads the file
    if (settings.status() == QSettings::FormatError)
        problem("settings", say(tr("The settings cannot be read: {}"), settings.fileName().toStdString()),
                tr("Move the file away; Haibao starts with its usual settings then."));
    const QString own = paths::to_qt(paths::models().parent_path() / "presets");
    int sound = 0;
    for (QDirIterator files(own, {"*.json"}, QDir::Files); files.hasNext();) {
        const fs::path file = paths::from_qt(files.next());
        if (auto preset = read_preset(file)) ++sound;
        else problem("settings", std::format("{}: {}", file.string(), preset.error().message), tr("Mend the preset or move it away; docs/export.md lists its fields."));
    }
    well("settings", std::format("{} · {}", settings.fileName().toStdString(), say(tr("{} presets of your own"), sound)));
}

void Doctor::fonts() {
    const auto fonts = typeset::FontSet::system();
    struct Script {
        std::u32string_view characters;
        const char* lang;
        std::string name;
        State without;
        const char* package;
    };
    const Script scripts[] = {{U"海报设计", "zh-CN", tr("simplified Chinese"), State::problem, "fonts-noto-cjk"},
                              {U"海報設計", "zh-TW", tr("traditional Chinese"), State::problem, "fonts-noto-cjk"},
                              {U"Cartaz ção", "pt", tr("Latin"), State::problem, "fonts-noto-core"},
                              {U"\U0001F389", "en", tr("emoji"), State::advice, "fonts-noto-color-emoji"}};
    for (const Script& script : scripts) {
        const QStringList families = fonts->families_covering(script.characters, script.lang);
        if (!families.isEmpty()) well("fonts", say(tr("{}: covered by {} of the installed font families"), script.name, families.size()));
        else tell_({script.without, "fonts", say(tr("No installed font covers {}"), script.name),
                    std::format("sudo apt install {}", script.package)});
    }
    for (const auto& [lang, text, package] : {std::tuple{"en", "typography", "hyphen-en-us"}, std::tuple{"pt", "tipografia", "hyphen-pt-br"}})
        if (typeset::hyphenation_points(QString(text), lang, 2, 2).empty())
            advice("fonts", say(tr("Words of this language are not hyphenated ({})"), lang), std::format("sudo apt install {}", package));
}

void Doctor::print() {
    const auto profiles = printer_profiles();
    if (!profiles.empty()) well("print", say(tr("{} CMYK profiles"), profiles.size()));
    else problem("print", tr("No CMYK profile is installed: posters cannot be exported for the press"),
                 tr("sudo apt install icc-profiles-free colord-data, or put the printing house's profile into ~/.local/share/icc."));
}

void Doctor::models() {
    if (paths::known_models().empty()) problem("models", tr("No model is installed."), tr("Install Haibao again: sudo apt install --reinstall haibao"));
    for (const fs::path& folder : paths::known_models()) {
        auto model = ModelFolder::open(folder);
        if (model) well("models", std::format("{} · {}", folder.filename().string(), model->defaults().name));
        else problem("models", model.error().message, say(tr("See what is wrong with it: {}"), "haibao-cli models verify " + folder.filename().string()));
    }
}

void Doctor::devices() {
    auto devices = ask_for_devices();
    if (!devices) return worker_failed("devices", devices.error());
    for (const DeviceInfo& device : devices->devices) {
        if (!device.usable) {
            problem("devices", std::format("{} · {} · {}", device.name, device.description, tr("not usable")), device.reason);
            continue;
        }
        const std::string name = std::format("{} · {} · {}", device.name, device.description, say(tr("{} free"), human_bytes(device.memory_free)));
        if (device.software) well("devices", std::format("{} · {}", name, tr("in software, never chosen by itself")));
        else if (!device.reason.empty()) advice("devices", name, device.reason);
        else well("devices", name);
    }
}

/// A worker loads the built-in model on the processor and takes a picture apart: its whole way, in seconds.
void Doctor::worker() {
    auto options = worker_options();
    auto model = paths::find_model("builtin");
    if (!options) return problem("worker", options.error().message, tr("Install Haibao again: sudo apt install --reinstall haibao"));
    if (!model) return;  // said under models
    generate::WorkerClient worker(std::move(*options));
    protocol::Load load{model->string(), {}};
    load.options.device = "cpu";
    if (auto loaded = ask_worker(worker, [&](generate::WorkerClient& asked) { asked.load(load); }); !loaded) return worker_failed("worker", loaded.error());
    Image picture{256, 256, std::vector<std::uint8_t>(256 * 256 * 3, 128)};
    auto frame = ask_worker(worker, [&](generate::WorkerClient& asked) { asked.encode_image(picture); });
    auto tokens = frame ? protocol::decode<Engine::VisualTokens>(*frame) : pass_on(frame);
    if (!tokens) return worker_failed("worker", tokens.error());
    well("worker", say(tr("it loaded the built-in model and read a picture: {} × {} tokens"), tokens->columns, tokens->rows));
}

void Doctor::library() {
    const fs::path folder = library_.empty() ? paths::library() : fs::path(library_);
    std::error_code ignored;
    if (!fs::exists(folder / "library.db", ignored)) {
        if (library_.empty()) return well("library", std::format("{} · {}", folder.string(), tr("not made yet")));
        return problem("library", say(tr("There is no library in {}"), folder.string()),
                       say(tr("Make one: {}"), "haibao-cli gallery init --library " + folder.string()));
    }
    const std::string repair = say(tr("Close Haibao and mend it: {}"), "haibao-cli gallery check --repair --library " + folder.string());
    auto library = gallery::Library::open(folder, gallery::LibraryAccess::read_only);
    if (!library) return problem("library", library.error().message, library.error().kind == ErrorKind::unsupported ? tr("Open it with the newer Haibao.") : repair);
    auto wrong = gallery::check_database(*library);
    if (!wrong) return problem("library", wrong.error().message, repair);
    for (const std::string& what : *wrong) problem("library", what, repair);
    const auto count = library->count();
    if (wrong->empty() && count) well("library", std::format("{} · {}", folder.string(), say(tr("{} pictures"), *count)));
}

}  // namespace

void add_doctor(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("doctor", tr("Look whether everything works here: fonts, devices, models, the library, disk space"));
    const auto library = std::make_shared<std::string>();
    add_library_option(*command, *library);
    add_json_flag(*command, invocation);
    command->callback([&invocation, library] {
        Console console = invocation.console();
        nlohmann::json findings = nlohmann::json::array();
        int advice = 0, problems = 0;
        const bool done = Doctor(*library).examine([&](const Finding& finding) {
            advice += finding.state == State::advice;
            problems += finding.state == State::problem;
            console.line(std::format("{} {:12} {}", finding.state == State::well ? "✓" : finding.state == State::advice ? "·" : "✗", area_words(finding.area), translated(finding.what)));
            if (!finding.remedy.empty()) console.line("               → " + translated(finding.remedy));
            findings.push_back({{"state", word(finding.state)}, {"area", finding.area}, {"what", finding.what}, {"remedy", finding.remedy}});
        });
        if (!done) {
            invocation.exit = console.error({ErrorKind::cancelled, "Cancelled.", {}});
            return;
        }
        if (problems > 0) console.line(say(tr("Problems found: {}"), problems));
        else console.line(tr("Everything works.") + (advice > 0 ? " " + tr("Lines with a dot are advice.") : ""));
        console.data({{"findings", findings}, {"problems", problems}, {"advice", advice}});
        invocation.exit = problems > 0 ? Exit::problems_found : Exit::done;
    });
}

}  // namespace haibao::cli

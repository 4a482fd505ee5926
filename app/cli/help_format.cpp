// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help_format.h"

#include "app/cli/console.h"
#include "app/cli/words.h"

namespace haibao::cli {
namespace {

constexpr int left_columns = 36;

class HelpFormat : public CLI::Formatter {
public:
    HelpFormat() {
        label("Usage", tr("Usage"));
        label("OPTIONS", tr("OPTIONS"));
        label("SUBCOMMAND", tr("COMMAND"));
        label("Positionals", tr("Arguments"));
        label("REQUIRED", tr("REQUIRED"));
        label("Needs", tr("Needs"));
        label("Excludes", tr("Excludes"));
        column_width(left_columns);
    }

    std::string make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const override {
        return Formatter::make_group(group == "Options" ? tr("Options") : group, is_positional, std::move(options));
    }
    std::string make_description(const CLI::App* app) const override {
        const std::string english = "[Exactly 1 of the following options is required]";
        std::string text = Formatter::make_description(app);
        if (const std::size_t at = text.find(english); at != std::string::npos) text.replace(at, english.size(), tr("[Exactly 1 of the following options is required]"));
        return text;
    }
    /// A group of options among others needs no name of its own.
    std::string make_expanded(const CLI::App* app) const override {
        const std::string text = Formatter::make_expanded(app);
        return app->get_name().empty() ? "\n" + text.substr(text.find('\n') + 1) : text;
    }
    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        return row(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
    }
    std::string make_subcommand(const CLI::App* command) const override { return row(command->get_display_name(true), command->get_description()); }

private:
    static std::string row(const std::string& name, const std::string& description) {
        const std::string indent(left_columns, ' ');
        std::string text = "  " + name;
        if (!description.empty()) {
            const int used = columns(text);
            text += used < left_columns ? std::string(static_cast<std::size_t>(left_columns - used), ' ') : "\n" + indent;
            for (const char sign : description) text += sign == '\n' ? "\n" + indent : std::string(1, sign);
        }
        return text + "\n";
    }
};

}  // namespace

void set_help_format(CLI::App& app) {
    app.formatter(std::make_shared<HelpFormat>());
    app.group(tr("Subcommands"));
}

}  // namespace haibao::cli

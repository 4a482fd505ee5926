// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `haibao-cli describe-commands bash|zsh|fish|man`, hidden from the help: the installer makes the shells' completions and the
// man page's list of commands of it, so that neither can fall behind the program.
#include <functional>
#include <memory>
#include <optional>

#include "app/cli/commands.h"

namespace haibao::cli {
namespace {

struct OptionWords {
    std::vector<std::string> names;  ///< "-p", "--prompt"; none for a positional
    std::string value;               ///< "TEXT"; of a positional its name; empty for a flag
    std::vector<std::string> choices;
    std::string description;
    bool required = false, many = false;
};

struct CommandWords {
    std::string path;  ///< "models show"; empty for the program itself
    std::string description;
    std::vector<OptionWords> options, positionals;
    std::vector<const CLI::App*> commands;
};

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
    return text;
}

/// CLI11 writes the members of a set into the name of the type: "TEXT:{paint,layers}".
std::vector<std::string> choices_in(const std::string& type) {
    const std::size_t open = type.find('{'), close = type.find('}', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos) return {};
    return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

OptionWords words_of(const CLI::Option& option) {
    OptionWords words;
    for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
    words.description = option.get_description();
    words.required = option.get_required();
    words.many = option.get_items_expected_max() > 1;
    if (option.get_positional()) words.value = option.get_single_name();
    else if (option.get_items_expected_max() > 0) words.value = option.get_type_name();
    words.choices = choices_in(option.get_type_name());
    if (!words.choices.empty() && !option.get_positional()) words.value = joined(words.choices, "|");
    return words;
}

void collect(const CLI::App& app, const std::string& path, std::vector<CommandWords>& all) {
    CommandWords words{path, app.get_description(), {}, {}, {}};
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional()) words.positionals.push_back(words_of(*option));
        else if (!option->get_group().empty()) words.options.push_back(words_of(*option));
    words.commands = app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty() && !command->get_name().empty(); });
    all.push_back(words);
    for (const CLI::App* command : words.commands) collect(*command, path.empty() ? command->get_name() : path + " " + command->get_name(), all);
}

std::vector<std::string> names(const std::vector<const CLI::App*>& commands) {
    std::vector<std::string> words;
    for (const CLI::App* command : commands) words.push_back(command->get_name());
    return words;
}

/// The first sentence, short enough for one line of a menu.
std::string brief(const std::string& description) {
    std::string text = description.substr(0, description.find('\n'));
    for (const char* end : {". ", "; ", ": "})
        if (const std::size_t at = text.find(end); at != std::string::npos && at > 12) text.resize(at);
    return text;
}

std::string single_quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

// Every shell gets a function that finds the command in the words typed so far, and a table behind it.

std::string bash(const std::vector<CommandWords>& all) {
    std::string table;
    const auto row = [&](const std::string& key, const std::vector<std::string>& words) {
        if (!words.empty()) table += std::format("        {}) echo {} ;;\n", single_quoted(key), single_quoted(joined(words)));
    };
    for (const CommandWords& command : all) {
        std::vector<std::string> options, with_value;
        for (const OptionWords& option : command.options) {
            options.insert(options.end(), option.names.begin(), option.names.end());
            if (option.value.empty()) continue;
            with_value.insert(with_value.end(), option.names.begin(), option.names.end());
            for (const std::string& name : option.names) row(command.path + ":" + name, option.choices);
        }
        for (const OptionWords& positional : command.positionals) row(command.path + ":choices", positional.choices);
        row(command.path + ":commands", names(command.commands));
        row(command.path + ":options", options);
        row(command.path + ":with-value", with_value);
    }
    return "# bash completion for haibao-cli; made by haibao-cli describe-commands bash\n"
           "_haibao_cli_words() {\n    case $1 in\n" + table + "    esac\n}\n" +
           R"(_haibao_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' words i
    for ((i = 1; i < COMP_CWORD; i++)); do
        [[ " $(_haibao_cli_words "$command:commands") " != *" ${COMP_WORDS[i]} "* ]] || command+=${command:+ }${COMP_WORDS[i]}
    done
    if [[ " $(_haibao_cli_words "$command:with-value") " == *" $previous "* ]]; then words=$(_haibao_cli_words "$command:$previous")
    elif [[ $current == -* ]]; then words=$(_haibao_cli_words "$command:options")
    else words=$(_haibao_cli_words "$command:commands"; _haibao_cli_words "$command:choices"); fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _haibao_cli haibao-cli
)";
}

std::string zsh(const std::vector<CommandWords>& all) {
    const auto text = [](const std::string& description) {
        std::string escaped = replaced(brief(description), "\\", "\\\\");
        for (const char* sign : {"[", "]", ":"}) escaped = replaced(escaped, sign, std::string("\\") + sign);
        return escaped;
    };
    std::string ways, table;
    for (const CommandWords& command : all) {
        for (const CLI::App* sub : command.commands) ways += std::format("|{}", single_quoted(command.path + ":" + sub->get_name()));
        table += std::format("        ({})\n", single_quoted(command.path));
        if (!command.commands.empty()) {
            table += "            local -a commands=(\n";
            for (const CLI::App* sub : command.commands) table += std::format("                {}\n", single_quoted(sub->get_name() + ":" + text(sub->get_description())));
            table += "            )\n            [[ $PREFIX == -* ]] || _describe -t commands command commands\n";
        }
        table += "            _arguments -S";
        for (const OptionWords& option : command.options)
            for (const std::string& name : option.names) {
                std::string spec = std::format("{}{}[{}]", option.many ? "*" : "", name, text(option.description));
                if (!option.value.empty())
                    spec += option.choices.empty() ? ": :_files" : std::format(": :({})", joined(option.choices));
                table += " \\\n                " + single_quoted(spec);
            }
        std::string others = "_files";
        for (const OptionWords& positional : command.positionals)
            if (!positional.choices.empty()) others = "(" + joined(positional.choices) + ")";
        table += std::format(" \\\n                {} ;;\n", single_quoted(command.commands.empty() ? "*: :" + others : "*: : "));
    }
    return "#compdef haibao-cli\n# made by haibao-cli describe-commands zsh\n_haibao_cli() {\n"
           "    local command='' index\n    for ((index = 2; index < CURRENT; index++)); do\n"
           "        case $command:$words[index] in\n            (" + ways.substr(std::min<std::size_t>(1, ways.size())) +
           ") command+=${command:+ }$words[index] ;;\n        esac\n    done\n    case $command in\n" + table + "    esac\n}\n_haibao_cli \"$@\"\n";
}

std::string fish(const std::vector<CommandWords>& all) {
    const auto quoted = [](const std::string& text) { return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'"; };
    std::string ways, table;
    for (const CommandWords& command : all) {
        const std::string at = std::format("complete -c haibao-cli -n {}", quoted("test (__haibao_cli_command) = " + quoted(command.path)));
        for (const CLI::App* sub : command.commands) {
            ways += " " + quoted(command.path + ":" + sub->get_name());
            table += std::format("{} -f -a {} -d {}\n", at, quoted(sub->get_name()), quoted(brief(sub->get_description())));
        }
        for (const OptionWords& positional : command.positionals)
            if (!positional.choices.empty()) table += std::format("{} -f -a {}\n", at, quoted(joined(positional.choices)));
        for (const OptionWords& option : command.options) {
            table += at;
            for (const std::string& name : option.names) table += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.choices.empty()) table += " -x -a " + quoted(joined(option.choices));
            else if (!option.value.empty()) table += " -r";
            table += " -d " + quoted(brief(option.description)) + "\n";
        }
    }
    return "# fish completion for haibao-cli; made by haibao-cli describe-commands fish\n"
           "function __haibao_cli_command\n    set -l command ''\n    for word in (commandline -opc)[2..-1]\n"
           "        if contains -- \"$command:$word\"" + ways + "\n            set command (string trim -- \"$command $word\")\n        end\n    end\n"
           "    echo \"$command\"\nend\n" + table;
}

/// Text of a man page: one sentence a line, at most 72 columns, nothing that reads as a request.
std::string roff(const std::string& description) {
    std::string out, line;
    const auto end_line = [&] {
        if (!line.empty()) out += (line.starts_with('.') || line.starts_with('\'') ? "\\&" : "") + replaced(line, "\\", "\\e") + "\n";
        line.clear();
    };
    std::string word;
    for (const char sign : description + " ") {
        if (sign != ' ' && sign != '\n') {
            word += sign;
            continue;
        }
        if (line.size() + word.size() > 72) end_line();
        line += (line.empty() || word.empty() ? "" : " ") + word;
        if (word.ends_with('.') && word.size() > 2 && !word.ends_with(".g.")) end_line();
        word.clear();
    }
    end_line();
    return out;
}

std::string man(const std::vector<CommandWords>& all) {
    const auto argument = [](const std::string& word) { return "\"" + replaced(replaced(word, "\\", "\\e"), "\"", "\\(dq") + "\""; };
    std::string page;
    for (const CommandWords& command : all) {
        if (command.path.empty()) continue;
        page += std::format(".Ss {}\n{}", command.path, roff(command.description));
        std::string list;
        for (const OptionWords& positional : command.positionals)
            list += std::format(".It Ar {}\n{}", argument(positional.value), roff(positional.description));
        for (const OptionWords& option : command.options) {
            if (option.names == std::vector<std::string>{"-h", "--help"}) continue;
            std::string heading;
            for (const std::string& name : option.names) heading += (heading.empty() ? " Fl " : " , Fl ") + name.substr(1);
            list += ".It" + heading + (option.value.empty() ? "" : " Ar " + argument(option.value)) + "\n" + roff(option.description);
        }
        if (!list.empty()) page += ".Bl -tag -width Ds\n" + list + ".El\n";
    }
    return page;
}

}  // namespace

void add_describe_commands(CLI::App& app, Invocation&) {
    const auto format = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("describe-commands", tr("The commands as completions of a shell, or for the man page"));
    command->group("");
    command->add_option("FORMAT", *format)->required()->check(CLI::IsMember({"bash", "zsh", "fish", "man"}));
    command->callback([&app, format] {
        std::vector<CommandWords> all;
        collect(app, "", all);
        const std::string text = *format == "bash" ? bash(all) : *format == "zsh" ? zsh(all) : *format == "fish" ? fish(all) : man(all);
        std::fwrite(text.data(), 1, text.size(), stdout);
    });
}

}  // namespace haibao::cli

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/mapping.h"

#include <QSet>
#include <algorithm>
#include <array>

#include "app/document/references.h"

namespace haibao::merge {
namespace {

using document::Layer;
using document::LayerId;

constexpr std::array decides_words{"text", "picture", "colour", "visible", "prompt", "seed"};

std::unexpected<Error> wrong(const QString& sentence) { return std::unexpected(Error{ErrorKind::invalid_input, sentence.toStdString(), {}}); }

QString list(QStringList names) {
    if (names.size() > 12) names = names.first(12) << QStringLiteral("…");
    return names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", "));
}

std::optional<Decides> natural(const Layer& layer) {
    if (std::holds_alternative<document::TextLayer>(layer.content)) return Decides::text;
    if (std::holds_alternative<document::PictureLayer>(layer.content)) return Decides::picture;
    if (std::holds_alternative<document::ShapeLayer>(layer.content)) return Decides::colour;
    return std::nullopt;
}

bool can(const Layer& layer, Decides decides) {
    if (decides == Decides::visible) return true;
    if (decides == Decides::colour) return !std::holds_alternative<document::PictureLayer>(layer.content) && natural(layer).has_value();
    return natural(layer) == decides;
}

std::optional<EmptyCell> empty_rule(const QString& word) {
    if (word == "keep") return EmptyCell::keep;
    if (word == "clear") return EmptyCell::clear;
    if (word == "skip") return EmptyCell::skip;
    return std::nullopt;
}

/// Builds a plan step by step; the first mistake ends it.
class Planner {
public:
    Planner(const document::Poster& poster, const QStringList& columns, const MappingOptions& options) : options_(options) {
        plan_.columns = columns;
        plan_.prompt = options.prompt;
        layers_ = named_layers(poster);
        document::for_each_layer(poster.layers, [this](const Layer& layer) {
            if (std::holds_alternative<document::TextLayer>(layer.content)) texts_.push_back(&layer);
        });
    }

    Result<MergePlan> plan() {
        for (const QString& map : options_.maps)
            if (auto added = add(map); !added) return pass_on(added);
        if (options_.automatic) add_equal_names();
        if (auto found = find_placeholders(); !found) return pass_on(found);
        if (auto set = set_empty_rules(); !set) return pass_on(set);
        if (plan_.mappings.empty() && plan_.placeholders.empty() && plan_.prompt.isEmpty())
            return wrong(QString("No column of the table fills anything in the poster. Columns: %1. Layers: %2. Use --map LAYER=COLUMN, or write "
                                 "{{column}} into a text.")
                             .arg(list(plan_.columns), list(layer_names())));
        if (!plan_.prompt.isEmpty() && decided(Decides::prompt)) return wrong(QStringLiteral("Either a prompt with {{…}} or a column with prompts, not both."));
        if (decided(Decides::seed) && !plan_.paints()) return wrong(QStringLiteral("A seed column needs a prompt: --map prompt=COLUMN."));
        for (qsizetype i = 0; i < plan_.columns.size(); ++i)
            if (std::ranges::find(used_, static_cast<int>(i)) == used_.end()) plan_.unused << plan_.columns[i];
        return std::move(plan_);
    }

private:
    QStringList layer_names() const {
        QStringList names;
        for (const NamedLayer& one : layers_) names << one.name;
        return names;
    }
    bool decided(Decides decides) const { return std::ranges::any_of(plan_.mappings, [&](const Mapping& m) { return m.decides == decides; }); }

    Result<int> column(const QString& name) {
        const auto index = static_cast<int>(plan_.columns.indexOf(name.trimmed()));
        if (index < 0) return wrong(QString("The table has no column “%1”; it has %2.").arg(name.trimmed(), list(plan_.columns)));
        used_.push_back(index);
        return index;
    }

    Result<void> add(const QString& map) {
        const qsizetype sign = map.indexOf('=');
        if (sign < 1) return wrong(QString("“%1” is no mapping; write LAYER=COLUMN.").arg(map));
        QString target = map.left(sign).trimmed();
        auto index = column(map.mid(sign + 1));
        if (!index) return pass_on(index);
        std::optional<Decides> decides;
        for (std::size_t kind = 0; kind < 4; ++kind)
            if (const QString prefix = QString(decides_words[kind]) + ':'; target.startsWith(prefix)) {
                decides = static_cast<Decides>(kind);
                target = target.mid(prefix.size()).trimmed();
            }
        for (const Decides whole : {Decides::prompt, Decides::seed})
            if (!decides && target == QLatin1String(decides_words[static_cast<std::size_t>(whole)])) {
                plan_.mappings.push_back({whole, LayerId::none, target, *index, whole == Decides::prompt ? EmptyCell::skip : EmptyCell::keep});
                return {};
            }
        return add_layer(target, decides, *index);
    }

    Result<void> add_layer(const QString& name, std::optional<Decides> decides, int column_index) {
        const auto found = std::ranges::find(layers_, name, &NamedLayer::name);
        if (found == layers_.end()) return wrong(QString("The poster has no layer “%1”; it has %2.").arg(name, list(layer_names())));
        const auto what = decides ? decides : natural(*found->layer);
        if (!what || !can(*found->layer, *what))
            return wrong(QString("A column cannot decide the %1 of the layer “%2”.").arg(what ? QString(decides_words[static_cast<std::size_t>(*what)]) : "content", name));
        push(*what, *found, column_index);
        return {};
    }
    void push(Decides decides, const NamedLayer& one, int column_index) {
        plan_.mappings.push_back({decides, one.layer->id, one.name, column_index, decides == Decides::text ? EmptyCell::clear : EmptyCell::keep});
    }

    void add_equal_names() {
        for (qsizetype i = 0; i < plan_.columns.size(); ++i) {
            const QString& name = plan_.columns[i];
            const bool mapped = std::ranges::any_of(plan_.mappings, [&](const Mapping& m) { return m.layer_name == name; });
            const auto found = std::ranges::find(layers_, name, &NamedLayer::name);
            if (mapped || found == layers_.end() || !natural(*found->layer)) continue;
            // A text with {{columns}} in it says itself what it is filled with.
            if (const auto* text = std::get_if<document::TextLayer>(&found->layer->content); text && !placeholders_in(text->text.text).empty()) continue;
            used_.push_back(static_cast<int>(i));
            push(*natural(*found->layer), *found, static_cast<int>(i));
        }
    }

    Result<void> find_placeholders() {
        for (const Layer* layer : texts_) {
            const auto* text = std::get_if<document::TextLayer>(&layer->content);
            const bool replaced = std::ranges::any_of(plan_.mappings, [&](const Mapping& m) { return m.layer == layer->id && m.decides == Decides::text; });
            if (replaced) continue;
            Placeholders found{layer->id, layer->name, {}};
            for (const PlaceholderSpan& span : placeholders_in(text->text.text)) {
                auto index = column(span.column);
                if (!index) return wrong(QString("The layer “%1” asks for {{%2}}, but the table has no such column; it has %3.").arg(layer->name, span.column, list(plan_.columns)));
                found.columns.push_back(*index);
            }
            if (!found.columns.empty()) plan_.placeholders.push_back(std::move(found));
        }
        for (const PlaceholderSpan& span : placeholders_in(plan_.prompt))
            if (auto index = column(span.column); !index) return pass_on(index);
        return {};
    }

    Result<void> set_empty_rules() {
        for (const QString& rule : options_.empty) {
            const qsizetype sign = rule.lastIndexOf('=');
            const auto empty = empty_rule(rule.mid(sign + 1).trimmed());
            if (!empty) return wrong(QString("“%1” is no rule for empty cells; write keep, clear or skip, or LAYER=skip.").arg(rule));
            const QString name = sign < 0 ? QString() : rule.left(sign).trimmed();
            bool found = sign < 0;
            if (sign < 0) plan_.empty_placeholder = *empty, plan_.placeholder_rule_is_given = true;
            for (Mapping& mapping : plan_.mappings)
                if (sign < 0 || mapping.layer_name == name) {
                    mapping.empty = *empty;
                    mapping.rule_is_given = true;
                    found = true;
                }
            if (!found) return wrong(QString("There is no mapping for “%1” that an empty cell could be ruled for.").arg(name));
        }
        return {};
    }

    const MappingOptions& options_;
    MergePlan plan_;
    std::vector<NamedLayer> layers_;
    std::vector<const Layer*> texts_;  ///< those without a name, too
    std::vector<int> used_;
};

}  // namespace

bool MergePlan::paints() const {
    return !prompt.isEmpty() || std::ranges::any_of(mappings, [](const Mapping& mapping) { return mapping.decides == Decides::prompt; });
}

std::vector<PlaceholderSpan> placeholders_in(const QString& text) {
    std::vector<PlaceholderSpan> spans;
    for (qsizetype at = 0; (at = text.indexOf(QLatin1String("{{"), at)) >= 0;) {
        const qsizetype end = text.indexOf(QLatin1String("}}"), at + 2);
        if (end < 0) break;
        const QString name = text.mid(at + 2, end - at - 2).trimmed();
        if (!name.isEmpty() && !name.contains('\n') && !name.contains('{')) {
            spans.push_back({at, end + 2, name});
            at = end + 2;
        } else {
            ++at;
        }
    }
    return spans;
}

std::vector<NamedLayer> named_layers(const document::Poster& poster) {
    std::vector<NamedLayer> layers;
    QSet<QString> own, seen;
    document::for_each_layer(poster.layers, [&](const Layer& layer) { own.insert(layer.name); });
    document::for_each_layer(poster.layers, [&](const Layer& layer) {
        if (layer.name.isEmpty()) return;
        NamedLayer one{layer.name, &layer, {}};
        if (seen.contains(layer.name)) {
            one.alike = layer.name;
            int number = 2;
            do one.name = QString("%1 (%2)").arg(layer.name).arg(number++);
            while (own.contains(one.name) || seen.contains(one.name));
        }
        seen.insert(one.name);
        layers.push_back(std::move(one));
    });
    return layers;
}

Result<MergePlan> plan_merge(const document::Poster& poster, const QStringList& columns, const MappingOptions& options) {
    return Planner(poster, columns, options).plan();
}

}  // namespace haibao::merge

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/diff.h"

#include <map>

namespace haibao::document {
namespace {

using Orders = std::map<LayerId, std::vector<LayerId>>;

std::vector<Layer>* layers_of(Layer& layer) {
    auto* group = std::get_if<GroupLayer>(&layer.content);
    return group ? &group->layers : nullptr;
}
const std::vector<Layer>* layers_of(const Layer& layer) {
    const auto* group = std::get_if<GroupLayer>(&layer.content);
    return group ? &group->layers : nullptr;
}

/// A poster's layers without their nesting, not copied.
struct Flat {
    std::map<LayerId, const Layer*> layers;
    Orders orders;

    explicit Flat(const Poster& poster) { add(poster.layers, LayerId::none); }
    void add(const std::vector<Layer>& list, LayerId parent) {
        std::vector<LayerId>& order = orders[parent];
        for (const Layer& layer : list) {
            order.push_back(layer.id);
            layers[layer.id] = &layer;
            if (const auto* inner = layers_of(layer)) add(*inner, layer.id);
        }
    }
};

/// The layer itself, a group without the layers in it.
Layer alone(const Layer& layer) {
    if (!layers_of(layer)) return layer;
    Layer copy{.id = layer.id, .name = layer.name, .visible = layer.visible, .locked = layer.locked, .opacity = layer.opacity,
               .blend = layer.blend, .placement = layer.placement, .content = GroupLayer{}, .unknown = layer.unknown};
    return copy;
}

bool same_alone(const Layer& a, const Layer& b) {
    const bool groups = layers_of(a) && layers_of(b);
    return groups ? alone(a) == alone(b) : a == b;
}

void compare_layers(const Flat& before, const Flat& after, Diff& diff) {
    for (const auto& [id, layer] : before.layers) {
        const auto now = after.layers.find(id);
        if (now == after.layers.end()) diff.layers.push_back({id, alone(*layer), std::nullopt});
        else if (!same_alone(*layer, *now->second)) diff.layers.push_back({id, alone(*layer), alone(*now->second)});
    }
    for (const auto& [id, layer] : after.layers)
        if (!before.layers.contains(id)) diff.layers.push_back({id, std::nullopt, alone(*layer)});
}

void compare_orders(const Flat& before, const Flat& after, Diff& diff) {
    const auto order_in = [](const Flat& flat, LayerId parent) {
        const auto found = flat.orders.find(parent);
        return found == flat.orders.end() ? std::vector<LayerId>{} : found->second;
    };
    Orders all = before.orders;
    all.insert(after.orders.begin(), after.orders.end());
    for (const auto& [parent, ignored] : all) {
        auto was = order_in(before, parent), is = order_in(after, parent);
        if (was != is) diff.orders.push_back({parent, std::move(was), std::move(is)});
    }
}

template <class T>
void compare(const T& before, const T& after, std::optional<Changed<T>>& changed) {
    if (!(before == after)) changed = Changed<T>{before, after};
}

/// Takes a poster's layers apart…
void take_apart(std::vector<Layer>&& list, LayerId parent, std::map<LayerId, Layer>& layers, Orders& orders) {
    std::vector<LayerId>& order = orders[parent];
    for (Layer& layer : list) {
        order.push_back(layer.id);
        const LayerId id = layer.id;
        if (auto* inner = layers_of(layer)) take_apart(std::exchange(*inner, {}), id, layers, orders);
        layers.insert_or_assign(id, std::move(layer));
    }
}

/// …and puts them together again.
std::vector<Layer> put_together(LayerId parent, std::map<LayerId, Layer>& layers, const Orders& orders) {
    std::vector<Layer> list;
    const auto order = orders.find(parent);
    if (order == orders.end()) return list;
    for (const LayerId id : order->second) {
        auto node = layers.extract(id);
        if (node.empty()) continue;
        if (auto* inner = layers_of(node.mapped())) *inner = put_together(id, layers, orders);
        list.push_back(std::move(node.mapped()));
    }
    return list;
}

}  // namespace

bool Diff::empty() const {
    return layers.empty() && orders.empty() && !page && !info && !styles && !unknown && pictures_added.isEmpty() && pictures_removed.isEmpty();
}

Diff difference(const Poster& before, const Poster& after) {
    Diff diff;
    const Flat was(before), is(after);
    compare_layers(was, is, diff);
    compare_orders(was, is, diff);
    compare(before.page, after.page, diff.page);
    compare(before.info, after.info, diff.info);
    compare(before.styles, after.styles, diff.styles);
    compare(before.unknown, after.unknown, diff.unknown);
    // The key is the hash of the bytes, which need not be compared.
    for (auto picture = after.pictures.cbegin(); picture != after.pictures.cend(); ++picture)
        if (!before.pictures.contains(picture.key())) diff.pictures_added.insert(picture.key(), *picture);
    for (auto picture = before.pictures.cbegin(); picture != before.pictures.cend(); ++picture)
        if (!after.pictures.contains(picture.key())) diff.pictures_removed.insert(picture.key(), *picture);
    return diff;
}

void apply(Poster& poster, const Diff& diff, Direction direction) {
    const bool forward = direction == Direction::forward;
    const auto set = [forward](auto& value, const auto& changed) {
        if (changed) value = forward ? changed->after : changed->before;
    };
    set(poster.page, diff.page);
    set(poster.info, diff.info);
    set(poster.styles, diff.styles);
    set(poster.unknown, diff.unknown);
    const auto& added = forward ? diff.pictures_added : diff.pictures_removed;
    const auto& removed = forward ? diff.pictures_removed : diff.pictures_added;
    for (auto picture = removed.cbegin(); picture != removed.cend(); ++picture) poster.pictures.remove(picture.key());
    for (auto picture = added.cbegin(); picture != added.cend(); ++picture) poster.pictures.insert(picture.key(), *picture);
    if (diff.layers.empty() && diff.orders.empty()) return;
    std::map<LayerId, Layer> layers;
    Orders orders;
    take_apart(std::move(poster.layers), LayerId::none, layers, orders);
    for (const Diff::LayerChange& change : diff.layers) {
        const auto& wanted = forward ? change.after : change.before;
        if (wanted) layers.insert_or_assign(change.id, *wanted);
        else layers.erase(change.id);
    }
    for (const Diff::OrderChange& change : diff.orders) orders[change.parent] = forward ? change.after : change.before;
    poster.layers = put_together(LayerId::none, layers, orders);
}

}  // namespace haibao::document

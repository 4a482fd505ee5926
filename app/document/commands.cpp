// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/commands.h"

#include <algorithm>
#include <utility>

#include "app/document/references.h"

namespace haibao::document {
namespace {

constexpr qint64 merge_pause_ms = 1000;

/// The list that holds the layer, and where in it.
struct Seat {
    std::vector<Layer>* list = nullptr;
    std::size_t index = 0;
    LayerId parent = LayerId::none;
};

Seat seat_of(std::vector<Layer>& list, LayerId id, LayerId parent = LayerId::none) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return {&list, i, parent};
        if (auto* group = std::get_if<GroupLayer>(&list[i].content))
            if (const Seat seat = seat_of(group->layers, id, list[i].id); seat.list) return seat;
    }
    return {};
}

std::vector<Layer>* list_of(Poster& poster, LayerId parent) {
    if (parent == LayerId::none) return &poster.layers;
    Layer* layer = poster.find(parent);
    auto* group = layer ? std::get_if<GroupLayer>(&layer->content) : nullptr;
    return group ? &group->layers : nullptr;
}

void give_new_ids(Layer& layer, std::uint64_t& next) {
    layer.id = LayerId{next++};
    if (auto* group = std::get_if<GroupLayer>(&layer.content))
        for (Layer& inner : group->layers) give_new_ids(inner, next);
}

void insert(std::vector<Layer>& list, int index, Layer layer) {
    const auto place = index < 0 ? list.size() : std::min<std::size_t>(static_cast<std::size_t>(index), list.size());
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), std::move(layer));
}

Layer take(const Seat& seat) {
    const auto place = seat.list->begin() + static_cast<std::ptrdiff_t>(seat.index);
    Layer layer = std::move(*place);
    seat.list->erase(place);
    return layer;
}

bool contains(const Layer& layer, LayerId id) {
    if (layer.id == id) return true;
    const auto* group = std::get_if<GroupLayer>(&layer.content);
    return group && std::ranges::any_of(group->layers, [id](const Layer& inner) { return contains(inner, id); });
}

}  // namespace

bool History::merges(const Merge& merge) const {
    return !merge.key.isEmpty() && merge.key == merge_key_ && done_ > 0 && done_ == steps_.size() && !is_clean() &&
           merge.at_ms - merged_at_ <= merge_pause_ms;
}

bool History::change(const QString& name, const std::function<void(Poster&)>& edit, const Merge& merge) {
    Poster after = poster_;
    edit(after);
    Diff diff = difference(poster_, after);
    if (diff.empty()) return false;
    if (merges(merge)) {
        Poster before = poster_;
        apply(before, steps_.back().diff, Direction::backward);
        steps_.back().diff = difference(before, after);
        if (steps_.back().diff.empty()) {  // typed and deleted again: the step before it is another one
            steps_.pop_back();
            --done_;
            end_merging();
            poster_ = std::move(after);
            return true;
        }
    } else {
        if (clean_ > static_cast<std::ptrdiff_t>(done_)) clean_ = -1;
        steps_.resize(done_);
        steps_.push_back({name, std::move(diff), merge.key});
        ++done_;
    }
    merge_key_ = merge.key;
    merged_at_ = merge.at_ms;
    poster_ = std::move(after);
    return true;
}

void History::resume_merging(const Merge& merge) {
    if (done_ == 0 || can_redo() || steps_.back().key != merge.key) return;
    merge_key_ = merge.key;
    merged_at_ = merge.at_ms;
}

QString History::last_key(QStringView beginning) const {
    for (std::size_t i = done_; i-- > 0;)
        if (steps_[i].key.startsWith(beginning)) return steps_[i].key;
    return {};
}

bool History::undo() {
    if (!can_undo()) return false;
    apply(poster_, steps_[--done_].diff, Direction::backward);
    end_merging();
    return true;
}

bool History::redo() {
    if (!can_redo()) return false;
    apply(poster_, steps_[done_++].diff, Direction::forward);
    end_merging();
    return true;
}

void History::mark_clean() { clean_ = static_cast<std::ptrdiff_t>(done_); }

LayerId add_layer(Poster& poster, Layer layer, LayerId parent, int index) {
    std::vector<Layer>* list = list_of(poster, parent);
    auto next = static_cast<std::uint64_t>(poster.next_id());
    give_new_ids(layer, next);
    const LayerId id = layer.id;
    insert(list ? *list : poster.layers, index, std::move(layer));
    return id;
}

void remove_layers(Poster& poster, std::span<const LayerId> ids) {
    for (const LayerId id : ids)
        if (const Seat seat = seat_of(poster.layers, id); seat.list) (void)take(seat);
}

bool move_layer(Poster& poster, LayerId id, LayerId parent, int index) {
    const Seat seat = seat_of(poster.layers, id);
    if (!seat.list || !list_of(poster, parent) || contains((*seat.list)[seat.index], parent)) return false;
    Layer layer = take(seat);
    insert(*list_of(poster, parent), index, std::move(layer));
    return true;
}

LayerId duplicate_layer(Poster& poster, LayerId id) {
    const Seat seat = seat_of(poster.layers, id);
    if (!seat.list) return LayerId::none;
    Layer copy = (*seat.list)[seat.index];
    return add_layer(poster, std::move(copy), seat.parent, static_cast<int>(seat.index) + 1);
}

LayerId group_layers(Poster& poster, std::span<const LayerId> ids, const QString& name) {
    std::vector<LayerId> chosen;  // from the bottom; what lies in a chosen group comes along with it
    const std::function<void(const std::vector<Layer>&)> choose = [&](const std::vector<Layer>& list) {
        for (const Layer& layer : list) {
            if (std::ranges::find(ids, layer.id) != ids.end()) chosen.push_back(layer.id);
            else if (const auto* inner = std::get_if<GroupLayer>(&layer.content)) choose(inner->layers);
        }
    };
    choose(poster.layers);
    if (chosen.empty()) return LayerId::none;
    const Seat top = seat_of(poster.layers, chosen.back());
    Layer group;
    group.name = name;
    group.content = GroupLayer{};
    QRectF frame;
    for (const LayerId id : chosen) frame |= poster.find(id)->placement.frame;
    group.placement.frame = frame;
    const LayerId id = add_layer(poster, std::move(group), top.parent, static_cast<int>(top.index) + 1);
    for (const LayerId member : chosen) move_layer(poster, member, id, -1);
    return id;
}

bool ungroup(Poster& poster, LayerId id) {
    const Seat seat = seat_of(poster.layers, id);
    if (!seat.list || !std::holds_alternative<GroupLayer>((*seat.list)[seat.index].content)) return false;
    Layer group = take(seat);
    auto& inner = std::get<GroupLayer>(group.content).layers;
    seat.list->insert(seat.list->begin() + static_cast<std::ptrdiff_t>(seat.index), std::make_move_iterator(inner.begin()),
                      std::make_move_iterator(inner.end()));
    return true;
}

bool change_layer(Poster& poster, LayerId id, const std::function<void(Layer&)>& edit) {
    Layer* layer = poster.find(id);
    if (!layer) return false;
    edit(*layer);
    layer->id = id;
    return true;
}

namespace {

/// Paragraphs of their own keep to their words when line feeds before them come and go; a new one is like the one it was in.
void move_paragraphs(Text& text, int begin, int end, const QString& with) {
    auto& paragraphs = text.paragraphs;
    if (paragraphs.size() < 2) return;
    const QStringView before(text.text);
    const auto count = static_cast<std::size_t>(before.count(u'\n')) + 1;
    if (paragraphs.size() < count) paragraphs.resize(count, paragraphs.back());
    const auto first = paragraphs.begin() + before.first(begin).count(u'\n') + 1;
    const auto after = paragraphs.erase(first, first + before.sliced(begin, end - begin).count(u'\n'));
    const Paragraph like = *(after - 1);
    paragraphs.insert(after, static_cast<std::size_t>(with.count(u'\n')), like);
    while (paragraphs.size() > 1 && paragraphs.back() == *(paragraphs.end() - 2)) paragraphs.pop_back();
}

}  // namespace

bool replace_text(Poster& poster, LayerId id, int begin, int end, const QString& with) {
    Layer* layer = poster.find(id);
    auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    if (!content) return false;
    Text& text = content->text;
    begin = std::clamp(begin, 0, static_cast<int>(text.text.size()));
    end = std::clamp(end, begin, static_cast<int>(text.text.size()));
    // The new characters look like the first one they replace, or like the one before them where there is none.
    const int length = static_cast<int>(with.size()), grown = length - (end - begin);
    const bool inserts = begin == end;
    const auto moved = [=](int at, bool is_begin) {
        if (at < begin || (at == begin && !inserts)) return at;
        if (at == begin) return begin == 0 && is_begin ? at : at + length;
        return at < end ? begin + length : at + grown;
    };
    move_paragraphs(text, begin, end, with);
    text.text.replace(begin, end - begin, with);
    for (Span& span : text.spans) {
        span.begin = moved(span.begin, true);
        span.end = moved(span.end, false);
    }
    std::erase_if(text.spans, [](const Span& span) { return span.begin >= span.end; });
    return true;
}

}  // namespace haibao::document

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/poster.h"

#include <QCryptographicHash>
#include <algorithm>

namespace haibao::document {
namespace {

const Layer* find_in(const std::vector<Layer>& layers, LayerId id) {
    for (const Layer& layer : layers) {
        if (layer.id == id) return &layer;
        if (const auto* group = std::get_if<GroupLayer>(&layer.content))
            if (const Layer* found = find_in(group->layers, id)) return found;
    }
    return nullptr;
}

std::uint64_t greatest_id(const std::vector<Layer>& layers) {
    std::uint64_t greatest = 0;
    for (const Layer& layer : layers) {
        greatest = std::max(greatest, static_cast<std::uint64_t>(layer.id));
        if (const auto* group = std::get_if<GroupLayer>(&layer.content)) greatest = std::max(greatest, greatest_id(group->layers));
    }
    return greatest;
}

}  // namespace

double Page::safe_margin() const {
    if (safe > 0) return safe;
    const QSizeF size = points();
    return 0.05 * std::min(size.width(), size.height());
}

QTransform Placement::to_page() const {
    const QPointF centre = frame.center();
    QTransform transform;
    transform.translate(centre.x(), centre.y());
    transform.rotate(rotation);
    transform.scale(flip_x ? -1 : 1, flip_y ? -1 : 1);
    transform.translate(-frame.width() / 2, -frame.height() / 2);
    return transform;
}

const Layer* Poster::find(LayerId id) const { return find_in(layers, id); }
Layer* Poster::find(LayerId id) { return const_cast<Layer*>(find_in(layers, id)); }
LayerId Poster::next_id() const { return LayerId{greatest_id(layers) + 1}; }

QString Poster::add_picture(QByteArray bytes, const QString& media_type, const QString& name) {
    const QString key = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (!pictures.contains(key)) pictures.insert(key, {std::move(bytes), media_type, name});
    return key;
}

}  // namespace haibao::document

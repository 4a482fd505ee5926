// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/content.h"

#include "app/export/pdf/objects.h"

namespace haibao::pdf {
namespace {

std::string at(const QTransform& to_pdf, double x, double y) {
    const QPointF point = to_pdf.map(QPointF(x, y));
    return numbers({point.x(), point.y()});
}

}  // namespace

std::string Content::resource(const std::string& category, const QPDFObjectHandle& object) {
    const std::string name = std::format("/{}{}", category.front(), object.getObjectID());
    resources_[category][name] = reference(object);
    return name;
}

void Content::save() {
    op("q");
    saved_.push_back(now_);
}

void Content::restore() {
    op("Q");
    now_ = saved_.back();
    saved_.pop_back();
}

void Content::set_fill(const std::string& operators) {
    if (now_.fill != operators) op("{}", operators);
    now_.fill = operators;
}

void Content::set_state(const QPDFObjectHandle& dictionary) {
    const std::string name = resource("ExtGState", dictionary);
    if (now_.state != name) op("{} gs", name);
    now_.state = name;
}

void Content::path(const QPainterPath& path, const QTransform& to_pdf) {
    bool open = false;
    QPointF start;
    const auto close_if_back = [&](const QPointF& last) {
        if (open && last == start) op("h");
    };
    QPointF last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
            case QPainterPath::MoveToElement:
                close_if_back(last);
                op("{} m", at(to_pdf, element.x, element.y));
                start = element;
                open = false;
                last = element;
                break;
            case QPainterPath::LineToElement:
                op("{} l", at(to_pdf, element.x, element.y));
                open = true;
                last = element;
                break;
            case QPainterPath::CurveToElement: {
                const auto second = path.elementAt(i + 1), end = path.elementAt(i + 2);
                op("{} {} {} c", at(to_pdf, element.x, element.y), at(to_pdf, second.x, second.y), at(to_pdf, end.x, end.y));
                i += 2;
                open = true;
                last = end;
                break;
            }
            case QPainterPath::CurveToDataElement: break;
        }
    }
    close_if_back(last);
}

void Content::clip(const QPainterPath& shape, const QTransform& to_pdf) {
    path(shape, to_pdf);
    op("{} n", shape.fillRule() == Qt::WindingFill ? "W" : "W*");
}

void Content::fill(const QPainterPath& shape, const QTransform& to_pdf) {
    path(shape, to_pdf);
    op("{}", shape.fillRule() == Qt::WindingFill ? "f" : "f*");
}

std::string Content::resources() const {
    std::string text = "<<";
    for (const auto& [category, objects] : resources_) {
        text += " /" + category + " <<";
        for (const auto& [name, object] : objects) text += ' ' + name + ' ' + object;
        text += " >>";
    }
    return text + " >>";
}

}  // namespace haibao::pdf

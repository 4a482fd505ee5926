// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QTransform>
#include <format>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

namespace haibao::pdf {

/// A content stream being written, with the resources that it names. Operators that would change nothing are left out.
class Content {
public:
    template <class... Args>
    void op(std::format_string<Args...> line, Args&&... args) {
        std::format_to(std::back_inserter(data_), line, std::forward<Args>(args)...);
        data_ += '\n';
    }
    /// "/F12": the object under its name in these resources. Categories: Font, XObject, ExtGState, Pattern, ColorSpace.
    std::string resource(const std::string& category, const QPDFObjectHandle& object);

    void save();
    void restore();
    /// Operators that set the fill colour, or the graphics state dictionary: written when they differ from what is in force.
    void set_fill(const std::string& operators);
    void set_state(const QPDFObjectHandle& dictionary);

    /// Path construction only; `to_pdf` maps its coordinates.
    void path(const QPainterPath& path, const QTransform& to_pdf);
    /// Clips to a path by its own fill rule. Within save() and restore().
    void clip(const QPainterPath& path, const QTransform& to_pdf);
    void fill(const QPainterPath& path, const QTransform& to_pdf);

    const std::string& data() const { return data_; }
    /// The dictionary as PDF source.
    std::string resources() const;

private:
    struct State {
        std::string fill, state;
    };
    std::string data_;
    std::map<std::string, std::map<std::string, std::string>> resources_;
    State now_;
    std::vector<State> saved_;
};

}  // namespace haibao::pdf

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/objects.h"

#include <cmath>
#include <format>

namespace haibao::pdf {

std::string number(double value, int decimals) {
    if (!std::isfinite(value)) value = 0;
    std::string text = std::format("{:.{}f}", value, decimals);
    if (text.contains('.')) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string numbers(std::initializer_list<double> values, int decimals) {
    std::string text;
    for (double value : values) text += (text.empty() ? "" : " ") + number(value, decimals);
    return text;
}

std::string matrix(const QTransform& t) {
    return numbers({t.m11(), t.m12(), t.m21(), t.m22()}, 6) + ' ' + numbers({t.dx(), t.dy()}, 4);
}

std::string text_string(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse(); }

std::string utf16_hex(const QString& text) {
    std::string hex;
    for (QChar unit : text) hex += std::format("{:04X}", static_cast<unsigned>(unit.unicode()));
    return hex;
}

std::string name(const QString& text) { return QPDFObjectHandle::newName('/' + text.toStdString()).unparse(); }

QPDFObjectHandle indirect(QPDF& pdf, const std::string& source) { return pdf.makeIndirectObject(QPDFObjectHandle::parse(&pdf, source)); }

QPDFObjectHandle stream(QPDF& pdf, std::string data, const std::string& dictionary) {
    QPDFObjectHandle made = pdf.newStream(data);
    const QPDFObjectHandle entries = QPDFObjectHandle::parse(&pdf, "<< " + dictionary + " >>");
    for (const std::string& key : entries.getKeys()) made.getDict().replaceKey(key, entries.getKey(key));
    return made;
}

std::string reference(const QPDFObjectHandle& object) { return object.getObjGen().unparse(' ') + " R"; }

}  // namespace haibao::pdf

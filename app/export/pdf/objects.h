// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTransform>
#include <initializer_list>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

// Small pieces that PDF objects are written with.
namespace haibao::pdf {

/// "0.25", "-3", never "-0" or an exponent.
std::string number(double value, int decimals = 3);
std::string numbers(std::initializer_list<double> values, int decimals = 3);
/// The six numbers of a PDF matrix.
std::string matrix(const QTransform& transform);

/// A literal for dictionaries: "(Poster)" or UTF-16.
std::string text_string(const QString& text);
/// UTF-16BE in hexadecimal, without the angle brackets.
std::string utf16_hex(const QString& text);
/// "/PANTONE#20185": any text as a name.
std::string name(const QString& text);

/// An indirect object from its PDF source; references in it ("12 0 R", by reference()) are resolved.
QPDFObjectHandle indirect(QPDF& pdf, const std::string& source);
/// A stream; `dictionary` is the inside of << >>.
QPDFObjectHandle stream(QPDF& pdf, std::string data, const std::string& dictionary);
/// "12 0 R"
std::string reference(const QPDFObjectHandle& object);

}  // namespace haibao::pdf

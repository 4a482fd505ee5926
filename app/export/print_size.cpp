// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/print_size.h"

#include <QLocale>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <optional>

namespace haibao {
namespace {

constexpr double most_side = 60'000;

/// ISO 216: each paper is half of the one before; sides in whole millimetres, rounded down.
std::optional<QSizeF> paper(const QString& name) {
    if (name.size() < 2 || name.size() > 3) return std::nullopt;
    bool number = false;
    const int halvings = name.mid(1).toInt(&number);
    if (!number || halvings < 0 || halvings > 10) return std::nullopt;
    QSize size = name[0] == u'A' ? QSize(841, 1189) : name[0] == u'B' ? QSize(1000, 1414) : QSize();
    if (size.isEmpty()) return std::nullopt;
    for (int i = 0; i < halvings; ++i) size = QSize(size.height() / 2, size.width());
    return size;
}

std::optional<QSizeF> two_numbers(const QString& text) {
    const QStringList parts = text.split(u'X');
    bool first = false, second = false;
    if (parts.size() != 2) return std::nullopt;
    const QSizeF size(QLocale::c().toDouble(parts[0], &first), QLocale::c().toDouble(parts[1], &second));
    if (!first || !second || !(size.width() > 0) || !(size.height() > 0) || !(size.width() < 1e6) || !(size.height() < 1e6)) return std::nullopt;
    return size;
}

}  // namespace

Result<PrintSize> print_size_of(std::string_view text, QSize like) {
    const QString words = QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 64))).toUpper().replace(QChar(u'×'), u'X').remove(u' ');
    const qsizetype at = words.indexOf(u'@');
    const QString size_words = at < 0 ? words : words.first(at);
    bool number = true;
    const double dpi = at < 0 ? 0 : QLocale::c().toDouble(words.mid(at + 1), &number);
    const bool millimetres = size_words.endsWith("MM");
    std::optional<QSizeF> size = paper(size_words);
    const bool is_paper = size.has_value() || millimetres;
    const bool lies = size.has_value() && like.width() > like.height();
    if (!size) size = two_numbers(millimetres ? size_words.chopped(2) : size_words);
    if (!size || !number || (is_paper && at < 0))
        return fail(ErrorKind::invalid_input, "The size {} is not understood; write a paper with its resolution (A3@300, 210x297mm@300) or pixels (4096x5792).", text);
    if (at >= 0 && !(dpi >= 36 && dpi <= 2400)) return fail(ErrorKind::invalid_input, "A resolution is between 36 and 2400 dpi, not {}.", words.mid(at + 1).toStdString());
    if (lies) size->transpose();
    if (is_paper) *size *= dpi / 25.4;
    if (std::max(size->width(), size->height()) > most_side) return fail(ErrorKind::invalid_input, "{} has more than {} pixels on a side; choose a smaller size or resolution.", text, int(most_side));
    return PrintSize{QSize(std::max(1, int(std::lround(size->width()))), std::max(1, int(std::lround(size->height())))), dpi};
}

}  // namespace haibao

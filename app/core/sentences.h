// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string>
#include <string_view>
#include <vector>

namespace haibao {

/// Errors are made, logged and sent as English sentences (result.h). This says them in another language where a person reads
/// them: it knows the format that each was made from ("{} is cut off after {} bytes.", "%1 is cut off.") and puts what stood in
/// its places into the translated one.
class Sentences {
public:
    /// `ts`: a catalogue as Qt Linguist writes it, the formats as sources. Unfinished and unreadable entries are left out.
    static Sentences from_ts(const QByteArray& ts);
    /// The catalogue of the user's language in :/i18n; empty where there is none.
    static const Sentences& of_user();

    /// As it is where no format fits. Several sentences in a row are taken one by one, and what stands in a place may be a
    /// sentence itself.
    std::string translate(const std::string& english) const;
    bool empty() const { return formats_.empty(); }

    struct Piece {
        std::string literal;
        int place = -1;  ///< behind the literal; −1 at the end
    };

private:
    struct Format {
        std::vector<std::string> literals;  ///< what stands before, between and after the places
        std::vector<int> places;            ///< their numbers
        std::vector<Piece> translation;
        std::size_t weight = 0;  ///< bytes of `literals`: the format that explains most of a sentence is the one
    };
    std::string translate(std::string_view rest, int depth) const;
    bool put_together(const Format& format, std::string_view english, int depth, std::string& out) const;
    bool translate_whole(std::string_view english, int depth, std::string& out) const;

    std::vector<Format> formats_;  ///< the heaviest first
};

}  // namespace haibao

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/subset.h"

#include <hb-subset.h>

#include <span>

#include "app/export/pdf/cff.h"

namespace haibao::pdf {
namespace {

struct Blob {
    hb_blob_t* blob;
    explicit Blob(hb_blob_t* taken) : blob(taken) {}
    ~Blob() { hb_blob_destroy(blob); }
    Blob(const Blob&) = delete;
    Blob& operator=(const Blob&) = delete;
    std::span<const std::uint8_t> bytes() const {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob, &length);
        return {reinterpret_cast<const std::uint8_t*>(data), length};
    }
    std::string string() const {
        const auto all = bytes();
        return {reinterpret_cast<const char*>(all.data()), all.size()};
    }
};

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');
/// A PDF has its own widths, names and character codes.
constexpr const char* dropped_tables[] = {"cmap", "name", "OS/2", "post", "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "vhea", "vmtx", "VORG", "DSIG",
                                          "STAT", "HVAR", "VVAR", "MVAR", "CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix", "meta", "MATH", "gasp", "LTSH",
                                          "hdmx", "VDMX", "PCLT", "EBDT", "EBLC", "EBSC"};

hb_tag_t tag_of(const char* text) { return hb_tag_from_string(text, 4); }

}  // namespace

FontProgram program_of(const typeset::Face& face) {
    const auto has = [&](const char* tag) { return !Blob(hb_face_reference_table(face.hb_face(), tag_of(tag))).bytes().empty(); };
    if (has("CFF ")) return FontProgram::cff;
    return has("glyf") && has("loca") ? FontProgram::truetype : FontProgram::none;
}

std::vector<std::uint16_t> cids_of(const typeset::Face& face) {
    const Blob table(hb_face_reference_table(face.hb_face(), cff_tag));
    return cff_cids(table.bytes()).value_or(std::vector<std::uint16_t>{});
}

std::optional<std::string> subset(const typeset::Face& face, FontProgram program, const std::map<hb_codepoint_t, std::uint16_t>& renumbered) {
    hb_subset_input_t* input = program == FontProgram::none ? nullptr : hb_subset_input_create_or_fail();
    if (!input) return std::nullopt;
    struct Closer {
        hb_subset_input_t* input;
        ~Closer() { hb_subset_input_destroy(input); }
    } closer{input};
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* glyphs = hb_subset_input_glyph_set(input);
    hb_map_t* mapping = hb_subset_input_old_to_new_glyph_mapping(input);
    hb_set_add(glyphs, 0);
    hb_map_set(mapping, 0, 0);
    for (const auto& [glyph, number] : renumbered) {
        hb_set_add(glyphs, glyph);
        hb_map_set(mapping, glyph, number);
    }
    hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : dropped_tables) hb_set_add(dropped, tag_of(tag));
    for (const auto& [tag, value] : face.axes().asKeyValueRange())
        hb_subset_input_pin_axis_location(input, face.hb_face(), tag_of(tag.toLatin1().constData()), static_cast<float>(value));

    hb_face_t* made = hb_subset_or_fail(face.hb_face(), input);
    if (!made) return std::nullopt;
    const Blob data(program == FontProgram::cff ? hb_face_reference_table(made, cff_tag) : hb_face_reference_blob(made));
    std::string bytes = data.string();
    hb_face_destroy(made);
    return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace haibao::pdf

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/gguf.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <set>

namespace haibao {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::uint32_t magic = 0x46554747;  // "GGUF"
constexpr std::uint64_t most_entries = 100'000, most_name_bytes = 1024, default_alignment = 32, most_alignment = 65536;
constexpr std::uint32_t most_axes = 4;

// The format's numbers of value types.
constexpr std::uint32_t text_value = 8, list_value = 9;
constexpr std::array<std::uint8_t, 13> value_bytes{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
constexpr std::uint32_t u32_value = 4;

// ggml's numbers of tensor types.
constexpr std::array<std::pair<std::uint32_t, DType>, 7> tensor_types{{{0, DType::f32}, {1, DType::f16}, {2, DType::q4_0},
                                                                      {8, DType::q8_0}, {12, DType::q4_k}, {14, DType::q6_k},
                                                                      {30, DType::bf16}}};

std::uint64_t aligned(std::uint64_t at, std::uint64_t alignment) { return (at + alignment - 1) / alignment * alignment; }

/// Takes values from the front of the bytes; after the first one that is not there, all are zero and `ended` says so.
class Cursor {
public:
    explicit Cursor(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T>
    T take() {
        T value{};
        if (!has(sizeof value)) return value;
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::string_view take_text(std::uint64_t most) {
        const auto length = take<std::uint64_t>();
        if (length > most) ended_ = true;
        if (!has(length)) return {};
        const std::string_view text(reinterpret_cast<const char*>(bytes_.data() + at_), length);
        at_ += length;
        return text;
    }
    void skip(std::uint64_t length) {
        if (has(length)) at_ += length;
    }
    bool ended() const { return ended_; }
    std::uint64_t at() const { return at_; }
    std::uint64_t left() const { return bytes_.size() - at_; }

private:
    bool has(std::uint64_t length) {
        if (length > left()) ended_ = true;
        return !ended_;
    }
    std::span<const std::byte> bytes_;
    std::uint64_t at_ = 0;
    bool ended_ = false;
};

class Reader {
public:
    Reader(std::span<const std::byte> bytes, std::string_view file) : bytes_(bytes), file_(file), cursor_(bytes) {}

    Result<GgufHeader> read() {
        if (cursor_.take<std::uint32_t>() != magic)
            return fail(ErrorKind::corrupt_file, "{} is no GGUF file. A model is a folder with model_index.json, or a GGUF file made by "
                        "haibao-cli models convert.", file_);
        const auto version = cursor_.take<std::uint32_t>();
        if (!cursor_.ended() && version != 2 && version != 3)
            return fail(ErrorKind::unsupported, "{} is GGUF of version {}; this program reads versions 2 and 3.", file_, version);
        const auto tensors = cursor_.take<std::uint64_t>(), entries = cursor_.take<std::uint64_t>();
        // An entry takes 13 bytes at least, a tensor 32: what does not fit the file is not counted out.
        if (cursor_.ended() || tensors > most_entries || entries > most_entries || tensors * 32 + entries * 13 > cursor_.left())
            return broken(std::format("it speaks of {} tensors and {} entries", tensors, entries));
        for (std::uint64_t i = 0; i < entries; ++i)
            if (auto read = read_entry(); !read) return pass_on(read);
        for (std::uint64_t i = 0; i < tensors; ++i)
            if (auto read = read_tensor(); !read) return pass_on(read);
        return place();
    }

private:
    std::unexpected<Error> broken(const std::string& why) const {
        return fail(ErrorKind::corrupt_file, "{} is damaged: {}. Fetch or convert it again.", file_, why);
    }
    std::unexpected<Error> cut() const { return broken(std::format("it ends inside its header, after {} bytes", bytes_.size())); }

    Result<void> read_entry() {
        const std::string_view key = cursor_.take_text(most_name_bytes);
        const auto type = cursor_.take<std::uint32_t>();
        if (cursor_.ended()) return cut();
        if (!keys_.insert(key).second) return broken(std::format("the entry \"{}\" stands there twice", key.substr(0, 200)));
        if (type == text_value) {
            const std::string_view text = cursor_.take_text(UINT64_MAX);
            header_.texts.emplace(key, text);
        } else if (type == list_value) {
            if (!skip_list()) return broken(std::format("the list \"{}\" makes no sense", key.substr(0, 200)));
        } else if (key == "general.alignment" && type == u32_value) {
            alignment_ = cursor_.take<std::uint32_t>();
            if (alignment_ < 1 || alignment_ > most_alignment || !std::has_single_bit(alignment_))
                return broken(std::format("its alignment is {}", alignment_));
        } else if (type < value_bytes.size()) {
            cursor_.skip(value_bytes[type]);
        } else {
            return broken(std::format("the entry \"{}\" has the unknown type {}", key.substr(0, 200), type));
        }
        if (cursor_.ended()) return cut();
        return {};
    }

    /// Lists of texts or of numbers; lists of lists are not used by anyone and could be nested without end.
    bool skip_list() {
        const auto type = cursor_.take<std::uint32_t>();
        const auto count = cursor_.take<std::uint64_t>();
        if (cursor_.ended()) return false;
        if (type == text_value) {
            for (std::uint64_t i = 0; i < count && !cursor_.ended(); ++i) cursor_.take_text(UINT64_MAX);
        } else {
            if (type >= value_bytes.size() || type == list_value || count > cursor_.left() / value_bytes[type]) return false;
            cursor_.skip(count * value_bytes[type]);
        }
        return !cursor_.ended();
    }

    Result<void> read_tensor() {
        Entry entry;
        entry.view.name = cursor_.take_text(most_name_bytes);
        entry.view.file = file_;
        const auto axes = cursor_.take<std::uint32_t>();
        if (cursor_.ended()) return cut();
        const auto wrong = [&](const std::string& why) { return broken(std::format("tensor \"{}\" {}", entry.view.name.substr(0, 200), why)); };
        if (axes < 1 || axes > most_axes) return wrong(std::format("has {} axes", axes));
        for (std::uint32_t axis = 0; axis < axes; ++axis) {
            const auto length = cursor_.take<std::uint64_t>();
            if (length < 1 || length > INT64_MAX) return cursor_.ended() ? cut() : wrong("has an absurd shape");
            entry.view.shape.insert(entry.view.shape.begin(), static_cast<std::int64_t>(length));
        }
        const auto type = cursor_.take<std::uint32_t>();
        entry.offset = cursor_.take<std::uint64_t>();
        if (cursor_.ended()) return cut();
        const auto known = std::ranges::find(tensor_types, type, &std::pair<std::uint32_t, DType>::first);
        if (known == tensor_types.end())
            return fail(ErrorKind::unsupported, "{}: tensor \"{}\" is stored in ggml's type {}; this program knows F32, F16, BF16, Q8_0, "
                        "Q6_K, Q4_K and Q4_0.", file_, entry.view.name.substr(0, 200), type);
        entry.view.dtype = known->second;
        const auto bytes = byte_count(entry.view.shape, entry.view.dtype);
        if (!bytes) return wrong(std::format("cannot have the shape {} as {}", shape_text(entry.view.shape), to_string(entry.view.dtype)));
        entry.bytes = *bytes;
        if (!names_.insert(entry.view.name).second) return wrong("stands there twice");
        entries_.push_back(std::move(entry));
        return {};
    }

    /// Gives the tensors their bytes.
    Result<GgufHeader> place() {
        const std::uint64_t begin = aligned(cursor_.at(), alignment_);
        if (begin > bytes_.size()) return cut();
        header_.bytes = bytes_.first(cursor_.at());
        const auto data = bytes_.subspan(begin);
        std::ranges::stable_sort(entries_, {}, &Entry::offset);
        std::uint64_t reached = 0;
        for (Entry& entry : entries_) {
            const auto wrong = [&](const std::string& why) { return broken(std::format("tensor \"{}\" {}", entry.view.name.substr(0, 200), why)); };
            if (entry.offset > data.size() || entry.bytes > data.size() - entry.offset)
                return wrong(std::format("should stand at bytes {} to {} of {}", entry.offset, entry.offset + entry.bytes, data.size()));
            if (entry.offset < reached) return wrong("overlaps another one");
            if (entry.offset != aligned(reached, alignment_)) return wrong("does not begin where the one before it ends");
            reached = entry.offset + entry.bytes;
            entry.view.bytes = data.subspan(entry.offset, entry.bytes);
            header_.tensors.push_back(std::move(entry.view));
        }
        if (data.size() > aligned(reached, alignment_))
            return broken(std::format("{} bytes at its end belong to no tensor", data.size() - reached));
        return std::move(header_);
    }

    struct Entry {
        TensorView view;
        std::uint64_t offset = 0, bytes = 0;
    };
    std::span<const std::byte> bytes_;
    std::string file_;
    Cursor cursor_;
    GgufHeader header_;
    std::uint32_t alignment_ = default_alignment;
    std::set<std::string_view> keys_;
    std::set<std::string> names_;
    std::vector<Entry> entries_;
};

template <class T>
void append(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}
void append(std::string& bytes, const std::string& text) {
    append<std::uint64_t>(bytes, text.size());
    bytes += text;
}

}  // namespace

Result<GgufHeader> parse_gguf(std::span<const std::byte> bytes, std::string_view file) { return Reader(bytes, file).read(); }

Result<GgufFile> GgufFile::open(const std::filesystem::path& path) {
    auto file = MappedFile::open(path);
    if (!file) return pass_on(file);
    std::string name = path.filename().string();
    auto header = parse_gguf(file->bytes(), name);
    if (auto there = file->still_there(); !there) return pass_on(there);
    if (!header) return pass_on(header);
    return GgufFile(std::move(*file), std::move(*header), std::move(name));
}

GgufLayout lay_out_gguf(const std::vector<std::pair<std::string, std::string>>& texts, const std::vector<GgufTensor>& tensors) {
    GgufLayout layout;
    std::string& header = layout.header;
    append(header, magic);
    append(header, std::uint32_t{3});
    append<std::uint64_t>(header, tensors.size());
    append<std::uint64_t>(header, texts.size());
    for (const auto& [key, text] : texts) {
        append(header, key);
        append(header, text_value);
        append(header, text);
    }
    std::uint64_t offset = 0;
    for (const GgufTensor& tensor : tensors) {
        append(header, tensor.name);
        append(header, static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto axis = tensor.shape.rbegin(); axis != tensor.shape.rend(); ++axis) append(header, *axis);
        append(header, std::ranges::find(tensor_types, tensor.dtype, &std::pair<std::uint32_t, DType>::second)->first);
        append(header, offset);
        layout.offsets.push_back(offset);
        offset = aligned(offset + byte_count(tensor.shape, tensor.dtype).value_or(0), default_alignment);
    }
    header.resize(aligned(header.size(), default_alignment), '\0');
    for (std::uint64_t& at : layout.offsets) at += header.size();
    layout.bytes = header.size() + offset;
    return layout;
}

}  // namespace haibao

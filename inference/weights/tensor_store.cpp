// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/tensor_store.h"

#include <algorithm>
#include <set>

#include "inference/base/files.h"
#include "inference/base/json.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;

constexpr const char* stems[] = {"model", "diffusion_pytorch_model"};

/// A shard is a plain file name beside the index: anything else could read another place of the disk.
bool is_plain_name(const std::string& name) {
    return !name.empty() && name.size() <= 255 && name.find('/') == std::string::npos &&
           name.find('\\') == std::string::npos && name.find('\0') == std::string::npos && name != "." &&
           name != ".." && name.ends_with(".safetensors");
}

/// The index file of a folder, or an empty path. The usual names first, then any.
fs::path find_index(const fs::path& folder) {
    std::error_code code;
    for (const char* stem : stems)
        if (auto path = folder / (std::string(stem) + ".safetensors.index.json"); fs::is_regular_file(path, code))
            return path;
    std::vector<fs::path> found;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
        if (it->path().filename().string().ends_with(".safetensors.index.json")) found.push_back(it->path());
    std::ranges::sort(found);
    return found.empty() ? fs::path() : found.front();
}

bool holds_pickles(const fs::path& folder) {
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
        if (auto type = it->path().extension(); type == ".bin" || type == ".pt" || type == ".ckpt") return true;
    return false;
}

/// Tensor name → file name.
Result<std::map<std::string, std::string>> read_index(const fs::path& path, const std::string& component) {
    auto json = read_json(path);
    if (!json) return pass_on(json);
    const std::string name = component + "/" + path.filename().string();
    auto map = json->is_object() ? json->find("weight_map") : json->end();
    if (map == json->end() || !map->is_object())
        return fail(ErrorKind::corrupt_file, "{} has no \"weight_map\". Fetch the file again.", name);
    std::map<std::string, std::string> shards;
    for (const auto& [tensor, file] : map->items()) {
        if (!file.is_string() || !is_plain_name(file.get_ref<const std::string&>()))
            return fail(ErrorKind::corrupt_file,
                        "{}: the file of tensor \"{}\" is not the plain name of a safetensors file.", name,
                        tensor.substr(0, 200));
        shards.emplace(tensor, file.get<std::string>());
    }
    return shards;
}

}  // namespace

Result<std::unique_ptr<TensorStore>> TensorStore::open(const fs::path& folder, std::string component) {
    std::unique_ptr<TensorStore> store(new TensorStore);
    store->component_ = std::move(component);
    const std::string& name = store->component_;
    std::error_code code;
    std::map<std::string, std::string> placed;  // tensor → shard, when there is an index
    std::set<std::string> files;
    for (const char* stem : stems)
        if (auto file = std::string(stem) + ".safetensors"; files.empty() && fs::exists(folder / file, code))
            files.insert(file);
    if (files.empty()) {
        auto index = find_index(folder);
        if (index.empty()) {
            if (holds_pickles(folder))
                return fail(ErrorKind::unsupported,
                            "{} holds weights in PyTorch's own format only. Get the safetensors version of the model.",
                            name);
            return fail(ErrorKind::not_found, "{} holds no weights (model.safetensors or an index of shards).", name);
        }
        auto shards = read_index(index, name);
        if (!shards) return pass_on(shards);
        placed = std::move(*shards);
        for (const auto& [tensor, file] : placed) files.insert(file);
    }

    for (const std::string& file : files) {
        if (!fs::exists(folder / file, code))
            return fail(ErrorKind::not_found, "{}/{} is missing: the model is incomplete. Fetch the file.", name, file);
        auto opened = SafetensorsFile::open(folder / file, name + "/" + file);
        if (!opened) return pass_on(opened);
        store->shards_.push_back(std::move(*opened));
    }
    for (const SafetensorsFile& file : store->shards_) {
        WeightFile& listed = store->files_.emplace_back(file.name(), file.header().text, &file.mapping());
        for (const TensorView& tensor : file.tensors()) {
            listed.tensors.push_back(&tensor);
            auto entry = placed.find(tensor.name);
            // A shard may hold more than the index uses; what the index places elsewhere does not count here.
            if (!placed.empty() && (entry == placed.end() || name + "/" + entry->second != file.name())) continue;
            store->tensors_.emplace(tensor.name, &tensor);
        }
    }
    for (const auto& [tensor, file] : placed)
        if (!store->tensors_.contains(tensor))
            return fail(ErrorKind::not_found,
                        "{}/{} lacks tensor \"{}\", which the index places there. Fetch the file again.", name, file,
                        tensor.substr(0, 200));
    return store;
}

Result<std::unique_ptr<TensorStore>> TensorStore::of_gguf(std::shared_ptr<const GgufFile> file, std::string component) {
    std::unique_ptr<TensorStore> store(new TensorStore);
    const std::string prefix = component + "/";
    for (const TensorView& tensor : file->header().tensors)
        if (tensor.name.starts_with(prefix)) store->parts_.push_back(tensor);
    if (store->parts_.empty())
        return fail(ErrorKind::not_found, "{} holds no weights of {}: the model is incomplete or of another kind.", file->name(), component);
    WeightFile& listed = store->files_.emplace_back(file->name(), file->header().bytes, &file->mapping());
    for (TensorView& tensor : store->parts_) {
        tensor.name.erase(0, prefix.size());
        listed.tensors.push_back(&tensor);
        store->tensors_.emplace(tensor.name, &tensor);
    }
    store->component_ = std::move(component);
    store->gguf_ = std::move(file);
    return store;
}

const TensorView* TensorStore::find(std::string_view name) const {
    auto found = tensors_.find(name);
    return found == tensors_.end() ? nullptr : found->second;
}

Result<TensorView> TensorStore::require(std::string_view name, std::span<const std::int64_t> shape) const {
    const TensorView* tensor = find(name);
    if (!tensor)
        return fail(ErrorKind::not_found, "{} lacks tensor \"{}\": the model is incomplete or of another kind.",
                    component_, name);
    if (!std::ranges::equal(tensor->shape, shape))
        return fail(ErrorKind::corrupt_file, "{}: tensor \"{}\" has the shape {}, but the config calls for {}.",
                    tensor->file, name, shape_text(tensor->shape), shape_text(shape));
    if (!is_computable(tensor->dtype))
        return fail(ErrorKind::unsupported,
                    "{}: tensor \"{}\" is stored as {}; this program computes with F32, BF16, F16 and GGUF's blocks.", tensor->file,
                    name, to_string(tensor->dtype));
    return *tensor;
}

Result<TensorView> TensorStore::require(std::string_view name, std::initializer_list<std::int64_t> shape) const {
    return require(name, std::span(shape.begin(), shape.size()));
}

std::vector<std::string> TensorStore::names() const {
    std::vector<std::string> names;
    for (const auto& [name, tensor] : tensors_) names.push_back(name);
    return names;
}

std::uint64_t TensorStore::bytes() const {
    std::uint64_t sum = 0;
    for (const auto& [name, tensor] : tensors_) sum += tensor->bytes.size();
    return sum;
}

void TensorStore::release(const TensorView& tensor) const {
    for (const WeightFile& file : files_)
        if (const auto all = file.mapping->bytes(); tensor.bytes.data() >= all.data() && tensor.bytes.data() < all.data() + all.size())
            return file.mapping->release(tensor.bytes);
}

void TensorStore::release() const {
    for (const WeightFile& file : files_) file.mapping->release(file.mapping->bytes());
}

}  // namespace haibao

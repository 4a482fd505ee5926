// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/weights/gguf.h"
#include "inference/weights/model_folder.h"

/// A checkpoint as one GGUF file, its large matrices in fewer bits (docs/quantised-models.md).
namespace haibao {

/// mixed: Q4_K, but Q6_K where errors weigh most: the feed-forward's way down and the attention's values.
enum class ModelType { bf16, q8_0, q6_k, q4_k, q4_0, mixed };
inline constexpr std::array model_type_words{"bf16", "Q8_0", "Q6_K", "Q4_K", "Q4_0", "mixed"};
std::optional<ModelType> model_type_from(std::string_view word);

/// How a tensor is stored in a file of that type. Norms, biases, quantiser, autoencoder, embedders of time and picture, and the
/// last layers stay as they are (bf16 or more); modulation, tables, projectors, the glyph encoder and the first and last block
/// of a transformer get 8 bits at least; rows that are no whole blocks fall back to Q8_0, then to bf16.
DType stored_type(ModelType type, Component component, const TensorView& tensor, const std::string& last_block);

/// What a conversion is going to write.
struct ConversionPlan {
    std::vector<GgufTensor> tensors;
    GgufLayout layout;
    std::map<DType, std::uint64_t> bytes_by_type;
};
/// Errors: those of ModelFolder, and io.
Result<ConversionPlan> plan_conversion(ModelFolder& model, ModelType type);
/// The same for a model that may have its small files only: `tensors` are what its weights are or would be (their bytes are not
/// looked at), components in their order, names sorted; `identity` is noted as the file's source.
using ModelTensors = std::vector<std::pair<Component, TensorView>>;
Result<ConversionPlan> lay_out_model(const ModelFolder& model, const std::string& identity, ModelType type, const ModelTensors& tensors);

/// Whole rows of values as they are stored in `type`.
std::vector<std::byte> encoded(std::span<const float> values, DType type, std::int64_t row);

struct ConversionProgress {
    std::uint64_t done = 0, total = 0;  ///< bytes of the new file
    std::uint64_t resumed = 0;          ///< of them kept from an earlier run
    std::string tensor;                 ///< at work
};
/// Writes `target` tensor by tensor under the name TARGET.part, which a later call goes on with when it was stopped or killed,
/// and renames it when it is whole and on the disk; the part is synced every `sync_bytes`. Memory: some pieces of 1 M values. `progress` is called for each piece; false
/// stops (cancelled; the part stays). Errors: io (space, rights, the target exists), corrupt_file (a NaN), cancelled, and
/// those of ModelFolder.
Result<ConversionPlan> convert_model(const std::filesystem::path& source, const std::filesystem::path& target, ModelType type,
                                     const std::function<bool(const ConversionProgress&)>& progress,
                                     std::uint64_t sync_bytes = std::uint64_t{128} << 20);

}  // namespace haibao

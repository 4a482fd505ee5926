// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/tensor_store.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

/// A folder with one shard and the input as index: nothing outside the folder may be opened.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const test::TemporaryFolder outside;
    static const auto folder = [] {
        const std::string shard =
            test::safetensors_bytes(R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}})", "abcd");
        outside.write("secret.safetensors", shard);
        outside.write("inside/one.safetensors", shard);
        return outside.path() / "inside";
    }();
    outside.write("inside/model.safetensors.index.json", test::as_text(data, size));
    auto store = TensorStore::open(folder, "fuzz");
    if (!store) {
        test::must(!store.error().message.empty());
        return 0;
    }
    for (const WeightFile& file : (*store)->files()) test::must(file.name == "fuzz/one.safetensors");
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <oneapi/dnnl/dnnl.hpp>

#include <cstddef>
#include <new>
#include <string_view>

#include "inference/ops/room_for_code.h"

/// What the oneDNN paths share. Primitives are made for one thread and run inside one of ggml's threads; their
/// scratch memory belongs to that thread.
namespace haibao::ops::onednn {

dnnl::engine& engine();
/// The calling thread's stream.
dnnl::stream& stream();
/// At least `bytes` of the calling thread's scratch memory, 64-byte aligned. `slot` tells apart what is needed at the
/// same time.
void* scratch(std::size_t bytes, int slot = 0);

/// The primitive that `make` gives; where there is no memory for it std::bad_alloc, as from everybody else.
template <class Make>
auto made(const Make& make) try {
    require_room_for_code();
    return make();
} catch (const dnnl::error& error) {
    if (error.status == dnnl_out_of_memory) throw std::bad_alloc();
    throw;
}

/// While one lives, oneDNN in this thread sees a single thread: put one around creating and around running a
/// primitive.
class OneThread {
public:
    OneThread();
    ~OneThread();
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_;
};

/// Whether oneDNN has nothing but its plain loops for what is described.
template <class Description>
bool is_plain(const Description& description) {
    return std::string_view(description.impl_info_str()).starts_with("ref");
}

/// What `describe` says of a product with such weights. oneDNN 3.7 does not offer its best AVX2 product first, nor take that one's layout by
/// name: there it is looked for among all that there are.
template <class Describe>
dnnl::matmul::primitive_desc best_product(const dnnl::memory::desc& weight, const Describe& describe) {
    dnnl::matmul::primitive_desc first = describe(weight);
    const bool free_layout = weight.get_format_kind() == dnnl::memory::format_kind::any;
    const bool is_good = free_layout ? first.weights_desc().get_inner_nblks() > 0 : !is_plain(first);
    if (is_good) return first;
    dnnl::matmul::primitive_desc other = describe(dnnl::memory::desc(weight.get_dims(), weight.get_data_type(), dnnl::memory::format_tag::any));
    do {
        if (free_layout ? other.weights_desc().get_inner_nblks() > 0 : other.weights_desc() == weight) return other;
    } while (other.next_impl());
    return first;
}

/// Attributes for primitives whose scratch memory we pass in.
dnnl::primitive_attr attributes();

}  // namespace haibao::ops::onednn

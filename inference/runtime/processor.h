// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace haibao {

/// Cores that this process may use (its affinity mask, not the machine's count).
int usable_cores();
/// True where bf16 dot products are instructions (avx512_bf16, AMX). Elsewhere they are emulated, at a tenth of the
/// speed of f32.
bool processor_multiplies_bf16();
/// True where products of bytes are instructions (VNNI, AMX) that oneDNN may use: quick, and their sums do not overflow.
bool processor_multiplies_int8();
/// Bytes of memory that this process could still take without swapping, within its control group's limit. `root` stands in for /
/// in tests.
std::size_t available_memory(const std::filesystem::path& root = "/");
/// Bytes of swap space that are free, likewise.
std::size_t free_swap(const std::filesystem::path& root = "/");
/// Resident memory of this process that no file stands behind, in bytes; 0 when unknown.
std::size_t private_memory();
/// Gives memory that this process no longer uses back to the system, which the C library else keeps for later.
void return_free_memory();
/// Gives the whole pages within a block back, whose values nobody will read again (they become zeros); the block itself stays.
void return_pages(void* begin, std::size_t bytes);
/// From here on what is large goes back by itself when it is freed. Left alone the C library soon takes even 32 MB from its heap, whose
/// holes stay this process's.
void return_large_memory_at_once();
/// Resident memory of a process of this user in bytes; 0 when unknown.
std::uint64_t resident_memory_of(std::int64_t process);
/// Without this ggml's Vulkan backend rounds the operands of f32 products to f16 on most cards, in their shaders or in their matrix
/// units (errors of 1e-3; measured on an H200), and cuBLAS to the 10 digits of TF32. Works until the first card of the process is opened; does nothing where
/// the user has decided.
void keep_operands_f32();

}  // namespace haibao

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# quantised.sh CLI PARITY SET…: converts each golden set's checkpoint to every type and prints, as a table, the largest error of each
# stage relative to the reference's largest value. ./run shell -c 'tests/parity/quantised.sh build/release/bin/haibao-{cli,parity} SET'
set -eu
cli=$1 parity=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Stage, and the case that stands for it: one pass of the network, so that no chosen id hides or multiplies an error.
cases="glyph_embeds_0 vision_img_128x96 ar_prefill_t2i dit_cond dit_uncond vae_decode pipeline_t2i_g1.5"
echo "| set | type | MB | $(echo $cases | sed 's/ / | /g') |"
echo "|---|---|---|$(for _ in $cases; do printf -- '---|'; done)"
for set in "$@"; do
    for type in bf16 Q8_0 Q6_K mixed Q4_K Q4_0; do
        file=$work/$(basename "$set")-$type.gguf
        "$cli" models convert "$set/checkpoint" -o "$file" --type $type > /dev/null 2>&1
        row="| $(basename "$set") | $type | $(($(stat -c %s "$file") / 1000000)) |"
        for case in $cases; do
            # A float case prints its error in the second column; a case that the set lacks prints nothing.
            error=$("$parity" "$set" --model "$file" --only "$case" | awk -v name="$case" '$1 == name { print $2 }' || true)
            row="$row ${error:-–} |"
        done
        echo "$row"
    done
done

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the tests beside it, which are called with the program and the source folder. Everything happens in a folder
# of its own, with a home of its own.
set -u
cli=$1 source=$2 model=$2/tests/goldens/A/checkpoint
work=$(mktemp -d) && cd "$work" || exit 1
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8  # what the program says is compared
export HOME=$work/home XDG_CACHE_HOME=$work/home/cache XDG_STATE_HOME=$work/home/state XDG_DATA_HOME=$work/home/data
mkdir -p "$HOME" out
failures=0

# check WHAT COMMAND…: the command must succeed.
check() {
    local what=$1
    shift
    if "$@"; then return; fi
    echo "FAILED: $what: $*"
    echo "  status ${status-}, stdout: $(head -c 600 "$work/stdout" 2>/dev/null)"
    echo "  stderr: $(head -c 600 "$work/stderr" 2>/dev/null)"
    failures=$((failures + 1))
}
# wait_until COMMAND…: looks again until it succeeds. Two minutes' patience are a guard against hangs, not an expectation.
wait_until() {
    for _ in $(seq 2400); do
        "$@" && return
        read -rt 0.05 <> <(:)
    done
    check "waited for: $*" false
}
# run ARGUMENTS…: the program, its outputs in stdout and stderr, its exit status in $status.
run() {
    "$cli" "$@" > "$work/stdout" 2> "$work/stderr" < /dev/null
    status=$?
}
# paint ARGUMENTS…: a small picture with the tiny model.
paint() { run generate --model "$model" --device cpu --threads 1 --size 256x256 --steps 2 "$@"; }
says() { grep -qF -- "$1" "$work/stdout"; }
complains() { grep -qF -- "$1" "$work/stderr"; }
json() { python3 -c "import json,sys; d=json.load(open('$work/stdout')); sys.exit(0 if ($1) else 1)"; }
no_control_characters() { ! LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]' "$1"; }
no_part_files() { [ -z "$(find . -name '*.part')" ]; }
count_pngs() { find "${1-.}" -name '*.png' | wc -l; }
pixels() { python3 - "$1" <<'P'
import sys, zlib, struct
d = open(sys.argv[1], 'rb').read(); i = 8; out = b''
while i < len(d):
    n, t = struct.unpack('>I4s', d[i:i+8])
    if t == b'IDAT': out += d[i+8:i+8+n]
    i += 12 + n
print(zlib.crc32(zlib.decompress(out)))
P
}
finish() {
    [ "$failures" = 0 ] && exit 0
    echo "$failures checks failed"
    exit 1
}

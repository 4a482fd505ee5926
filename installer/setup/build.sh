# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Configures and builds a preset in build/PRESET, only when something changed since it was built.

# build PRESET WHAT [TARGET…]: WHAT names the stamp; without targets everything is built.
build() {
    local preset=$1 what=$2 folder=$source_dir/build/$1; shift 2
    ! is_built "$folder" "$what" || return 0
    mkdir -p -- "$folder" || fail 6 "Cannot write to $folder. Haibao is built there: make the source folder writable or copy it."
    exec {build_lock}>"$folder/.haibao-lock"
    if ! flock -n "$build_lock"; then say "Another build is under way in $folder; waiting for it"; flock "$build_lock"; fi
    is_built "$folder" "$what" || build_now "$preset" "$folder" "$folder/.haibao-built-$what" "$@"
    exec {build_lock}>&-
}

is_built() {
    up_to_date "$1/.haibao-built-everything" tests installer && return
    case $2 in
        everything) return 1 ;;
        program) up_to_date "$1/.haibao-built-program" ;;
        *) up_to_date "$1/.haibao-built-$2" tests ;;
    esac
}

# up_to_date STAMP [FOLDER…]: the stamp belongs to this source tree and environment, and no source (of the program, and of
# FOLDER…) changed after its build began. Looks at the change time, which copying, unpacking and checking out set too.
up_to_date() {
    local stamp=$1 inputs=() name; shift
    [[ -e $stamp && $(<"$stamp") == "$key $source_dir" ]] || return 1
    for name in CMakeLists.txt CMakePresets.json app assets i18n inference ui "$@"; do
        [[ ! -e $source_dir/$name ]] || inputs+=("$source_dir/$name")
    done
    [[ -z $(find "${inputs[@]}" -name __pycache__ -prune -o -newercm "$stamp" -print -quit) ]]
}

build_now() {
    local preset=$1 folder=$2 stamp=$3 log; shift 3
    log=$(new_log "build-$preset")
    printf '%s' "$key $source_dir" >"$stamp.new"
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$source_dir CCACHE_MAXSIZE=2G
    if [[ ! -e $folder/build.ninja || $(cat "$folder/.haibao-configured" 2>/dev/null) != "$key $source_dir" ]]; then
        rm -f -- "$folder/.haibao-configured"
        with_progress "$log" "Configuring Haibao ($preset)" enter cmake -S "$source_dir" --preset "$preset" --fresh \
            || build_failed $? "$log"
        printf '%s' "$key $source_dir" >"$folder/.haibao-configured"
    fi
    with_progress "$log" "Building Haibao ($preset; log: $log)" enter ninja -C "$folder" -j "$(jobs_for 1500)" "$@" \
        || build_failed $? "$log"
    mv -- "$stamp.new" "$stamp"
}

# jobs_for MEGABYTES: how many jobs of that size the processors and the memory carry.
jobs_for() {
    local jobs memory
    jobs=$(nproc)
    memory=$(awk -v mb="$1" '$1 == "MemAvailable:" { print int($2 / 1024 / mb) }' /proc/meminfo)
    ((memory >= jobs)) || jobs=$((memory > 1 ? memory : 1))
    echo "$jobs"
}

build_failed() {
    local status=$1 log=$2
    ((status < 128)) || exit "$status"
    ! tail -n 1 "$log" | grep -q 'interrupted by user' || exit 130
    grep -q 'No space left on device' "$log" && fail 6 "The disk is full: the build needs about 2 GB in $source_dir/build. Log: $log"
    grep -qE 'Killed signal terminated program|out of memory' "$log" \
        && fail 1 "The compiler ran out of memory. Close other programs and start $again again: it goes on where it stopped. Log: $log"
    fail 1 "The build failed. The first error:" "$(awk '/^FAILED:|^CMake Error/ { on = 1 } on && n++ < 40' "$log")" "The whole log: $log"
}

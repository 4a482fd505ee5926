# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The environment that Haibao is built and run in: Debian 13's packages on the host itself, or a private Debian 13 root
# below the user's cache folder. A root appears under its final name only when it is complete.

suite=trixie
space_needed_gb=9
# What is said of the root; installer/test-arm64 makes another one.
root_reason() { echo "Haibao runs on Debian 13's packages. They are not on this machine: a private copy goes into $cache (about 4 GB, once)."; }
root_minutes=3

# environment_key: names the environment; another package list, processor or layout gives another key.
environment_key() {
    { packages; echo "$suite $(uname -m) layout 1"; } | sha256sum | cut -c1-12
}

# choose_environment: sets `root` (empty: the host itself) and makes the environment when it is not there yet.
choose_environment() {
    key=$(environment_key)
    root=$cache/root-$key
    if [[ ! -e $root/.haibao-ready ]] && use_host; then
        root='' key=host-$key
        return
    fi
    [[ -e $root/.haibao-ready ]] || make_root
    exec {root_lock}<"$root/.haibao-ready"
    flock -s "$root_lock"
    touch -c -- "$root/.haibao-ready"
    check_bubblewrap
}

# use_host: true on Debian 13 and newer once every package is there, installing the missing ones where that is allowed.
use_host() {
    local release stamp=$cache/host-$key names missing
    release=$(debian_release)
    ((${release%%.*} + 0 >= 13)) 2>/dev/null || return 1
    [[ $stamp -nt /var/lib/dpkg/status ]] && return 0
    mapfile -t names < <(packages | cut -d/ -f1)
    mapfile -t missing < <(not_installed "${names[@]}")
    if ((${#missing[@]})); then
        can_be_root || return 1
        install_from_debian "$release" "${missing[@]}"
    fi
    mkdir -p "$cache"
    touch "$stamp"
}

# install_from_debian RELEASE PACKAGE…: by apt. Debian 13's backports are a source for this one call only, and only for
# the packages that the list marks.
install_from_debian() {
    local release=$1 log wanted=() name options=() mirror; shift
    log=$(new_log packages)
    ((EUID == 0)) || sudo -v || fail 1 "sudo was refused. Ask the administrator to run: apt-get install $*"
    for name in "$@"; do
        if [[ $release == 13* ]]; then wanted+=("$(packages | grep -xE -- "${name//+/\\+}(/.*)?")"); else wanted+=("$name"); fi
    done
    if [[ ${wanted[*]} == */"$suite-backports"* ]]; then
        mirror=$(find_mirror "$suite-backports" main "$log") || no_mirror "$log"
        extra_sources=$(mktemp)
        chmod 644 "$extra_sources"
        cat /etc/apt/sources.list >"$extra_sources" 2>/dev/null || true
        printf '\ndeb %s %s main\n' "$mirror" "$suite-backports" >>"$extra_sources"
        options=(-o "Dir::Etc::SourceList=$extra_sources")
    fi
    with_progress "$log" "Installing ${#wanted[@]} Debian packages" apt_get "${options[@]}" -- "${wanted[@]}" \
        || fail 1 "apt could not install what Haibao needs: $(grep '^E:' "$log" | tail -n 1)" "The whole log: $log"
}

# apt_get OPTION… -- PACKAGE…
apt_get() {
    local options=()
    while [[ $1 != -- ]]; do options+=("$1"); shift; done
    as_root apt-get "${options[@]}" update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y --no-install-recommends "${@:2}" </dev/null
}

# make_root: one set-up at a time; whoever waited finds the root made.
make_root() {
    local log mirror security sources=() part=$root.part
    mkdir -p "$cache" || fail 6 "Cannot write to $cache. Set XDG_CACHE_HOME to a folder with $space_needed_gb GB of space."
    exec {setup_lock}>"$cache/setup.lock"
    if ! flock -n "$setup_lock"; then
        say "Another set-up of Haibao is at work; waiting for it (its log is in $cache/logs)"
        flock "$setup_lock"
    fi
    if [[ ! -e $root/.haibao-ready ]]; then
        say "$(root_reason)"
        need_on_host mmdebstrap bubblewrap uidmap
        check_bubblewrap
        need_subordinate_ids
        remove_leftovers
        log=$(new_log setup)
        say "  log: $log"
        mirror=$(find_mirror "$suite" main "$log") || no_mirror "$log"
        carries "$mirror" "$suite-backports" "$log" || no_mirror "$log"
        sources=("deb $mirror $suite main" "deb $mirror $suite-updates main" "deb $mirror $suite-backports main")
        security=$(find_mirror "$suite-security" security "$log") && sources+=("deb $security $suite-security main")
        work=$(work_folder) || fail 6 "There is no space for the set-up: it takes $space_needed_gb GB below $cache and /var/tmp or /tmp, for a while." \
            "Make space, or set XDG_CACHE_HOME to a folder on a larger disk, and start $again again."
        mkdir -- "$part"
        with_progress "$log" "Making a private Debian 13 (about $root_minutes minutes on a fast line)" unpack_root "$part" "${sources[@]}" \
            || set_up_failed "$log"
        finish_root "$part"
        mv -T -- "$part" "$root"
        remove_leftovers
    fi
    exec {setup_lock}>&-
}

# unpack_root FOLDER SOURCE…: no root rights are needed: mmdebstrap works in a user namespace and hands over a tar stream.
unpack_root() {
    local folder=$1 list as=(); shift
    list=$(packages | paste -sd,)
    as=(setpriv --pdeathsig TERM)
    ((!through_sudo)) || as=(sudo --)
    "${as[@]}" env "TMPDIR=$work" mmdebstrap --mode=unshare --variant=apt --verbose \
        --aptopt='Apt::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' \
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-include=/usr/share/doc/*/copyright' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --customize-hook='for l in zh_CN pt_BR en_US; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
        --include="$list" "$suite" - "$@" \
        | setpriv --pdeathsig TERM tar --no-same-owner --exclude='./dev/*' -x -C "$folder"
}

# finish_root FOLDER: places that the host's files are bound to, and the stamp, as the last thing on the disk.
finish_root() {
    local folder=$1 file
    for file in resolv.conf hosts passwd group machine-id; do
        [[ -e $folder/etc/$file ]] || : >"$folder/etc/$file"
    done
    rm -f -- "$folder/etc/localtime" "$folder/etc/timezone"
    cat >"$folder/etc/fonts/local.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/.host/fonts</dir><dir>/.host/local-fonts</dir></fontconfig>
XML
    sync -f "$folder"
    packages >"$folder/.haibao-ready"
    sync -f "$folder"
}

set_up_failed() {
    local log=$1
    remove_leftovers
    if grep -q 'No space left' "$log"; then
        fail 6 "The disk is full: set-up needs $space_needed_gb GB below $cache and ${work%/*}." "Make space and start $again again. Log: $log"
    elif grep -qE 'Could not (resolve|connect)|Temporary failure|Connection (failed|timed out)|Unable to connect' "$log"; then
        fail 1 "The network or the package mirror went away: $(grep -E 'Could not|Temporary|Connection|Unable' "$log" | tail -n 1)" \
            "Start $again again when it is back. Log: $log"
    elif grep -qE 'newuidmap|newgidmap|unshare.*(failed|permitted)|uid_map' "$log"; then
        no_namespaces "$(grep -E 'newuidmap|newgidmap|unshare|uid_map' "$log" | tail -n 1)"
    fi
    fail 1 "Set-up failed. Its last words:" "$(tail -n 12 "$log")" "The whole log: $log" "Starting $again again begins anew; nothing half-made is used."
}

# no_namespaces WORDS
no_namespaces() {
    fail 1 "This machine does not allow user namespaces, and Haibao runs inside one here. It said: $1" \
        "An administrator can allow them: sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=15000" \
        "  (on Ubuntu also: kernel.apparmor_restrict_unprivileged_userns=0); in a container: start it with --privileged." \
        "Or use Debian 13, where Haibao runs without them."
}

# check_bubblewrap: without user namespaces it works for root only, and for a plain user through sudo.
check_bubblewrap() {
    local words
    command -v bwrap >/dev/null || need_on_host bubblewrap
    words=$(bwrap --ro-bind / / true 2>&1) && return
    ((EUID != 0)) && command -v sudo >/dev/null && sudo -- bwrap --ro-bind / / true 2>/dev/null || no_namespaces "$words"
    through_sudo=1
}

# need_subordinate_ids: mmdebstrap maps the package files' owners to a range of ids that a plain user has to own.
need_subordinate_ids() {
    local name file
    ((EUID != 0 && !through_sudo)) || return 0
    name=$(id -un)
    for file in /etc/subuid /etc/subgid; do
        grep -qsE "^($name|$EUID):" "$file" && continue
        can_be_root || fail 1 "The user $name has no subordinate ids ($file)." \
            "Ask the administrator to run: usermod --add-subuids 200000-265535 --add-subgids 200000-265535 $name"
        say "Giving $name a range of subordinate ids (set-up needs it; $file)"
        as_root usermod --add-subuids 200000-265535 --add-subgids 200000-265535 "$name" \
            || fail 1 "usermod could not add subordinate ids for $name."
        return 0
    done
}

# work_folder: a new folder that the namespace's users can enter, with space for the unpacked packages before they become
# the root: in memory where there is plenty, else on a disk. Its name is kept, so that a later start can clear it away.
work_folder() {
    local base folder
    for base in /dev/shm "$cache" /var/tmp /tmp; do
        [[ -d $base ]] && others_can_enter "$base" && has_space "$base" || continue
        [[ $base != /dev/shm ]] || (($(free_memory_gb) >= 2 * space_needed_gb)) || continue
        folder=$(mktemp -d "$base/haibao-setup-XXXXXX") || continue
        chmod 755 "$folder"
        printf '#!/bin/sh\n' >"$folder/can-run"; chmod 755 "$folder/can-run"
        if "$folder/can-run" 2>/dev/null; then
            echo "$folder" >"$cache/work-folder"
            echo "$folder"
            return 0
        fi
        rm -r -- "$folder"
    done
    return 1
}

# has_space FOLDER: for the work there plus the root below the cache; both, where they share a disk.
has_space() {
    local needed=$((space_needed_gb * 1024 * 1024)) half
    half=$((needed / 2))
    [[ $(stat -c %d -- "$1") == "$(stat -c %d -- "$cache")" ]] || needed=$half
    (($(free_kilobytes "$1") >= needed && $(free_kilobytes "$cache") >= half))
}

free_kilobytes() { df -Pk -- "$1" | awk 'NR == 2 { print $4 }'; }

# free_memory_gb: what is free, or what a container is given if that is less.
free_memory_gb() {
    local free limit
    free=$(awk '$1 == "MemAvailable:" { print int($2 / 1024 / 1024) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null | grep -xE '[0-9]{1,15}' | head -n 1) || true
    [[ -z $limit ]] || ((limit >> 30 >= free)) || free=$((limit >> 30))
    echo "$free"
}

others_can_enter() {
    local folder=$1
    while :; do
        (($(stat -L -c %a -- "$folder") & 1)) || return 1
        [[ $folder != / ]] || return 0
        folder=$(dirname -- "$folder")
    done
}

# remove_leftovers: what an interrupted set-up left, and roots of other package lists that nothing has used for a week.
remove_leftovers() {
    local folder
    if [[ -s $cache/work-folder ]]; then
        folder=$(<"$cache/work-folder")
        if [[ $folder == */haibao-setup-?????? && -O $folder ]]; then remove_tree "$folder"; fi
        rm -f -- "$cache/work-folder"
    fi
    for folder in "$cache"/root-*; do
        [[ -d $folder && $folder != "$root" ]] || continue
        if [[ $folder != *.part ]]; then
            [[ -z $(find "$folder/.haibao-ready" -mtime -7 2>/dev/null) ]] || continue
            flock -n "$folder/.haibao-ready" true 2>/dev/null || continue
        fi
        say "Clearing away $folder"
        remove_tree "$folder"
    done
}

# mounts_below FOLDER [MOUNTINFO]: the mount points at or under it. rm --one-file-system does not stop at a bind mount of
# the same disk, so this is asked first.
mounts_below() {
    local folder point
    folder=$(realpath -- "$1")
    while IFS=' ' read -r _ _ _ _ point _; do
        printf -v point '%b' "${point//\\/\\0}"
        [[ $point == "$folder" || $point == "$folder"/* ]] && printf '%s\n' "$point"
    done <"${2:-/proc/self/mountinfo}"
    return 0
}

# remove_tree FOLDER: never through a mount. Files of the namespace's users need the namespace to go away.
remove_tree() {
    local mounted
    mounted=$(mounts_below "$1")
    [[ -z $mounted ]] || fail 1 "Something is mounted below $1, so it is not removed: $mounted" "Unmount it and start $again again."
    rm -rf --one-file-system -- "$1" 2>/dev/null && return 0
    chmod -R u+rwX -- "$1" 2>/dev/null || true
    rm -rf --one-file-system -- "$1" 2>/dev/null && return 0
    if ((through_sudo)); then as_root rm -rf --one-file-system -- "$1"
    else mmdebstrap --unshare-helper rm -rf --one-file-system -- "$1" 2>/dev/null || true; fi
    rm -rf --one-file-system -- "$1" || fail 6 "Cannot remove what an interrupted set-up left: $1"
}

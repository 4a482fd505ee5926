# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the host is, what its package sources name, and how packages get onto it.

# packages: the package list without comments, one PACKAGE or PACKAGE/SUITE per line.
packages() { sed 's/[[:space:]]*#.*//; /^[[:space:]]*$/d' "$setup_dir/packages.list"; }

# debian_release [OS_RELEASE]: 13, 14… on Debian (99 for testing and unstable, which carry no number), else nothing.
debian_release() {
    (
        # shellcheck source=/dev/null
        . "${1:-/etc/os-release}" 2>/dev/null
        [[ ${ID:-} == debian ]] && echo "${VERSION_ID:-99}"
    ) || true
}

# as_root COMMAND…: through sudo for a plain user. can_be_root says whether there is a way at all.
as_root() { if ((EUID == 0)); then "$@"; else sudo -- "$@"; fi; }
can_be_root() { ((EUID == 0)) || command -v sudo >/dev/null; }

# not_installed PACKAGE…: those that dpkg does not know as installed.
not_installed() {
    local installed name
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null) || true
    for name in "$@"; do grep -qxF "$name installed" <<<"$installed" || echo "$name"; done
}

# install_on_host LOG PACKAGE…: from the host's own sources.
install_on_host() {
    local log=$1; shift
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update >>"$log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >>"$log" 2>&1
}

# need_on_host PACKAGE…: installs the missing ones, or says which command an administrator has to give.
need_on_host() {
    local missing log
    mapfile -t missing < <(not_installed "$@")
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || fail 1 "This machine has no apt. Haibao builds on Debian, or on a system with apt and ${missing[*]}."
    can_be_root || fail 1 "These packages are missing and there is neither root nor sudo here: ${missing[*]}" \
        "Ask the administrator to run: apt-get install ${missing[*]}"
    log=$(new_log host-packages)
    say "Installing ${missing[*]} (they make and enter Haibao's private Debian 13; nothing else on this machine changes)"
    ((EUID == 0)) || sudo -v || fail 1 "sudo was refused. Ask the administrator to run: apt-get install ${missing[*]}"
    install_on_host "$log" "${missing[@]}" || fail 1 "apt could not install ${missing[*]}." \
        "Its last words: $(tail -n 1 "$log")" "The whole log: $log" "Without a network? Connect, then start $again again."
}

# apt_sources [FOLDER]: 'URI SUITE' of every enabled binary source below FOLDER (/etc/apt), one-line and deb822 form.
apt_sources() {
    local folder=${1:-/etc/apt} files=() file
    for file in "$folder"/sources.list "$folder"/sources.list.d/*.list "$folder"/sources.list.d/*.sources; do
        [[ -r $file && -s $file ]] && files+=("$file")
    done
    ((${#files[@]})) || return 0
    awk '
        function flush(    i, j, n, m, uri, suite) {
            if ((" " types " ") ~ /[ \t]deb[ \t]/ && enabled !~ /^(no|false|without|off|disable|0)$/) {
                n = split(uris, uri); m = split(suites, suite)
                for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print uri[i], suite[j]
            }
            types = uris = suites = enabled = field = ""
        }
        FNR == 1 { flush() }
        { sub(/\r$/, "") }
        /^[ \t]*#/ { next }
        FILENAME !~ /\.sources$/ {
            sub(/#.*/, "")
            if ($1 != "deb") next
            sub(/^[ \t]*deb[ \t]+/, ""); sub(/^\[[^]]*\][ \t]*/, "")
            if ($2 != "") print $1, $2
            next
        }
        /^[ \t]*$/ { flush(); next }
        { value = $0 }
        /^[^ \t:]+[ \t]*:/ { field = tolower($0); sub(/[ \t]*:.*/, "", field); sub(/^[^:]*:[ \t]*/, "", value) }
        field == "types" { types = types " " value }
        field == "uris" { uris = uris " " value }
        field == "suites" { suites = suites " " value }
        field == "enabled" { enabled = tolower(value); sub(/[ \t]+$/, "", enabled) }
        END { flush() }
    ' "${files[@]}"
}

# mirrors KIND [FOLDER]: the web addresses in the host's sources, each once, in order; KIND is main or security.
mirrors() {
    apt_sources "${2:-/etc/apt}" | awk -v kind="$1" '
        $1 ~ /^https?:/ && ($2 ~ /-security$|\/updates$/) == (kind == "security") { sub(/\/+$/, "", $1); if (!seen[$1]++) print $1 }'
}

# carries URI SUITE LOG: whether the mirror has the suite, asked with apt's own downloader (its proxies, its keys).
carries() {
    local answer
    answer=$(mktemp -d)
    if /usr/lib/apt/apt-helper -o Acquire::Retries=2 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 \
        download-file "$1/dists/$2/InRelease" "$answer/InRelease" >>"$3" 2>&1; then
        rm -r -- "$answer"
    else
        rm -r -- "$answer"
        return 1
    fi
}

# find_mirror SUITE KIND LOG: the first of the host's mirrors that has the suite; HAIBAO_MIRROR stands in for the main ones.
find_mirror() {
    local uri
    while IFS= read -r uri; do
        if carries "$uri" "$1" "$3"; then echo "$uri"; return 0; fi
    done < <(if [[ $2 == main && -n ${HAIBAO_MIRROR:-} ]]; then echo "${HAIBAO_MIRROR%/}"; else mirrors "$2"; fi)
    return 1
}

# no_mirror LOG: says why no mirror could be used, and what to do.
no_mirror() {
    local log=$1
    [[ -n ${HAIBAO_MIRROR:-}$(mirrors main) ]] || fail 1 "The package sources in /etc/apt name no web mirror." \
        "Name one that carries Debian 13 (trixie): HAIBAO_MIRROR=http://… $again"
    if grep -qE '\b(401|403|407)\b' "$log"; then
        fail 1 "The package mirror refused: $(grep -E '\b(401|403|407)\b' "$log" | tail -n 1)" \
            "Look at apt's proxy and login settings, or name another mirror: HAIBAO_MIRROR=http://… $again" "Log: $log"
    elif grep -qE '\b404\b' "$log"; then
        fail 1 "The package mirror does not carry Debian 13 (trixie): ${HAIBAO_MIRROR:-$(mirrors main | paste -sd' ')}" \
            "Name one that does: HAIBAO_MIRROR=http://… $again (on Ubuntu that needs the package debian-archive-keyring here)" "Log: $log"
    fi
    fail 1 "No package mirror can be reached: $(grep -E '^(E|W|Err)' "$log" | tail -n 1)" \
        "Connect this machine to the network (set-up needs about 700 MB once, later starts need none) and start $again again." "Log: $log"
}

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by test-deb and bundle: a fresh Debian 13 that lives only as long as a command. mmdebstrap makes it in namespaces
# of its own and clears it away itself; nothing here removes a folder that could hold a mount.
set -euo pipefail
source_dir=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[1]}")")")
setup_dir=$source_dir/installer/setup
export HOME=${HOME:-$(getent passwd "$EUID" | cut -d: -f6)}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/haibao
# shellcheck disable=SC2034  # the sourced parts read them
host='' ticker='' through_sudo=0
# shellcheck source=installer/setup/say.sh
. "$setup_dir/say.sh"
# shellcheck source=installer/setup/host.sh
. "$setup_dir/host.sh"
# shellcheck source=installer/setup/root.sh
. "$setup_dir/root.sh"
trap 'stop_ticker' EXIT
trap 'say "Stopped."; exit 130' INT

# in_fresh_root TITLE HOOK…: makes the root and does what the hooks say (mmdebstrap's special hooks, or shell commands that
# get the root's folder as $1). The root has the packages of every Debian and apt, with backports as a source.
in_fresh_root() {
    local title=$1 log mirror security sources hook hooks=() folder; shift
    need_on_host mmdebstrap bubblewrap uidmap
    check_bubblewrap
    need_subordinate_ids
    log=$(new_log fresh-root)
    mirror=$(find_mirror "$suite" main "$log") || no_mirror "$log"
    carries "$mirror" "$suite-backports" "$log" || no_mirror "$log"
    sources=("deb $mirror $suite main" "deb $mirror $suite-updates main" "deb $mirror $suite-backports main")
    security=$(find_mirror "$suite-security" security "$log") && sources+=("deb $security $suite-security main")
    for hook in "$@"; do hooks+=("--customize-hook=$hook"); done
    folder=$(mktemp -d /var/tmp/haibao-fresh-XXXXXX)
    chmod 755 "$folder"
    with_progress "$log" "$title" setpriv --pdeathsig TERM env "TMPDIR=$folder" mmdebstrap --mode=unshare --variant=apt --format=null \
        --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io "${hooks[@]}" "$suite" - "${sources[@]}" || {
        local status=$?
        rmdir -- "$folder" 2>/dev/null || say "Something was left in $folder."
        say "It failed; the last words:" "$(tail -n 25 "$log")" "The whole log: $log"
        return "$status"
    }
    rmdir -- "$folder"
    grep '^haibao-test: ' "$log" | sed 's/^haibao-test: /  /' >&2 || true
}

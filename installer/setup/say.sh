# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./run tells the person in front of it. Everything goes to stderr: stdout belongs to the program that is run.

# What to start again when something has failed; other commands that share these parts name themselves.
again=./run

say() { printf '%s\n' "$@" >&2; }

# fail CODE SENTENCE…: ends ./run (exit codes: 1 failed, 2 wrong usage, 6 cannot write, 130 cancelled).
fail() {
    local code=$1; shift
    printf 'haibao: %s\n' "$@" >&2
    exit "$code"
}

# new_log NAME: path of a fresh log file; only the newest 20 logs are kept.
new_log() {
    mkdir -p "$cache/logs"
    find "$cache/logs" -maxdepth 1 -name '*.log' -printf '%T@ %p\0' | sort -zrn | tail -zn +20 | cut -zd' ' -f2- \
        | xargs -0r rm -f --
    mktemp "$cache/logs/$(date +%Y%m%d-%H%M%S)-$1-XXXX.log"
}

# show_progress LOG PID: until PID ends, the time and the log's last line; in place on a terminal, else every 30 seconds.
show_progress() {
    local log=$1 parent=$2 start=$SECONDS passed line width never
    trap - INT TERM HUP EXIT
    exec {never}<> <(:)
    while kill -0 "$parent" 2>/dev/null; do
        passed=$((SECONDS - start))
        if [[ -t 2 ]]; then
            width=$(tput cols 2>/dev/null || echo 80)
            line=$(tail -c 400 "$log" | tr '\r' '\n' | tail -n 1 | tr -cd '[:print:]')
            printf '\r\e[K  %d:%02d  %s' $((passed / 60)) $((passed % 60)) "${line:0:width-10}" >&2
        elif ((passed > 0 && passed % 30 == 0)); then
            printf '  %d:%02d  %s\n' $((passed / 60)) $((passed % 60)) "$(tail -n 1 "$log")" >&2
        fi
        read -rt 1 -u "$never" || true
    done
}

# with_progress LOG TITLE COMMAND…: runs COMMAND with its output in LOG while the user sees that it moves.
with_progress() {
    local log=$1 title=$2 status=0 start=$SECONDS passed; shift 2
    say "$title"
    show_progress "$log" $$ & ticker=$!
    "$@" >>"$log" 2>&1 || status=$?
    stop_ticker
    passed=$((SECONDS - start))
    ((status)) || say "  done in $((passed / 60)) min $((passed % 60)) s"
    return "$status"
}

stop_ticker() {
    [[ -n ${ticker:-} ]] || return 0
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    ticker=
    [[ ! -t 2 ]] || printf '\r\e[K' >&2
}

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# An hour at the real window under an X server, keys pressed by xdotool: prompts, pictures, texts, pages, undo, the gallery.
# Says each minute how much memory the application and its worker hold; docs/performance.md keeps what it said.
# usage: work_for_an_hour.sh HAIBAO [MINUTES]
set -eu
haibao=$1 minutes=${2:-60}
if [ -z "${HAIBAO_HOUR-}" ]; then
    HAIBAO_HOUR=$(mktemp -d /tmp/haibao-hour-XXXXXX)
    export HAIBAO_HOUR HOME=$HAIBAO_HOUR/home XDG_RUNTIME_DIR=$HAIBAO_HOUR/run LANG=C.UTF-8 LC_ALL=C.UTF-8
    export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
    unset WAYLAND_DISPLAY DISPLAY
    mkdir -p "$HOME" && mkdir -m 700 "$XDG_RUNTIME_DIR"
    exec dbus-run-session -- bash "$0" "$@"
fi
trap 'kill $(jobs -p) 2>/dev/null; cd /; wait; rm -rf "$HAIBAO_HOUR"' EXIT
cd "$HAIBAO_HOUR"
export HAIBAO_LIBRARY=$HAIBAO_HOUR/library
Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp >display 2>/dev/null &
until [ -s display ]; do sleep 0.2; done
export DISPLAY=:$(head -1 display) QT_QPA_PLATFORM=xcb
"$haibao" >haibao.log 2>&1 &
application=$!
until id=$(xdotool search --onlyvisible --name Haibao | head -1) && [ -n "$id" ]; do sleep 0.5; done
xdotool windowfocus --sync "$id"

press() { xdotool key --delay 60 "$@"; sleep 0.3; }
write() { xdotool type --delay 30 "$1"; sleep 0.3; }
canvas() { xdotool mousemove --window "$id" $((650 + RANDOM % 60)) $((330 + RANDOM % 60)) click 1; sleep 0.3; }
subjects=(mountains sea hills dunes 'a lake' waves) palettes=(sunset 'deep blue' jade rose golden ink)
paint() { press ctrl+1 ctrl+l ctrl+a; write "${subjects[RANDOM % 6]}, ${palettes[RANDOM % 6]}, title \"Round $1\""; press ctrl+Return; }
edit() {
    press ctrl+1
    for _ in 1 2 3; do canvas; press Right Right Down ctrl+shift+d ctrl+d Left Left Delete; done
    press t; canvas; write 'new words'; press Escape
    for _ in $(seq 12); do press ctrl+z; done
    press 1 2 plus minus 2
}
look_around() { press ctrl+2; for _ in $(seq 8); do press Right; done; press 3 Home 0 ctrl+3 ctrl+4 ctrl+1; }
# megabytes PID: what the process alone holds, in whole megabytes; 0 when there is none.
megabytes() { awk '/^Private/ { sum += $2 } END { print int(sum / 1024) }' "/proc/${1:-0}/smaps_rollup" 2>/dev/null || echo 0; }
say() {
    printf '%3d min: application %4d MB, worker %4d MB, %s pictures, %s posters closed\n' \
        "$(((SECONDS - start) / 60))" "$(megabytes $application)" "$(megabytes "$(pgrep -f -n haibao-worker)")" \
        "$(find "$HAIBAO_LIBRARY" -name '*.png' | wc -l)" "$closed"
}

start=$SECONDS round=0 closed=0 next=60
while ((SECONDS - start < minutes * 60)); do
    ((++round % 3)) || paint "$round"
    edit
    look_around
    # Each painting opens a poster of its own; five stay open.
    if ((round % 3 == 2 && round > 15)); then press ctrl+1 ctrl+w; closed=$((closed + 1)); fi
    if ((SECONDS - start >= next)); then say; next=$((next + 60)); fi
done
say
kill -0 $application || { tail -5 haibao.log; exit 1; }
if [ -n "${HAIBAO_SCREENSHOTS-}" ]; then import -window root "$HAIBAO_SCREENSHOTS/hour.png"; fi

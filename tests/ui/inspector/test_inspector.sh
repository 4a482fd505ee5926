# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# haibao-inspector as a person starts it, on a screen in memory with OpenGL in software: a recorded trace, a running
# worker. HAIBAO_SCREENSHOTS=FOLDER keeps a picture with the built-in model: how docs/screenshots/inspector.png is made.
inspector=$1
set -- "$2" "$3"
. "$2/tests/app/cli/shell.sh" || exit 1
export XDG_RUNTIME_DIR=$work LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
unset WAYLAND_DISPLAY LC_ALL LC_MESSAGES LANGUAGE
if ! command -v Xvfb > /dev/null; then
    echo "Xvfb is not installed"
    exit 4
fi
Xvfb -displayfd 3 -screen 0 3000x2000x24 -nolisten tcp 3> display > xvfb.log 2>&1 &
screen=$!
trap 'kill $screen 2> /dev/null; wait $screen 2> /dev/null; rm -rf "$work"' EXIT
# wait_until COMMAND…: a guard against hangs, not an expectation.
wait_until() {
    local turn
    for ((turn = 0; turn < 600; ++turn)); do
        "$@" && return
        sleep 0.1
    done
    return 1
}
check "there is a screen" wait_until [ -s display ]
export DISPLAY=:$(cat display)

look() {
    "$inspector" "$@" > stdout 2> stderr
    status=$?
}
state() { python3 -c "import json,sys; d=json.load(open('state.json')); sys.exit(0 if ($1) else 1)"; }
colours() { convert "$1" -format '%k' info:; }

paint --prompt '海报 “海风”' --seed 7 --out a.png --trace a.haibao-trace
check "a picture is painted and recorded" [ $status = 0 -a -s a.png -a -s a.haibao-trace ]
paint --prompt '海报 “海风”' --seed 7 --out b.png
check "…and is the one that is painted without a trace" [ "$(pixels a.png)" = "$(pixels b.png)" ]
check "a trace holds no path" sh -c '! grep -qF "$1" a.haibao-trace' sh "$source"
cp a.haibao-trace kept
paint --prompt x --out c.png --trace a.haibao-trace
check "a recorded trace is not overwritten" [ $status = 6 ]
check "…with a sentence" complains 'exists already'
check "…and stays as it was" cmp -s a.haibao-trace kept

look a.haibao-trace --width 1440 --height 900 --state state.json --screenshot shot.png
check "the trace is shown" [ $status = 0 -a -s shot.png ]
check "the window has its size" [ "$(convert shot.png -format '%w %h' info:)" = '1440 900' ]
check "…and something in it" [ "$(colours shot.png)" -gt 200 ]
check "nothing is wrong with it" state "d['problem'] == ''"
check "operations are on the timeline" state "d['timeline']['operations'] > 500"
check "products take most of the arithmetic" state "max(d['timeline']['kinds'], key=lambda k: k['flops'])['operation'] in ('linear', 'mul_mat', 'conv')"
check "every token of both grids is drawn" state "len(d['tokens']['grids']) == 2 and all(g['drawn'] == g['rows'] * g['columns'] for g in d['tokens']['grids'])"
check "both steps are on the curves" state "d['curves']['steps'] == 2"
check "memory was measured" state "d['memory']['points'] >= 1 and d['memory']['peak'] > 1e6"
check "the device is named" state "d['device']['name'] == 'cpu'"
look a.haibao-trace --at 0 --state state.json
check "at the beginning no token is drawn" state "not d['tokens']['grids'] or d['tokens']['grids'][0]['drawn'] == 0"
for theme in dark light; do
    for language in en zh pt; do
        look a.haibao-trace --scale 2 --width 2880 --height 1800 --theme $theme --language $language --screenshot "$theme-$language.png"
        check "twice the size, $theme, $language" [ "$(colours "$theme-$language.png")" -gt 200 ]
    done
done

head -c 40000 a.haibao-trace > cut.haibao-trace
look cut.haibao-trace --state state.json
check "a trace that is cut off is shown with a word" state "'cut off' in d['problem'] and d['timeline']['operations'] > 0"
look a.png --state state.json
check "a picture is no trace" [ $status = 1 ]
check "…and that is said" complains 'is no trace of Haibao'
look nowhere.haibao-trace --state state.json
check "a file that is not there" complains 'There is no trace'
look --attach 999999 --state state.json
check "a worker that is not there" complains 'No worker listens'
DISPLAY=:99999 look a.haibao-trace
check "without a screen it ends with a sentence" complains 'cannot be opened'

# A running worker: a long job, looked at while it paints.
"$cli" generate --model "$model" --device cpu --threads 1 --size 512x512 --steps 200 --count 8 --prompt x --out long.png --inspect > /dev/null 2>&1 &
job=$!
socket_there() { ls "$work"/haibao/worker-*.socket > /dev/null 2>&1; }
check "the worker offers a socket" wait_until socket_there
socket=$(ls "$work"/haibao/worker-*.socket)
# The first picture of the window may come before the first message.
live_events() { look --attach "$socket" --wait 1 --state state.json; [ $status = 0 ] && state "d['live'] and d['timeline']['operations'] > 0"; }
check "its operations are seen live" wait_until live_events
kill -INT $job
wait $job
check "Ctrl-C ends the job as ever" [ $? = 130 ]
check "the socket is gone with its worker" sh -c '! ls "$0"/haibao/worker-*.socket > /dev/null 2>&1' "$work"

if [ -n "${HAIBAO_SCREENSHOTS-}" ]; then
    run generate --prompt '群山，右边有太阳，晚霞色' --seed 1 --out builtin.png --trace builtin.haibao-trace
    look builtin.haibao-trace --width 1600 --height 1000 --screenshot "$HAIBAO_SCREENSHOTS/inspector.png"
    check "the documentation's picture" [ $status = 0 ]
fi
finish

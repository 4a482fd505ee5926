# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese as people type it: the real application under an X server, fcitx5 or ibus with its pinyin engine on a session bus,
# keys pressed by xdotool. What was written is looked for in what the application keeps: the poster's file and the queue.
# usage: test_input_method.sh fcitx5|ibus HAIBAO HAIBAO_CLI
set -u
method=$1 haibao=$2 cli=$3
case $method in
    fcitx5) tools=(fcitx5 fcitx5-remote) ;;
    ibus) tools=(ibus ibus-daemon) ;;
    *) echo "no input method is called $method"; exit 1 ;;
esac
for tool in Xvfb xdotool dbus-run-session "${tools[@]}"; do
    command -v "$tool" >/dev/null || { echo "no $tool here"; exit 4; }
done

# Everything that the bus starts sees the test's own home, too.
if [ -z "${HAIBAO_TEST_FOLDER-}" ]; then
    HAIBAO_TEST_FOLDER=$(mktemp -d /tmp/haibao-ime-XXXXXX) || exit 1
    export HAIBAO_TEST_FOLDER HOME=$HAIBAO_TEST_FOLDER/home XDG_RUNTIME_DIR=$HAIBAO_TEST_FOLDER/run LANG=C.UTF-8 LC_ALL=C.UTF-8
    export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
    unset WAYLAND_DISPLAY DISPLAY QT_PLUGIN_PATH
    mkdir -p "$XDG_CONFIG_HOME/fcitx5" && mkdir -m 700 "$XDG_RUNTIME_DIR" || exit 1
    exec dbus-run-session -- bash "$0" "$@"
fi
work=$HAIBAO_TEST_FOLDER && cd "$work" || exit 1
children=()
clean_up() {
    kill "${children[@]}" 2>/dev/null
    wait "${children[@]}" 2>/dev/null
    cd / && rm -rf "$work"
}
trap clean_up EXIT
export HAIBAO_LIBRARY=$work/library

fail() {
    echo "FAILED: $*"
    for log in "$method" haibao; do [ ! -e "$log.log" ] || { echo "--- $log"; tail -20 "$log.log"; }; done
    [ -z "${HAIBAO_SCREENSHOTS-}" ] || import -window root "$HAIBAO_SCREENSHOTS/input-method-$method-failed.png"
    exit 1
}
# until_true SECONDS COMMAND…: the patience is a guard against hangs.
until_true() {
    local end=$((SECONDS + $1)); shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}

cat > poster.json <<'J'
{"format": "haibao.poster/1", "page": {"width": 600, "height": 800},
 "layers": [{"id": 1, "name": "竖排", "frame": [20, 20, 560, 760],
             "text": {"text": "一二三", "writing_mode": "vertical-rl", "font": {"family": "Noto Serif CJK SC"}, "size": 90}}]}
J
"$cli" poster import poster.json -o poster.haibao >import.log 2>&1 || fail "the poster could not be made: $(cat import.log)"

exec 9> >(head -1 > display)
Xvfb -displayfd 9 -screen 0 1440x900x24 -nolisten tcp >xvfb.log 2>&1 &
children+=($!)
exec 9>&-
until_true 30 [ -s display ] || fail "the X server did not start"
export DISPLAY=:$(cat display) QT_QPA_PLATFORM=xcb

# start_METHOD leaves its pinyin engine as the only one, on from the start; METHOD_engine says which one is on.
start_fcitx5() {
    cat > "$XDG_CONFIG_HOME/fcitx5/profile" <<'P'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
P
    printf '[Behavior]\nActiveByDefault=True\nShareInputState=All\n' > "$XDG_CONFIG_HOME/fcitx5/config"
    export QT_IM_MODULE=fcitx XMODIFIERS=@im=fcitx
    fcitx5 --disable=wayland,waylandim,cloudpinyin,notifications >fcitx5.log 2>&1 &
    children+=($!)
    until_true 30 grep -q 'Service name change: org.fcitx.Fcitx5' fcitx5.log
}
fcitx5_engine() { fcitx5-remote -n; }
start_ibus() {
    export QT_IM_MODULE=ibus XMODIFIERS=@im=ibus
    ibus-daemon --panel disable --config /usr/libexec/ibus-memconf --emoji-extension disable >ibus.log 2>&1 &
    children+=($!)
    until_true 30 ibus_takes_pinyin
}
# What `ibus engine NAME` says of its own success is not so.
ibus_takes_pinyin() { ibus engine libpinyin >>ibus.log 2>&1; [ "$(ibus_engine 2>>ibus.log)" = libpinyin ]; }
ibus_engine() { ibus engine; }
"start_$method" || fail "$method did not start"

"$haibao" "$work/poster.haibao" >haibao.log 2>&1 &
children+=($!)
window() { id=$(xdotool search --onlyvisible --name 'poster – Haibao' 2>/dev/null | head -1); [ -n "$id" ]; }
until_true 60 window || fail "no window opened"
xdotool windowfocus --sync "$id"
uses_pinyin() { [[ $("${method}_engine" 2>/dev/null) == *pinyin ]]; }
xdotool key ctrl+l
until_true 30 uses_pinyin || fail "the application's focus did not reach $method's pinyin"

press() { xdotool key --delay 80 --clearmodifiers "$@"; }
write_nihao() { press n i h a o && sleep 0.5 && press space && sleep 0.3 && press Return; }
jobs() { "$cli" queue list --all --json 2>/dev/null; }
no_job() { jobs | python3 -c "import json,sys; sys.exit(bool(json.load(sys.stdin)['data']['jobs']))"; }
job_asks_for() {
    jobs | python3 -c "import json,sys; sys.exit(not any(j['prompt'].strip() == sys.argv[1] for j in json.load(sys.stdin)['data']['jobs']))" "$1"
}
poster_says() {
    "$cli" poster export poster.haibao -o out.json >/dev/null 2>&1 &&
        python3 -c "import json,sys; sys.exit(json.load(open('out.json'))['layers'][0]['text']['text'] != sys.argv[1])" "$1"
}

# In the prompt. Enter behind the choice of a word is a new line, not a start.
press ctrl+l ctrl+a
write_nihao
# In a vertical text, which fills the page in the middle of the canvas: a double click begins to write in it.
eval "$(xdotool getwindowgeometry --shell "$id")"
xdotool mousemove --window "$id" $((WIDTH / 2 - 10)) $((HEIGHT / 2 - 40)) click --repeat 2 --delay 80 1
sleep 0.3
press ctrl+a
write_nihao
until_true 20 poster_says $'你好\n' || fail "the vertical text says $(tr -d '\n' < out.json | head -c 900)"
no_job || fail "an Enter of the input method started a job: $(jobs)"
press ctrl+l ctrl+Return
until_true 30 job_asks_for 你好 || fail "Ctrl+Enter did not ask for what was written: $(jobs)"
[ -z "${HAIBAO_SCREENSHOTS-}" ] || import -window root "$HAIBAO_SCREENSHOTS/input-method-$method.png"
echo "你好 stands in the prompt and in the vertical text"

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures from the shell, with the tiny model.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

paint --prompt '海报 “海风”' --seed 7 --out first.png
check "a picture is painted" [ $status = 0 -a -s first.png ]
check "stdout holds the file's name alone" [ "$(cat stdout)" = first.png ]
check "progress is plain lines when piped" no_control_characters stderr
check "…and there is some" complains Painting

paint --prompt '海报 “海风”' --seed 7 --out first.png
check "an existing file is kept" [ "$(cat stdout)" = first_1.png ]
check "the same seed gives the same picture" [ "$(pixels first.png)" = "$(pixels first_1.png)" ]
paint --prompt '海报 “海风”' --seed 8 --out first.png --overwrite
check "--overwrite replaces" [ "$(cat stdout)" = first.png ]
check "another seed gives another picture" [ "$(pixels first.png)" != "$(pixels first_1.png)" ]
paint --prompt x --count 2 --seed 7 --out both.png --overwrite
check "--overwrite keeps what the same command painted before" [ "$(tr '\n' ' ' < stdout)" = "both.png both_1.png " ]
paint --prompt x --count 2 --seed 7 --out both.png --overwrite
check "…and the next one overwrites both" [ "$(tr '\n' ' ' < stdout)" = "both.png both_1.png " -a ! -e both_2.png ]

run show first_1.png
check "show tells the prompt" says '海报 “海风”'
check "…and the title" says 'Title        海风'
run show first_1.png --json
check "show in JSON" json "d['data']['record']['seed']==7 and d['data']['record']['format']=='haibao.generation/1'"
check "a record holds no path" json "'/' not in d['data']['record']['model']['name'] and '$work' not in str(d['data']['record'])"

run generate --from first_1.png --model "$model" --device cpu --out again.png
check "--from repeats" [ $status = 0 ]
check "…the very same pixels" [ "$(pixels first_1.png)" = "$(pixels again.png)" ]
run generate --from first_1.png --model "$model" --device cpu --steps 3 --out more.png
check "--from with another setting is another picture" [ "$(pixels first_1.png)" != "$(pixels more.png)" ]
mkdir -p assets/models && cp -r "$model" assets/models/builtin && chmod -R u+w assets
printf '{"name": "Other"}' > assets/models/builtin/haibao.json
python3 - <<'P'
import json
f = 'assets/models/builtin/transformer/config.json'
c = json.load(open(f)); c['_note'] = 'another identity'; json.dump(c, open(f, 'w'))
P
HAIBAO_ASSETS=$PWD/assets run generate --from first_1.png --out never.png
check "--from with another model asks for the right one" [ $status = 1 -a ! -e never.png ]
check "…by name" complains "--model"
HAIBAO_ASSETS=$PWD/assets run generate --prompt x --size 256x256 --steps 1 --device cpu --out builtin.png
check "builtin is found in the assets" [ $status = 0 ]
mkdir -p "$XDG_DATA_HOME/haibao/models" && ln -s "$model" "$XDG_DATA_HOME/haibao/models/tiny"
run generate --model tiny --prompt x --size 256x256 --steps 1 --device cpu --out installed.png
check "an installed model is found by name" [ $status = 0 ]

# Speeds, with a model that was trained, at many steps.
hills() { run generate --model "$source/assets/models/builtin" --device cpu --threads 1 "$@"; }
hills --size 256x256 --steps 16 --guidance 1.5 --prompt 'hills, green' --seed 7 --out exact.png
hills --size 256x256 --steps 16 --guidance 1.5 --prompt 'hills, green' --seed 7 --speed fast --out quick.png
check "a picture is painted fast" [ $status = 0 ]
check "…which is another picture, if only just" [ "$(pixels exact.png)" != "$(pixels quick.png)" ]
run show quick.png
check "its record tells of it" says 'Speed        fast'
run show exact.png --json
check "an exact one keeps its record as it always was" json "d['data']['record']['speed']=='fast' and 'speed_mode' not in d['data']['record']"
hills --from quick.png --out quicker.png
check "--from paints as fast as the picture was painted" [ "$(pixels quick.png)" = "$(pixels quicker.png)" ]
hills --from quick.png --speed exact --out slower.png
check "…unless it is told otherwise" [ "$(pixels exact.png)" = "$(pixels slower.png)" ]
hills --prompt p --speed ludicrous --out never.png
check "an unknown speed is wrong usage" [ $status = 2 -a ! -e never.png ]
run queue add --library fast-lib --model "$source/assets/models/builtin" --device cpu --threads 1 --size 256x256 --steps 16 --guidance 1.5 --prompt 'hills, green' --seed 7 --speed fast
run queue run --library fast-lib
check "a queued picture is painted fast, too" [ "$(pixels "$(find fast-lib/pictures -name '*.png')")" = "$(pixels quick.png)" ]

printf '\xef\xbb\xbf海报\r\n第二行\r\n' > windows.txt
paint --prompt @windows.txt --out windows.png
run show windows.png --json
check "a prompt from Windows loses its marks" json "d['data']['record']['prompt']=='海报\n第二行'"
printf 'from a pipe\n' | "$cli" generate --prompt - --model "$model" --size 256x256 --steps 1 --device cpu --out piped.png > stdout 2> stderr
run show piped.png
check "a prompt from stdin" says "from a pipe"
paint --prompt '@@home' --out at.png
run show at.png
check "@@ is an @" says "@home"

paint --prompt p --count 5 --seed 40 --out 'out/{seed}-{n:00}.png' --json
check "several pictures" [ $status = 0 -a "$(count_pngs out)" = 5 -a -s out/44-05.png ]
check "…in JSON" json "len(d['data']['pictures'])==5 and d['data']['pictures'][4]['seed']==44"
check "…and nothing else on stdout" [ "$(wc -l < stdout)" = 1 ]
run generate --from out/43-04.png --model "$model" --device cpu --out four.png
check "the fourth alone is the same as in the row" [ "$(pixels out/43-04.png)" = "$(pixels four.png)" ]
paint --prompt 'A/B: “c” *' --out 'new folder/{prompt|slug}.png'
check "folders are made and names are safe" [ -s "new folder/a-b-c.png" ]
paint --prompt p --out out/
check "a folder gets the usual name" [ "$(count_pngs out)" = 6 ]
"$cli" generate --prompt p --model "$model" --size 256x256 --steps 1 --device cpu --out - 2> stderr > stream.png
check "a picture goes to stdout" [ "$(head -c 4 stream.png | tail -c 3)" = PNG ]

paint --prompt p --progress json --out j.png
check "progress in JSON: one object a line" python3 -c "
import json
e=[json.loads(l) for l in open('stderr')]
assert any(x['event']=='progress' and x['stage']=='painting' and x['total']==2 for x in e) and e[-1]['event']=='picture', e"
paint --prompt p --progress none --out none.png
check "no progress when none is wanted" [ ! -s stderr ]
if command -v script > /dev/null; then
    TERM=xterm script -qec "'$cli' generate --prompt p --model '$model' --size 256x256 --steps 2 --device cpu --out bar.png" terminal < /dev/null > /dev/null
    check "a terminal gets one line that is rewritten" grep -qP '\rPainting.*%' terminal
    TERM=dumb script -qec "'$cli' generate --prompt p --model '$model' --size 256x256 --steps 2 --device cpu --out dumb.png" terminal < /dev/null > /dev/null
    check "a dumb one gets plain lines" sh -c '! grep -q "$(printf "\033")" terminal'
fi

paint --prompt 'poster' --image first.png --out i2i.png
check "image-to-image" [ $status = 0 ]
run generate --from i2i.png --model "$model" --device cpu --out i2i2.png
check "--from asks for the source picture" [ $status = 2 -a ! -e i2i2.png ]
run generate --from i2i.png --image first.png --model "$model" --device cpu --out i2i2.png
check "…and repeats with it" [ "$(pixels i2i.png)" = "$(pixels i2i2.png)" ]
paint --prompt p --image windows.txt --out never.png
check "a source that is no picture is a failure" [ $status = 1 -a ! -e never.png ]

# A region: black with a white square in the middle, as PGM.
python3 -c "
import sys
w = h = 256
sys.stdout.buffer.write(b'P5 256 256 255 ' + bytes(255 if 96 <= x < 160 and 96 <= y < 160 else 0 for y in range(h) for x in range(w)))" > mask.pgm
repaint() { run generate --model "$model" --device cpu --threads 1 --steps 2 "$@"; }
repaint --prompt 'a sun' --seed 3 --image first.png --mask mask.pgm --feather 8 --out repainted.png
check "a region is repainted" [ $status = 0 ]
check "…and nothing beyond the feather" python3 - first.png repainted.png <<'P'
import sys, zlib, struct
def rows(name):
    d = open(name, 'rb').read(); i = 8; out = b''
    while i < len(d):
        n, t = struct.unpack('>I4s', d[i:i+8])
        if t == b'IHDR': w, h, depth, kind = struct.unpack('>IIBB', d[i+8:i+18])
        if t == b'IDAT': out += d[i+8:i+8+n]
        i += 12 + n
    assert depth == 8 and kind == 2, (depth, kind)
    d = zlib.decompress(out); last = bytes(3 * w); rows = []
    for y in range(h):
        f, r = d[y * (3 * w + 1)], bytearray(d[y * (3 * w + 1) + 1:(y + 1) * (3 * w + 1)])
        for x in range(3 * w):
            a, b, c = (r[x - 3] if x > 2 else 0), last[x], (last[x - 3] if x > 2 else 0)
            p = a + b - c
            paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            r[x] = (r[x] + (0, a, b, (a + b) // 2, paeth)[f]) % 256
        rows.append(bytes(r)); last = r
    return rows
a, b = rows(sys.argv[1]), rows(sys.argv[2])
changed = [(x, y) for y in range(256) for x in range(256) if a[y][3*x:3*x+3] != b[y][3*x:3*x+3]]
assert len(changed) > 3000 and all(88 <= x < 168 and 88 <= y < 168 for x, y in changed), len(changed)
P
run show repainted.png --json
check "its record tells of it" json "d['data']['record']['repaint']['feather']==8 and d['data']['record']['width']==256"
run generate --from repainted.png --model "$model" --device cpu --out never.png
check "--from asks for base and mask" [ $status = 2 -a ! -e never.png ]
run generate --from repainted.png --image first.png --mask mask.pgm --model "$model" --device cpu --out again.png --overwrite
check "…and repeats with them, with the same feather" [ "$(pixels repainted.png)" = "$(pixels again.png)" ]
run generate --model "$model" --device cpu --threads 1 --steps 4 --prompt 'a sun' --seed 3 --image first.png --mask mask.pgm --feather 8 --strength 0.6 --out refined.png
check "a region is refined with less strength" [ $status = 0 -a "$(pixels refined.png)" != "$(pixels repainted.png)" ]
run show refined.png --json
check "its record tells the strength" json "d['data']['record']['repaint']['strength']==0.6"
run show refined.png
check "…in words, too" says 'strength 0.6'
run generate --from refined.png --image first.png --mask mask.pgm --model "$model" --device cpu --threads 1 --out refined-again.png
check "--from repeats it with the same strength" [ $status = 0 -a "$(pixels refined.png)" = "$(pixels refined-again.png)" ]
repaint --prompt p --mask mask.pgm --out never.png
check "a mask needs its picture" [ $status = 2 -a ! -e never.png ]
paint --prompt p --image first.png --mask mask.pgm --out never.png
check "a repaint takes no size" [ $status = 2 -a ! -e never.png ]
run queue add --library lib --model "$model" --device cpu --steps 2 --prompt 'a sun' --seed 3 --image first.png --mask mask.pgm --feather 8
check "a repaint is queued" [ $status = 0 ]
run queue run --library lib
check "…and done" [ $status = 0 ]
check "…with the same pixels" [ "$(pixels "$(find lib/pictures -name '*.png')")" = "$(pixels repainted.png)" ]
run queue add --library lib2 --model "$model" --device cpu --prompt 'a sun' --seed 3 --image first.png --mask mask.pgm --feather 8 --strength 0.6 --steps 4
run queue run --library lib2
check "a queued one keeps its strength" [ $status = 0 -a "$(pixels "$(find lib2/pictures -name '*.png')")" = "$(pixels refined.png)" ]
run queue add --library lib3 --from refined.png --model "$model" --device cpu --image first.png --mask mask.pgm
run queue run --library lib3
check "…also one from a picture's record" [ $status = 0 -a "$(pixels "$(find lib3/pictures -name '*.png')")" = "$(pixels refined.png)" ]

paint --prompt p --out /proc/x.png
check "where nothing can be written" [ $status = 6 ]
if command -v bwrap > /dev/null && bwrap --dev-bind / / --size 65536 --tmpfs "$work/out" true 2> /dev/null; then
    bwrap --dev-bind / / --size 65536 --tmpfs "$work/out" "$cli" generate --prompt p --model "$model" --size 512x512 --steps 1 --device cpu \
        --out out/full.png > stdout 2> stderr
    status=$?
    check "a full disk is told in a sentence" [ $status = 6 ]
    check "…that says how much is missing" complains "disk is full"
fi
check "no unfinished file is left" no_part_files
finish

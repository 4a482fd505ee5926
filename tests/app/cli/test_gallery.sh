#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# haibao-cli gallery: what a user finds, sorts and repairs.
. "$(dirname "$0")/shell.sh"
lib=$work/library

# png FILE WIDTH HEIGHT R G B [KEYWORD TEXT]…: a small picture as another program writes it.
png() { python3 - "$@" <<'P'
import sys, zlib, struct
name, w, h, r, g, b, *texts = sys.argv[1:]
w, h = int(w), int(h)
def chunk(kind, data): return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
out = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', w, h, 8, 2, 0, 0, 0))
for keyword, text in zip(texts[::2], texts[1::2]):
    out += chunk(b'iTXt', keyword.encode() + b'\0\0\0\0\0' + text.encode())
row = b'\0' + bytes([int(r), int(g), int(b)]) * w
open(name, 'wb').write(out + chunk(b'IDAT', zlib.compress(row * h)) + chunk(b'IEND', b''))
P
}

run gallery list --library "$lib"
check 'no library is an error with the way out' [ "$status" = 1 ] && complains 'gallery init'
run gallery init --library "$lib"
check 'init makes one' [ "$status" = 0 ] && [ -f "$lib/library.db" ]

paint --prompt '中秋节海报，标题“花好月圆”' --seed 7 --library "$lib"
check 'generate keeps the picture in the library' [ "$status" = 0 ] && [ "$(count_pngs "$lib/pictures")" = 1 ]
run gallery show 1 --library "$lib" --json
check 'with its tokens and words' json 'd["data"]["visual_tokens"] > 0 and d["data"]["titles"] == ["花好月圆"] and d["data"]["seed"] == 7'
paint --prompt 'again' --seed 8 --library "$lib" --out both.png --json
check 'with --out it goes to both' json 'd["data"]["pictures"][0]["id"] == 2' && [ -f both.png ]

mkdir -p foreign/deep
png foreign/a.png 64 32 200 40 30 parameters $'a red kite, 50% silk\nNegative prompt: blur\nSteps: 20, Seed: 5, Size: 64x32, Model: dream, Version: v1.9'
png foreign/deep/b.png 32 64 20 40 200 prompt '{"3":{"class_type":"KSampler","inputs":{"seed":9,"positive":["6",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"blue whale"}}}'
cp foreign/a.png foreign/deep/copy.png
touch -d 2020-03-02 foreign/a.png && touch -d 2020-03-01 foreign/deep/b.png
echo broken > foreign/broken.png
run gallery import foreign --library "$lib" --tag imported --json
check 'import reports what it skipped' [ "$status" = 3 ]
check 'and counts' json 'd["data"]["imported"] == 2 and d["data"]["duplicates"] == 1 and len(d["data"]["problems"]) == 1'
run gallery import foreign --library "$lib" --json
check 'a second import takes nothing twice' json 'd["data"]["imported"] == 0 and d["data"]["known"] == 3'
check '…and says again what it cannot read' [ "$status" = 3 ]

# finds SEARCH NUMBER…: the search finds just these, in this order.
finds() {
    run gallery search "$1" --ids --library "$lib"
    check "search $1" [ "$(tr '\n' ' ' < "$work/stdout")" = "${2:+$2 }" ]
}
finds '中秋' 1
finds '月' 1
finds 'text:花好' 1
finds 'red kite' 3
finds '"50% silk"' 3
finds 'from:comfyui' 4
finds 'seed:9' 4
finds 'tag:imported sort:oldest' '4 3'
finds 'tag:imported' '3 4'
finds 'colour:blue' 4
finds 'size:portrait' 4
finds 'model:dream' 3
finds 'nothing-at-all' ''
run gallery search 'star:many' --library "$lib"
check 'an error says where' [ "$status" = 2 ] && complains 'character 6'
run gallery search '中秋' --count --library "$lib"
check 'count' says 1

run gallery star 5 1 3 --library "$lib"
run gallery label red --query 'red kite' --library "$lib"
run gallery tag 1 --add festival --add 月 --library "$lib"
run gallery note 1 'for Li' --library "$lib"
finds 'star:5 -label:red' 1
finds 'tag:festival' 1
finds 'Li' 1
run gallery star 9 1 --library "$lib"
check 'nine stars are refused' [ "$status" = 2 ]
run gallery star 3 99 --library "$lib"
check 'an unknown picture is named' [ "$status" = 1 ] && complains 'no picture 99'
run gallery album create Best --library "$lib"
run gallery album add Best 1 3 --library "$lib"
run gallery album create Stars --search 'star:5' --library "$lib"
finds 'album:Best' '1 3'
finds 'album:stars' '1 3'
run gallery album list --library "$lib" --json
check 'albums count' json '[a["pictures"] for a in d["data"]["albums"]] == [2, 2]'
sql() { python3 -c "import sqlite3, sys; c = sqlite3.connect('$lib/library.db'); print(*[r[0] for r in c.execute(sys.argv[1])]); c.commit()" "$1"; }
sql "UPDATE album SET query = 'star:many' WHERE name = 'Stars'" > /dev/null
run gallery album list --library "$lib" --json
check 'a saved search that does not work is no empty album' [ "$status" = 3 ]
check 'and the others are listed' json '[a.get("pictures") for a in d["data"]["albums"]] == [2, None] and d["data"]["albums"][1]["problem"]'
run gallery trash 4 --library "$lib"
run gallery trash 3 --empty --library "$lib"
check 'a number and --empty together are wrong usage' [ "$status" = 2 ]
finds 'whale' ''
finds 'is:trashed' 4
run gallery restore 4 --library "$lib"
finds 'whale' 4
run gallery trash 4 --library "$lib"
run gallery import foreign --library "$lib" --json
check 'what is imported again comes out of the trash' json 'd["data"]["restored"] == 1 and d["data"]["ids"] == [4]'
finds 'whale' 4

paint --prompt 'child' --image both.png --seed 3 --library "$lib"
child=$("$cli" gallery search seed:3 --ids --library "$lib")
run gallery lineage "$child" --library "$lib" --json
check 'lineage names the source, known by its content' json 'd["data"]["ancestors"] == [2] and [(e["parent"], e["kind"]) for e in d["data"]["edges"]] == [(2, "source")]'

mkdir -p first second
for folder in first second; do
    (cd $folder && paint --prompt '海报，标题“海风”' --text layers --library "$lib" --out p.png)
    id=$("$cli" gallery list --ids --limit 1 --library "$lib")
    run gallery lineage "$id" --library "$lib" --json
    check "the poster made in $folder is known by its whole path" json "[p['file'] for p in d['data']['posters']] == ['$work/$folder/p.haibao']"
done

mkdir -p "$lib/pictures/mine"
png "$lib/pictures/mine/stray.png" 16 16 1 200 1 parameters $'green stray\nSteps: 2, Seed: 77'
run gallery search 'green stray' --ids --library "$lib"
check 'a stray file is taken up and said' [ -s "$work/stdout" ] && complains 'taken up'
mv "$lib/pictures/mine/stray.png" "$work/kept.png"
run gallery list --library "$lib"
check 'a lost file is said' complains "lost their files"
run gallery check --library "$lib"
check 'check finds it missing' [ "$status" = 4 ]
mkdir -p "$lib/pictures/elsewhere" && mv "$work/kept.png" "$lib/pictures/elsewhere/renamed.png"
run gallery check --library "$lib"
check 'and found again under another name' [ "$status" = 0 ]
head -c 60 "$lib/pictures/elsewhere/renamed.png" > "$lib/pictures/half.png"
run gallery list --library "$lib"
check 'a broken file is said' complains half.png
run gallery check --library "$lib" --json
check 'and a check finds it, though it was said before' [ "$status" = 4 ]
check 'by name' json 'd["data"]["damaged"][0]["file"] == "pictures/half.png"'
rm "$lib/pictures/half.png"
run gallery check --contents --library "$lib"
check 'then all is well' [ "$status" = 0 ]
run gallery thumbnails --library "$lib" --json
check 'thumbnails are made' json 'd["data"]["made"] >= 5 and d["data"]["failed"] == 0'
run gallery thumbnails --library "$lib" --json
check 'once' json 'd["data"]["made"] == 0'

# A read-only disk.
if bwrap --dev-bind / / true 2>/dev/null; then
    bwrap --dev-bind / / --ro-bind "$lib" "$lib" "$cli" gallery search 'red kite' --ids --library "$lib" > stdout 2> stderr; status=$?
    check 'a read-only library is searched' [ "$status" = 0 ] && says 3
    bwrap --dev-bind / / --ro-bind "$lib" "$lib" "$cli" gallery star 1 3 --library "$lib" > stdout 2> stderr; status=$?
    check 'and refuses changes' [ "$status" = 6 ] && complains 'write-protected'
    file=$lib/$(sql "SELECT file FROM picture WHERE id = 3")
    cp "$file" sound.png && truncate -s 60 "$file"
    bwrap --dev-bind / / --ro-bind "$lib" "$lib" "$cli" gallery check --contents --library "$lib" --json > stdout 2> stderr; status=$?
    check 'a check finds what is damaged there, too' [ "$status" = 4 ]
    check 'by name' json 'len(d["data"]["damaged"]) == 1'
    cp sound.png "$file"
fi

# A damaged database.
total=$("$cli" gallery list --count --library "$lib")
dd if=/dev/urandom of="$lib/library.db" bs=4096 count=1 conv=notrunc status=none
run gallery list --library "$lib"
check 'damage is said with the way out' [ "$status" = 1 ] && complains '--repair'
if bwrap --dev-bind / / true 2>/dev/null; then
    # A file that something is mounted on cannot be renamed.
    echo log > "$lib/library.db-wal"
    bwrap --dev-bind / / --bind "$lib/library.db" "$lib/library.db" "$cli" gallery check --repair --library "$lib" > stdout 2> stderr; status=$?
    check 'a database that cannot be set aside is left where it is' [ "$status" = 6 -a -e "$lib/library.db" ]
    check 'which is said' complains 'nothing was changed'
    rm -f "$lib/library.db-wal"
fi
run gallery check --repair --library "$lib"
check 'repair says what it did' [ "$status" = 0 ] && says 'was kept as'
run gallery list --count --library "$lib"
check 'all pictures are there again' says "$total"
run gallery search '中秋 seed:7' --ids --library "$lib"
check 'a picture is found again by its words and its seed' [ "$(wc -l < "$work/stdout")" = 1 ]
check 'no unfinished files' no_part_files
finish

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Posters from and to JSON.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

mkdir -p pictures
echo 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==' | base64 -d > pictures/g.png
cat > p.json <<'J'
{"page":{"width":210,"height":297,"unit":"mm","dpi":300,"bleed":"3mm"},"later":7,
 "pictures":{"ground":{"file":"pictures/g.png","credit":"某人"}},
 "layers":[{"name":"背景","picture":"ground","mask":{"#0":1}},{"name":"标题","text":{"text":"花好月圆","font":"Noto Serif CJK SC","size":"20mm","spans":[{"start":0,"end":1,"glow":[2]}],"box":{"grid":{"x":3}}}}]}
J
run poster import p.json -o p.haibao
check "a poster is made from JSON" [ $status = 0 -a -s p.haibao ]
check "stdout holds the file's name alone" [ "$(cat stdout)" = p.haibao ]
check "fields that nobody knows are named, and their places" complains 'The field layers[0].mask is unknown'
check "…a name once" [ "$(grep -c 'is unknown' stderr)" = "$(grep -o 'field [^ ]*' stderr | sed 's/.*\.//' | sort -u | wc -l)" ]
run poster import p.json -o p.haibao
check "an existing file is not replaced, and no other is written in its place" [ $status = 6 -a ! -e p_1.haibao ]
check "…which is said" complains 'p.haibao exists already'
run poster import p.json -o p.haibao --overwrite
check "--overwrite replaces it" [ "$(cat stdout)" = p.haibao ]
run poster export p.haibao -o again.json --pictures aside
check "and goes back to JSON" [ $status = 0 -a -s again.json -a "$(count_pngs aside)" = 1 ]
check "what nobody knows is kept" grep -q '"later": 7' again.json
kept() { python3 - "$1" <<'P'
import json, sys
d = json.load(open(sys.argv[1]))
text = d['layers'][1]['text']
ok = d['layers'][0]['mask'] == {'#0': 1} and text['spans'][0]['glow'] == [2] and text['box']['grid'] == {'x': 3}
sys.exit(0 if ok and [p['credit'] for p in d['pictures'].values()] == ['某人'] else 1)
P
}
check "…in layers, texts, spans and pictures, too" kept again.json
run poster import again.json -o again.haibao
check "the way there and back changes nothing" cmp -s p.haibao again.haibao
run poster export p.haibao
check "without --out it is printed, pictures and all" says '"base64"'
run poster info p.haibao
check "info tells the page" says '210 × 297 mm'
check "…the layers" says '标题'
check "…and the fonts" says 'Noto Serif CJK SC'
run poster info p.haibao --json
check "info in JSON" json "d['data']['layers']==2 and d['data']['fonts']==['Noto Serif CJK SC']"

mkdir -p inner && cp p.json inner/p.json && sed -i 's|pictures/g.png|../pictures/g.png|' inner/p.json
run poster import inner/p.json -o never.haibao
check "a picture from outside the JSON's folder is refused" complains 'p.json: The picture ../pictures/g.png is not beside the poster'
run render inner/p.json -o never.png
check "…as render does, and that is a failure" [ $status = 1 -a ! -e never.png -a ! -e never.haibao ]
run poster export p.haibao -o inner/again.json --pictures aside
check "a folder that would not be found again is wrong usage" [ $status = 2 -a ! -e inner/again.json ]
rm pictures/g.png
run poster import p.json -o never.haibao
check "a missing picture is named" complains 'g.png'
check "…and nothing is written" [ $status = 1 -a ! -e never.haibao ]
printf '{"layers":[{"text":{"size":"big"}}]}' > bad.json
run poster import bad.json -o never.haibao
check "a wrong value is named with its place" complains 'bad.json: layers[0].text.size must be'
check "…and is a failure, not wrong usage" [ $status = 1 ]
printf '{"a":1,"a":2}' > bad.json
run poster import bad.json -o never.haibao
check "what is no JSON is a failure" [ $status = 1 ]

cp p.haibao damaged.haibao && printf 'xxxxxxxxxxxxxxxx' | dd of=damaged.haibao bs=1 seek=0 conv=notrunc 2> /dev/null
cp damaged.haibao before
run poster info damaged.haibao
check "a damaged poster says what can be rescued" complains '2 layer(s) and 1 picture(s) can be rescued'
run poster rescue damaged.haibao -o rescued.haibao
check "rescued with a loss is partly done" [ $status = 3 ]
check "…and says which" complains 'beginning of the file was damaged'
check "the damaged file is left as it is" cmp -s damaged.haibao before
run poster info rescued.haibao
check "the rescued one is whole" says '标题'
head -c 4000 /dev/urandom > noise.haibao
run poster rescue noise.haibao -o never.haibao
check "what cannot be rescued is named" complains 'noise.haibao is not a file that Haibao wrote'
mkfifo pipe.haibao
run poster info pipe.haibao
check "a pipe is not waited for" [ $status = 1 ]
run poster place pictures/g.png --prompt $'标题“\xba\xa3”' -o never.haibao
check "a prompt in another encoding is refused" [ $status = 2 -a ! -e never.haibao ]
run poster place pictures/g.png --prompt '海边' -o unquoted.haibao
check "a poster without texts is told" complains 'no text in quotes'
run poster import again.json -o /proc/x.haibao
check "where nothing can be written" [ $status = 6 ]
check "no unfinished file is left" no_part_files
finish

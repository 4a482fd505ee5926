# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A look inside typesetting, from a shell.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

cat > texts.jsonl <<'J'
{"id":"question","text":"真的吗？当然！","lang":"zh-Hans"}

{"id":"kana","text":"キャッチ","lang":"ja"}
{"id":"beyond","text":"𠮷野家で","lang":"ja"}
{"id":"none","text":"","lang":"en"}
J
run typeset breaks texts.jsonl
check "breaks are found" [ $status = 0 ]
check "…in code points, by level" json "d['question']=={'strict':[1,2,4,5],'normal':[1,2,4,5],'loose':[1,2,3,4,5,6]} and d['kana']['strict']==[3] and d['beyond']['strict']==[1,2,3] and d['none']['loose']==[]"
"$cli" typeset breaks < texts.jsonl > "$work/piped"
run typeset breaks texts.jsonl
check "…the same from the standard input" cmp -s "$work/piped" "$work/stdout"
run typeset breaks texts.jsonl --json
check "…and in the common envelope" json "d['haibao']==1 and d['ok'] and d['data']['kana']['normal']==[1,2,3]"
echo '{"text":"a"}' > wrong.jsonl
run typeset breaks wrong.jsonl
check "a line without id is a failure" [ $status = 1 ]
check "…named by its number" complains "Line 1"
run typeset breaks missing.jsonl
check "a missing file is a failure" [ $status = 1 ]

layer() { printf '{"text":"%s","lang":"zh-Hans","font":"Noto Sans CJK SC","size_px":20,"box":{"width":100,"height":200}%s}' "$1" "${2-}" > layer.json; }
layer '一二三四五六，七' ',"punct_trim":{"adjacent":"off","line_start":"full","line_end":"full"}'
run typeset layout layer.json
check "a text is laid out" [ $status = 0 ]
check "…in lines" json "d['lines']==['一二三四五','六，七'] and d['warnings']==[]"
check "…with the box of every character" json "len(d['chars'])==8 and d['chars'][5]['i']==5 and d['chars'][5]['x']==0 and d['chars'][5]['y']==35 and d['chars'][1]=={'i':1,'x':20,'y':5,'w':20,'h':20}"
layer '一二三四五六' ',"writing_mode":"vertical-rl","kinsoku":"none"'
run typeset layout layer.json
check "columns run from right to left" json "d['lines']==['一二三四五六'] and d['chars'][0]['x']==75 and d['chars'][5]['y']==100"
printf '{"frame":["10px","20px","100px","200px"],"text":{"text":"一二三四五六，七","size":20,"font":"Noto Sans CJK SC","writing_mode":"vertical-rl"}}' > layer.json
run typeset layout layer.json
check "a layer of a poster is set in its frame" json "d['size']=={'width':100,'height':200} and d['lines']==['一二三四五六，七'] and d['chars'][0]['x']==75"
printf '{"frame":[0,0,100,200],"shape":{}}' > layer.json
run typeset layout layer.json
check "a layer without text is refused in words" complains 'holds no text'
layer '𠮷A😀'
run typeset layout layer.json --json
check "indices count UTF-16 units" json "[c['i'] for c in d['data']['chars']]==[0,2,3]"
printf '{"text":"\xcd\xb8","font":"Noto Sans CJK SC","size_px":20}' > layer.json
run typeset layout layer.json
check "missing characters are listed" json "d['warnings'][0]['kind']=='missing-glyphs' and 'U+0378' in d['warnings'][0]['message']"
echo '{"text":"a","font":7}' > layer.json
run typeset layout layer.json
check "an impossible text is wrong usage" [ $status = 2 ]
echo '{"text":' > layer.json
run typeset layout layer.json
check "broken JSON is a failure" [ $status = 1 ]
finish

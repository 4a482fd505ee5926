# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a prompt with quoted texts to a poster with live text.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

prompt='群山，右边有太阳，标题“山风”，日期“8月16日”，地点“文化宫”'
# The model that comes with Haibao makes posters by itself.
HAIBAO_ASSETS=$source/assets run generate --prompt "$prompt" --size 256x384 --seed 3 --device cpu --out own.png
check "the built-in model makes a poster" [ $status = 0 -a -s own.png -a -s own.haibao ]
check "stdout names both files" [ "$(cat stdout)" = "own.png
own.haibao" ]
run poster info own.haibao --json
check "the poster has the picture and three texts" json "[l.get('role') for l in d['data']['poster']['layers'] if 'text' in l]==['title','date','place'] and 'picture' in d['data']['poster']['layers'][0]"
check "…in the prompt's words" json "[l['text']['text'] for l in d['data']['poster']['layers'] if 'text' in l]==['山风','8月16日','文化宫']"
check "…each readable" json "all(l['contrast']>=4.5 for l in d['data']['poster']['layers'] if 'text' in l)"
check "…and named by its role" json "[l['name'] for l in d['data']['poster']['layers'] if 'text' in l]==['标题','日期','地点']"
run show own.png --json
check "the record keeps the whole prompt" json "d['data']['record']['prompt']=='$prompt' and d['data']['record']['text_mode']=='layers'"
check "the picture names its document" grep -aq '"document"' own.png
HAIBAO_ASSETS=$source/assets run generate --from own.png --device cpu --out again.png
check "--from repeats the poster" [ $status = 0 -a "$(pixels own.png)" = "$(pixels again.png)" ]
check "…with its file" [ -s again.haibao ]
HAIBAO_ASSETS=$source/assets run generate --from own.png --text none --device cpu --out ground.png
check "--text none is the ground alone" [ $status = 0 -a ! -e ground.haibao -a "$(pixels own.png)" != "$(pixels ground.png)" ]
run render own.haibao -o rendered.png
check "what is rendered from the file is the picture beside it" python3 -c "
import cv2, sys
a, b = cv2.imread('own.png'), cv2.imread('rendered.png')
sys.exit(0 if a is not None and a.shape == b.shape and (a == b).all() else 1)"
run poster place ground.png --prompt '茶，标题“春江花月”，日期“4月12日”' -o placed.haibao --json
check "texts on a picture of one's own" json "d['data']['least_contrast']>=4.5"
run poster info placed.haibao
check "…are live, and their fonts known" says '春江花月'
run poster place ground.png --prompt "$(printf '“%0.s字”' $(seq 60))" -o never.haibao
check "too many texts are refused in words" complains 'too many for one poster'
HAIBAO_ASSETS=$source/assets run generate --prompt "群山，$(printf '“%0.s字”' $(seq 60))" --size 256x384 --device cpu --out wordless.png --json
check "a picture whose texts could not be placed is partly done" [ $status = 3 -a -s wordless.png -a ! -e wordless.haibao ]
check "…and its report says why" json "'too many' in d['data']['pictures'][0]['without_texts']"

# Another model paints the texts unless told otherwise.
paint --prompt "$prompt" --seed 5 --out painted.png
check "a model that writes gets no live text" [ $status = 0 -a ! -e painted.haibao ]
paint --prompt "$prompt" --seed 5 --text none --out withheld.png
check "withheld words change the picture" [ "$(pixels painted.png)" != "$(pixels withheld.png)" ]
paint --prompt '群山，右边有太阳' --seed 5 --out without.png
check "…to what the prompt without them gives" [ "$(pixels without.png)" = "$(pixels withheld.png)" ]
paint --prompt "$prompt" --seed 5 --text both --out both.png
check "both: painted and live" [ $status = 0 -a -s both.haibao ]
paint --prompt "$prompt" --text layers --json --out j.png
check "JSON names the poster" json "d['data']['pictures'][0]['poster']=='j.haibao'"
"$cli" generate --prompt "$prompt" --model "$model" --size 256x256 --steps 1 --device cpu --text layers --out - 2> stderr > stream.png
check "to stdout goes the finished picture" grep -aq '"document"' stream.png
check "no unfinished file is left" no_part_files
finish

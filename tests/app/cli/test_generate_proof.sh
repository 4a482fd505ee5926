# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Painted texts that are wrong: reported, replaced, painted again. The small test model paints no readable word.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

prompt='群山，标题“海风”，日期“8月16日”'
paint --prompt "$prompt" --seed 3 --text paint --out plain.png
check "a picture with texts to paint" [ $status = 0 ]
paint --prompt "$prompt" --seed 3 --text paint --proof report --out report.png --json
check "report: wrong texts end with status 4" [ $status = 4 ]
check "…with what was looked for" json "[t['wanted'] for t in d['data']['pictures'][0]['proof']['texts'] if t['wanted']]==['海风','8月16日']"
check "…and the picture is as without" [ "$(pixels plain.png)" = "$(pixels report.png)" ]
run proof report.png --json
check "the picture says itself what it should show" [ $status = 4 ]
paint --prompt "$prompt" --seed 3 --text paint --proof replace --out replaced.png
check "replace: a poster with live text" [ $status = 0 -a -s replaced.png -a -s replaced.haibao ]
run proof replaced.haibao
check "…that passes" [ $status = 0 ]
run poster info replaced.haibao
check "…with the texts" says '海风'
paint --prompt "$prompt" --seed 3 --text paint --proof retry:2 --library lib --out best.png --json
check "retry: ends with 4 when no try is right" [ $status = 4 ]
check "…with all tries and their seeds" json "[t['seed'] for t in d['data']['pictures'][0]['tries']]==[3,4,5]"
check "…the best one as the file" [ -s best.png ]
check "…and every try in the library" [ "$(count_pngs lib/pictures)" = 3 ]
run gallery search '' --library lib --json
check "…found there" [ $status = 0 ]
paint --prompt "$prompt" --seed 3 --text layers --proof retry:2 --out layers.png
check "live text needs no reader" [ $status = 0 ]
paint --prompt "$prompt" --proof retry:0 --out never.png
check "no tries are refused" [ $status = 2 ]
check "…in words" complains 'retry:N'
check "no unfinished file is left" no_part_files
finish

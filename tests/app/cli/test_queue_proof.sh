# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Painted texts are proof-read in the queue and in a data merge. The small test model paints no readable word.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

add() { run queue add --library lib --model "$model" --device cpu --threads 1 --size 256x256 --steps 2 --prompt '群山，标题“海风”，日期“8月16日”' --text paint --seed "${seed:-3}" "$@"; }
work() { run queue run --library lib --progress none --json; }

add --proof often
check "a wish that is none is refused" [ $status = 2 ]
add --proof report --label reported
check "a job to be proof-read" [ $status = 0 ]
run queue list --library lib --json
check "…waits like any other" json "[j['state'] for j in d['data']['jobs']]==['queued']"
work
check "report: a wrong text ends the queue's run with status 4" [ $status = 4 ]
check "…and is in what it says" json "d['data']['proofs'][0]['pictures'][0]['failed']>=1 and not d['data']['proofs'][0]['pictures'][0]['passed']"
run queue show 1 --library lib --json
check "…and stays with the job" json "d['data']['job']['proof']['wish']=='report' and d['data']['job']['proof']['pictures'][0]['remarks']"
work
check "what was read is not read again" json "'proofs' not in d['data']"
check "…and the empty queue is no problem" [ $status = 0 ]

add --proof retry:2 --count 2
work
check "retry: ends with 4 when no try is right" [ $status = 4 ]
check "…two pictures and two tries of each" json "d['data']['pictures']==6 and len(d['data']['proofs'])==1 and d['data']['wrong_texts']==2"
run gallery search '' --library lib --json
check "…all in the gallery, with seeds that never meet" json "sorted(set(p['seed'] for p in d['data']['pictures']))==[3,4,5,6,7,8]"
run queue show 2 --library lib --json
check "…the best of each is known" json "[p['number'] for p in d['data']['job']['proof']['pictures']]==[0,1]"

seed=5 add --proof replace
work
check "replace: live text makes it right" [ $status = 0 ]
poster=$(find lib/posters -name '*.haibao' | head -1)
check "…in a poster of the library" [ -s "$poster" ]
run proof "$poster"
check "…that passes" [ $status = 0 ]

# One picture that is damaged, and one that is gone, keep neither the third nor later jobs from being read.
run queue add --library lib3 --model "$model" --device cpu --threads 1 --size 256x256 --steps 2 --prompt '群山，标题“海风”，日期“8月16日”' --text paint --seed 3 --count 3
run queue run --library lib3 --progress none --json
check "three pictures without a wish" json "d['data']['pictures']==3 and 'proofs' not in d['data']"
python3 - <<'P'
import os, sqlite3
library = sqlite3.connect('lib3/library.db')
files = ['lib3/' + row[0] for row in library.execute('SELECT file FROM picture ORDER BY seed')]
data = bytearray(open(files[0], 'rb').read())
at = data.index(b'IDAT') + 40
data[at:] = bytes(len(data) - at)
open(files[0], 'wb').write(data)
os.remove(files[1])
library.execute("INSERT INTO job_proof(job, wish) VALUES(1, 'retry:1')")
library.commit()
P
run queue add --library lib3 --model "$model" --device cpu --threads 1 --size 256x256 --steps 2 --prompt '群山，标题“海风”，日期“8月16日”' --text paint --seed 9 --proof report
run queue run --library lib3 --progress none --json
check "a picture that cannot be read is not judged, and says why" json "[(p['number'], p['not_judged'], p['failed'], len(p['remarks'])) for q in d['data']['proofs'] if q['job']==1 for p in q['pictures'] if p['number']<2]==[(0,1,0,1),(1,1,0,1)]"
check "…the third picture is read, and so is the next job" json "sorted(q['job'] for q in d['data']['proofs'])==[1,2] and all(q['pictures'][-1]['failed']>=1 for q in d['data']['proofs'])"
check "…only what was read is painted again" json "d['data']['pictures']==2"

printf '名称,描述\n海风,red sky\n山雨,green hills\n' > rows.csv
cat > poster.json <<'J'
{"page":{"width":256,"height":256,"unit":"px","background":"#ffffff"},
 "layers":[{"name":"名称","frame":[20,90,216,60],"text":{"text":"名称","font":"Noto Sans CJK SC","size":40,"fills":["#101020"]}}]}
J
merge() { run merge poster.json rows.csv --no-report --json "$@"; }
merge --out 'good/{row}.png' --proof report
check "a merge whose live texts are right passes" [ $status = 0 -a "$(count_pngs good)" = 2 ]
check "…and says how many rows were read right" json "d['data']['proof']=={'read':2,'right':2,'wrong':0,'refused':0}"
sed 's/#101020/#fafafa/' poster.json > pale.json
run merge pale.json rows.csv --no-report --out 'words/{row}.png' --proof report
check "…in words, too" says '0 of 2 rows that were read have all their texts right.'
run merge pale.json rows.csv --out 'pale/{row}.png' --proof report --json
check "pale text: the rows are made all the same" [ $status = 0 -a "$(count_pngs pale)" = 2 ]
check "…and the report says what is wrong" grep -q 'hard to read' pale/merge-report.csv
check "…counted" json "d['data']['proof']=={'read':2,'right':0,'wrong':2,'refused':0}"
run merge pale.json rows.csv --out 'refused/{row}.png' --require-proof --json
check "--require-proof writes none of them, and ends with status 4" [ $status = 4 -a "$(count_pngs refused)" = 0 ]
check "…with the reason in the report" grep -q 'not written' refused/merge-report.csv
painting=(--prompt '{{描述}}，标题“{{名称}}”，日期“8月16日”' --paint-model "$model" --paint-device cpu --paint-threads 1 --paint-size 256x256 --paint-steps 2 --library lib2 --progress none)
merge --out 'painted/{row}.png' "${painting[@]}" --proof retry:1
check "painted rows are painted again where their words are wrong" [ $status = 0 -a "$(count_pngs lib2/pictures)" = 4 ]
check "…and said to be wrong" json "d['data']['proof']['wrong']==2"
merge --out 'painted2/{row}.png' "${painting[@]}" --proof retry:1
check "the same merge paints nothing more" [ $status = 0 -a "$(count_pngs lib2/pictures)" = 4 ]
merge --out 'live/{row}.png' "${painting[@]}" --proof replace
check "replace: wrong painted words become live text" [ $status = 0 -a "$(count_pngs live)" = 2 ]
check "no unfinished file is left" no_part_files
finish

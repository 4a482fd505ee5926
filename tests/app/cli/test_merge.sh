# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A table fills a poster, from the shell.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
font=(--font /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc --font /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf)
if ! [ -e "${font[1]}" ]; then echo "no Noto CJK here"; exit 4; fi
merge() { run merge "${font[@]}" "$@"; }

cat > poster.json <<'J'
{"format": "haibao.poster/1",
 "page": {"width": 600, "height": 800, "background": "#f4efe6"},
 "info": {"title": "价目"},
 "layers": [
  {"id": 1, "name": "底色", "frame": [0, 0, 600, 300], "shape": {"kind": "rectangle", "fills": ["#b03020"]}},
  {"id": 2, "name": "名称", "frame": [40, 80, 520, 140], "text": {"text": "名称", "font": {"family": "Noto Sans CJK SC"}, "size": 72, "box": {"mode": "shrink"}, "autofit": {"min_scale": 0.5}}},
  {"id": 3, "name": "说明", "frame": [40, 340, 520, 380], "text": {"text": "{{说明}}\n{{价格}} 元", "font": {"family": "Noto Sans CJK SC"}, "size": 36}}]}
J
printf '名称,说明,价格,颜色\r\n荔枝,"又甜,\r\n又多汁",012,#a02030\r\n杨梅,初夏的味道,8.50,\r\n水蜜桃,皮薄,=20,#e08060\r\n' | iconv -f UTF-8 -t GB18030 > fruit.csv

merge poster.json fruit.csv --check --json
check "a sound table passes the check" [ $status = 0 ]
check "…and says how many rows" json "d['data']['rows']==3 and d['data']['valid']==3"
check "…writing nothing" [ "$(count_pngs)" = 0 ]
merge poster.json fruit.csv --map 底色=颜色 --out 'out/{row:00}-{col:名称}.png' --json
check "each row of a GB18030 table becomes its file" [ $status = 0 ]
check "…under its name" [ -s out/01-荔枝.png -a -s out/02-杨梅.png -a -s out/03-水蜜桃.png ]
check "…with a report" [ -s out/merge-report.csv -a -s out/merge-report.json ]
check "…and no journal or unfinished file" [ "$(ls -A out | wc -l)" = 5 ]
check "rows differ" [ "$(pixels out/01-荔枝.png)" != "$(pixels out/02-杨梅.png)" ]
merge poster.json fruit.csv --map 底色=颜色 --out 'out/{row:00}-{col:名称}.png'
check "files that are there stop it before anything is written" [ $status = 4 ]
check "…with row and reason" complains "row 1"
merge poster.json fruit.csv --out 'out/{col:颜色|default:none}.png' --if-exists unique
check "an empty name has its default" [ -s out/none.png ]

printf '名称,说明,价格\nLychee,a,1\n𠮷野家,b,2\nPeach,c,3\nlychee,d,4\n' > names.csv
sed 's/Noto Sans CJK SC/Noto Sans/; s/ 元/ yuan/' poster.json > latin.json
run merge latin.json names.csv --font /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf --out 'latin/{col:名称}.png' --json
check "a character that no font has is found" [ $status = 4 ]
check "…as an error" json "d['ok'] is False and d['error']['message']=='2 of 4 rows have errors; nothing was written.'"
check "…with row, column and character" json "any(p['row']==2 and p['column']=='名称' and p['code']=='missing-glyphs' and '𠮷' in p['message'] for p in d['data']['problems'])"
check "…and so is a name that comes twice" json "any(p['row']==4 and p['code']=='duplicate-name' for p in d['data']['problems'])"
check "…and nothing is written" [ ! -e latin ]
run merge latin.json names.csv --font /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf --out 'latin/{col:名称}.png' --only-valid --json
check "--only-valid leaves them out" [ $status = 3 ]
check "…and makes the others" [ "$(count_pngs latin)" = 2 ]
check "…which the report says" json "[r['state'] for r in d['data']['results']]==['done','invalid','done','invalid']"

sed 's/"box": {"mode": "shrink"}, "autofit": {"min_scale": 0.5}/"box": {"mode": "fixed"}/' poster.json > fixed.json
printf '名称,说明,价格\n荔枝,a,1\n罗浮山下四时春卢橘杨梅,b,2\n杨梅,c,3\n' > long.csv
merge fixed.json long.csv --out 'fit/{row}.png'
check "a title too long for its box stops the merge before anything is written" [ $status = 4 -a ! -e fit ]
check "…naming its row" complains "row 2"
check "…and the ways out" complains "--too-long shrink"
merge fixed.json long.csv --out 'fit/{row}.png' --too-long skip
check "--too-long skip makes the other rows" [ $status = 3 -a "$(count_pngs fit)" = 2 ]
printf '名称,说明,价格\n%s,a,1\n' "$(printf '长作岭南人%.0s' $(seq 40))" > longest.csv
merge fixed.json longest.csv --out 'longest/{row}.png' --too-long shrink
check "…and where even that does not help it says what was tried" complains "Even at the smallest size of 28.8 points, 40 % of its own,"
merge fixed.json long.csv --check --json
check "--check that finds problems is no failure of the command" json "d['ok'] is True and d['data']['misfits']==1"
merge fixed.json long.csv --pdf-pages fit.pdf --too-long shrink --json
check "--too-long shrink makes all of them" [ $status = 0 ]
check "…and says which text is smaller" json "[(p['row'], p['code']) for p in d['data']['problems'] if p['code']=='set-smaller']==[(2, 'set-smaller')]"
check "…which stays live text on one line" [ "$(pdftotext -raw -f 2 -l 2 fit.pdf - | head -1)" = 罗浮山下四时春卢橘杨梅 ]
run merge latin.json names.csv --font /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf --out 'skip/{row}.png' --too-long skip
check "--too-long skip leaves out no row with another error" [ $status = 4 -a ! -e skip ]

merge poster.json fruit.csv --map 标题=名称 --check
check "a layer that is not there is wrong usage, with those there are" [ $status = 2 ]
check "…" complains 名称
merge poster.json fruit.csv --map 名称=title --check
check "…and so is a column" [ $status = 2 ]
merge poster.json none.csv
check "a table that is not there is an error" [ $status = 1 ]
printf 'a,"b\n' > broken.csv
merge poster.json broken.csv
check "a broken one says its line" complains "line 1"

merge poster.json fruit.csv --pdf-pages all.pdf
check "all rows become one PDF" [ $status = 0 ]
check "…of as many pages" [ "$(pdfinfo all.pdf | awk '/^Pages/ {print $2}')" = 3 ]
check "…with live text" [ "$(pdftotext -raw -f 2 -l 2 all.pdf - | tr -d ' \n\f')" = 杨梅初夏的味道8.50元 ]
check "…and each font once" [ "$(pdffonts all.pdf | tail -n +3 | wc -l)" = "$(pdffonts all.pdf | tail -n +3 | awk '{print $1}' | sort -u | wc -l)" ]
check "…sound" qpdf --check all.pdf > qpdf.log 2>&1
merge poster.json fruit.csv --pdf-pages all.pdf --check --json
check "a PDF that is there already is found by the check" [ $status = 4 ]
check "…as a problem of the whole table" json "[(p['row'], p['code']) for p in d['data']['problems']]==[(0, 'file-exists')]"
merge poster.json fruit.csv --pdf-pages all.pdf --only-valid
check "…before any work is done" [ $status = 4 ]
check "…with the way out" complains --if-exists
merge poster.json fruit.csv --pdf-pages all.pdf --if-exists unique
check "…which works" [ $status = 0 -a -s all_1.pdf ]

merge poster.json fruit.csv --out 'deep/{col:名称}/x.png'
check "the report names files as they are found from where it lies" grep -q ',荔枝/x.png,' deep/merge-report.csv
mkdir out.2026
merge poster.json fruit.csv --out out.2026
check "a folder may have a dot in its name" [ $status = 0 -a "$(count_pngs out.2026)" = 3 ]

printf '名称,说明,价格,描述\n一,a,1,red sky\n二,b,2,\n三,c,3,green hills\n' > prompts.csv
paint_options=(--paint-model "$model" --paint-device cpu --paint-threads 1 --paint-size 256x256 --paint-steps 2 --library "$work/library")
merge poster.json prompts.csv --map prompt=描述 --out 'painted/{row}.png' "${paint_options[@]}" --json
check "a column with prompts paints the grounds" [ $status = 0 ]
merge poster.json prompts.csv --map prompt=描述 --out 'fast/{row}.png' "${paint_options[@]/%\/library//fast-library}" --paint-speed fast
check "…at the speed that is asked for" [ $status = 0 -a "$(python3 -c "import sqlite3, json; print({json.loads(r[0])['speed_mode'] for r in sqlite3.connect('fast-library/library.db').execute('SELECT request FROM job')})")" = "{'fast'}" ]
check "…of the rows that have one" [ "$(ls painted | grep png)" = "$(printf '1.png\n3.png')" ]
check "…as jobs in the table's order" [ "$(python3 -c "import sqlite3; print(' '.join(r[0][-5:] for r in sqlite3.connect('library/library.db').execute('SELECT label FROM job ORDER BY position')))")" = "row 1 row 3" ]
merge poster.json prompts.csv --map prompt=描述 --out 'again/{row}.png' "${paint_options[@]}"
check "the same merge paints nothing anew" [ "$(python3 -c "import sqlite3; print(sqlite3.connect('library/library.db').execute('SELECT count(*) FROM picture').fetchone()[0])")" = 2 ]
check "…and gives the same files" cmp painted/3.png again/3.png
"$cli" queue run --wait --progress plain --library library > /dev/null 2> waiting < /dev/null &
other=$!
for _ in $(seq 1200); do
    grep -q Waiting waiting && break
    read -rt 0.05 <> <(:)
done
merge poster.json prompts.csv --map prompt=描述 --out 'painted-before/{row}.png' "${paint_options[@]}"
check "where all is painted nobody else's work is in the way" [ $status = 0 -a "$(count_pngs painted-before)" = 2 ]
merge poster.json prompts.csv --map prompt=描述 --out 'by-another/{row}.png' "${paint_options[@]}" --paint-seed 50
check "where another program paints the merge waits for it" [ $status = 0 -a "$(count_pngs by-another)" = 2 ]
check "…and says so" complains "Another program"
kill -TERM $other
wait $other
python3 -c "import sqlite3; c=sqlite3.connect('library/library.db'); c.execute('DELETE FROM job WHERE id > 2'); c.execute('DELETE FROM picture WHERE seed >= 50'); c.commit()"
python3 -c "import sqlite3; c=sqlite3.connect('library/library.db'); c.execute('PRAGMA foreign_keys=ON'); c.execute('DELETE FROM picture WHERE seed=3'); c.commit()"
python3 -c "print('名称,说明,价格,描述\\n一,a,1,red sky\\n二,b,2,' + 'far too long ' * 20000 + '\\n三,c,3,green hills')" > prompts.csv
merge poster.json prompts.csv --map prompt=描述 --out 'third/{row}.png' "${paint_options[@]}" --json
check "a row that cannot be painted fails alone" [ $status = 3 ]
check "…with its reason" json "d['data']['results'][1]['state']=='failed' and 'limit' in d['data']['results'][1]['message']"
check "…a picture that was deleted is painted again, and each file is its row's" cmp painted/3.png third/3.png

# A merge that was killed between adding a row's job and letting it go leaves it paused: the next run lets it go.
printf '名称,说明,价格,描述\n一,a,1,blue lake\n二,b,2,white snow\n' > paused.csv
"$cli" queue pause --library library > /dev/null
merge poster.json paused.csv --map prompt=描述 --out 'paused/{row}.png' "${paint_options[@]}"
check "a paused queue paints no row" [ $status = 1 -o $status = 3 ]
python3 -c "import sqlite3; c=sqlite3.connect('library/library.db'); n=c.execute(\"UPDATE job SET state='paused' WHERE state='queued'\").rowcount; c.commit(); exit(n != 2)"
check "…whose jobs are left paused" [ $? = 0 ]
"$cli" queue resume --library library > /dev/null
merge poster.json paused.csv --map prompt=描述 --out 'paused/{row}.png' "${paint_options[@]}"
check "…and the next run paints them" [ $status = 0 -a "$(count_pngs paused)" = 2 ]

# kill -9 in the middle: the same command goes on.
python3 -c "
open('kill.csv', 'w').write('名称,说明,价格\n' + ''.join(f'甲{i},乙,{i}\n' for i in range(1, 41)))"
"$cli" merge "${font[@]}" poster.json kill.csv --out killed/ --workers 1 > stdout 2> stderr &
job=$!
for _ in $(seq 1200); do
    [ "$(count_pngs killed 2> /dev/null)" -ge 10 ] && break
    read -rt 0.02 <> <(:)
done
kill -KILL $job
wait $job 2> /dev/null
made=$(count_pngs killed)
merge poster.json kill.csv --out killed/ --json
check "a killed merge goes on" [ $status = 0 ]
check "…with what it had, $made files" json "$made - 1 <= sum(r.get('resumed', False) for r in d['data']['results']) <= $made"
check "…to all files and nothing else" [ "$(ls -A killed | wc -l)" = 42 ]

# Killed, its table changed, and killed again between noting a file and putting it in its place: whichever of the two made it,
# the file is the merge's own, and gives way to what the table says now.
changed() { python3 -c "
open('change.csv', 'w').write('名称,说明,价格\n' + ''.join(f'甲{i},{\"$1\" if i == 1 else \"乙\"},{i}\n' for i in range(1, 61)))"; }
killed_when() {
    "$cli" merge "${font[@]}" poster.json change.csv --out 'changed/{row:00}.png' --workers 1 > stdout 2> stderr &
    job=$!
    for _ in $(seq 1200); do
        "$@" 2> /dev/null && break
        read -rt 0.02 <> <(:)
    done
    kill -KILL $job
    wait $job 2> /dev/null
}
ten_files() { [ "$(count_pngs changed)" -ge 10 ]; }
changed 一
killed_when ten_files
first=changed/01.png
cp "$first" first.before
is_new() { ! cmp -s "$first" first.before; }
changed 二
killed_when is_new
check "the changed row is made anew" is_new
cp "$first" first.after
cp -r changed changed.kept
for made in before after; do
    rm -rf changed && cp -r changed.kept changed && cp "first.$made" "$first"
    changed 三
    merge poster.json change.csv --out 'changed/{row:00}.png'
    check "what the ${made} run made gives way" [ $status = 0 -a "$(count_pngs changed)" = 60 ]
    check "…to what the table says now" [ "$(pixels "$first")" != "$(pixels first.before)" -a "$(pixels "$first")" != "$(pixels first.after)" ]
done

# nohup: the terminal goes away after the first stage.
(trap '' HUP; exec "$cli" merge "${font[@]}" poster.json kill.csv --out hung-up/ --workers 1 > stdout 2> stderr) &
job=$!
for _ in $(seq 1200); do
    [ "$(count_pngs hung-up 2> /dev/null)" -ge 3 ] && break
    read -rt 0.02 <> <(:)
done
kill -HUP $job
wait $job
status=$?
check "nohup holds in every stage" [ $status = 0 -a "$(count_pngs hung-up)" = 40 ]

# Many rows: memory does not grow with them. $HAIBAO_TEST_ROWS (60; the slow form takes 1,000).
rows=${HAIBAO_TEST_ROWS:-60}
peak_kilobytes() {
    python3 - "$1" <<P
import resource, subprocess, sys
n = int(sys.argv[1])
open('many.csv', 'w').write('名称,说明,价格\n' + ''.join(f'品名{i},第 {i} 行的说明文字,{i}\n' for i in range(1, n + 1)))
subprocess.run(['$cli', 'merge', '${font[0]}', '${font[1]}', 'poster.json', 'many.csv', '--out', 'many/', '--if-exists', 'overwrite', '--json'], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
P
}
few=$(peak_kilobytes 10)
many=$(peak_kilobytes "$rows")
check "$rows rows are made" [ "$(count_pngs many)" = "$rows" ]
check "memory is flat: $few kB for 10 rows, $many kB for $rows" [ $((many - few)) -lt 300000 ]
finish

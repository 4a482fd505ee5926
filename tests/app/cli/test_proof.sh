# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Texts are read and compared with what was asked for.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

cat > poster.json <<'J'
{"haibao.document": 1, "page": {"width": 800, "height": 600, "unit": "px", "dpi": 72},
 "layers": [{"id": 1, "name": "标题", "frame": [80, 80, 640, 150], "text": {"text": "海风音乐节", "size": 96}},
            {"id": 2, "name": "date", "frame": [80, 300, 640, 90], "text": {"text": "16 August", "size": 56}}]}
J
run poster import poster.json -o poster.haibao
check "a poster from JSON" [ $status = 0 ]
run render poster.haibao -o poster.png
run proof poster.haibao --json
check "live text that can be seen passes" [ $status = 0 ]
check "…with its contrast" json "all(t['kind']=='live' and t['verdict']=='right' and t['contrast']>15 for t in d['data']['texts']) and len(d['data']['texts'])==2"
run proof poster.png
check "a picture that does not say what was asked for is a question back" [ $status = 2 ]
check "…in words" complains '--expect'
run proof poster.png --expect 海风音乐节 --expect '16 August' --json
check "what was painted right is right" [ $status = 0 ]
check "…with its place" json "all(t['verdict']=='right' and len(t['place'])==4 for t in d['data']['texts'])"
run proof poster.png --expect 海风音乐会 --expect '16 August'
check "another character ends with status 4" [ $status = 4 ]
check "…and is shown" says '海风音乐节'
run proof poster.png --expect 海风音乐节 --expect '16 August' --expect 'Free entry' --json
check "a text that is not there is missing" [ $status = 4 ]
check "…as its verdict" json "[t['verdict'] for t in d['data']['texts']]==['right','right','missing']"
run render poster.haibao -o passed.png --require-proof --json
check "--require-proof lets a right poster pass" [ $status = 0 -a -s passed.png ]
sed -i 's/\[80, 80, 640, 150\]/[500, 80, 640, 150]/' poster.json
run proof poster.json --json
check "a title over the edge is found" [ $status = 4 ]
check "…as off page" json "'off page' in [f['problem'] for t in d['data']['texts'] for f in t['findings']]"
run render poster.json -o refused.png --require-proof
check "--require-proof refuses a wrong one" [ $status = 4 -a ! -e refused.png ]
check "…in words" complains 'nothing was written'
run proof missing.png --expect A
check "a missing file is said" [ $status = 1 ]
head -c 300 poster.png > cut.png
run proof cut.png --expect A
check "a broken picture is said" [ $status = 1 ]
finish

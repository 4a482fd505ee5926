# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program says about itself and about wrong use; nothing is painted here.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

run --help
check "help is no error" [ $status = 0 ]
check "help names the commands" says "Paint pictures from a prompt"
check "help tells the exit statuses" says "130 cancelled"
run generate --help
check "the command has its own help" says "--guidance"
run --version
check "the version is printed" says "haibao-cli "

for wrong in "" "dance" "generate" "generate --prompt x --steps many" "generate --prompt x --colour red" "generate --prompt x --precision double" \
    "generate --prompt x --size 1000" "generate --prompt x --size 1000x1000" "generate --prompt x --size 64x64" "generate --prompt x --count 0" \
    "generate --prompt x --top-p 7" "generate --prompt x --out {nothing}.png" "generate --prompt x --out a.jpg" "models" "show"; do
    run $wrong --model "$model" 2>/dev/null
    case $wrong in generate*) ;; *) run $wrong ;; esac
    check "wrong usage: '$wrong'" [ $status = 2 ]
    check "…with a sentence on stderr" [ -s "$work/stderr" ]
    check "…and nothing on stdout" [ ! -s "$work/stdout" ]
    check "…without control characters" no_control_characters "$work/stderr"
done
run generate --prompt x --model "$model" --size 1000x700
check "the nearest size is told" complains "nearest size is 992x704"
run generate --prompt x --guidance 1,5
check "a comma in a number is wrong usage" [ $status = 2 ]
check "…with the number to write" complains "--guidance 1,5 is not understood: write 1.5, with a point."
run enlarge x.png --to 1024x1024 --strength 0,5
check "…also where the number has limits" complains "write 0.5, with a point"
for whole in "--steps 1,5" "--seed 1,2,x" "--threads 1,5"; do
    run generate --prompt x $whole
    check "a comma where no point may stand is wrong usage: $whole" [ $status = 2 ]
    check "…without a remedy that is none" [ -z "$(grep -F 'with a point' "$work/stderr")" ]
done
run generate --prompt x --out /dev/full
check "a device is no file to write" [ $status = 6 -a ! -e /dev/full.png ]
check "…and that is said" complains "/dev/full is a device or a pipe"
for size in 256x256 512x512; do
    HAIBAO_WORKER=/bin/false run generate --prompt x --size $size
    cp "$work/stderr" "$size"
done
check "a picture too small for its model is remarked on" grep -qF "is made for about 512×512 pixels; at 256×256" 256x256
check "…and one of its size is not" [ -z "$(grep -F 'is made for' 512x512)" ]
HAIBAO_WORKER=/bin/false run generate --prompt x --size 256x256 --model "$model"
check "…nor one of a model that does not say" [ -z "$(grep -F 'is made for' "$work/stderr")" ]
run generate --prompt x --json --steps many
check "wrong usage in JSON" json "d['haibao']==1 and d['ok'] is False and d['error']['kind']=='invalid_input' and d['error']['message']"

run show nothing.png
check "a missing file is a failure" [ $status = 1 ]
run show nothing.png --json
check "…also in JSON" json "d['ok'] is False and d['error']['kind']=='not_found'"
echo "no picture" > text.png
run show text.png
check "what is no PNG is a failure" [ $status = 1 ]
run show .
check "a folder is a failure" [ $status = 1 ]

run generate --prompt x --model nowhere
check "an unknown model is a failure" [ $status = 1 ]
check "…by name" complains "nowhere"
mkdir empty
run generate --prompt x --model ./empty
check "a folder without a model is a failure" [ $status = 1 ]
run generate --prompt @missing.txt --model "$model"
check "a missing prompt file is a failure" [ $status = 1 ]
printf '\xba\xa3\xb1\xa8' > gb.txt
run generate --prompt @gb.txt --model "$model"
check "a prompt in another encoding is refused" [ $status = 2 ]
check "…with the remedy" complains "UTF-8"
HAIBAO_WORKER=/nowhere run generate --prompt x --model "$model"
check "a missing worker is a failure" [ $status = 1 ]
HAIBAO_WORKER=/bin/false run generate --prompt x --model "$model" --json
check "a worker that ends at once is a dead worker" [ $status = 5 ]
check "…and the one error is JSON" json "d['error']['kind']=='device'"
HAIBAO_WORKER=/bin/false run devices
check "devices survives a dead worker" [ $status = 5 ]

run devices
check "there is a processor" says "cpu"
run devices --json
check "devices in JSON" json "d['ok'] and any(e['name']=='cpu' and e['usable'] for e in d['data']['devices'])"
run models list --json
check "models in JSON" json "d['ok'] and isinstance(d['data']['models'], list)"
run models show "$model"
check "a sound model is shown" [ $status = 0 ]
check "…with its parts" says "transformer"
run models show "$model" --json --size 512x512
check "…in JSON with the memory of each stage" json "d['data']['stages'] and d['data']['identity']"
run models verify "$model"
check "a sound model is sound" [ $status = 0 ]
cp -r "$model" broken && chmod -R u+w broken
truncate -s -1 "$(find broken/transformer -name '*.safetensors' | head -1)"
run models verify ./broken
check "a truncated weight file is found" [ $status = 4 -o $status = 1 ]
check "…and named" grep -qF transformer "$work/stdout" "$work/stderr"
run generate --prompt x --model ./broken
check "a broken model is a failure, no crash" [ $status = 1 ]

run scene list
check "scenes are listed" says "mountains"
run scene render --subject mountains@left --size 128x192 --out s.png
check "a scene is painted" [ $status = 0 -a -s s.png ]
run scene render --subject dragons --out t.png
check "an unknown subject is wrong usage" [ $status = 2 -a ! -e t.png ]

"$cli" generate --prompt p --model "$model" --size 256x256 --steps 1 --device cpu --progress none --out closed.png <&- >&- 2>&-
status=$?
check "closed streams do no harm" [ $status = 0 -a -s closed.png ]
"$cli" devices > /dev/full 2> "$work/stderr"
status=$?
check "a full disk behind a redirection is noticed" [ $status = 6 ]
finish

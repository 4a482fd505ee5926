# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A model as one file, and checkpoints of random weights.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

run models convert "$model" -o small.gguf --type Q8_0 --json
check "a model is converted" [ $status = 0 -a -s small.gguf ]
check "…and told of in JSON" json "d['data']['bytes_by_type']['Q8_0']>0"
check "no unfinished file is left" no_part_files
run models verify small.gguf
check "it is sound" [ $status = 0 ]
run models show small.gguf --json
check "it can be looked into" json "not d['data']['problems'] and any('Q8_0' in c['dtypes'] for c in d['data']['components'])"
run models convert "$model" -o ""
check "a name is asked for before anything is converted" [ $status = 2 -a ! -e .part ]
run models convert "$model" -o small.gguf --type Q4_0
check "an existing file is kept" [ $status = 6 ]
check "…and named" complains small.gguf
paint --prompt '海报 “海风”' --seed 7 --out folder.png
run generate --model small.gguf --device cpu --threads 1 --size 256x256 --steps 2 --prompt '海报 “海风”' --seed 7 --out file.png
check "it paints like the folder" [ $status = 0 -a -s file.png ]
run show file.png --json
check "its pictures name it" json "d['data']['record']['model']['name']=='small'"
mkdir -p "$XDG_DATA_HOME/haibao/models" && cp small.gguf "$XDG_DATA_HOME/haibao/models/"
run models list --json
check "an installed file is listed" json "any(m['name']=='small' and m['ok'] for m in d['data']['models'])"
run models show small
check "…and found by its name" [ $status = 0 ]
head -c 20000 small.gguf > cut.gguf
run models verify cut.gguf
check "a file that ends early is refused" [ $status = 1 ]
check "…in a sentence" complains cut.gguf
run generate --model cut.gguf --prompt x --device cpu --out never.png
check "…and not painted with" [ $status = 1 -a ! -e never.png ]

# Killed in the middle, gone on with. The golden checkpoint is too small for that; this one is not.
run models synthesize random --width 0.06 --depth 0.05
check "a checkpoint of random weights is written" [ $status = 0 ]
run models verify random
check "…which is a sound one" [ $status = 0 ]
run models synthesize random.gguf --width 0.06 --depth 0.05 --type Q4_K
check "…and one in a single file" [ $status = 0 ]
run models verify random.gguf
check "…which is as sound" [ $status = 0 ]
run models synthesize random --width 0.06
check "an existing folder is kept" [ $status = 6 ]
run models convert random -o whole.gguf --type Q4_K
check "it is converted" [ $status = 0 ]
"$cli" models convert random -o killed.gguf --type Q4_K > /dev/null 2>&1 < /dev/null &
converter=$!
for _ in $(seq 200); do [ "$(stat -c %s killed.gguf.part 2> /dev/null || echo 0)" -gt 1000000 ] && break; sleep 0.05; done
kill -KILL $converter 2> /dev/null
wait $converter 2> /dev/null
[ -e killed.gguf ] || run models convert random -o killed.gguf --type Q4_K
check "a killed conversion is gone on with to the same bytes" cmp whole.gguf killed.gguf
check "…and leaves nothing behind" no_part_files

run plan --model whole.gguf --size 256x256 --device cpu --json
check "a plan is made" [ $status = 0 ]
check "…with every stage" json "[s['stage'] for s in d['data']['stages']]==['composing','painting','finishing'] and all(s['where']=='cpu' and s['verdict']=='fits' and s['weights']>0 and s['working']>0 for s in d['data']['stages'])"
run generate --model whole.gguf --size 256x256 --steps 1 --device cpu --prompt x --out noise.png
check "random weights paint noise" [ $status = 0 ]
run plan --model whole.gguf --size 256x256 --steps 1 --device cpu --json
check "…after which its time is known" json "all(s['seconds'] for s in d['data']['stages'])"
run plan --model whole.gguf --size 1000x1000
check "a size that cannot be painted cannot be planned" [ $status = 2 ]
run plan --model random.gguf --size 512x512 --device cpu --json
check "the time with another model is not known" json "not any(s['seconds'] for s in d['data']['stages'])"
run plan --model random.gguf --size 512x512 --device cpu --calibrate --json
check "…but measured when asked for" json "all(s['seconds'] for s in d['data']['stages'])"
check "…and loading apart from it" json "d['data']['loading_seconds']>0"
run plan --model random.gguf --size 512x512 --json
check "…also for auto, which is the processor here" json "d['data']['device']=='cpu' and all(s['seconds'] for s in d['data']['stages'])"
finish

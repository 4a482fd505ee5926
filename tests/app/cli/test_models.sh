# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A model as one file.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

run models convert "$model" -o small.gguf --type Q8_0 --json
check "a model is converted" [ $status = 0 -a -s small.gguf ]
check "…and told of in JSON" json "d['data']['bytes_by_type']['Q8_0']>0"
check "no unfinished file is left" no_part_files
run models verify small.gguf
check "it is sound" [ $status = 0 ]
run models show small.gguf --json
check "it can be looked into" json "not d['data']['problems'] and any('Q8_0' in c['dtypes'] for c in d['data']['components'])"
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

finish

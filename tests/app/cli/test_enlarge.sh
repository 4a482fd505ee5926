# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures large enough for print.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

paint --prompt '群山，右边有太阳' --seed 3 --out small.png
check "a small picture" [ $status = 0 ]
run enlarge small.png --to A6@150 --json
check "to a paper: the whole picture inside it" [ $status = 0 ]
check "…in its proportions, with the paper's resolution" json "(d['data']['width'], d['data']['height'], d['data']['dpi'])==(620, 620, 150)"
check "…beside the picture" [ -s small-620x874.png ]
run enlarge small.png --to 640x800 --fill -o filled.png --json
check "--fill covers the size" json "(d['data']['width'], d['data']['height'])==(640, 800)"
run show filled.png --json
check "the record stays" json "d['data']['record']['prompt']=='群山，右边有太阳'"
check "what is enlarged and made small again is the picture" python3 -c "
import cv2, sys
a, b = cv2.imread('small.png').astype(float), cv2.imread('small-620x874.png')
b = cv2.resize(b, (256, 256), interpolation=cv2.INTER_AREA).astype(float)
sys.exit(0 if abs(a - b).mean() < 6 else 1)"
run enlarge small.png --to 200x200
check "smaller is no enlarging" [ $status = 2 ]
run enlarge small.png --to A3
check "a paper without resolution is a question back" [ $status = 2 ]
check "…with an example" complains 'A3@300'
mkfifo pipe.png
for other in . pipe.png; do
    run enlarge "$other" --to A3@300
    check "what is no file is not waited for" [ $status = 1 ]
    check "…and not said to be missing" complains "is not a file"
done
run enlarge missing.png --to A3@300
check "a missing picture is said" [ $status = 1 ]
# Memory is the picture's and some rows', not the result's: 12000 x 12000 pixels are 412 MiB.
check "a large result in little memory" bash -c "ulimit -v 1500000; '$cli' enlarge small.png --to 12000x12000 -o large.jpg > stdout 2> stderr"

by_model() { run enlarge small.png --to 400x400 --by model --model "$model" --device cpu --threads 1 --strength 0.6 --steps 3 --tile 256 --progress none "$@"; }
by_model -o refined.png --json
check "a model refines it in tiles" json "(d['data']['method'], d['data']['width'], d['data']['height'])==('model', 400, 400)"
check "…and leaves none of them behind" [ -z "$(find "$XDG_CACHE_HOME/haibao/enlarge" -name '*.png')" ]
run show refined.png --json
check "…the record stays" json "d['data']['record']['prompt']=='群山，右边有太阳'"
check "…and tells how it was enlarged" json "(d['data']['record']['enlarged']['strength'], d['data']['record']['enlarged']['steps'], d['data']['record']['width'])==(0.6, 3, 256)"
run show refined.png
check "…in words, too" says 'strength 0.6'
run enlarge small.png --from refined.png --model "$model" --device cpu --threads 1 --progress none -o from.png
check "--from repeats it" [ $status = 0 -a "$(pixels refined.png)" = "$(pixels from.png)" ]
run enlarge small.png --from refined.png --device cpu -o never.png
check "…with the model that it was enlarged by" [ $status != 0 -a ! -e never.png ]
run enlarge small.png --from small.png -o never.png
check "a picture that was never enlarged tells no size" [ $status = 2 -a ! -e never.png ]
run enlarge small.png -o never.png
check "without a size there is a question back" [ $status = 2 ]
python3 -c "
import cv2
cv2.imwrite('photo.png', cv2.imread('small.png')[:, ::-1])"
run enlarge photo.png --to 400x400 --by model --model "$model" --device cpu --threads 1 --strength 0.6 --steps 3 --tile 256 --progress none --prompt '群山' -o photo-large.png
run show photo-large.png --json
check "a photograph tells how it was enlarged, and of no painting" json "(d['data']['record']['enlarged']['strength'], d['data']['record']['prompt'], d['data']['record']['steps'])==(0.6, '群山', 0)"
run generate --from photo-large.png --device cpu -o never.png
check "…and cannot be painted again" [ $status = 2 -a ! -e never.png ]
by_model -o again.png
check "the same settings give the same picture" cmp refined.png again.png
"$cli" enlarge small.png --to 400x400 --by model --model "$model" --device cpu --threads 1 --strength 0.6 --steps 3 --tile 256 --progress json -o killed.png > stdout 2> progress < /dev/null &
painter=$!
for _ in $(seq 2400); do
    [ -n "$(find "$XDG_CACHE_HOME/haibao/enlarge" -name 'tile-0.png' 2> /dev/null)" ] && break
    read -rt 0.02 <> <(:)
done
kill -KILL $painter
wait $painter 2> /dev/null
check "a tile that was finished outlives a kill" [ -n "$(find "$XDG_CACHE_HOME/haibao/enlarge" -name 'tile-0.png')" ]
by_model -o killed.png
check "…and the same command goes on to the same picture" cmp refined.png killed.png
run enlarge small.png --to 400x400 --by model --model nowhere
check "a missing model is said" [ $status = 1 ]
run enlarge small.png --to 400x400 --by model --strength 0
check "no strength is none" [ $status = 2 ]
# The kill above may have met the pace of that tile just being noted, in a file that may be lost.
rm -f "$XDG_CACHE_HOME"/haibao/.pace.json.*.part
check "no unfinished file is left" no_part_files
finish

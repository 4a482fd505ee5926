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
run enlarge missing.png --to A3@300
check "a missing picture is said" [ $status = 1 ]
# Memory is the picture's and some rows', not the result's: 12000 x 12000 pixels are 412 MiB.
check "a large result in little memory" bash -c "ulimit -v 1500000; '$cli' enlarge small.png --to 12000x12000 -o large.jpg > stdout 2> stderr"
check "no unfinished file is left" no_part_files
finish

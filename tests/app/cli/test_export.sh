# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One poster and many pictures as files.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

cat > poster.json <<'J'
{"format": "haibao.poster/1", "page": {"width": 105, "height": 148, "unit": "mm", "dpi": 100, "bleed": "3mm", "background": "#d8533c"},
 "info": {"title": "海报 & <test>", "author": "王小明"},
 "layers": [{"shape": {"kind": "rectangle", "fills": ["#000000"]}, "name": "bar", "frame": [50, 60, 150, 80]}]}
J
run render poster.json -o out/a.png
check "a poster is rendered" [ $status = 0 -a -s out/a.png ]
check "…and its name, size and resolution are told" says "out/a.png, 413×583, 100 dpi"
run render poster.json -o out/a.png --json
check "a name that is taken gets a number" json "d['data']['file'] == 'out/a_1.png' and d['data']['sha256']"
run render poster.json -o out/a.png --overwrite --size 300x --json
check "a size in pixels" json "d['data']['file'] == 'out/a.png' and d['data']['width'] == 300 and d['data']['height'] == 423"
run render poster.json -o out/b.jpg --quality 50 --target-size 20k --json
check "a size in bytes" json "d['data']['bytes'] <= 20000 and d['data']['quality'] > 0"
run render poster.json -o out/c.tiff --cmyk --bleed 3 --dpi 200 --json
check "CMYK with bleed" json "d['data']['width'] == 874 and d['data']['most_ink_percent'] > 0"
check "…is CMYK" grep -q "separated" <(tiffinfo out/c.tiff)
run render poster.json -o out/nan.png --bleed nan
check "a bleed that is no number is refused" [ $status = 2 -a ! -e out/nan.png ]
run render poster.json -o out/d.avif --bits 10
check "AVIF" [ $status = 0 -a -s out/d.avif ]
run render poster.json -o out/e.webp --lossless
check "WebP" [ $status = 0 -a -s out/e.webp ]
run render poster.json -o out/f.pdf --preset print-pdf-x4 --json
check "PDF/X-4 from a preset" json "d['data']['pages'] == 1"
check "…sound" qpdf --check out/f.pdf > /dev/null
sed 's/"profile": *"[^"]*"/"profile": "GRACoL_TR006_coated"/' "$source/assets/presets/cmyk-tiff.json" > gracol.json
run render poster.json -o out/g.tiff --preset gracol.json --cmyk
check "--cmyk leaves a preset its own press" grep -q "GRACoL" <(exiftool -s3 -ProfileDescription out/g.tiff)
run render poster.json -o out/m.png --metadata none
check "no metadata" [ -z "$(exiftool -s3 -Title -Author -XMP:all out/m.png)" ]

for wrong in "-o out/x.bmp" "-o out/x.webp --size 20000x" "-o out/x.png --cmyk" "-o out/x.jpg --bits 16" "-o out/x.png --size axb" \
    "-o out/x.jpg --quality 0" "-o out/x.pdf --size 300x300" "-o out/x.png --dpi 0" "-o out/x.png --fit tight" "-o out/x.png --mm 9000000x" ""; do
    run render poster.json $wrong
    check "wrong usage: '$wrong'" [ $status = 2 ]
    check "…with a sentence" [ -s "$work/stderr" ]
    check "…and no file" [ ! -e out/x.png -a ! -e out/x.webp -a ! -e out/x.jpg -a ! -e out/x.pdf ]
done
run render poster.json -o out/x.png --profile Kodak1886
check "an unknown profile is a failure with those there are" [ $status = 1 ]
check "…" complains "FOGRA39L_coated"
echo '{"format": "haibao.poster/1", "layers": 7}' > broken.json
run render broken.json -o out/x.png
check "a broken poster is a failure, not wrong usage" [ $status = 1 -a ! -e out/x.png ]
check "…named with its place" complains "broken.json: layers must be a list"
run render missing.haibao -o out/x.png
check "a missing poster is a failure" [ $status = 1 ]
run render poster.json -o /proc/nowhere/x.png
check "a folder that cannot be is told" [ $status = 6 ]

mkdir in && for i in 1 2 3 4 5; do run scene render --random all --seed $i --size 128x96 --out in/s$i.png; done
run export in --out "small/{doc}-{n:00}.jpg" --long-side 64 --dry-run
check "a dry run prints every name" says "small/s3-03.jpg"
check "…and makes nothing" [ ! -e small ]
run export in --out "small/{doc}-{n:00}.jpg" --long-side 64 --json
check "a folder is exported" json "len(d['data']['files']) == 5 and all(f['state']=='done' for f in d['data']['files'])"
check "…to the sizes asked for" [ "$(identify -format '%wx%h ' small/*.jpg)" = "64x48 64x48 64x48 64x48 64x48 " ]
check "…with a report" grep -q "s5.png,custom,done,s5-05.jpg,64,48" small/export-report.csv
run export in poster.json --preset screen-png --preset social-jpeg --out "both/" --no-report
check "several presets and a poster among pictures" [ "$(ls both | wc -l)" = 12 -a $status = 0 ]
run export in --out "small/{doc}-{n:00}.jpg" --long-side 64 --if-exists skip
check "existing files are skipped" complains "0 done, 5 skipped"
mkdir -p out.2026
run export in --out out.2026 --long-side 64
check "a folder may have a dot in its name" [ $status = 0 -a "$(count_pngs out.2026)" = 5 ]
run export in --out "same.jpg" --if-exists overwrite
check "colliding names are refused" [ $status = 2 -a ! -e same.jpg ]
run export in --out "same.jpg" --if-exists overwrite --dry-run
check "…and found by a dry run" [ $status = 4 ]
echo broken > in/bad.png
run export in --preset web-webp --out webp/
check "one bad picture makes it partly done" [ $status = 3 -a "$(ls webp/*.webp | wc -l)" = 5 ]
check "…by name" complains "bad.png"
rm in/bad.png
run export --list-presets
check "presets are listed" says "cmyk-tiff"
run export
check "nothing to export is wrong usage" [ $status = 2 ]
run export in --preset cinema --out x/
check "an unknown preset is a failure" [ $status = 1 ]

# Pictures of the library, found by a search.
run gallery init --library lib
run gallery import in --library lib --tag batch
run gallery export tag:batch --library lib --preset social-jpeg --out "found/{n:00}-{doc}" --json
check "what a search finds is exported" json "len(d['data']['files']) == 5 and all(f['state']=='done' for f in d['data']['files'])"
check "…into the folder" [ "$(ls found/*.jpg | wc -l)" = 5 ]
check "…and the library knows" [ "$(sqlite3 lib/library.db 'select count(*) from export')" = 5 ]
run gallery export tag:nothing --library lib --preset social-jpeg --out none/
check "nothing found is a failure" [ $status = 1 -a ! -e none ]
run gallery export 'star:many' --library lib --preset social-jpeg --out none/
check "a search that cannot be understood is wrong usage" [ $status = 2 ]

# Two processes in one folder, names made unique: nothing is lost.
"$cli" export in --preset screen-png --out two/ --no-report > /dev/null 2>&1 &
"$cli" export in --preset screen-png --out two/ --no-report > /dev/null 2>&1
wait
check "two processes do not take each other's names" [ "$(ls two | wc -l)" = 10 ]
check "no temporary files remain" no_part_files
finish

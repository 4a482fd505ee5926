#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the same texts with Chromium and with `haibao-cli typeset layout` and compares lines and positions.

Not part of the tests: it needs a Chromium and the same Noto fonts on the host (~/.fonts), because the build environment has
no browser. From the source folder, after ./run build:
    python3 tests/app/typeset/compare_chromium.py [--chromium chromium] [--run ./run] [--keep FOLDER]
Prints a table in Markdown, and every difference above half a pixel. Exit status 1 when there is one.
"""
import argparse, html, json, pathlib, subprocess, sys, tempfile

SANS, SERIF = "Noto Sans CJK", "Noto Serif CJK"
REGION = {"zh-Hans": "SC", "zh-Hant": "TC", "ja": "JP", "en": "SC"}

# What a text is set with: name → (CSS, Haibao).
OFF = ("text-spacing-trim:space-all;text-autospace:no-autospace", dict(punct_trim=dict(adjacent="off", line_start="full", line_end="full"), autospace_em=0))
TRIM = ("text-spacing-trim:normal;text-autospace:no-autospace", dict(punct_trim=dict(adjacent="normal", line_start="full", line_end="auto"), autospace_em=0))
START = ("text-spacing-trim:trim-start;text-autospace:no-autospace", dict(punct_trim=dict(adjacent="normal", line_start="half", line_end="auto"), autospace_em=0))
SPACE = ("text-spacing-trim:space-all;text-autospace:normal", dict(punct_trim=dict(adjacent="off", line_start="full", line_end="full"), autospace_em=0.125))
BOTH = ("text-spacing-trim:normal;text-autospace:normal", dict(punct_trim=dict(adjacent="normal", line_start="full", line_end="auto"), autospace_em=0.125))

ZH = ["今天天气很好，我们一起去海边看日出吧。", "他说：“今晚的音乐会，你来不来？”我没有回答。", "《红楼梦》（曹雪芹著）是一部伟大的小说！你读过吗？",
      "第一届国际海报设计大赛将于二〇二六年八月十六日在青岛开幕。", "价格是￥100，折扣80%，温度38℃，共计1,200元。", "真的吗？当然！不过……也许——算了；再说吧：好。",
      "春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！", "「引用」与『双引号』、顿号、书名号《书》〈篇〉【注】〔备〕。"]
TW = ["海報設計大賽，將於八月舉行。「你來嗎？」他問。", "臺北・高雄・臺中，三地同時展出《山海》。"]
JA = ["今日は天気が良いので、海まで散歩に行きましょう。", "キャッチコピーは「夏、はじまる。」です。チェック！", "東京（とうきょう）・大阪・京都で開催。ぜひ、お越しください！",
      "彼は「本当ですか？」と聞いたが、誰も答えなかった……。", "スーパーマーケットでコーヒーとチョコレートを買った。", "昭和・平成・令和、と時代は移る。人々はゝ々を使う。"]
MIX = ["Haibao海报使用GLM-Image模型，在你的电脑上运行。", "iPhone 16发布会：Apple Park, 9月10日10:00AM開始。", "设计（design）是art与technology的结合。",
       "新しいMacBook Proを買いました。価格は¥248,000です。", "请访问 https://haibao.example/posters?id=12&lang=zh 了解更多。", "A座3楼B12室，联系电话010-12345678。"]
EN = ["The quick brown fox jumps over the lazy dog, again and again.", "Posters with perfect type: every word on the poster is right.", "A well-known e-mail address isn't always easy to break."]


def samples():
    """(language, text, vertical, level, options, align, spacing, family)"""
    groups = [("zh-Hans", ZH), ("zh-Hant", TW), ("ja", JA), ("zh-Hans", MIX[:3] + MIX[4:]), ("ja", MIX[3:4]), ("en", EN)]
    for lang, texts in groups:
        for text in texts:
            for vertical in (False, True):
                yield lang, text, vertical, "strict", OFF, "start", 0, SANS
    for lang, texts in [("zh-Hans", ZH[1:6:2]), ("ja", JA[1:5])]:
        for text in texts:
            for level in ("normal", "loose"):
                yield lang, text, False, level, OFF, "start", 0, SANS
    for lang, texts in [("zh-Hans", ZH[1:8:2]), ("ja", JA[1:4])]:
        for text in texts:
            for vertical in (False, True):
                for options in (TRIM, START):
                    yield lang, text, vertical, "strict", options, "start", 0, SANS
    for text in MIX[:3] + MIX[5:]:
        for vertical in (False, True):
            yield "zh-Hans", text, vertical, "strict", SPACE, "start", 0, SANS
        yield "zh-Hans", text, False, "strict", BOTH, "start", 0, SANS
    for text in (ZH[0], MIX[0]):
        yield "zh-Hans", text, False, "strict", OFF, "centre", 0, SANS
        yield "zh-Hans", text, False, "strict", OFF, "end", 0, SERIF
    yield "zh-Hans", ZH[2], True, "strict", OFF, "start", 0, SERIF
    yield "ja", JA[0], True, "strict", OFF, "start", 0, SERIF


MEASURES = (7.5, 11)  # em
SIZE = 20  # px


def describe(number, sample, measure):
    lang, text, vertical, level, (css, own), align, spacing, family = sample
    family = f"{family} {REGION[lang]}"
    side, far = measure * SIZE, 2000
    width, height = (far, side) if vertical else (side, far)
    style = (f"font:{SIZE}px/1.5 '{family}';width:{width}px;height:{height}px;line-break:{level};overflow-wrap:anywhere;white-space:pre-wrap;"
             f"writing-mode:{'vertical-rl' if vertical else 'horizontal-tb'};text-align:{ {'centre': 'center'}.get(align, align)};{css}")
    page = f"<div id=s{number} lang={lang} style=\"{style}\">{html.escape(text)}</div>"
    layer = dict(text=text, lang=lang, font=family, size_px=SIZE, box=dict(width=width, height=height), writing_mode="vertical-rl" if vertical else "horizontal-tb",
                 kinsoku=level, align=align, overflow="show", **own)
    return page, layer


SCRIPT = """<script>
const out = {};
for (const box of document.querySelectorAll('div')) {
  const node = box.firstChild, text = node.data, frame = box.getBoundingClientRect(), chars = [];
  for (let i = 0; i < text.length; ++i) {
    if (text.charCodeAt(i) >= 0xDC00 && text.charCodeAt(i) < 0xE000) continue;
    const range = document.createRange();
    range.setStart(node, i); range.setEnd(node, i + (text.codePointAt(i) > 0xFFFF ? 2 : 1));
    const rects = range.getClientRects();
    if (!rects.length) continue;
    const r = rects[rects.length - 1];
    chars.push([i, r.left - frame.left, r.top - frame.top, r.width, r.height]);
  }
  out[box.id] = chars;
}
document.title = 'done';
document.body.innerHTML = '<pre id=out></pre>';
document.getElementById('out').textContent = JSON.stringify(out);
</script>"""


def browser(pages, program, folder):
    page = folder / "page.html"
    page.write_text("<!doctype html><meta charset=utf-8><style>body{margin:0}div{position:absolute;left:0;top:0;margin:0}</style><body>" + "\n".join(pages) + SCRIPT, encoding="utf-8")
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1", "--virtual-time-budget=20000", "--dump-dom", page.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=300).stdout
    begin = dom.index('<pre id="out">') + len('<pre id="out">')
    return json.loads(html.unescape(dom[begin:dom.index("</pre>", begin)]))


def haibao(layers, run, folder):
    for number, layer in enumerate(layers):
        (folder / f"{number}.json").write_text(json.dumps(layer), encoding="utf-8")
    loop = f"for f in {folder}/*.json; do build/release/bin/haibao-cli typeset layout $f > ${{f%.json}}.out || exit 1; done"
    subprocess.run([run, "shell", "-c", loop], check=True)
    return [json.loads((folder / f"{number}.out").read_text(encoding="utf-8")) for number in range(len(layers))]


def lines_of(chars, vertical):
    """Start indices of lines: where the place along the line goes back."""
    starts, before = [], None
    for char in chars:
        along = char[2] if vertical else char[1]
        across = char[1] if vertical else char[2]
        if before is None or (along < before[0] - 1 and abs(across - before[1]) > SIZE * 0.7):
            starts.append(char[0])
        before = (along, across)
    return starts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--run", default="./run")
    parser.add_argument("--keep", type=pathlib.Path)
    arguments = parser.parse_args()
    folder = arguments.keep or pathlib.Path(tempfile.mkdtemp(prefix="haibao-compare-"))
    folder.mkdir(exist_ok=True)
    cases = [(sample, measure) for sample in samples() for measure in MEASURES]
    described = [describe(number, *case) for number, case in enumerate(cases)]
    theirs, ours = browser([d[0] for d in described], arguments.chromium, folder), haibao([d[1] for d in described], arguments.run, folder)
    table, bad = {}, 0
    for number, (sample, measure) in enumerate(cases):
        lang, text, vertical, level, options, align, _, family = sample
        kind = {id(OFF): "no spacing", id(TRIM): "trim normal", id(START): "trim-start", id(SPACE): "autospace", id(BOTH): "trim + autospace"}[id(options)]
        row = table.setdefault((lang, "vertical" if vertical else "horizontal", level, kind), [0, 0, 0.0])
        reference = {c[0]: c for c in theirs[f"s{number}"]}
        mine = [(c["i"], c["x"], c["y"], c["w"], c["h"]) for c in ours[number]["chars"]]
        a, b = lines_of([reference[c[0]] for c in mine if c[0] in reference], vertical), lines_of(mine, vertical)
        axis = 2 if vertical else 1
        worst = max((abs(c[axis] - reference[c[0]][axis]), c[0]) for c in mine if c[0] in reference)
        row[0] += 1
        row[1] += a == b
        if a == b:
            row[2] = max(row[2], worst[0])
        if a != b or worst[0] > 0.5:
            bad += 1
            cut = lambda starts: "|".join(text[x:y] for x, y in zip(starts, starts[1:] + [len(text)]))
            print(f"- {number} {lang} {'vertical' if vertical else 'horizontal'} {level} {kind} {measure} em {align}: Chromium {cut(a)} · Haibao {cut(b)} · {worst[0]:.2f} px at {worst[1]} ({text[worst[1]]})")
    print("\n| language | mode | level | spacing | samples | equal lines | largest difference |\n|---|---|---|---|---|---|---|")
    for key in table:
        count, equal, worst = table[key]
        print(f"| {' | '.join(key)} | {count} | {equal} | {worst:.2f} px |")
    print(f"| all | | | | {len(cases)} | {sum(r[1] for r in table.values())} | {max(r[2] for r in table.values()):.2f} px |")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

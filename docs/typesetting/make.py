#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the pictures of docs/typesetting.md with Haibao itself: python3 docs/typesetting/make.py [NAME…] from the source folder."""
import json, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
INK, QUIET, LINE, PAPER = "#222222", "#8a857c", "#c8442f", "#fbf9f5"
OFF = dict(adjacent="off", line_start="full", line_end="full")


def sample(words, **more):
    text = dict(text=words, lang="zh-Hans", font="Noto Serif CJK SC", size=26, fills=[INK], autospace_em=0.25, overflow="show")
    text.update(more)
    return text


def columns(words, **more):
    return sample(words, writing_mode="vertical-rl", **more)


ADDRESS = "报名与节目单请见 https://haibao.example/posters/2026/summer-festival.html 或致电咨询台，座位有限，先到先得。"

# name → (height of the boxes, [(caption, width in px, text)])
SAMPLES = {
    "kinsoku": (166, [("none", 130, sample("明天出发，你去吗？去！好吧。", kinsoku="none", punct_trim=OFF)), ("strict", 130, sample("明天出发，你去吗？去！好吧。", punct_trim=OFF)),
                      ("loose, ja", 130, sample("スーパーショップ", lang="ja", font="Noto Serif CJK JP", kinsoku="loose")), ("strict, ja", 130, sample("スーパーショップ", lang="ja", font="Noto Serif CJK JP"))]),
    "trim": (88, [("adjacent off", 396, sample("《海风》（“夏日”、）「新。」", punct_trim=OFF)), ("adjacent normal", 396, sample("《海风》（“夏日”、）「新。」"))]),
    "hanging": (166, [("off", 156, sample("青山隐隐水迢。秋尽江南草未。", punct_trim=OFF)), ("allow-end", 156, sample("青山隐隐水迢。秋尽江南草未。", hanging="allow-end", punct_trim=OFF)),
                      ("line_end auto", 169, sample("青山隐隐水迢，秋尽江南草未凋。", punct_trim=dict(adjacent="normal", line_start="half", line_end="auto")))]),
    "autospace": (88, [("off", 396, sample("在A座3楼看2026年Haibao展", autospace_em=0)), ("0.25 em", 396, sample("在A座3楼看2026年Haibao展"))]),
    "justify": (244, [("start", 210, sample("海报设计（Poster）讲究留白，一字一句都要站得稳，行行对齐才好看。")), ("justify", 210, sample("海报设计（Poster）讲究留白，一字一句都要站得稳，行行对齐才好看。", paragraphs=[dict(align="justify")]))]),
    "address": (216, [("start", 262, sample(ADDRESS, size=20)), ("justify", 262, sample(ADDRESS, size=20, paragraphs=[dict(align="justify")])),
                      ("nothing to divide", 200, sample("海风Donaudampfschiffe号今晚八点从栈桥码头起航，请提前半小时登船。", size=20, paragraphs=[dict(align="justify")]))]),
    "vertical": (224, [("mixed", 160, columns("他说“花好月圆”——那年，在京都……（春）：いい。")), ("Latin lies", 120, columns("看Haibao海报，iPhone 16也行")), ("upright", 84, columns("HAIBAO海报", text_orientation="upright"))]),
    "tcy": (204, [("none", 84, columns("平成31年12月8日", lang="ja", font="Noto Serif CJK JP")), ("digits:2", 84, columns("平成31年12月8日", lang="ja", font="Noto Serif CJK JP", tcy="digits:2")),
                  ("digits:4", 84, columns("2026年8月16日!?", tcy="digits:4"))]),
    "emphasis": (136, [("zh", 132, sample("这很重要。", emphasis="auto")), ("ja", 160, sample("これは重要。", lang="ja", font="Noto Serif CJK JP", emphasis="auto")), ("zh, vertical", 60, columns("很重要", emphasis="auto")),
                       ("ja, vertical", 60, columns("重要だ", lang="ja", font="Noto Serif CJK JP", emphasis="auto"))]),
    "ruby": (136, [("group", 120, sample("東京へ", lang="ja", font="Noto Serif CJK JP", spans=[dict(start=0, end=2, ruby="とうきょう")])),
                   ("by character", 220, sample("中国海报", size=34, spans=[dict(start=0, end=4, ruby="zhōng guó hǎi bào")])), ("vertical", 60, columns("漢字を", lang="ja", font="Noto Serif CJK JP", spans=[dict(start=0, end=2, ruby="かんじ")]))]),
    "balance": (126, [("greedy", 240, sample("让每一张海报上的文字都完美无瑕")), ("balance", 240, sample("让每一张海报上的文字都完美无瑕", balance=True)), ("balance, phrase", 240, sample("让每一张海报上的文字都完美无瑕", balance=True, phrase=True))]),
    "hyphenation": (156, [("off", 200, sample("International typography competition", lang="en", font="Noto Serif", size=24)), ("on", 200, sample("International typography competition", lang="en", font="Noto Serif", size=24, hyphenate=dict(on=True)))]),
    "columns": (184, [("2 columns", 280, sample("海报上的文字可以分栏排列，先排满第一栏，再排第二栏，栏间留出空白，读来从容。", size=20)), ("2 tiers", 150, columns("竖排时分成上下两段，每一段都从右往左排，读起来很自然。", size=18))]),
    "shrink": (112, [("fixed", 190, sample("文字太长放不下怎么办，自动缩小吧", size=36, overflow="clip")), ("shrink", 190, sample("文字太长放不下怎么办，自动缩小吧", size=36))]),
    "path": (240, [("circle", 200, sample("夏日音乐节·青岛·海风·2026·", size=24, letter_spacing_em=0.3, paragraphs=[dict(align="centre")], path=dict(type="circle", radius=70))),
                   ("arc", 230, sample("月圆花好人长久", size=30, letter_spacing_em=0.2, paragraphs=[dict(align="centre")], path=dict(type="arc", radius=90))),
                   ("curve", 260, sample("沿着曲线慢慢走", size=26, paragraphs=[dict(align="centre")], path=dict(type="bezier", points=[[0, 150], [90, 40], [170, 40], [260, 150]])))]),
}
BOX = {"columns": [dict(columns=dict(count=2, gap=16)), dict(columns=dict(count=2, gap=16))], "shrink": [dict(), dict(mode="shrink")]}


def poster(name):
    height, parts = SAMPLES[name]
    layers, x = [], 20
    for number, (caption, width, text) in enumerate(parts):
        box = dict(BOX.get(name, [{}] * len(parts))[number])
        text = dict(text, box=box)
        frame = [x, 34, width, height - 44]
        if "path" not in text:
            layers.append(dict(shape=dict(kind="rectangle", fills=[], strokes=[dict(width=0.6, paint=LINE, align="centre", opacity=0.55)]), frame=frame))
        layers.append(dict(text=dict(text=caption, lang="en", font="Noto Sans", size=11, fills=[QUIET]), frame=[x, 10, 240, 20]))
        layers.append(dict(text=text, frame=frame))
        x += width + 36
    return dict(format="haibao.poster/1", page=dict(width=x - 16, height=height, unit="px", dpi=72, background=PAPER), layers=layers)


def main():
    names = sys.argv[1:] or list(SAMPLES)
    with tempfile.TemporaryDirectory() as folder:
        script = ["set -e"]
        for name in names:
            pathlib.Path(folder, f"{name}.json").write_text(json.dumps(poster(name), ensure_ascii=False), encoding="utf-8")
            script.append(f"$cli render {folder}/{name}.json --percent 150 --metadata none --overwrite -o {HERE}/{name}.png >/dev/null")
        subprocess.run(["./run", "shell", "-c", "cli=build/release/bin/haibao-cli\n" + "\n".join(script)], check=True)


if __name__ == "__main__":
    main()

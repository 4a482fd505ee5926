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


# name → (height of the boxes, [(caption, width in px, text)])
SAMPLES = {
    "kinsoku": (130, [("none", 156, sample("他说：“好，走吧！”大家笑了。", kinsoku="none", punct_trim=OFF)), ("strict", 156, sample("他说：“好，走吧！”大家笑了。", punct_trim=OFF)),
                      ("strict ja", 130, sample("キャッチコピーを書く", lang="ja", font="Noto Serif CJK JP")), ("loose ja", 130, sample("キャッチコピーを書く", lang="ja", font="Noto Serif CJK JP", kinsoku="loose"))]),
    "trim": (92, [("off", 320, sample("《海风》（“夏日”、）「新。」", punct_trim=OFF)), ("normal", 320, sample("《海风》（“夏日”、）「新。」"))]),
    "hanging": (130, [("off", 156, sample("青山隐隐水迢。秋尽江南草未。", punct_trim=OFF)), ("allow-end", 156, sample("青山隐隐水迢。秋尽江南草未。", hanging="allow-end", punct_trim=OFF)),
                      ("line_end auto", 156, sample("青山隐隐水，秋尽江南草未凋", punct_trim=dict(adjacent="normal", line_start="half", line_end="auto")))]),
    "autospace": (92, [("off", 320, sample("在A座3楼看2026年Haibao展", autospace_em=0)), ("0.25 em", 320, sample("在A座3楼看2026年Haibao展"))]),
    "justify": (170, [("start", 210, sample("海报设计（Poster）讲究留白，一字一句都要站得稳，行行对齐才好看。")), ("justify", 210, sample("海报设计（Poster）讲究留白，一字一句都要站得稳，行行对齐才好看。", paragraphs=[dict(align="justify")]))]),
    "vertical": (220, [("mixed", 150, columns("他说“花好月圆”——那年，在京都……（春）：いい。")), ("Latin lies", 120, columns("看Haibao海报，iPhone 16也行")), ("upright", 90, columns("HAIBAO海报", text_orientation="upright"))]),
    "tcy": (200, [("none", 100, columns("平成31年12月8日", lang="ja", font="Noto Serif CJK JP")), ("digits:2", 100, columns("平成31年12月8日", lang="ja", font="Noto Serif CJK JP", tcy="digits:2")),
                  ("digits:4", 100, columns("2026年8月16日!?", tcy="digits:4"))]),
    "emphasis": (120, [("zh", 130, sample("这很重要。", emphasis="auto")), ("ja", 130, sample("これは重要。", lang="ja", font="Noto Serif CJK JP", emphasis="auto")), ("zh vertical", 60, columns("很重要", emphasis="auto")),
                       ("ja vertical", 60, columns("重要だ", lang="ja", font="Noto Serif CJK JP", emphasis="auto"))]),
    "ruby": (110, [("group", 130, sample("東京へ", lang="ja", font="Noto Serif CJK JP", spans=[dict(start=0, end=2, ruby="とうきょう")])),
                   ("by character", 200, sample("中国海报", size=34, spans=[dict(start=0, end=4, ruby="zhōng guó hǎi bào")])), ("vertical", 70, columns("漢字を", lang="ja", font="Noto Serif CJK JP", spans=[dict(start=0, end=2, ruby="かんじ")]))]),
    "balance": (110, [("greedy", 240, sample("让每一张海报上的文字都完美无缺")), ("balance", 240, sample("让每一张海报上的文字都完美无缺", balance=True)), ("balance + phrase", 240, sample("让每一张海报上的文字都完美无缺", balance=True, phrase=True))]),
    "hyphenation": (130, [("off", 200, sample("International typography competition", lang="en", font="Noto Serif", size=24)), ("on", 200, sample("International typography competition", lang="en", font="Noto Serif", size=24, hyphenate=dict(on=True)))]),
    "columns": (180, [("2 columns", 300, sample("海报上的文字可以分栏排列，先排满第一栏，再排第二栏，栏间留出空白。", size=20)), ("2 tiers", 200, columns("竖排时分成上下两段，每一段都从右往左排，读起来很自然。", size=18))]),
    "shrink": (110, [("fixed", 190, sample("文字太长放不下怎么办，自动缩小吧", size=36)), ("shrink", 190, sample("文字太长放不下怎么办，自动缩小吧", size=36))]),
    "path": (220, [("circle", 200, sample("夏日音乐节·青岛·海风·2026·", size=24, paragraphs=[dict(align="centre")], path=dict(type="circle", radius=76))), ("arc", 240, sample("月圆花好人长久", size=30, paragraphs=[dict(align="centre")], path=dict(type="arc", radius=110))),
                   ("curve", 240, sample("沿着曲线慢慢走", size=26, paragraphs=[dict(align="centre")], path=dict(type="bezier", points=[[0, 120], [80, 20], [160, 220], [240, 100]])))]),
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
            script.append(f"$cli poster import {folder}/{name}.json -o {folder}/{name}.haibao >/dev/null")
            script.append(f"$cli render {folder}/{name}.haibao --dpi 108 --overwrite -o {HERE}/{name}.png >/dev/null")
        subprocess.run(["./run", "shell", "-c", "cli=build/release/bin/haibao-cli\n" + "\n".join(script)], check=True)


if __name__ == "__main__":
    main()

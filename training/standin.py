# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small painter in numpy and OpenCV: layered landscapes and abstract grounds with captions. It stands in for the
application's scene painter where that one can't run (smoke runs, machines without Qt)."""
import cv2
import numpy as np

# ways to say it (en, zh, pt): sky top, sky bottom, far land, near land, disc
PALETTES = {
    ("red|cinnabar red|vermilion", "红|朱红|中国红",
     "vermelho|vermelho-cinábrio|escarlate"): "c9281c f0683e e04a2e 5e0a10 ffe3a8",
    ("sunset colours|pink and orange|sunset", "晚霞色|橙粉|霞光",
     "cores do pôr do sol|rosa e laranja|coral e violeta"): "6a3d8f ff9a76 d8627f 3b1b4f ffe08a",
    ("orange|apricot|tangerine", "橙|橘色|橙色",
     "laranja|damasco|tangerina"): "f2862b ffc27a ee8e3c 7a2c0b fff3cf",
    ("yellow|golden yellow|gold", "黄|金黄|金色",
     "amarelo|dourado|amarelo-ouro"): "f2b807 ffe38a e3ae22 5b3a06 fffbe2",
    ("matcha green|olive|yellow green", "抹茶绿|草绿|茶绿",
     "verde-matcha|oliva|verde-amarelado"): "a9bf5a e6ebb8 a3b860 43551a fffbe3",
    ("green|forest green|emerald", "绿|翠绿|森林绿",
     "verde|verde-floresta|esmeralda"): "1f7a4d 9ad3a2 4f9f6f 0b3b26 f9f2bf",
    ("mint|pale mint green|fresh mint", "薄荷|薄荷绿|浅碧",
     "menta|verde-menta|jade claro"): "8fdcc4 e6faf0 8ccdb9 2c7c72 fff6ee",
    ("teal|peacock green|petrol", "青|孔雀绿|青色",
     "azul-petróleo|verde-azulado|turquesa escuro"): "0e6470 63b5b0 2f8a8c 06323c fbefd5",
    ("sky blue|light blue|azure", "天蓝|浅蓝|蔚蓝",
     "azul-claro|azul-celeste|azul-céu"): "3fa7f0 d6f0ff 8cc8f2 1f5fa8 fffceb",
    ("blue|royal blue|cobalt", "蓝|宝蓝|靛蓝",
     "azul|azul-real|cobalto"): "1d3f9a 7fa3e8 4a6cc4 101f57 ffefc2",
    ("midnight blue and gold|dark navy|midnight", "午夜蓝|深蓝金|藏青",
     "azul-meia-noite|azul-marinho e dourado|marinho escuro"): "070b22 24365f 22335c 060a1c f7d88a",
    ("purple|violet|lavender", "紫|紫罗兰|薰衣草紫",
     "roxo|violeta|lavanda"): "5326a0 bfa0f0 8a63ce 2a0f5e fff0d9",
    ("pink|blush|pale pink", "粉|粉红|樱花粉",
     "rosa|rosa-claro|cor-de-rosa"): "f7b3c2 ffe9e6 f2a9b8 b04a6b fffbf2",
    ("magenta|plum|berry", "洋红|玫红|梅子色",
     "magenta|ameixa|fúcsia"): "8e1556 e56fa0 bc3c7c 420a30 ffe6c7",
    ("beige|sand|earth tones", "米色|沙色|大地色",
     "bege|areia|tons de terra"): "d9bd94 f6e9d2 cfae84 6e4a2d fff8ea",
    ("grey|black and white|ink grey", "灰|黑白|墨灰",
     "cinza|preto e branco|cinza-prata"): "a9adb1 ececea a7abae 2b2e31 ffffff",
}
SUBJECTS = {"mountains": ("mountains", "山", "montanhas"), "hills": ("hills", "丘陵", "colinas"), "dunes": ("desert dunes", "沙丘", "dunas"),
            "waves": ("sea waves", "海浪", "ondas do mar"), "city": ("a city skyline", "城市天际线", "uma cidade"),
            "sky": ("an open sky", "天空", "um céu aberto"), "gradient": ("an abstract gradient", "抽象渐变", "um gradiente abstrato"),
            "rays": ("sun rays", "放射光芒", "raios de luz"), "rings": ("concentric rings", "同心圆", "anéis concêntricos"),
            "ribbons": ("paper-cut ribbons", "剪纸波浪", "faixas de papel cortado")}
DISCS = {"sun": ("sun", "太阳", "sol"), "moon": ("moon", "月亮", "lua"), "crescent": ("crescent moon", "弯月", "lua crescente")}
SIDES = {0.24: ("on the left", "左边", "à esquerda"), 0.5: ("in the centre", "中间", "no centro"), 0.76: ("on the right", "右边", "à direita")}
TITLES = ["Spring Fair", "春节快乐", "Feira de Verão", "Jazz Night", "中秋", "Open Day", "新品上市", "Festa Junina", "Summer", "开业大吉"]


# Words that this painter cannot follow; people write them all the same, so the language model learns to pass over them.
ASIDES = {"en": ["flat", "gradient style", "calm", "bright", "minimal", "ink wash", "paper cut", "at dusk", "soft light", "4k", "vintage"],
          "zh": ["扁平风格", "渐变", "宁静", "明快", "极简", "水墨", "剪纸", "黄昏", "柔和的光", "高清", "复古"],
          "pt": ["plano", "gradiente", "calmo", "alegre", "minimalista", "aquarela", "ao entardecer", "luz suave"]}
TEMPLATES = {"en": ["{s}{d}, {p}", "poster background, {p}, {s}{d}", "{p} {s}{d}", "a poster of {s}{d} in {p}", "{s}{d}, colours: {p}"],
             "zh": ["{s}{d}，{p}", "{p}的{s}{d}", "海报背景，{p}，{s}{d}", "一张{s}{d}的海报，{p}色调", "{p}配色，{s}{d}"],
             "pt": ["{s}{d}, {p}", "fundo de cartaz, {p}, {s}{d}", "cartaz com {s}{d} em {p}", "{s}{d}, cores: {p}"]}


def caption(rng, lang, subject, palette, disc, side, title):
    """One of many ways to say it. The place is left out at times."""
    i = ("en", "zh", "pt").index(lang)
    one = lambda ways: ways[rng.integers(len(ways))]
    d, at = (DISCS[disc][i], SIDES[side][i] if rng.random() < 0.85 else "") if disc else ("", "")
    if disc:
        d = {"en": f" with a {d} {at}", "zh": f"，{at}有{d}", "pt": f" com {d} {at}"}[lang].rstrip()
    text = one(TEMPLATES[lang]).format(s=SUBJECTS[subject][i], d=d, p=one(palette[i].split("|")))
    comma = "，" if lang == "zh" else ", "
    for _ in range(rng.choice(3, p=[0.6, 0.3, 0.1])):
        text += comma + one(ASIDES[lang])
    if title:
        text += one([comma, comma + {"en": "title ", "zh": "标题", "pt": "título "}[lang]]) + (f"“{title}”" if lang == "zh" else f'"{title}"')
    return text


def colour(text):
    return np.array([int(text[i:i + 2], 16) for i in (0, 2, 4)], np.float32)


def ground(w, h, top, bottom, angle=0.0):
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    t = np.clip((y / h - 0.5) * np.cos(angle) + (x / w - 0.5) * np.sin(angle) + 0.5, 0, 1)[..., None]
    return top * (1 - t) + bottom * t


def blend(picture, mask, paint):
    picture += mask[..., None] * (paint - picture)


def polygon(h, w, points):
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [np.round(np.asarray(points) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return mask.astype(np.float32) / 255


def skyline(rng, kind, w, level, swing, scale):
    """Height of a layer's upper edge for every column."""
    x = np.linspace(0, 1, w // 4 + 2)
    if kind == "city":
        edges = np.sort(rng.uniform(0, 1, 9))
        return x, level - swing * rng.uniform(0.1, 1.0, 10)[np.searchsorted(edges, x)]
    y, amplitude = np.zeros_like(x), 1.0
    for octave in range({"mountains": 5, "waves": 1, "sky": 1}.get(kind, 2)):
        p = x * scale * 2 ** octave + rng.uniform(0, 9)
        wave = np.abs((p % 2) - 1) * 2 - 1 if kind == "mountains" else np.sin(p * np.pi)
        y, amplitude = y + amplitude * wave * rng.uniform(0.6, 1), amplitude * (0.42 if kind == "mountains" else 0.3)
    return x, level - swing * y * 0.5


def disc(picture, rng, kind, x, y, radius, paint):
    h, w = picture.shape[:2]
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    far = np.hypot(xx - x, yy - y)
    blend(picture, 0.45 * np.exp(-np.maximum(far - radius, 0) / (radius * 1.1)), paint)
    mask = np.clip(radius - far + 0.5, 0, 1)
    if kind == "crescent":
        mask *= np.clip(np.hypot(xx - x - radius * 0.42, yy - y + radius * 0.2) - radius * 0.86 + 0.5, 0, 1)
    blend(picture, mask, paint)


def paint(rng, w, h):
    """One picture [h, w, 3] uint8 and its words: {"en", "zh", "pt", "title"}."""
    names = list(PALETTES)[rng.integers(len(PALETTES))]
    top, bottom, far, near, light = (colour(c) for c in PALETTES[names].split())
    subject = list(SUBJECTS)[rng.integers(len(SUBJECTS))]
    side, body, unit = list(SIDES)[rng.integers(3)], list(DISCS)[rng.integers(3)], min(w, h)
    title = TITLES[rng.integers(len(TITLES))] if rng.random() < 0.3 else ""
    low = 0.13 if title else 0.0  # a title wants calm ground above
    land = subject in ("mountains", "hills", "dunes", "waves", "city", "sky")
    has_disc = land and rng.random() < 0.8
    picture = ground(w, h, top, bottom, 0 if land else rng.uniform(-1.5, 1.5))
    if has_disc:
        disc(picture, rng, body, (side + rng.uniform(-0.05, 0.05)) * w, rng.uniform(0.2, 0.38) * h, unit * rng.uniform(0.08, 0.15), light)
    if land:
        layers, base = (1, 0.9) if subject == "sky" else (rng.integers(3, 6), rng.uniform(0.5, 0.62) + low)
        for i in range(layers):
            t = (i + 1) / layers
            x, y = skyline(rng, subject, w, base + (1.0 - base) * i / layers + 0.05, 0.2 * (1 - 0.4 * t), rng.uniform(1.5, 3))
            mask = polygon(h, w, [*zip(x * w, y * h), (w, h + 1), (0, h + 1)])
            blend(picture, mask, far * (1 - t) + near * t)
    elif subject == "rays":
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        angle = np.arctan2(yy - h * 0.5, xx - w * side) * rng.integers(6, 10)
        blend(picture, np.clip(np.sin(angle) * 20 + 0.5, 0, 1) * 0.5, far)
        disc(picture, rng, "sun", w * side, h * 0.5, unit * 0.12, light)
    elif subject == "rings":
        yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
        r = np.hypot(yy - h * 0.5, xx - w * side) / unit
        for i, radius in enumerate((0.46, 0.36, 0.26, 0.15)):
            blend(picture, np.clip((radius - r) * unit + 0.5, 0, 1), (far, bottom, near, light)[i])
    elif subject == "ribbons":
        for i in range(4):
            x, y = skyline(rng, "hills", w, 0.35 + 2 * low + (0.17 - low / 2) * i, 0.2, rng.uniform(1, 2))
            mask = polygon(h, w, [*zip(x * w, y * h), (w, h + 1), (0, h + 1)])
            blend(picture, cv2.GaussianBlur(np.roll(mask, -h // 60, 0), (0, 0), unit / 50) * 0.35, near)
            blend(picture, mask, bottom * (0.8 - 0.25 * i) + far * (0.2 + 0.25 * i))
    facts = dict(subject=subject, palette=names, disc=body if has_disc else "", side=side, title=title)
    words = {lang: [caption(rng, lang, **facts) for _ in range(4)] for lang in ("en", "zh", "pt")}
    return np.clip(picture + 0.5, 0, 255).astype(np.uint8), {**words, "title": title}

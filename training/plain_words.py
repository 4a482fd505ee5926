# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Captions of landscapes as people type them: "红色沙漠，橙色落日", "golden moon in a blue night", "海浪与夕阳，标题“海风”". The painter's own name
palette, style and things in full; people leave most of it out, give the disc a colour of its own, say how high it stands, and put an
occasion before it all. Made from the painter's description of the picture, so everything that is said is true of it, but for one thing:
a third of the colours of discs are by chance. They must not decide what colour the picture has."""
import re
import numpy as np

from free_words import LANGUAGES, aside, one

# what else the painter's grounds and discs are called, beside its own words
GROUNDS = {
    "mountains": ("mountains|misty mountains|ridges|high peaks|a mountain landscape", "山|高山|群山|山脉|远山|雪山|连绵的山|山水", "montanhas|serras|montanha|picos"),
    "hills": ("hills|the hills|rolling hills|a hill landscape|countryside hills", "丘陵|山丘|山坡|小山|起伏的丘陵", "colinas|morros|uma colina"),
    "sea": ("sea|the sea|ocean|waves|seaside|the open sea", "海|大海|海浪|海面|海边|海洋|波浪|沧海", "mar|o mar|oceano|ondas|praia"),
    "dunes": ("desert|dunes|sand dunes|a sandy desert|the Sahara", "沙漠|沙丘|大漠|戈壁|沙海", "deserto|dunas|areia|um deserto"),
    "lake": ("lake|a lake|a still lake|mountain lake|lakeside", "湖|湖泊|湖面|湖水|山间的湖|湖边|平静的湖水", "lago|um lago|lagoa|um lago tranquilo"),
    "sky": ("sky|the open sky|a wide sky|sky", "天空|长空|天际|晴空", "céu|o céu"),
}
DISCS = {
    "sun": ("sun|a sun|the sun|a round sun|big sun", "太阳|一轮太阳|大太阳|红日|圆日", "sol|um sol|o sol|um sol redondo"),
    "moon": ("moon|full moon|a full moon|the moon|round moon|a bright moon", "月亮|圆月|满月|明月|一轮明月|月", "lua|lua cheia|uma lua cheia|a lua"),
    "crescent": ("crescent|crescent moon|a crescent moon|a thin crescent", "弯月|月牙|新月|一弯新月|月牙儿", "lua crescente|uma lua crescente|lua fina|lua minguante"),
}
SETTING = ("setting sun|sunset|a setting sun|evening sun", "夕阳|落日|日落|斜阳|残阳", "pôr do sol|sol poente|sol se pondo")
RISING = ("rising sun|sunrise|morning sun", "朝阳|日出|旭日|初升的太阳", "nascer do sol|sol nascente|sol da manhã")
HOURS = {"dawn": ("morning|dawn", "清晨|早晨|黎明", "manhã"), "dusk": ("evening|dusk", "黄昏|傍晚", "tarde"), "night": ("night", "夜|夜晚|夜空", "noite")}
LOW = ("low over the horizon|low|near the horizon|touching the horizon|at the bottom|low in the sky", "贴着地平线|低垂|在低处|在下方|在底部|地平线上", "baixo|perto do horizonte|no horizonte|na parte de baixo")
HIGH = ("high in the sky|high|at the top|above|high up", "高悬|在高处|在上方|高挂|在天空中|当空", "alto no céu|no alto|em cima|no céu")

# What the painter gives a palette's suns and moons to be: where the hour is not day, always.
GOLDEN, ORANGE, RED, PINK, PALE = (("golden|gold|yellow", "金色|金黄|黄色|金黄色", "dourado|amarelo"), ("orange|amber", "橙色|橘色|橙黄", "laranja|âmbar"),
                                   ("red|crimson", "红色|红|朱红", "vermelho|escarlate"), ("pink|coral", "粉色|粉红|珊瑚色", "rosa|coral"), ("white|pale|silver", "白色|银色|皎洁", "branco|prateado|pálido"))
SUNS = {"cinnabar": (GOLDEN, ORANGE), "sunset": (RED, PINK), "apricot": (GOLDEN,), "gold": (RED,), "matcha": (ORANGE, RED), "forest": (ORANGE,), "mint": (PINK, ORANGE),
        "teal": (ORANGE, GOLDEN), "azure": (GOLDEN, ORANGE), "indigo": (ORANGE, RED), "midnight": (GOLDEN,), "violet": (PINK,), "blush": (GOLDEN,), "plum": (GOLDEN,), "sand": (RED,), "ink_grey": (RED,)}
MOONS = {"midnight": (GOLDEN,), "sunset": (GOLDEN,), "cinnabar": (GOLDEN,), "indigo": (GOLDEN, PALE), "forest": (GOLDEN, PALE), "teal": (GOLDEN, PALE)}
ANY = (GOLDEN, ORANGE, RED, PINK, PALE)

# the plain colour word that a palette answers to, and grounds for which it goes without saying
COLOURS = {"cinnabar": ("red", "红色|红", "vermelho"), "sunset": ("sunset colours|orange and purple", "晚霞色|橙紫色", "cores do pôr do sol"), "apricot": ("orange|warm orange", "橙色|橘色|橙", "laranja"),
           "gold": ("yellow|golden", "黄色|金色|金黄", "amarelo|dourado"), "matcha": ("olive green|light green|yellow-green", "草绿色|浅绿|嫩绿", "verde-claro|verde-oliva"),
           "forest": ("green|dark green", "绿色|深绿色|翠绿", "verde|verde-escuro"), "mint": ("mint|mint green", "薄荷绿|浅青", "verde-menta|menta"), "teal": ("teal|blue-green", "青色|青绿色|蓝绿", "verde-azulado|azul-petróleo"),
           "azure": ("light blue|sky blue|blue", "浅蓝|天蓝色|淡蓝|蓝色", "azul-claro|azul-celeste|azul"), "indigo": ("blue|deep blue|royal blue", "蓝色|深蓝|蓝", "azul|azul-escuro"),
           "midnight": ("dark blue|navy|midnight blue|blue", "深蓝色|藏青色|午夜蓝|夜蓝", "azul-marinho|azul-escuro|azul-noite"), "violet": ("purple|violet", "紫色|紫", "roxo|violeta"),
           "blush": ("pink|soft pink", "粉色|粉红色|粉", "rosa|cor-de-rosa"), "plum": ("magenta|plum", "洋红色|玫红|紫红色", "magenta|ameixa"), "sand": ("beige|brown|sandy", "米色|沙色|棕色", "bege|marrom|areia"),
           "ink_grey": ("grey|black and white", "灰色|黑白|黑白色", "cinza|preto e branco")}
NATURAL = {"mountains": ("indigo", "teal", "azure", "forest", "ink_grey"), "hills": ("forest", "matcha", "mint", "azure"), "sea": ("azure", "indigo", "teal"),
           "dunes": ("sand", "gold", "apricot"), "lake": ("azure", "indigo", "teal", "mint"), "sky": ("azure", "indigo")}
AT_DUSK, AT_NIGHT = ("sunset", "apricot", "gold"), ("midnight", "indigo", "violet")

FRAMES = {"en": ("poster: {}|a poster of {}|vertical poster, {}|poster background: {}|{}, poster|{} poster background|a picture of {}|{} as a background", "{}"),
          "zh": ("海报：{}|一张海报，{}|竖版海报，{}|竖版海报：{}|{}海报|{}，海报背景|横版海报，{}|背景图：{}|画一张{}|{}的海报|帮我画{}", "{}"),
          "pt": ("cartaz: {}|um cartaz com {}|pôster vertical, {}|fundo de cartaz: {}|{}, pôster|uma imagem de {}", "{}")}
OCCASIONS = {"en": "summer music festival|a reading club|night market|spring outing|concert|film week|running club|a tea fair|art exhibition|travel fair|mid-autumn|graduation|yoga retreat",
             "zh": "夏日音乐节|读书会|夜市|春游|音乐会|电影周|中秋节|茶会|艺术展|旅行社|毕业季|瑜伽课|城市徒步|露营节|诗歌朗诵会|文化周",
             "pt": "festival de verão|clube de leitura|feira noturna|concerto|semana do cinema|corrida|exposição de arte|feira de viagens|retiro de ioga"}
TOGETHER = {"en": "{d} over the {g}|{g} with {d}|{g}, {d}|{g} and {d}|{d}, {g}|{d} above the {g}|{g} under {d}", "zh": "{g}，{d}|{g}与{d}|{g}和{d}|{d}，{g}|{g}上的{d}|{g}上空的{d}|{d}下的{g}|{g}、{d}",
            "pt": "{g} com {d}|{d} sobre {g}|{g}, {d}|{g} e {d}|{d}, {g}"}
QUOTED = re.compile("[“「\"]([^”」\"]+)[”」\"]")


def bare(words, lang):
    return re.sub(r"^(an?|the|uma?|os?|as) ", "", words) if lang != "zh" else words


def with_colour(rng, lang, colour, thing):
    """"red desert", "红色的沙漠", "deserto vermelho"."""
    if lang == "zh":
        return colour + ("的" if len(colour) > 1 and rng.random() < 0.4 else "") + thing
    if lang == "pt" and colour.endswith("o") and rng.random() < 0.7:  # agreement, right or wrong
        colour = colour[:-1] + one(rng, "a|os|as")
    return f"{bare(thing, lang)} {colour}" if lang == "pt" else f"{colour} {bare(thing, lang)}"


class Writer:
    def __init__(self, rng, lang, names):
        self.rng, self.lang, self.names, self.at = rng, lang, names, LANGUAGES.index(lang)
        self.said = set()

    def chance(self, probability):
        return self.rng.random() < probability

    def of(self, kind, known):
        """The painter's words, or our own, a tuple of three languages."""
        return one(self.rng, known[self.at]) if isinstance(known, tuple) else one(self.rng, self.names[kind][known][self.lang])

    def disc(self, scene, element):
        kind, time, lang = element["subject"], scene["time"], self.lang
        words = self.of("subjects", kind) if self.chance(0.3) else self.of("", DISCS[kind])
        if kind == "sun" and time in ("dusk", "dawn") and self.chance(0.6):
            words = self.of("", SETTING if time == "dusk" else RISING)
            self.said.add("time")
        if self.chance(0.3):
            true = (SUNS[scene["palette"]] if time != "day" else ()) if kind == "sun" else MOONS.get(scene["palette"], (PALE,))
            some = ANY if self.chance(1 / 3) or not true else true
            words = with_colour(self.rng, lang, self.of("", some[self.rng.integers(len(some))]), words)
        low = time in ("dusk", "dawn")
        if self.chance(0.3 if low else 0.12):
            height = self.of("", LOW if low else HIGH)
            words += height if lang == "zh" else " " + height
        elif self.chance(0.35):
            self.said.add("place")
            place = self.of("places", element["place"])
            words = place + one(self.rng, ["有", "的", "是", ""]) + words if lang == "zh" else f"{words} {place}"
        return words

    def colour(self, scene):
        return self.of("palettes", scene["palette"]) if self.chance(0.4) else self.of("", COLOURS[scene["palette"]])

    def natural(self, scene, ground):
        """Whether these colours are what such a picture has anyway."""
        if scene["time"] in ("dusk", "dawn"):
            return scene["palette"] in AT_DUSK
        return scene["palette"] in (AT_NIGHT if scene["time"] == "night" else NATURAL[ground])

    def title(self, scene, caption):
        """Quoted words, as the painter's caption has them, and where the ground is kept calm for them."""
        rng, found, zh = self.rng, QUOTED.search(caption), self.lang == "zh"
        if not found:
            return ""
        self.said.add("title")
        place = self.of("", TITLE_AT[scene["title"]]) if scene["title"] in TITLE_AT and self.chance(0.5) else ""
        name, quotes = {"en": "title", "zh": "标题", "pt": "título"}[self.lang], ("“{}”", '"{}"')[int(self.chance(0.2 if zh else 0.6))]
        more = {"en": ("date|place", "16 August|8 May|Sunday|City Hall|7 pm"), "zh": ("日期|地点|副标题", "8月16日|10月1日|文化宫|图书馆|周六晚七点|青岛奥帆中心"), "pt": ("data|local", "16 de agosto|domingo|Praça da Sé|às 19h")}[self.lang]
        text = (place + name if zh else name + " ") + quotes.format(found[1])
        if place and not zh:
            text += " " + place
        for _ in range(rng.choice(3, p=[0.65, 0.25, 0.1])):
            text += ("，" if zh else ", ") + one(rng, more[0]) + ("" if zh else " ") + quotes.format(one(rng, more[1]))
        return text

    def write(self, scene, caption):
        rng, lang, elements = self.rng, self.lang, scene["elements"]
        comma, kind = "，" if lang == "zh" else ", ", elements[0]["subject"]
        ground = self.of("subjects", kind) if self.chance(0.35) else self.of("", GROUNDS[kind])
        named = self.chance(0.25 if self.natural(scene, kind) else 0.85)
        beside = named and self.chance(0.55)
        if beside:
            ground = with_colour(rng, lang, self.colour(scene), ground)
        text = ground
        if len(elements) > 1:
            disc = self.disc(scene, elements[1])
            alone = kind == "sky" and not beside and self.chance(0.5)
            text = disc if alone else one(rng, TOGETHER[lang]).format(g=ground, d=disc).replace("the the ", "the ").replace("the a ", "the ")
        parts = [text]
        if named and not beside and scene["time"] in HOURS and self.chance(0.4):
            self.said.update(("palette", "time"))
            hour = with_colour(rng, lang, self.colour(scene), self.of("", HOURS[scene["time"]]))
            parts = {"en": [f"{text} in a {hour}"], "zh": [hour, text], "pt": [f"{text} em {hour}"]}[lang]
        if "time" not in self.said and self.chance(0.15 if scene["time"] == "day" else 0.75):
            self.said.add("time")
            parts.append(self.of("times", scene["time"]))
        if self.chance(0.3):
            self.said.add("style")
            parts.append(self.of("styles", scene["style"]))
        if scene["mood"] != "plain" and self.chance(0.25):
            self.said.add("mood")
            parts.append(self.of("moods", scene["mood"]))
        if scene["layout"] == "minimal" and self.chance(0.6):
            self.said.add("layout")
            parts.append(one(rng, {"en": "minimal|minimalist|lots of empty space", "zh": "极简|留白|简约", "pt": "minimalista|muito espaço vazio"}[lang]))
        if named:
            if not beside and "palette" not in self.said:
                parts.insert(int(rng.integers(len(parts) + 1)), self.colour(scene) + one(rng, {"en": ["", " tones", " colours"], "zh": ["", "色调", "调"], "pt": [""]}[lang]))
            self.said.add("palette")
        text = comma.join(parts)
        if self.chance(0.3):
            text = one(rng, FRAMES[lang][0]).format(text)
        if self.chance(0.12):
            text = one(rng, OCCASIONS[lang]) + {"en": " poster, ", "zh": "海报，", "pt": ", cartaz, "}[lang] + text
        elif self.chance(0.12):
            text = text + comma + aside(rng, lang)
        if scene["title"] != "none":
            text += comma + titled if (titled := self.title(scene, caption)) else ""
        return text


TITLE_AT = {"top": ("at the top|above", "上方|顶部|上面", "no topo|em cima"), "bottom": ("at the bottom|below", "下方|底部|下面", "embaixo|na parte de baixo"),
            "left": ("on the left", "左侧|左边", "à esquerda"), "right": ("on the right", "右侧|右边", "à direita")}
ALWAYS = {"subject", "disc"}  # what every such caption says


def plain(rng, lang, scene, names, caption):
    """Words for a landscape of the painter's grounds, and which of the questions of attributes.py they answer; none for other pictures.
    `caption`: the painter's own, for its title."""
    kinds = [e["subject"] for e in scene["elements"]]
    if kinds[0] not in GROUNDS or any(k not in DISCS for k in kinds[1:]):
        return None
    writer = Writer(rng, lang, names)
    return writer.write(scene, caption), writer.said | ALWAYS


if __name__ == "__main__":  # what it says, to look at: HAIBAO_SCENE_STREAM=… python3 training/plain_words.py
    import json
    import subprocess
    from source import descriptions, painter
    names, rng = json.loads(subprocess.run(painter("--vocabulary"), stdout=subprocess.PIPE, check=True, text=True).stdout), np.random.default_rng(1)
    for _, words in zip(range(60), descriptions(77)):
        lang = LANGUAGES[rng.integers(3)]
        if got := plain(rng, lang, words["scene"], names, words[lang][0]):
            print(got[0], "|", words["scene"]["palette"], sorted(got[1]))

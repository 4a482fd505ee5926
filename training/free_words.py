# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Captions that name nothing the painter paints. People ask for anything; what a small model can honestly give them is a
pleasant ground in the colours that the words suggest. So a share of the abstract grounds is shown under such words, and
landscapes are shown with words beside them that change nothing."""
import numpy as np

LANGUAGES = ("en", "zh", "pt")

# palettes (the painter's ids): things and occasions that suggest them, in three languages
SUGGESTED = [
    (("cinnabar",), "Chinese New Year|a lion dance|a red envelope|chilli|a tomato|a fire engine|a big sale|a wedding in red|strawberries|a dragon|firecrackers|passion|a theatre curtain",
     "春节|舞狮|红包|辣椒|西红柿|消防车|大促销|中式婚礼|草莓|龙|鞭炮|热情|国庆节", "Ano Novo Chinês|dança do leão|pimenta|tomate|liquidação|morangos|um dragão|fogo|paixão|um carro vermelho"),
    (("sunset",), "an evening at the beach|a summer romance|a cocktail bar|a road trip|flamingos|a tropical party|a birthday party|golden hour",
     "海边的傍晚|夏日恋曲|鸡尾酒吧|公路旅行|火烈鸟|热带派对|生日派对|晚霞", "fim de tarde na praia|um romance de verão|um bar de coquetéis|viagem de carro|flamingos|festa tropical|festa de aniversário"),
    (("apricot",), "autumn|pumpkins|an orange cat|oranges|Thanksgiving|carrot juice|a basketball game|a fox|maple trees|Halloween pumpkins|peaches",
     "秋天|南瓜|橘猫|橙子|感恩节|胡萝卜汁|篮球赛|狐狸|枫树|桃子|重阳节", "outono|abóboras|um gato laranja|laranjas|suco de cenoura|jogo de basquete|uma raposa|pêssegos"),
    (("gold",), "a gold medal|sunflowers|honey|lemons|a taxi|bees|bananas|wheat|an award ceremony|cheese|a luxury gala|ducklings",
     "金牌|向日葵|蜂蜜|柠檬|出租车|蜜蜂|香蕉|麦穗|颁奖典礼|奶酪|秋收", "medalha de ouro|girassóis|mel|limões|um táxi|abelhas|bananas|trigo|cerimônia de premiação"),
    (("matcha",), "green tea|a matcha cake|avocado|olives|a tea house|frogs|spring grass|a yoga studio|salad|dragon boat|pistachios",
     "绿茶|抹茶蛋糕|牛油果|橄榄|茶馆|青蛙|春草|端午|沙拉|开心果|龙井", "chá verde|bolo de matcha|abacate|azeitonas|casa de chá|sapos|salada|pistache|estúdio de ioga"),
    (("forest",), "Christmas|a football match|ecology|a jungle|an organic market|camping|plants|a golf course|a dinosaur|clover|a garden centre",
     "圣诞节|足球赛|环保|丛林|有机市集|露营|植物|高尔夫|恐龙|四叶草|植树节", "Natal|jogo de futebol|ecologia|a selva|feira orgânica|acampamento|plantas|um dinossauro|trevo|jardinagem"),
    (("mint",), "toothpaste|a dental clinic|mint ice cream|a baby shower|freshness|skin care|a spa|spring cleaning|soap",
     "牙膏|口腔诊所|薄荷冰淇淋|清爽|护肤品|水疗|香皂|春季新品|药房", "pasta de dente|clínica dentária|sorvete de menta|chá de bebê|frescor|cuidados com a pele|um spa|sabonete"),
    (("teal",), "diving|an aquarium|mermaids|a peacock|a deep-sea film|an old ship|turtles|a bank|a detective novel",
     "潜水|水族馆|美人鱼|孔雀|深海|古船|海龟|银行|侦探小说", "mergulho|um aquário|sereias|um pavão|fundo do mar|um navio antigo|tartarugas|um banco"),
    (("azure",), "summer|swimming|an airline|ice|dolphins|a kite|the first day of school|fresh water|a hospital|polar bears|skiing|winter sports",
     "夏天|游泳|航空公司|冰块|海豚|风筝|开学第一天|纯净水|医院|北极熊|滑雪|毕业季", "verão|natação|companhia aérea|gelo|golfinhos|uma pipa|volta às aulas|água fresca|um hospital|esqui"),
    (("indigo",), "technology|a robot|software|blue-and-white porcelain|jeans|science|a chess club|a police story|whales|data|artificial intelligence",
     "科技|机器人|软件|青花瓷|牛仔裤|科学|国际象棋|鲸鱼|大数据|人工智能|互联网", "tecnologia|um robô|software|porcelana azul|jeans|ciência|clube de xadrez|baleias|inteligência artificial"),
    (("midnight",), "space|planets|astronauts|a jazz night|luxury watches|a ghost story|an opera|perfume|Black Friday|a planetarium|dreams|owls",
     "太空|行星|宇航员|爵士之夜|名表|鬼故事|歌剧|香水|黑色星期五|天文馆|梦|猫头鹰", "o espaço|planetas|astronautas|noite de jazz|relógios de luxo|ópera|perfume|planetário|sonhos|corujas"),
    (("violet",), "magic|grapes|a music festival|a unicorn|a night club|wizards|amethyst|a fantasy novel|electronic music|mystery|DJ",
     "魔法|葡萄|音乐节|独角兽|夜店|巫师|奇幻小说|电子音乐|神秘|演唱会", "magia|uvas|festival de música|unicórnio|boate|feiticeiros|música eletrônica|mistério|show de rock"),
    (("blush",), "Valentine's Day|a wedding|Mother's Day|a beauty salon|cherry blossom time|cotton candy|a ballerina|a baby girl|marshmallows|love letters|a florist",
     "情人节|婚礼|母亲节|美容院|樱花季|棉花糖|芭蕾|女宝宝|情书|花店|少女心", "Dia dos Namorados|um casamento|Dia das Mães|salão de beleza|algodão-doce|uma bailarina|cartas de amor|floricultura"),
    (("plum",), "wine tasting|berries|lipstick|a cabaret|cherries|a fashion show|raspberry jam|orchids|romance",
     "品酒会|莓果|口红|歌舞表演|樱桃|时装秀|果酱|兰花|玫瑰", "degustação de vinhos|frutas vermelhas|batom|cabaré|cerejas|desfile de moda|geleia|orquídeas"),
    (("sand",), "coffee|a bakery|a bookshop|leather bags|a camel|wooden furniture|pottery|chocolate|a teddy bear|bread|a museum|old maps|a horse",
     "咖啡|面包店|书店|皮包|骆驼|木家具|陶艺|巧克力|泰迪熊|面包|博物馆|老地图|马", "café|uma padaria|uma livraria|bolsas de couro|um camelo|móveis de madeira|cerâmica|chocolate|pão|museu|um cavalo"),
    (("ink_grey",), "architecture|a photography exhibition|calligraphy|minimal furniture|a lawyer's office|silver|concrete|a rainy day|elephants|a black-and-white film|steel",
     "建筑|摄影展|书法|极简家具|律师事务所|白银|混凝土|雨天|大象|黑白电影|钢铁", "arquitetura|exposição de fotografia|caligrafia|escritório de advocacia|prata|concreto|dia de chuva|elefantes|filme em preto e branco"),
]

# words that say nothing about colour
PLAIN = {
    "en": "a poster|background|abstract background|wallpaper|a conference|an exhibition|an open day|a lecture|a workshop|a concert|a cat|a dog|a bicycle|books|a film festival|"
          "a family|children playing|people dancing|a running race|a new product|a startup|a menu|a business card|opening soon|friends|a city tour|a tiger|two birds|a guitar|a piano|"
          "a kitchen|a phone|vintage|4k|high quality|highly detailed|trending|masterpiece|elegant|modern|retro|cute|stylish|empty space for text|no text|clean|professional|soft light",
    "zh": "海报|背景|抽象背景|壁纸|会议|展览|开放日|讲座|工作坊|音乐会|一只猫|小狗|自行车|书本|电影节|家庭|孩子们玩耍|跳舞的人|跑步比赛|新品发布|创业公司|菜单|名片|即将开业|朋友|城市漫游|"
          "老虎|两只鸟|吉他|钢琴|厨房|手机|复古|高清|高质量|细节丰富|杰作|优雅|现代|可爱|时尚|留出文字空间|无文字|干净|专业|柔和的光",
    "pt": "um cartaz|fundo|fundo abstrato|papel de parede|uma conferência|uma exposição|portas abertas|uma palestra|uma oficina|um concerto|um gato|um cachorro|uma bicicleta|livros|"
          "festival de cinema|uma família|crianças brincando|pessoas dançando|uma corrida|novo produto|um cardápio|em breve|amigos|um tigre|dois pássaros|um violão|um piano|uma cozinha|"
          "vintage|alta qualidade|detalhado|elegante|moderno|retrô|fofo|espaço para texto|sem texto|limpo|profissional|luz suave",
}
AROUND = {"en": ["{}", "{}", "poster for {}", "a poster about {}", "{} background", "an illustration of {}", "{} poster"],
          "zh": ["{}", "{}", "{}海报", "{}主题海报", "{}的背景", "一张{}的海报", "{}插画"],
          "pt": ["{}", "{}", "cartaz para {}", "cartaz de {}", "fundo de {}", "ilustração de {}"]}
COLOURED = {"en": ["{1} {0}", "{0} in {1}", "{0}, {1}", "{0}, {1} tones", "{1}, {0}", "{0} with {1} colours"],
            "zh": ["{1}的{0}", "{0}，{1}", "{0}，{1}色调", "{1}，{0}", "{1}{0}", "{0}，{1}配色"],
            "pt": ["{0} em {1}", "{0}, {1}", "{0}, tons de {1}", "{1}, {0}", "{0}, cores: {1}"]}


def one(rng, ways):
    ways = ways.split("|") if isinstance(ways, str) else ways
    return ways[rng.integers(len(ways))]


def unknown(rng, lang):
    """A word that nobody knows: syllables or characters by chance."""
    if lang == "zh":
        return "".join(chr(rng.integers(0x4E00, 0x9000)) for _ in range(rng.integers(1, 4)))
    word = "".join(one(rng, "b|c|d|f|g|l|m|n|p|r|s|t|v|z|st|br|tr|ch|qu") + one(rng, "a|e|i|o|u|ea|io|an|er|in|on") for _ in range(rng.integers(1, 4)))
    return word.capitalize() if rng.random() < 0.3 else word


def aside(rng, lang):
    return unknown(rng, lang) if rng.random() < 0.25 else one(rng, PLAIN[lang])


def beside(rng, lang, caption):
    """A caption with words beside it that change nothing."""
    comma = "，" if lang == "zh" else ", "
    return aside(rng, lang) + comma + caption if rng.random() < 0.3 else caption + comma + aside(rng, lang)


def free(rng, lang, palette, colour_words):
    """Words for an abstract ground of this palette (its id; its names in this language, "red|vermilion")."""
    i, comma = LANGUAGES.index(lang), "，" if lang == "zh" else ", "
    suggested = [row[1 + i] for row in SUGGESTED if palette in row[0]]
    named = rng.random() < 0.5
    thing = one(rng, AROUND[lang]).format(aside(rng, lang) if named or not suggested else one(rng, suggested[0]))
    text = one(rng, COLOURED[lang]).format(thing, one(rng, colour_words)) if named else thing
    for _ in range(rng.choice(3, p=[0.5, 0.35, 0.15])):
        text = aside(rng, lang) + comma + text if rng.random() < 0.25 else text + comma + aside(rng, lang)
    return text

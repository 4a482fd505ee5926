// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/vocabulary.h"

#include "app/scene/palette.h"

#include <array>

namespace haibao::scene {
namespace {

constexpr std::array<SubjectInfo, subject_count> subject_table{{
    {{"mountains", "mountains|a mountain range|layered mountains|misty peaks|distant mountains",
      "群山|山峦|远山|层峦叠嶂|山脉", "montanhas|uma cordilheira|serras|picos ao longe"},
     Role::ground},
    {{"hills", "rolling hills|gentle hills|soft hills|hillsides", "丘陵|山丘|起伏的山坡|小山坡",
      "colinas|colinas suaves|morros"},
     Role::ground},
    {{"sea", "the sea|ocean waves|waves|rolling sea waves|the ocean", "大海|海浪|波涛|海洋|浪花",
      "o mar|ondas do mar|ondas|o oceano"},
     Role::ground},
    {{"dunes", "desert dunes|sand dunes|a desert|the desert", "沙漠|沙丘|大漠|起伏的沙丘",
      "dunas|um deserto|dunas de areia|o deserto"},
     Role::ground},
    {{"forest", "a forest|a pine forest|fir trees|woods|a tree line", "森林|松林|树林|针叶林",
      "uma floresta|um pinhal|pinheiros|um bosque"},
     Role::ground},
    {{"city", "a city skyline|a skyline|city buildings|skyscrapers|a city", "城市天际线|城市|高楼|都市楼群|摩天大楼",
      "uma cidade|o horizonte da cidade|arranha-céus|prédios da cidade"},
     Role::ground},
    {{"lake", "a calm lake|a lake with reflections|still water|a mirror lake", "湖面|湖水|平静的湖|湖光倒影",
      "um lago|um lago calmo|águas calmas|um lago com reflexos"},
     Role::ground},
    {{"sky", "an open sky|a wide sky|an empty sky|the sky", "天空|辽阔的天空|空旷的天空",
      "o céu|um céu aberto|um céu amplo"},
     Role::ground},
    {{"snow", "a snowy landscape|snow|falling snow|a winter landscape|snow-covered hills", "雪景|雪|下雪|冬日雪地|飘雪",
      "uma paisagem de neve|neve|neve caindo|uma paisagem de inverno"},
     Role::ground},
    {{"meadow", "a flower meadow|a meadow|wild flowers|a field of flowers", "花田|草地|野花|花海",
      "um campo florido|um prado|flores do campo"},
     Role::ground},
    {{"sun", "a sun|a big sun|the sun|a round sun|a glowing sun", "太阳|一轮太阳|圆日|日轮;红日|夕阳|朝阳",
      "um sol|um grande sol|o sol"},
     Role::disc},
    {{"moon", "a full moon|a moon|the moon|a round moon|a big moon", "满月|月亮|圆月|一轮明月|明月",
      "uma lua cheia|a lua|uma grande lua|uma lua redonda"},
     Role::disc},
    {{"crescent", "a crescent moon|a crescent|a new moon|a thin moon", "弯月|月牙|新月|一弯新月",
      "uma lua crescente|um crescente|uma lua fina"},
     Role::disc},
    {{"clouds", "auspicious clouds|clouds|drifting clouds|fluffy clouds|a few clouds", "祥云|云朵|云|白云|几朵云",
      "nuvens|algumas nuvens|nuvens macias"},
     Role::air},
    {{"stars", "stars|a starry sky|twinkling stars|bright stars", "星星|星空|繁星|点点星光",
      "estrelas|um céu estrelado|estrelas brilhantes"},
     Role::air},
    {{"birds", "birds|flying birds|a flock of birds|cranes", "飞鸟|鸟群|飞翔的鸟|仙鹤|大雁",
      "pássaros|aves voando|um bando de pássaros"},
     Role::air},
    {{"balloons", "hot-air balloons|balloons|colourful balloons|a hot-air balloon", "热气球|气球|几只热气球",
      "balões|balões de ar quente|um balão"},
     Role::air},
    {{"fireworks", "fireworks|bursting fireworks|a firework display", "烟花|焰火|绽放的烟花|礼花",
      "fogos de artifício|fogos|um espetáculo de fogos"},
     Role::air},
    {{"sails", "sailing boats|a sailboat|sails|boats with white sails", "帆船|小船|白帆|风帆",
      "barcos à vela|um veleiro|velas|veleiros"},
     Role::object},
    {{"blossom", "a blossom branch|plum blossoms|cherry blossoms|a flowering branch", "花枝|梅花|樱花|一枝花|桃花",
      "um ramo florido|flores de cerejeira|flores de ameixeira"},
     Role::front},
    {{"leaves", "leaves|tropical leaves|large leaves|big leaves;green leaves|palm leaves|leaf|plants",
      "叶子|树叶|热带叶子|大片叶子|枝叶", "folhas|folhas tropicais|folhas grandes;folhas de palmeira|folhagem"},
     Role::front},
    {{"bamboo", "bamboo|bamboo stalks|bamboo leaves", "竹子|翠竹|竹叶|竹林", "bambu|hastes de bambu|folhas de bambu"},
     Role::front},
    {{"lanterns", "lanterns|hanging lanterns|paper lanterns;red lanterns|lantern", "灯笼|挂着的灯笼|宫灯;红灯笼",
      "lanternas|lanternas penduradas|lanternas de papel"},
     Role::front},
    {{"coffee", "a cup of coffee|a coffee cup|coffee|a steaming mug", "一杯咖啡|咖啡|咖啡杯|热咖啡",
      "uma xícara de café|um café|café|uma chávena de café"},
     Role::object},
    {{"fruit", "fruit|oranges and pears|fresh fruit|a still life with fruit", "水果|鲜果|橙子和梨|果盘",
      "frutas|laranjas e peras|frutas frescas"},
     Role::object},
    {{"cat", "a cat|a sitting cat|a kitten", "猫|小猫|坐着的猫|一只猫", "um gato|um gato sentado|um gatinho"},
     Role::object},
    {{"koi", "koi fish|two koi|a koi carp|swimming koi", "锦鲤|鲤鱼|两条锦鲤|游鱼", "carpas koi|uma carpa|peixes koi"},
     Role::object},
    {{"bicycle", "a bicycle|a bike|a city bicycle", "自行车|单车|一辆自行车", "uma bicicleta|uma bike"}, Role::object},
    {{"rocket", "a rocket|a space rocket|a rocket launch", "火箭|一枚火箭|火箭升空",
      "um foguete|um foguete espacial|o lançamento de um foguete"},
     Role::object},
    {{"books", "books|a stack of books|an open book and books", "书|书本|一摞书|书籍", "livros|uma pilha de livros"},
     Role::object},
    {{"lotus", "a lotus|lotus flowers|a lotus pond", "荷花|莲花|荷塘|荷叶",
      "um lótus|flores de lótus|um lago de lótus"},
     Role::object},
    {{"pagoda", "a pagoda|a temple tower|an old pagoda", "宝塔|古塔|楼阁|塔", "um pagode|uma torre de templo"},
     Role::object},
    {{"lighthouse", "a lighthouse|a lighthouse on a cliff", "灯塔|海边灯塔|一座灯塔", "um farol|um farol à beira-mar"},
     Role::object},
    {{"rain_window", "rain on a window|raindrops on glass|a rainy window", "雨窗|窗上的雨滴|雨天的窗",
      "chuva na janela|gotas de chuva no vidro"},
     Role::ground},
    {{"teapot", "a teapot|a teapot and cups|tea", "茶壶|茶具|紫砂壶|一壶茶", "um bule de chá|chá|um bule"},
     Role::object},
    {{"umbrella", "an umbrella|a paper umbrella|an oil-paper umbrella", "油纸伞|雨伞|纸伞",
      "um guarda-chuva|uma sombrinha de papel"},
     Role::object},
    {{"blur", "a soft colour gradient|a blurred gradient|an abstract gradient|smooth colours",
      "柔和渐变|渐变背景|模糊色彩|抽象渐变", "um degradê suave|um gradiente abstrato|cores suaves"},
     Role::abstract},
    {{"rings", "concentric rings|circles|rings|a target of circles", "同心圆|圆环|圆圈|环形",
      "anéis concêntricos|círculos|anéis"},
     Role::abstract},
    {{"rays", "sun rays|radiating rays|a sunburst|rays of light", "放射光芒|光芒|放射线|光束",
      "raios|raios de luz|raios de sol"},
     Role::abstract},
    {{"ribbons", "flowing ribbons|layered waves of paper|flowing bands|abstract waves",
      "流动的飘带|层叠曲线|波浪色带|抽象波浪", "faixas fluidas|fitas|ondas abstratas"},
     Role::abstract},
    {{"blobs", "organic shapes|soft blobs|abstract rounded shapes", "有机形状|圆润色块|抽象色块",
      "formas orgânicas|manchas abstratas|formas arredondadas"},
     Role::abstract},
    {{"arches", "geometric shapes|geometric arches|circles and squares|a geometric composition",
      "几何图形|几何构成|圆与方|拱形", "formas geométricas|arcos geométricos|círculos e quadrados"},
     Role::abstract},
    {{"stripes", "diagonal stripes|stripes|bold stripes", "斜条纹|条纹|线条", "listras diagonais|listras|riscas"},
     Role::abstract},
    {{"frame", "a decorative frame|an ornamental border|a border", "边框|花边|装饰边框|框",
      "uma moldura|uma borda decorativa|uma moldura ornamental"},
     Role::abstract},
}};

constexpr std::array<Words, style_count> style_table{{
    {"flat", "flat|flat design|flat illustration|clean flat shapes", "扁平|扁平风|扁平插画|平面风格",
     "plano|design plano|ilustração plana"},
    {"gradient", "gradient|soft gradients|smooth gradient|gradient illustration", "渐变|渐变风|柔和渐变风格|弥散渐变",
     "gradiente|degradês suaves|ilustração em degradê"},
    {"ink", "ink wash|Chinese ink painting|ink wash painting|sumi-e", "水墨|水墨画|国画|水墨风",
     "aguada de nanquim|pintura a nanquim|pintura chinesa a tinta"},
    {"paper_cut", "paper cut|layered paper|paper-cut|cut paper", "剪纸|剪纸风|纸雕|叠纸",
     "papel recortado|recorte de papel|camadas de papel"},
    {"bauhaus", "Bauhaus|Bauhaus geometric|geometric Bauhaus style", "包豪斯|包豪斯风|几何构成风",
     "Bauhaus|geométrico Bauhaus|estilo Bauhaus"},
    {"riso", "risograph|halftone|riso print|halftone print|risograph print", "孔版印刷|半调网点|网点印刷|丝网印",
     "risografia|meio-tom|impressão risográfica|retícula"},
    {"neon", "neon|neon lights|glowing neon lines|neon glow", "霓虹|霓虹灯|霓虹风|荧光线条",
     "neon|luzes de neon|linhas de neon"},
    {"watercolour", "watercolour|watercolor|watercolour painting|soft watercolour wash", "水彩|水彩画|水彩风|淡彩",
     "aquarela|pintura em aquarela|aguarela"},
}};

constexpr std::array<Words, 4> time_table{{
    {"day", "by day|in daylight|daytime", "白天|白昼|晴天", "de dia|à luz do dia"},
    {"dawn", "at dawn|at sunrise|in the early morning|morning light", "清晨|黎明|日出|晨光",
     "ao amanhecer|ao nascer do sol|de manhã cedo"},
    {"dusk", "at dusk|at sunset|in the evening|twilight", "黄昏|日落|傍晚|暮色",
     "ao entardecer|ao pôr do sol|ao anoitecer"},
    {"night", "at night|by night|in the dark night|night", "夜晚|夜|夜色|深夜", "à noite|de noite|noite"},
}};
constexpr std::array<Words, 5> mood_table{{
    {"plain", "neutral", "平和", "neutro"},
    {"calm", "calm|quiet|peaceful|serene|tranquil", "宁静|安静|平静|静谧", "calmo|tranquilo|sereno"},
    {"bright", "bright|cheerful|joyful|fresh|lively", "明快|欢快|清新|活泼", "alegre|luminoso|vibrante|fresco"},
    {"dramatic", "dramatic|bold|powerful|striking", "强烈|震撼|大气|浓烈", "dramático|marcante|forte"},
    {"dreamy", "dreamy|hazy|soft|misty|romantic", "梦幻|朦胧|浪漫|柔美", "onírico|nebuloso|suave|romântico"},
}};
constexpr std::array<Words, 4> layout_table{{
    {"balanced", "balanced", "均衡构图", "equilibrado"},
    {"minimal", "minimal|minimalist|lots of empty space|much negative space", "极简|留白|大面积留白|简约",
     "minimalista|muito espaço vazio|mínimo"},
    {"close", "close-up|close up|large in the picture|zoomed in", "特写|近景|放大|满版",
     "em primeiro plano|de perto|em close"},
    {"framed", "framed|with a border|in a frame|inside a frame", "带边框|画框|有边框|框景",
     "emoldurado|com moldura|com borda"},
}};
constexpr std::array<Words, 3> place_table{{
    {"left", "on the left|at the left|to the left|left", "左侧|左边|偏左|在左", "à esquerda|do lado esquerdo|esquerda"},
    {"centre", "in the centre|in the middle|centred|in the center|centered", "中央|中间|居中|正中",
     "no centro|ao centro|no meio|centralizado"},
    {"right", "on the right|at the right|to the right|right", "右侧|右边|偏右|在右",
     "à direita|do lado direito|direita"},
}};
constexpr std::array<Words, 6> title_table{{
    {"none", "no title", "无标题", "sem título"},
    {"top", "at the top|on top|in the upper part", "上方|顶部|上部", "no topo|em cima|na parte de cima"},
    {"bottom", "at the bottom|below|in the lower part", "下方|底部|下部", "embaixo|na base|na parte de baixo"},
    {"left", "on the left|on the left side", "左侧|左边", "à esquerda|no lado esquerdo"},
    {"right", "on the right|on the right side", "右侧|右边", "à direita|no lado direito"},
    {"centre", "in the centre|in the middle", "中央|正中", "no centro|no meio"},
}};

}  // namespace

const SubjectInfo& info(Subject subject) { return subject_table[static_cast<std::size_t>(subject)]; }
const Words& words(Style style) { return style_table[static_cast<std::size_t>(style)]; }
const Words& words(Time time) { return time_table[static_cast<std::size_t>(time)]; }
const Words& words(Mood mood) { return mood_table[static_cast<std::size_t>(mood)]; }
const Words& words(Layout layout) { return layout_table[static_cast<std::size_t>(layout)]; }
const Words& words(Place place) { return place_table[static_cast<std::size_t>(place)]; }
const Words& words(TitlePlace place) { return title_table[static_cast<std::size_t>(place)]; }

Words palette_words(int palette) {
    const Palette& p = palettes()[static_cast<std::size_t>(palette)];
    return {p.id, p.en, p.zh, p.pt};
}

std::vector<std::string_view> split(std::string_view alternatives) {
    return split_all(alternatives.substr(0, alternatives.find(';')));
}

std::vector<std::string_view> split_all(std::string_view alternatives) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto bar = alternatives.find_first_of("|;");
        parts.push_back(alternatives.substr(0, bar));
        if (bar == std::string_view::npos) return parts;
        alternatives.remove_prefix(bar + 1);
    }
}

std::string display_name(const Words& words, Language language) {
    std::string_view name = split(words.in(language)).front();
    for (std::string_view article : {"a ", "an ", "the ", "um ", "uma ", "o ", "os ", "as "}) {
        const bool english = article == "a " || article == "an " || article == "the ";
        if ((language == Language::en) == english && language != Language::zh && name.starts_with(article)) {
            name.remove_prefix(article.size());
            break;
        }
    }
    return std::string(name);
}

}  // namespace haibao::scene

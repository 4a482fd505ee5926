// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao::generate {

/// Things that posters often show, one kind a row. Left out is what is more often an occasion than a picture (film, book, race),
/// what names a place or a person (rio, rose), and what landscapes show by the way (clouds, snow, stars).
struct PosterSubject {
    const char* chinese;     ///< apart by spaces
    const char* english;     ///< apart by commas; singular and plural
    const char* portuguese;  ///< likewise
};
inline constexpr PosterSubject poster_subjects[] = {
    {"摩天楼 摩天大楼 高楼 高楼大厦 大厦 楼群 天际线", "skyscraper,skyscrapers,skyline,cityscape,city lights", "arranha-céu,arranha-céus"},
    {"竹 竹林 竹子 竹叶 翠竹", "bamboo", "bambu,bambus,bambuzal"},
    {"桃花 樱花 梅花 荷花 莲花 菊花 牡丹 杏花 玫瑰 花朵 鲜花 花海 花瓣 花束", "flower,flowers,cherry blossom,cherry blossoms,peach blossom,peach blossoms,plum blossoms,lotus,peony,peonies,roses,tulip,tulips,petals", "flor,flores,pétalas,cerejeira,cerejeiras,peônia,peônias,tulipas"},
    {"宝塔 古塔 亭子 寺庙 庙宇 宫殿 城堡 长城 牌坊", "pagoda,pagodas,temple,temples,castle,castles,palace,palaces", "pagode,pagodes,templo,templos,castelo,castelos,palácio,palácios"},
    {"桥 大桥 石桥 拱桥", "bridge,bridges", "ponte,pontes"},
    {"灯塔", "lighthouse,lighthouses", "farol,faróis"},
    {"灯笼 红灯笼 花灯", "lantern,lanterns", "lanterna,lanternas"},
    {"烟花 焰火", "fireworks", "fogos de artifício"},
    {"瀑布", "waterfall,waterfalls", "cachoeira,cachoeiras,cascata"},
    {"河流 小河 小溪", "river,rivers", ""},
    {"树 树木 大树 松树 柳树 枫树 树林 森林 松林 椰树 棕榈树", "tree,trees,forest,forests,woods", "árvore,árvores,floresta,florestas,palmeira,palmeiras"},
    {"草原 草地 田野 麦田 稻田 茶园 花园 果园", "meadow,meadows,rice field,rice fields,wheat field,wheat fields,garden,gardens", "jardim,jardins,prado,prados"},
    {"船 帆船 小船 渔船 轮船 龙舟", "boat,boats,sailboat,sailboats,ship,ships", "barco,barcos,veleiro,veleiros,navio,navios"},
    {"汽车 跑车 自行车 火车 飞机 火箭 摩托车", "car,cars,bicycle,bicycles,airplane,airplanes,rocket,rockets,motorcycle,motorcycles", "carro,carros,bicicleta,bicicletas,avião,aviões,foguete,foguetes"},
    {"人物 人像 女孩 男孩 孩子 少女 舞者 歌手 宇航员", "girl,girls,boy,boys,child,children,woman,women,dancer,dancers,singer,singers,astronaut,astronauts", "menina,meninas,menino,meninos,criança,crianças,mulher,mulheres,astronauta,astronautas"},
    {"猫 小猫 猫咪 狗 小狗", "cat,cats,kitten,kittens,dog,dogs,puppy,puppies", "gato,gatos,gata,gatinho,cachorro,cachorros"},
    {"老虎 狮子 大象 熊猫 兔子 白兔 狐狸 鹿 小鹿 骏马", "tiger,tigers,lion,lions,elephant,elephants,panda,pandas,rabbit,rabbits,fox,foxes,deer,horse,horses", "tigre,tigres,leão,leões,elefante,elefantes,panda,pandas,coelho,coelhos,raposa,raposas,cavalo,cavalos"},
    {"鲸鱼 海豚 锦鲤 金鱼 鱼", "whale,whales,dolphin,dolphins,fish,koi", "baleia,baleias,golfinho,golfinhos,peixe,peixes"},
    {"鸟 小鸟 飞鸟 白鹤 仙鹤 燕子 蝴蝶 凤凰", "bird,birds,swallows,butterfly,butterflies,phoenix", "pássaro,pássaros,andorinhas,borboleta,borboletas,fênix"},
    {"恐龙 金龙 飞龙 巨龙", "dragon,dragons,dinosaur,dinosaurs", "dragão,dragões,dinossauro,dinossauros"},
    {"茶杯 茶壶 咖啡杯 酒杯", "teapot,teapots,teacup,teacups,coffee cup,coffee cups", "bule,xícara,xícaras"},
    {"蛋糕 面包 水果 西瓜 月饼 粽子 饺子", "cake,cakes,bread,fruit,fruits,watermelon,watermelons,mooncake,mooncakes,dumplings", "bolo,bolos,pães,fruta,frutas,melancia,melancias"},
    {"吉他 钢琴 小提琴 古筝 麦克风", "guitar,guitars,piano,pianos,violin,violins,microphone,microphones", "violão,guitarra,guitarras,piano,pianos,violino,violinos,microfone,microfones"},
    {"机器人", "robot,robots", "robô,robôs"},
    {"星球 行星 飞船 太空船", "planet,planets,spaceship,spaceships", "planeta,planetas,nave espacial"},
    {"彩虹", "rainbow,rainbows", "arco-íris"},
    {"火焰 篝火", "flames,bonfire,bonfires", "chamas,fogueira,fogueiras"},
    {"气球 热气球", "balloon,balloons,hot-air balloon,hot-air balloons", "balão,balões"},
    {"雨伞 油纸伞", "umbrella,umbrellas", "guarda-chuva,guarda-chuvas"},
    {"房子 小屋 木屋 教堂 村庄", "house,houses,cabin,church,churches,village,villages", "igreja,igrejas,aldeia,cabana"},
    {"圣诞树 雪人", "christmas tree,christmas trees,snowman,snowmen", "árvore de natal,boneco de neve"},
};

}  // namespace haibao::generate

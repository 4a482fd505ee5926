// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/palette.h"

#include "app/scene/description.h"

#include <array>

namespace haibao::scene {
namespace {

constexpr Colour c(std::uint32_t rgb) { return Colour::hex(rgb); }

constexpr std::array<Palette, palette_count> table{{
    {"cinnabar", c(0xC9281C), c(0xF0683E), c(0xE04A2E), c(0x5E0A10), c(0xFFE3A8), c(0xF7B733), c(0x33060A), c(0xFFF1E0),
     "red|cinnabar red|vermilion|scarlet|crimson|festive red", "红|朱红|中国红|大红|正红|喜庆红",
     "vermelho|vermelho-cinábrio|escarlate|carmim"},
    {"sunset", c(0x6A3D8F), c(0xFF9A76), c(0xD8627F), c(0x3B1B4F), c(0xFFE08A), c(0xFF5D6C), c(0x241035), c(0xFFEBDD),
     "sunset colours|pink and orange|sunset|coral and violet|evening glow", "晚霞色|橙粉|霞光|落日色|橙紫",
     "cores do pôr do sol|rosa e laranja|coral e violeta"},
    {"apricot", c(0xF2862B), c(0xFFC27A), c(0xEE8E3C), c(0x7A2C0B), c(0xFFF3CF), c(0x1E6F78), c(0x431705), c(0xFFF4E4),
     "orange|apricot|tangerine|warm orange|mandarin", "橙|橘色|橙色|杏色|暖橙",
     "laranja|damasco|tangerina|laranja quente"},
    {"gold", c(0xF2B807), c(0xFFE38A), c(0xE3AE22), c(0x5B3A06), c(0xFFFBE2), c(0xC63D2F), c(0x2F1D03), c(0xFFF9E3),
     "yellow|golden yellow|gold|sunny yellow|lemon gold", "黄|金黄|金色|明黄|鹅黄",
     "amarelo|dourado|amarelo-ouro|amarelo solar"},
    {"matcha", c(0xA9BF5A), c(0xE6EBB8), c(0xA3B860), c(0x43551A), c(0xFFFBE3), c(0xD9653B), c(0x242F0C), c(0xF8F8E4),
     "matcha green|olive|yellow green|tea green|moss", "抹茶绿|草绿|茶绿|橄榄绿|苔绿",
     "verde-matcha|oliva|verde-amarelado|verde-chá"},
    {"forest", c(0x1F7A4D), c(0x9AD3A2), c(0x4F9F6F), c(0x0B3B26), c(0xF9F2BF), c(0xF08A4B), c(0x062117), c(0xEEF8EA),
     "green|forest green|emerald|deep green|leaf green", "绿|翠绿|森林绿|墨绿|碧绿",
     "verde|verde-floresta|esmeralda|verde-escuro"},
    {"mint", c(0x8FDCC4), c(0xE6FAF0), c(0x8CCDB9), c(0x2C7C72), c(0xFFF6EE), c(0xFF8C7A), c(0x174C4B), c(0xF4FFFA),
     "mint|pale mint green|fresh mint|light jade|mint and coral", "薄荷|薄荷绿|浅碧|青玉色|清新薄荷",
     "menta|verde-menta|jade claro|menta fresca"},
    {"teal", c(0x0E6470), c(0x63B5B0), c(0x2F8A8C), c(0x06323C), c(0xFBEFD5), c(0xF4A259), c(0x041E26), c(0xEEF6F1),
     "teal|peacock green|petrol|deep teal|blue-green", "青|孔雀绿|青色|蓝绿|黛青",
     "azul-petróleo|verde-azulado|turquesa escuro|pavão"},
    {"azure", c(0x3FA7F0), c(0xD6F0FF), c(0x8CC8F2), c(0x1F5FA8), c(0xFFFCEB), c(0xFFB84D), c(0x123A6B), c(0xF4FBFF),
     "sky blue|light blue|azure|clear blue|baby blue", "天蓝|浅蓝|蔚蓝|晴空蓝|湖蓝",
     "azul-claro|azul-celeste|azul-céu|anil claro"},
    {"indigo", c(0x1D3F9A), c(0x7FA3E8), c(0x4A6CC4), c(0x101F57), c(0xFFEFC2), c(0xFF7A48), c(0x0A1233), c(0xEEF3FF),
     "blue|royal blue|cobalt|indigo blue|porcelain blue", "蓝|宝蓝|靛蓝|青花蓝|钴蓝", "azul|azul-real|cobalto|índigo"},
    {"midnight", c(0x070B22), c(0x24365F), c(0x22335C), c(0x060A1C), c(0xF7D88A), c(0xE2A83B), c(0x03050F), c(0xE9EDF8),
     "midnight blue and gold|dark navy|midnight|navy and gold", "午夜蓝|深蓝金|藏青|夜空色|黑金",
     "azul-meia-noite|azul-marinho e dourado|marinho escuro"},
    {"violet", c(0x5326A0), c(0xBFA0F0), c(0x8A63CE), c(0x2A0F5E), c(0xFFF0D9), c(0xFF8FC4), c(0x170638), c(0xF6F0FF),
     "purple|violet|lavender|grape|amethyst", "紫|紫罗兰|薰衣草紫|葡萄紫|紫色", "roxo|violeta|lavanda|ametista"},
    {"blush", c(0xF7B3C2), c(0xFFE9E6), c(0xF2A9B8), c(0xB04A6B), c(0xFFFBF2), c(0x5FA6A0), c(0x5E1F3C), c(0xFFF5F4),
     "pink|blush|pale pink|rose pink|cherry pink", "粉|粉红|樱花粉|浅粉|玫瑰粉",
     "rosa|rosa-claro|cor-de-rosa|rosa-pálido"},
    {"plum", c(0x8E1556), c(0xE56FA0), c(0xBC3C7C), c(0x420A30), c(0xFFE6C7), c(0xFFC145), c(0x25051B), c(0xFFF0F5),
     "magenta|plum|berry|fuchsia|raspberry", "洋红|玫红|梅子色|紫红|莓红", "magenta|ameixa|fúcsia|framboesa"},
    {"sand", c(0xD9BD94), c(0xF6E9D2), c(0xCFAE84), c(0x6E4A2D), c(0xFFF8EA), c(0xB5492E), c(0x3A2415), c(0xFBF4E8),
     "beige|sand|earth tones|warm brown|ochre", "米色|沙色|大地色|赭石|驼色", "bege|areia|tons de terra|ocre"},
    {"ink_grey", c(0xA9ADB1), c(0xECECEA), c(0xA7ABAE), c(0x2B2E31), c(0xFFFFFF), c(0xB93A2B), c(0x141517), c(0xF7F6F3),
     "grey|black and white|ink grey|silver grey|monochrome", "灰|黑白|墨灰|银灰|素色",
     "cinza|preto e branco|cinza-prata|monocromático"},
}};

}  // namespace

std::span<const Palette> palettes() { return table; }

}  // namespace haibao::scene

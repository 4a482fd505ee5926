// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/proof/misspellings.h"

#include <QList>
#include <QStringList>
#include <algorithm>

#include "app/proof/compare.h"

namespace haibao::proof::testing {
namespace {

/// A character, then those that are taken for it at a glance. Pairs that no reader could tell in print (市 and 巿) are left out.
const QStringList similar{
    "春舂昌", "江汪汀", "花芲茬", "月用目", "夜液", "海悔诲晦", "风凤冈", "音昔言", "乐东", "节芦", "山出", "水永木", "之乏", "间问闻", "中申巾", "秋耿私",
    "诗侍持待", "会合公", "茶荼", "的昀", "时吋", "市布", "跑炮抱", "新斩薪", "年午", "快块决", "冬各", "至圣", "大太犬", "促捉", "销消锁",
    "青责清", "岛鸟", "啤脾", "酒洒", "周同固", "末未", "未末", "日曰目", "土士", "西酉", "见贝", "云去", "来耒", "行往", "城诚域", "湖潮", "地他", "人入八", "读续", "书节", "远运近", "方万", "家冢豕", "好奸", "圆园", "面画", "朝潮", "国园图", "际标", "电甩由",
    "影彩", "展屉屏", "今令", "晚挽", "八人入", "点占店", "开井并", "始治姑", "听昕所", "雨两", "无元天", "痕狠恨", "雪雷霄", "夏复", "樂藥", "會曾", "書晝畫",
    "法怯", "覽攬", "歡歎", "迎仰", "光兆", "臨監", "北比", "燈橙", "節筋", "電雷", "幕墓暮", "開閉間", "風凰", "雲雪", "龍籠", "呈星", "祥詳洋", "萬禹",
    "里黑甲", "長辰",
    "ao", "ec", "ij", "lt", "mn", "nh", "oe", "ra", "tf", "uv", "vy", "yv", "hb", "do", "gq", "kx", "sz", "bh", "pq", "wv", "cé", "éè", "ãâ", "áà", "çg", "êé",
};

/// Traditional, simplified: of the characters in our texts.
const QStringList simplified{"樂乐", "會会", "書书", "覽览", "歡欢", "臨临", "臺台", "燈灯", "節节", "電电", "開开", "風风", "雲云", "際际", "龍龙", "鳳凤", "萬万", "長长"};

QString others(const QStringList& table, QChar c) {
    for (const QString& row : table)
        if (row[0] == c) return row.mid(1);
    return {};
}

std::optional<QString> at_place(const QString& text, Mistake mistake, qsizetype i, std::uint64_t seed) {
    QString result = text;
    const QChar c = text[i];
    if (!c.isLetterOrNumber()) return std::nullopt;
    switch (mistake) {
        case Mistake::similar_character:
        case Mistake::other_script: {
            const QString choice = others(mistake == Mistake::other_script ? simplified : similar, c);
            if (choice.isEmpty()) return std::nullopt;
            result[i] = choice[qsizetype(seed % std::uint64_t(choice.size()))];
            break;
        }
        case Mistake::dropped: result.remove(i, 1); break;
        case Mistake::doubled: result.insert(i, c.toLower()); break;
        case Mistake::accent_dropped: {
            const QString parts = QString(c).normalized(QString::NormalizationForm_D);
            if (parts.size() < 2) return std::nullopt;
            result[i] = parts[0];
            break;
        }
        case Mistake::swapped:
            if (i + 1 >= text.size() || !text[i + 1].isLetterOrNumber()) return std::nullopt;
            result[i] = text[i + 1], result[i + 1] = c;
            break;
    }
    if (comparable(result).empty() || comparable(result) == comparable(text)) return std::nullopt;
    return result;
}

}  // namespace

const char* name_of(Mistake mistake) {
    switch (mistake) {
        case Mistake::similar_character: return "similar character";
        case Mistake::other_script: return "simplified for traditional";
        case Mistake::dropped: return "dropped";
        case Mistake::doubled: return "doubled";
        case Mistake::accent_dropped: return "accent dropped";
        case Mistake::swapped: break;
    }
    return "swapped";
}

std::optional<QString> misspelled(const QString& text, Mistake mistake, std::uint64_t seed) {
    QStringList all;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (auto one = at_place(text, mistake, i, seed); one && !all.contains(*one)) all.push_back(*one);
    if (all.isEmpty()) return std::nullopt;
    return all[qsizetype(seed / 7 % std::uint64_t(all.size()))];
}

}  // namespace haibao::proof::testing

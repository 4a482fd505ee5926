// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/caption.h"

#include "app/scene/rng.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haibao::scene {
namespace {

/// Titles are put together from two halves, so that a model sees many letters and characters.
struct Halves {
    std::string_view first, second, whole;
};
constexpr std::array<Halves, language_count> title_words{{
    {"Summer|Winter|Spring|Autumn|Midnight|Golden|Silent|Open|Blue|Lost|Hidden|Wild|Slow|First|Last|Northern|Electric|"
     "Gentle|Endless|City",
     "Breeze|Market|Concert|Garden|Journey|Light|Letters|Festival|River|Sky|Morning|Stories|Bloom|Harbour|Night|"
     "Kitchen|Road|Waves|Fair|Songs",
     "Grand Opening|Happy New Year|The Long Way Home|Save the Date|Jazz 2026|Hello|50 % OFF|Tea & Talk|Above the "
     "Clouds|Bon Voyage"},
    {"春风|秋月|山河|星空|花间|云上|江南|海上|清晨|夏夜|远山|归途|长安|竹林|白露|小满|惊蛰|立冬|灯火|人间",
     "音乐会|入梦|有约|来信|如画|茶话|书屋|漫步|市集|时光|烟火|故事|花开|万里|清欢|物语|夜话|同行|展览|食堂",
     "花好月圆|岁岁平安|中秋快乐|新年快乐|大吉大利|盛大开业|春暖花开|海阔天空|静夜思|一期一会|生日快乐|福|限时五折|"
     "欢迎光临"},
    {"Noite|Festa|Caminho|Jardim|Sonho|Tarde|Mar|Canto|Praça|Luz|Sabor|Vento|Rio|Casa|Feira",
     "de Verão|de Inverno|da Lua|do Sol|das Flores|do Livro|de Jazz|das Águas|da Cidade|do Norte|de Estrelas|do "
     "Campo|da Manhã|de Abril|da Serra",
     "Feliz Ano Novo|Grande Inauguração|Boa Viagem|Céu Aberto|Carnaval 2026|Bem-vindos|São João|Promoção|Até "
     "Breve|Parabéns"},
}};

struct ColourWords {
    double hue;  ///< degrees in Oklab, the upper end of its range
    std::string_view light[3], dark[3];
};
constexpr ColourWords hues[] = {{18, {"pink", "粉色", "rosa"}, {"red", "红色", "vermelho"}},
                                {42, {"coral", "珊瑚色", "coral"}, {"red", "红色", "vermelho"}},
                                {72, {"orange", "橙色", "laranja"}, {"brown", "棕色", "marrom"}},
                                {108, {"yellow", "黄色", "amarelo"}, {"brown", "棕色", "marrom"}},
                                {165, {"green", "绿色", "verde"}, {"green", "绿色", "verde"}},
                                {222, {"turquoise", "青色", "turquesa"}, {"teal", "青色", "azul-petróleo"}},
                                {285, {"blue", "蓝色", "azul"}, {"blue", "蓝色", "azul"}},
                                {325, {"purple", "紫色", "roxo"}, {"purple", "紫色", "roxo"}},
                                {361, {"pink", "粉色", "rosa"}, {"magenta", "洋红色", "magenta"}}};

class Writer {
public:
    Writer(const SceneDescription& d, Language language, std::uint64_t variant, const Scene* scene)
        : d_(d), language_(language), scene_(scene), r_(Rng(d.seed).fork("caption").next() ^ variant) {}

    std::string write() {
        std::string text = opening();
        if (d_.time != Time::day || r_.chance(0.25)) text += comma() + say(words(d_.time));
        if (d_.mood != Mood::plain && r_.chance(0.8)) text += comma() + mood();
        if (d_.layout != Layout::balanced && r_.chance(0.8)) text += comma() + say(words(d_.layout));
        if (d_.title != TitlePlace::none) text += title();
        return text;
    }

private:
    std::string one(std::string_view alternatives) {
        const auto ways = split(alternatives);
        return std::string(ways[static_cast<std::size_t>(r_.below(static_cast<int>(ways.size())))]);
    }
    /// One of three texts, by language.
    std::string one(std::string_view en, std::string_view zh, std::string_view pt) {
        return one(language_ == Language::en ? en : language_ == Language::zh ? zh : pt);
    }
    std::string say(const Words& w) { return one(w.in(language_)); }
    bool chinese() const { return language_ == Language::zh; }
    std::string comma() const { return chinese() ? "，" : ", "; }

    /// Places mean something for what stands somewhere: discs, objects, things in front; not for grounds.
    static bool has_place(Subject s) {
        const Role role = info(s).role;
        return role == Role::disc || role == Role::object || role == Role::front || s == Subject::rings ||
               s == Subject::rays;
    }

    /// "a red sun", "红色的太阳", "um sol em vermelho"; empty if its colour is not known.
    std::string with_colour(Subject s) {
        if (!scene_) return {};
        const auto found = std::ranges::find(scene_->colours, s, &std::pair<Subject, Colour>::first);
        if (found == scene_->colours.end()) return {};
        const std::string colour(colour_word(found->second, language_));
        std::string name(split(info(s).words.in(language_)).front());
        if (language_ == Language::zh) return colour + one("的|") + name;
        if (language_ == Language::pt) return name + " em " + colour;
        const bool article = name.starts_with("a ") || name.starts_with("an ");
        if (article) name = name.substr(name.find(' ') + 1);
        return (!article ? "" : colour == "orange" ? "an " : "a ") + colour + " " + name;
    }

    std::string element(const Element& e) {
        std::string text = r_.chance(0.3) ? with_colour(e.subject) : std::string();
        if (text.empty()) text = say(info(e.subject).words);
        if (!has_place(e.subject) || !r_.chance(0.75)) return text;
        const std::string place = say(words(e.place));
        return chinese() ? place + one("的|有") + text : text + " " + place;
    }

    std::string elements() {
        const std::string last = one(" and | with |, ", "和|，|，", " e | com |, ");
        std::string text;
        for (std::size_t i = 0; i < d_.elements.size(); ++i) {
            if (i > 0) text += i + 1 == d_.elements.size() ? last : comma();
            text += element(d_.elements[i]);
        }
        return text;
    }

    /// A style word and, where it does not say so itself, that it is a style.
    std::string style(std::string_view suffixes) {
        const std::string name = say(words(d_.style));
        for (const std::string_view noun : {"illustration", "style", "design", "painting", "print", "gradient", "风",
                                            "画", "印刷", "格", "ilustração", "estilo", "pintura"})
            if (name.ends_with(noun)) return name;
        return name + one(suffixes);
    }

    static std::string with_article(const std::string& noun) {
        constexpr std::string_view vowels = "aeiouAEIOU";
        return (vowels.contains(noun.front()) ? "an " : "a ") + noun;
    }

    static std::string capital(std::string text) {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    std::string opening() {
        const std::string colours = say(palette_words(d_.palette)), things = elements();
        std::string text;
        switch (language_) {
            case Language::en:
                switch (r_.below(6)) {
                    case 0:
                        text = with_article(style("| style")) + one(" poster background| poster| background") + " of " +
                               things + ", " + one("in |mostly |coloured in |palette: ") + colours;
                        break;
                    case 1: text = things + ", " + colours + ", " + style("| style| illustration"); break;
                    case 2:
                        text = "poster with " + things + ", " + style(" style|") + one(", colours: |, palette |, in ") +
                               colours;
                        break;
                    case 3:
                        text =
                            colours + one(" poster, | background, | illustration: ") + things + ", " + style("| style");
                        break;
                    case 4:
                        text = things + one(" in | painted in | as ") + style("| style") + ", " + colours +
                               one("| palette| tones| colours");
                        break;
                    default: text = style("|") + ", " + colours + ", " + things; break;
                }
                return r_.chance(0.5) ? capital(text) : text;
            case Language::zh:
                switch (r_.below(6)) {
                    case 0:
                        return one("一张|一幅|") + style("风格|") + one("的|") + "海报背景，" + things + "，" +
                               colours + one("色调|配色|为主色");
                    case 1: return things + "，" + colours + one("调|色调|配色|") + "，" + style("|风格");
                    case 2:
                        return "海报：" + things + "，" + style("|风格") + "，" + one("颜色|色彩|主色|配色") +
                               one("：|") + colours;
                    case 3:
                        return colours + one("色调的|配色的|的|") + one("海报|背景|插画|画面") + "，" + things + "，" +
                               style("|风格");
                    case 4: return style("|风格") + "，" + things + "，" + colours;
                    default:
                        return one("画面里有|画|") + things + "，" + style("|风格") + "，" + colours +
                               one("色系|色调|");
                }
            case Language::pt:
                switch (r_.below(5)) {
                    case 0:
                        text = one("fundo de cartaz|cartaz|fundo") + " com " + things + ", " +
                               one("em |em tons de |cores: ") + colours + one(", estilo |, ") + style("|");
                        break;
                    case 1: text = things + ", " + colours + ", " + style("|"); break;
                    case 2:
                        text = one("pôster|cartaz") + " com " + things + ", " + style("|") + ", " +
                               one("cores: |paleta ") + colours;
                        break;
                    case 3:
                        text = one("pôster|ilustração|fundo") + " em " + colours + ": " + things + ", " + style("|");
                        break;
                    default: text = style("|") + ", " + things + one(", em |, ") + colours; break;
                }
                return r_.chance(0.5) ? capital(text) : text;
        }
        return {};
    }

    std::string mood() {
        const std::string word = say(words(d_.mood));
        switch (language_) {
            case Language::en: return word + one("| mood| atmosphere");
            case Language::zh: return word + one("|的氛围|的感觉");
            case Language::pt: return one("clima |atmosfera |") + word;
        }
        return word;
    }

    std::string title() {
        const Halves& halves = title_words[static_cast<std::size_t>(language_)];
        const std::string join = chinese() ? "" : " ";
        const std::string name =
            r_.chance(0.3) ? one(halves.whole) : one(halves.first) + (r_.chance(0.75) ? join + one(halves.second) : "");
        const std::string place = r_.chance(0.7) ? say(words(d_.title)) : "";
        if (chinese()) {
            const std::string quoted = r_.chance(0.8) ? "“" + name + "”" : "「" + name + "」";
            return "，" + place + one("标题|大字|写着|文字") + quoted;
        }
        return one(", the title |, with the words |, title: |, headline ", "",
                   ", título |, com as palavras |, texto |, título: ") +
               "\"" + name + "\"" + (place.empty() ? "" : " " + place);
    }

    const SceneDescription& d_;
    Language language_;
    const Scene* scene_;
    Rng r_;
};

}  // namespace

std::string_view colour_word(Colour colour, Language language) {
    const Oklch c = to_oklch(colour);
    const auto i = static_cast<std::size_t>(language);
    constexpr std::string_view white[] = {"white", "白色", "branco"}, black[] = {"black", "黑色", "preto"},
                               grey[] = {"grey", "灰色", "cinza"};
    if (c.l > 0.93 || (c.c < 0.045 && c.l > 0.80)) return white[i];
    if (c.l < 0.25) return black[i];
    if (c.c < 0.035) return grey[i];
    double degrees = c.h * 57.29578;
    if (degrees < 0) degrees += 360;
    const auto* hue = std::ranges::find_if(hues, [&](const ColourWords& h) { return degrees < h.hue; });
    const bool light = c.l > (degrees < 42 || degrees > 325 ? 0.70 : 0.62);
    return (light ? hue->light : hue->dark)[i];
}

std::string caption(const SceneDescription& description, Language language, std::uint64_t variant, const Scene* scene) {
    return Writer(description, language, variant, scene).write();
}

}  // namespace haibao::scene

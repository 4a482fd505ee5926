# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The program in the languages of its users; what other programs read stays as it is.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1

in_language() { # LANGUAGE ARGUMENTS…
    local language=$1; shift
    LC_ALL='' LC_MESSAGES='' LANGUAGE='' LANG=$language run "$@"
}
# The second column of these lines begins at the same column of the terminal: a Chinese character takes two.
aligned() { python3 - "$work/stdout" "$@" <<'P'
import sys, unicodedata
def columns(text): return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)
text = open(sys.argv[1]).read().splitlines()
starts = set()
for value in sys.argv[2:]:
    line = next((l for l in text if value in l), None)
    if line is None: sys.exit(f"{value!r} is not there")
    starts.add(columns(line[:line.index(value)]))
sys.exit(0 if len(starts) == 1 else f"columns {starts}")
P
}

in_language zh_CN.UTF-8 --help
check "Chinese help" [ $status = 0 ]
check "…with the commands" says "按提示词生成图"
check "…with the library's own words" says "用法: haibao-cli [选项] 命令"
check "…and headings" says "命令:"
check "…aligned" aligned "按提示词生成图" "列出本机可用的计算设备"
in_language zh_CN.UTF-8 generate --help
check "Chinese options" says "引导强度"
check "…in Chinese groups" says "怎么画:"
in_language zh_CN.UTF-8 render --help
check "what is required is said in Chinese and does not move the column" aligned "输出文件：" "像素：1080x1350"
check "…the word for it" says "必填"
in_language zh_CN.UTF-8 generate
check "a wrong use is said in Chinese" complains "需要提示词"
check "…with the way out" [ $status = 2 ]
in_language zh_CN.UTF-8 models list dance
check "an unknown word is said in Chinese" complains "多余的参数：dance"
check "…with where to look" complains "用法见 haibao-cli --help"
in_language zh_CN.UTF-8 generate --prompt x --text loud
check "the library's sentences are Chinese, too" complains "--text：loud 不在可选值 {"
in_language zh_CN.UTF-8 render x.haibao -o x.bmp
check "what stood in a sentence stands in the Chinese one" complains "没有“.bmp”这种格式"
in_language zh_CN.UTF-8 generate --prompt x --text loud --json
check "JSON stays as it is" json "d['error']['kind']=='invalid_input' and 'not in' in d['error']['message']"

paint --prompt '山，标题“风”' --out p.png
check "a picture to look at" [ $status = 0 ]
in_language zh_CN.UTF-8 show p.png
check "a table with Chinese headings" says "提示词"
check "…whose second column is aligned" aligned "山，标题" "256x256"
in_language pt_BR.UTF-8 show p.png
check "the same in Portuguese" says "Semente"
check "…aligned" aligned "山，标题" "256x256"
in_language pt_BR.UTF-8 models show builtin
check "sizes have a decimal comma in Portuguese" grep -Eq '[0-9],[0-9] MB' "$work/stdout"
check "…and no point" [ "$(grep -cE '[0-9]\.[0-9]' "$work/stdout")" = 0 ]
in_language pt_BR.UTF-8 models show builtin --json
check "JSON has points in every language" json "isinstance(d['data']['defaults']['guidance'], float)"
in_language en_GB.UTF-8 proof "$(printf '%0300d' 0).png"
check "why the system refused is said in our words" complains "its name is too long"
in_language pt_BR.UTF-8 models list dance
check "a Portuguese error" complains "Argumento inesperado: dance"
in_language en_GB.UTF-8 models list dance
check "an English one" complains "was not expected: dance"
in_language fr_FR.UTF-8 models list dance
check "English where there is no translation" complains "was not expected: dance"

LANG=zh_CN.UTF-8 LC_ALL=C run models list dance
check "LC_ALL=C is English" complains "was not expected: dance"
LC_ALL='' LANG=en_US.UTF-8 LANGUAGE=pt_BR:en run models list dance
check "LANGUAGE comes first" complains "Argumento inesperado: dance"
LC_ALL=zh_CN.UTF-8 LANG=en_US.UTF-8 run describe-commands bash
check "completions are the same everywhere" says "--guidance"
finish

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The doctor finds a sound machine sound, and each thing that was broken here by name, with its remedy.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
export LC_ALL=C.UTF-8 HAIBAO_LIBRARY=$work/library XDG_CONFIG_HOME=$work/home/config GGML_VK_VISIBLE_DEVICES=
finds() { json "any(f['state']=='$1' and f['area']=='$2' and '$3' in f['what'] and f['remedy'] for f in d['data']['findings'])"; }
well() { json "any(f['state']=='well' and f['area']=='$1' for f in d['data']['findings']) and not any(f['state']=='problem' and f['area']=='$1' for f in d['data']['findings'])"; }

run doctor
check "a sound machine is sound" [ $status = 0 ]
check "…and it says so" says "Everything works."
check "…without control characters" no_control_characters stdout
check "nothing was made" [ ! -e library ]
run doctor --json
for area in programs language folders settings fonts print models devices worker library; do check "sound: $area" well $area; done
check "all is counted" json "d['ok'] and d['data']['problems']==0"

run gallery init --library library
run doctor --json
check "an empty library is sound" well library
printf 'no database at all, and long enough to be looked at' > library/library.db
run doctor --json
check "a broken library is a problem" [ $status = 4 ]
check "…with its remedy" finds problem library library
rm -r library
run doctor --library nowhere --json
check "a library that was named must be there" finds problem library nowhere

mkdir -p "$XDG_DATA_HOME/haibao/presets" "$XDG_DATA_HOME/haibao/models/half"
echo '{"haibao": "haibao.preset/1", "format": "gif"}' > "$XDG_DATA_HOME/haibao/presets/mine.json"
cp "$model/model_index.json" "$XDG_DATA_HOME/haibao/models/half/"
run doctor --json
check "problems are exit status 4" [ $status = 4 ]
check "a wrong preset is named" finds problem settings mine
check "half a model is named" finds problem models half
check "the rest is still looked at" well worker
run doctor
check "remedies are printed" says "haibao-cli models verify half"
check "…and how many there are" says "Problems found: 2"
rm -r "$XDG_DATA_HOME/haibao"

HAIBAO_WORKER=/bin/false run doctor --json
check "a dead worker is a problem, not an end" [ $status = 4 ]
check "…of the devices" finds problem devices worker
check "…and a replaced worker is pointed out" finds advice programs HAIBAO_WORKER
mkdir no-profiles
HAIBAO_ICC=$work/no-profiles run doctor --json
check "a variable that replaces something is pointed out" finds advice programs HAIBAO_ICC
QT_IM_MODULE=nosuchmethod run doctor --json
check "an input method without plug-in is a problem" finds problem language nosuchmethod
if [ "$(id -u)" != 0 ]; then
    mkdir sealed && chmod a-w sealed
    HAIBAO_LIBRARY=$work/sealed/library run doctor --json
    check "a folder that cannot be written is a problem" finds problem folders sealed
fi
finish

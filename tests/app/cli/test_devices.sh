# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Devices from the command line: what works, backends that go wrong, an Ascend card's four states on made-up machines.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
export LC_ALL=C.UTF-8 GGML_VK_VISIBLE_DEVICES=0 HAIBAO_MACHINE_ROOT=$work/machine
backends=$XDG_DATA_HOME/haibao/backends
unset ASCEND_HOME_PATH ASCEND_TOOLKIT_HOME
mkdir -p machine "$backends"
is() { json "next(v for v in d['data']['devices'] if v['name']=='$1')$2"; }
ascend() { run devices --json && is ascend0 "['usable'] is False" && is ascend0 "['reason'].find('$1')>=0"; }

run devices --json
check "devices are listed" [ $status = 0 ]
check "…the processor first, usable" json "d['data']['devices'][0]['name']=='cpu' and d['data']['devices'][0]['usable']"
check "…software Vulkan as what it is" is vulkan0 "['software']"
check "…and never chosen by itself" json "d['data']['automatic']=='cpu'"
check "…no Ascend card where there is none" json "all(v['class']!='ascend' for v in d['data']['devices'])"
mkdir -p "$XDG_CACHE_HOME/haibao/hung" && touch "$XDG_CACHE_HOME/haibao/hung/0123"
run devices --again
check "backends that hung can be tried again" [ $status = 0 -a ! -e "$XDG_CACHE_HOME/haibao/hung" ]
run devices vulkan0 --json
check "one can be asked for" json "[v['name'] for v in d['data']['devices']]==['vulkan0']"
run devices cuda9
check "…which has to be there" [ $status = 1 ]
check "…else what there is is said" complains "cpu, vulkan0"

cp "$backend_aborts" "$backends/"
echo 'no library' > "$backends/libggml-text.so"
run devices --json
check "a backend that aborts is listed as not usable" is aborts "['usable'] is False"
check "…with what it said last" is aborts "['reason'].find('fallen off the bus')>0"
check "…and what is no library, too" is text "['reason'].find('cannot be loaded')>0"
check "…beside what works" json "d['data']['devices'][0]['usable']"
run devices
check "…for people as well" says "not usable"
run doctor --json
check "the doctor finds them" json "sum(f['area']=='devices' and f['state']=='problem' and bool(f['remedy']) for f in d['data']['findings'])==2"
run generate --model "$model" --device auto --threads 1 --size 256x256 --steps 2 --prompt x --out a.png
check "painting is not disturbed by them" [ $status = 0 ]
run generate --prompt x --model "$model" --device aborts --out b.png
check "…and who names one is told why not" complains "cannot be used"
check "…as a device that failed" [ $status = 5 ]
rm -r "$backends"

card=machine/sys/bus/pci/devices/0000:c1:00.0
mkdir -p $card machine/dev && echo 0x19e5 > $card/vendor && echo 0x120000 > $card/class && echo 0xd802 > $card/device
check "a card without its driver" ascend "driver is not installed"
run doctor --json
check "…is the doctor's business, too" json "any(f['area']=='devices' and f['state']=='problem' and 'Ascend card (PCI 19e5:d802)' in f['what'] and 'driver' in f['remedy'] for f in d['data']['findings'])"
touch machine/dev/{davinci0,davinci_manager,devmm_svm,hisi_hdc}
check "a driver without CANN" ascend "CANN toolkit is not installed"
mkdir -p machine/opt/cann/lib64 && touch machine/opt/cann/lib64/libascendcl.so
export ASCEND_HOME_PATH=/opt/cann
check "all but ggml's backend" ascend "libggml-cann.so"
check "…and where it belongs" is ascend0 "['reason'].find('$backends')>0"
finish

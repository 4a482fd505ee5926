# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Runs in a fresh Debian 13 as root: installs /haibao.deb, works with it as a plain user, upgrades it and removes it.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
told() { echo "haibao-test: $*"; }
wrong() { told "WRONG: $*"; exit 1; }
as_user() { setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/tester LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"; }

install -d -o 1000 -g 1000 /home/tester
cd /home/tester
apt-get install -y --install-recommends /haibao.deb </dev/null  # mmdebstrap turns recommendations off
told "installed: $(dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB' haibao)"

as_user haibao-cli generate --prompt '群山，右边有太阳，晚霞色，标题“山风”' --seed 1 --size 448x576 --out first.png
as_user haibao-cli render first.haibao -o first.pdf --preset print-pdf-x4
as_user haibao-cli gallery init --library Haibao
as_user haibao-cli generate --prompt '竹林' --size 256x256 --steps 2 --library Haibao
as_user haibao --version
told "painted $(stat -c %s first.png) bytes of PNG, $(stat -c %s first.pdf) bytes of PDF"
as_user haibao-cli doctor --library Haibao || [[ $? == 4 ]] || wrong "the doctor failed"
as_user haibao-cli doctor --library Haibao --json | grep -q '"problems":0' || wrong "the doctor finds problems: $(as_user haibao-cli doctor --library Haibao | grep -A1 ✗ || true)"
told "the doctor finds no problem"
grep -q 'application/x-haibao:\*.haibao' /usr/share/mime/globs2 || wrong ".haibao has no MIME type"
grep -q haibao.desktop /usr/share/applications/mimeinfo.cache 2>/dev/null || told "no program keeps a list of MIME types here (desktop-file-utils is not installed)"

# A language that the system has, as dpkg-reconfigure locales makes it.
apt-get install -y --no-install-recommends locales >/dev/null && localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
as_user LC_ALL=zh_CN.UTF-8 LANGUAGE= haibao-cli --help >/tmp/help 2>&1  # not into grep -q, which would break the pipe
grep -q "按提示词生成图" /tmp/help || wrong "the command line does not speak Chinese: $(head -n 3 /tmp/help); $(env | grep -E "^(LC_|LANG)")"

apt-get install -y --no-install-recommends xvfb xauth zsh fish </dev/null
as_user QT_QPA_PLATFORM=xcb timeout 300 xvfb-run -a haibao --measure-start >/tmp/started && grep 'start to first paint' /tmp/started || wrong "the window does not open on a screen"
told "the window opens on a screen"

zsh -n /usr/share/zsh/vendor-completions/_haibao-cli
fish -n /usr/share/fish/vendor_completions.d/haibao-cli.fish
fish -c "complete -C 'haibao-cli models ver'; complete -C 'haibao-cli generate --precision '" >/tmp/completed || true  # what it said decides
grep -q '^verify' /tmp/completed || wrong "fish does not complete 'models ver'"
grep -q '^f32' /tmp/completed || wrong "fish does not complete --precision"
cat >/tmp/zsh-completes <<'Z'
zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell 'autoload -Uz compinit && compinit -u -D; unsetopt beep; PROMPT=; bindkey "^I" complete-word; print REA""DY'
zpty -r shell said '*READY*'
zpty -w -n shell $'haibao-cli models ver\t'
zpty -r shell said '*verify*' && print -r -- "$said"
zpty -d shell
Z
timeout 60 zsh -f /tmp/zsh-completes </dev/null >/tmp/completed || true
grep -q 'verify' /tmp/completed || wrong "zsh does not complete 'models ver'"
told "fish and zsh complete the commands"

dpkg-deb -R /haibao.deb /tmp/newer
sed -i 's/^Version: .*/&+1/' /tmp/newer/DEBIAN/control
dpkg-deb -b /tmp/newer /tmp/newer.deb
apt-get install -y /tmp/newer.deb </dev/null
[[ $(as_user haibao-cli gallery search '竹林' --library Haibao --count) == 1 ]] || wrong "the library was lost by the upgrade"
as_user haibao-cli render first.haibao -o again.png
told "upgraded to $(dpkg-query -W -f '${Version}' haibao)"

dpkg -L haibao >/tmp/files
apt-get purge -y haibao </dev/null
while IFS= read -r file; do
    [[ -d $file || ! -e $file ]] || wrong "$file is left after the removal"
done </tmp/files
[[ ! -e /usr/share/haibao && ! -e /usr/libexec/haibao ]] || wrong "a folder of Haibao's is left"
[[ -z $(dpkg --audit) ]] || wrong "dpkg is not content: $(dpkg --audit)"
[[ -s first.haibao && -s Haibao/library.db ]] || wrong "what the user made is gone"
! grep -q x-haibao /usr/share/mime/globs2 || wrong "the MIME type is left"
told "removed cleanly; the user's posters and library are still there"

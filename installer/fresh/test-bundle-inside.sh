# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Runs in a fresh Debian 13 as root, in a network namespace of its own: installs /bundle and paints.
set -euo pipefail
export LC_ALL=C.UTF-8
told() { echo "haibao-test: $*"; }
as_user() { setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/tester "$@"; }
wrong() { told "WRONG: $*"; exit 1; }

[[ $(awk 'NR > 2 { print $1 }' /proc/net/dev) == lo: ]] || wrong "there is a network here"
cp /bundle/SHA256SUMS /sums
sed -i '1{s/^0/1/;t;s/^./0/}' /bundle/SHA256SUMS
! sh /bundle/install || wrong "a bundle with a wrong checksum was installed"
cp /sums /bundle/SHA256SUMS
sh /bundle/install
told "installed without a network: $(dpkg-query -W -f '${Package} ${Version}' haibao)"
install -d -o 1000 -g 1000 /home/tester
cd /home/tester
for model in builtin /usr/local/share/haibao/models/*; do
    [[ $model == builtin || -d $model ]] || continue
    as_user haibao-cli generate --prompt '山，标题“远方”' --model "$model" --device cpu --size 256x256 --steps 2 --out "${model##*/}.png"
    as_user haibao-cli models verify "$model"
    told "painted with ${model##*/}: $(stat -c %s "${model##*/}.png") bytes"
done

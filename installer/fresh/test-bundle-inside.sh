# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Runs in a fresh Debian 13 as root, in a network namespace of its own: installs /bundle and paints.
set -euo pipefail
export LC_ALL=C.UTF-8
told() { echo "haibao-test: $*"; }
wrong() { told "WRONG: $*"; exit 1; }

[[ $(awk 'NR > 2 { print $1 }' /proc/net/dev) == lo: ]] || wrong "there is a network here"
cp /bundle/SHA256SUMS /sums
sed -i '1s/^./x/' /bundle/SHA256SUMS
! sh /bundle/install || wrong "a bundle with a wrong checksum was installed"
cp /sums /bundle/SHA256SUMS
sh /bundle/install
told "installed without a network: $(dpkg-query -W -f '${Package} ${Version}' haibao)"
useradd -m tester
cd /home/tester
for model in builtin /usr/local/share/haibao/models/*; do
    [[ $model == builtin || -d $model ]] || continue
    runuser -u tester -- env HOME=/home/tester haibao-cli generate --prompt '山，标题“远方”' --model "$model" --device cpu --size 256x256 --steps 2 --out "${model##*/}.png"
    runuser -u tester -- env HOME=/home/tester haibao-cli models verify "$model"
    told "painted with ${model##*/}: $(stat -c %s "${model##*/}.png") bytes"
done

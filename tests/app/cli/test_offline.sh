# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# No socket but local ones: neither the program nor its worker even asks for another kind.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
if ! strace -f -o trace -e trace=network true 2> /dev/null; then
    echo "strace cannot be used here"
    exit 4
fi
for arguments in "generate --prompt x --model $model --size 256x256 --steps 1 --device cpu --out a.png" "devices" "models list"; do
    strace -f -o trace -e trace=network "$cli" $arguments > stdout 2> stderr < /dev/null
    status=$?
    check "it runs under strace: $arguments" [ $status = 0 ]
    check "…and opens no socket to the network" sh -c '! grep -E "AF_(INET|INET6|PACKET|NETLINK)|connect\(" trace | grep -v AF_UNIX'
done
finish

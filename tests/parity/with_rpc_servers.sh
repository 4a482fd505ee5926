# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# with_rpc_servers.sh SERVER COMMAND…: starts two servers on this machine and runs the command with --device rpc:….
server=$1
shift
device=
for _ in 1 2; do
    port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])')
    "$server" "127.0.0.1:$port" > /dev/null &
    servers+=($!)
    for _ in $(seq 500); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
        read -rt 0.05 <> <(:)
    done
    device=${device:-rpc:}${device:+,}127.0.0.1:$port
done
"$@" --device "$device"
status=$?
kill "${servers[@]}"
exit $status

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Other machines as a device, played by two of ggml's servers on this one: a picture, a server that is not there, one that
# dies in the middle of a job.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
export LC_ALL=C.UTF-8
library=$work/library
free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
listens() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }
# serve PORT: starts a server and waits until it listens; its process is in $server.
serve() {
    "$rpc_server" "127.0.0.1:$1" > "server-$1" 2>&1 & disown
    server=$!
    for _ in $(seq 500); do
        listens "$1" && return
        read -rt 0.05 <> <(:)
    done
    check "the server listens" false
}
first=$(free_port) second=$(free_port)
serve $first
first_server=$server
serve $second
second_server=$server
both=rpc:127.0.0.1:$first,127.0.0.1:$second
run devices $both --json
check "two servers are one device" json "[(v['name'],v['class'],v['usable']) for v in d['data']['devices']]==[('$both','rpc',True)]"
small=(--model "$model" --size 256x256 --steps 2 --seed 5 --threads 1)
run generate "${small[@]}" --prompt x --device $both --out remote.png --json
check "they paint a picture" [ $status = 0 -a -s remote.png ]
check "…after a word about trusted networks" complains "network that you trust"
run show remote.png --json
check "…whose record names no host" sh -c '! grep -q 127.0.0.1 stdout'
check "…but the class of the device" grep -q '"rpc"' stdout
run generate "${small[@]}" --prompt x --device cpu --precision f32 --out local.png
run generate "${small[@]}" --prompt x --device $both --precision f32 --out remote32.png
check "…which is the picture of the processor, within rounding" python3 - <<'P'
import numpy, cv2, sys
a, b = (cv2.imread(name).astype(float) for name in ("local.png", "remote32.png"))
sys.exit(0 if a.shape == b.shape and numpy.abs(a - b).mean() < 1 else 1)
P
run generate "${small[@]}" --prompt x --device rpc:127.0.0.1:$(free_port) --out none.png
check "a server that is not there is a device's failure" [ $status = 5 ]
check "…and named" complains "cannot be reached"
run generate "${small[@]}" --prompt x --device rpc:nonsense --out none.png
check "what is no HOST:PORT is wrong usage" [ $status = 2 -a ! -e none.png ]

# A server dies in the middle of a job; the job keeps what it had and goes on when the server is back.
export HAIBAO_LIBRARY=$library HAIBAO_KEEP_EVERY=0
run queue add --model "$model" --size 256x256 --steps 60 --seed 7 --threads 1 --prompt x --device $both
"$cli" queue run --progress json > stdout 2> events < /dev/null &
runner=$!
for _ in $(seq 1200); do
    grep -q '"stage":"painting"' events && break
    read -rt 0.05 <> <(:)
done
check "the job paints" grep -q '"stage":"painting"' events
kill -KILL $second_server
wait $runner
run queue list --json
check "the job is not lost" json "[j['state'] for j in d['data']['jobs']]==['failed'] or [j['state'] for j in d['data']['jobs']]==['quarantined']"
check "…and says what happened" json "'server' in d['data']['jobs'][0]['reason'].lower()"
check "…and keeps what it had" [ -s "$library/jobs/1/composition" ]
run queue list
check "…and offers the next try" says "queue retry 1 --device cpu"
serve $second
run queue retry 1
run queue run --json
check "with the server back it is done" json "d['data']['done']==1 and d['data']['pictures']==1"
kill -KILL $first_server $server 2> /dev/null
run queue list --all --json
check "…and nothing is left to do" json "[j['state'] for j in d['data']['jobs']]==['done']"
finish

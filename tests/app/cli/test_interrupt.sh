# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Ctrl-C, kill -9 on either side, a closed terminal: what is left.
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
set -m

# in_background ARGUMENTS…: a job whose process is $job.
in_background() {
    : > stderr
    "$cli" generate --model "$model" --device cpu --threads 1 --prompt p --progress json "$@" > stdout 2> stderr < /dev/null &
    job=$!
}
# A long job; returns when it paints.
start_long_job() {
    in_background --size 512x512 --steps 200 --out out/x.png "$@"
    wait_until grep -q '"painting"' stderr
}
worker_of() { pgrep -P "$1" -f haibao-worker; }
gone() { ! kill -0 "$1" 2> /dev/null; }

start_long_job
worker=$(worker_of $job)
kill -INT -- -$job
wait $job
status=$?
check "Ctrl-C ends with 130" [ $status = 130 ]
check "…and leaves no picture" [ "$(count_pngs)" = 0 ]
check "…no unfinished file" no_part_files
check "…and no worker" gone "$worker"

start_long_job --json
kill -TERM $job
wait $job
status=$?
check "a request to end is a cancellation" [ $status = 130 ]
check "…also in JSON" json "d['ok'] is False and d['error']['kind']=='cancelled'"

start_long_job
worker=$(worker_of $job)
kill -STOP "$worker"
kill -INT $job
wait_until grep -q Cancelling stderr
kill -INT $job
wait $job
status=$?
check "a second Ctrl-C does not wait for a worker that hangs" [ $status = 130 ]
wait_until gone "$worker"
check "…and takes it along" gone "$worker"

start_long_job --json
kill -KILL "$(worker_of $job)"
wait $job
status=$?
check "a killed worker is told by its own status" [ $status = 5 ]
check "…in one clear error" json "d['ok'] is False and d['error']['kind']=='device' and 'killed' in d['error']['message']"
check "…without a picture" [ "$(count_pngs)" = 0 ]

in_background --size 256x256 --steps 150 --count 5 --out out/kept.png --json
wait_until grep -q '"event":"picture"' stderr
kill -KILL "$(worker_of $job)"
wait $job
status=$?
check "a worker killed after some pictures: partly done" [ $status = 3 ]
check "…the report says which" json "len(d['data']['pictures'])==4 and d['error']['kind']=='device'"
check "…and they are there" [ "$(count_pngs)" = 4 ]
rm -r out

start_long_job
worker=$(worker_of $job)
kill -KILL $job
wait $job 2> /dev/null
wait_until gone "$worker"
check "the worker does not outlive its parent" gone "$worker"
check "…nor does an unfinished file" no_part_files
finish

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The queue from the shell, and kill -9 of the worker and of the program that works through it, at random points.
# $HAIBAO_TEST_KILLS: how many (10).
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
library=$work/library
export HAIBAO_LIBRARY=$library HAIBAO_KEEP_EVERY=0
RANDOM=${HAIBAO_TEST_SEED:-4711}
settings=(--model "$model" --device cpu --threads 1 --size 256x256)
add() { run queue add "${settings[@]}" "$@"; }
# sql STATEMENT: the first value of the answer.
sql() { python3 -c "import sqlite3,sys; c=sqlite3.connect('$library/library.db'); print(next(iter(c.execute(sys.argv[1])), [''])[0]); c.commit()" "$1"; }
lines() { [ "$(wc -l < events)" -ge "$1" ] || ! kill -0 $runner 2> /dev/null; }
gone() { ! kill -0 "$1" 2> /dev/null; }
# The workers of this test, whoever is their parent by now.
workers() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/exe")" = "$(dirname "$(realpath "$cli")")/haibao-worker" ] && grep -qsaF "$work/home" "$process/environ" && echo "${process#/proc/}"
    done
}
worker_of() { pgrep -P "$1" -f haibao-worker; }

run queue list --library typo
check "a library that is not there is not made by looking into its queue" [ $status = 1 -a ! -e typo ]
add --prompt 'one “海风”' --steps 2 --seed 5 --count 2 --label first
check "a job is queued and its number printed" [ "$(cat stdout)" = 1 ]
add --prompt two --steps 2 --seed 9 --json
check "…with --json as an object" json "d['data']['job']['state']=='queued' and d['data']['job']['id']==2"
add --prompt bad --size 100x100
check "a request that cannot work is wrong usage" [ $status = 2 ]
run queue move 2 --first
run queue list --json
check "the order can be changed" json "[j['id'] for j in d['data']['jobs']]==[2,1]"
run queue move 2
check "…and needs to be told where" [ $status = 2 ]
run queue move 2 --before abc
check "…in numbers" [ $status = 2 ]
run queue list --json
check "…else it stays" json "[j['id'] for j in d['data']['jobs']]==[2,1]"
run queue move 1 --before 2
run queue move 2 --before 1
run queue pause
run queue run
check "a paused queue does nothing and says so" complains paused
check "…which is no failure" [ $status = 0 ]
run queue resume
run queue run --progress json --json
check "the queue is worked through" [ $status = 0 ]
check "…and counts what it did" json "d['data']['done']==2 and d['data']['pictures']==3"
check "…with events" grep -q '"event":"picture"' stderr
run queue show 1 --json
check "a job knows its pictures" json "d['data']['job']['done']==2 and len(d['data']['job']['pictures'])==2 and 0 not in d['data']['job']['pictures']"
run queue duplicate 1
run queue cancel 3
run queue retry 3
run queue cancel 3 77
check "a job that is not there is an error" [ $status = 1 ]
run queue remove --finished
run queue list --all --json
check "what is over can be forgotten" json "d['data']['jobs']==[]"
check "…and its pictures stay" [ "$(sql 'SELECT count(*) FROM picture')" = 3 ]

# A damaged request.
add --prompt damaged
sql "UPDATE job SET request = '{' WHERE id = (SELECT max(id) FROM job)" > /dev/null
damaged=$(sql "SELECT max(id) FROM job")
add --prompt sound --steps 1
run queue run --json
check "a request that cannot be read fails alone" json "d['data']['done']==1 and d['data']['failed']==1"
run queue remove --finished
check "…and stands in nobody's way" [ $status = 0 ]
run queue remove "$damaged"
check "…nor in its own" [ $status = 0 ]

# Kills. What each picture has to look like in the end:
jobs=5
for i in $(seq $jobs); do
    run generate "${settings[@]}" --prompt "kill $i" --steps 12 --seed "$i" --count 2 --out "expected/$i-{n}.png"
    add --prompt "kill $i" --steps 12 --seed "$i" --count 2 --label "kill $i"
done
start() {
    : > events
    "$cli" queue run --progress json 2> events > stdout < /dev/null &
    runner=$!
}
kills=${HAIBAO_TEST_KILLS:-10}
for round in $(seq "$kills"); do
    # So many kills in a row leave no job unfinished: more of them, then.
    if [ "$(sql "SELECT count(*) FROM job WHERE state <> 'done'")" = 0 ]; then
        add --prompt "kill $(((round % jobs) + 1))" --steps 12 --seed $(((round % jobs) + 1)) --count 2 --label "kill $(((round % jobs) + 1))"
    fi
    start
    wait_until lines $((RANDOM % 450 + 1))
    worker=$(worker_of $runner)
    [ $round != 1 ] || [ -z "$worker" ] || check "a worker that runs is seen" grep -qx "$worker" <(workers)
    if [ $((RANDOM % 2)) = 0 ] && [ -n "$worker" ]; then
        kill -KILL "$worker" 2> /dev/null
        wait_until lines $((RANDOM % 300 + 450))
        worker=$(worker_of $runner)
    fi
    kill -KILL $runner 2> /dev/null
    wait $runner 2> /dev/null
    [ -z "$worker" ] || wait_until gone "$worker"
    # Killed twice at the same place: that is for people to decide.
    for id in $(sql "SELECT coalesce(group_concat(id, ' '), '') FROM job WHERE state = 'quarantined'"); do run queue retry "$id"; done
done
run queue run
check "after $kills kills the rest is done" [ $status = 0 ]
check "no job is lost" [ "$(sql "SELECT count(*) FROM job WHERE state <> 'done'")" = 0 ]
check "…and no picture" [ "$(sql 'SELECT (SELECT sum(count) FROM job) - (SELECT count(picture) FROM job_picture)')" = 0 ]
check "no picture is there twice" [ "$(sql 'SELECT count(*) - 4 - (SELECT count(*) FROM job_picture) FROM picture')" = 0 ]
check "every row has its file" [ "$(count_pngs "$library/pictures")" = "$(sql 'SELECT count(*) FROM picture')" ]
check "nothing else is left in the library" [ "$(find "$library/jobs" -mindepth 1 -not -name runner.lock -not -name sources | wc -l)" = 0 ]
check "…no unfinished file" [ -z "$(find "$library/jobs" -name '*.part')" ]
check "…and no worker" [ -z "$(workers)" ]
for i in $(seq $jobs); do
    for number in 0 1; do
        file=$library/$(sql "SELECT file FROM picture JOIN job_picture ON picture.id = picture LEFT JOIN job ON job.id = job WHERE job.label = 'kill $i' AND number = $number")
        check "picture $number of job $i is the same as in one run" [ "$(pixels "$file")" = "$(pixels "expected/$i-$((number + 1)).png")" ]
    done
done
finish

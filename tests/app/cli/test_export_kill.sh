# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A batch that is killed at any moment goes on with the same command: every file complete, at most those in work made twice.
# HAIBAO_TEST_KILLS says how often (10).
. "$(dirname "${BASH_SOURCE[0]}")/shell.sh" || exit 1
kills=${HAIBAO_TEST_KILLS-10}
mkdir in && for i in $(seq 40); do "$cli" scene render --random all --seed $i --size 256x256 --out "in/p$i.png" > /dev/null; done
run export in --preset archive-png --out whole/ --no-report
check "the batch works" [ $status = 0 -a "$(ls whole | wc -l)" = 40 ]
killed=0
RANDOM=7
while [ $killed -lt "$kills" ]; do
    rm -rf cut
    finished=no
    for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
        "$cli" export in --preset archive-png --out cut/ --no-report --workers 2 > log 2>&1 &
        pid=$!
        # A random part of what a whole run makes, without a clock: until so many files are there.
        enough=$((RANDOM % 12 + 1 + $(ls cut 2> /dev/null | wc -l)))
        while kill -0 $pid 2> /dev/null && [ "$(ls cut 2> /dev/null | wc -l)" -lt $enough ]; do :; done
        kill -9 $pid 2> /dev/null
        wait $pid 2> /dev/null
        if [ $? = 137 ]; then killed=$((killed + 1)); else finished=yes; fi
        # Killed with everything done and the journal gone: a further run would be another job, whose names are numbered.
        [ "$(ls cut | wc -l)" = 40 ] && [ -z "$(find cut -name '.*' -type f)" ] && finished=yes
        [ $finished = no ] && [ $killed -lt "$kills" ] || break
    done
    # A run that was faster than the signal has finished the job.
    if [ $finished = no ]; then
        run export in --preset archive-png --out cut/ --no-report --workers 2
        check "it goes on after kills" [ $status = 0 ]
    fi
    check "…and every file is there, the same as without kills" diff -rq <(cd whole && ls) <(cd cut && ls)
    check "…byte for byte" diff -rq whole cut
    check "…without remains" [ -z "$(find cut -name '.*' -type f)" ]
done
echo "$killed kills"
finish

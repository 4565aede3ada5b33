#!/bin/sh
# Both ends in one IPC namespace, real perl and another: exchange.sh ROUNDS COMMAND...
here=$(dirname "$0")
rounds=$1
shift
ids=$(perl -e 'print join " ", shmget(0, 512, 0600), semget(0, 2, 0600), msgget(0, 0600)')
perl "$here/exchange.pl" answer $ids "$rounds" &
"$@" "$(realpath "$here")/exchange.pl" ask $ids "$rounds"
status=$?
wait
set -- $ids
perl -e 'shmctl($ARGV[0], 0, 0) && semctl($ARGV[1], 0, 0, 0) && msgctl($ARGV[2], 0, 0) or die $!' "$@"
echo "left: $(tail -qn +2 /proc/sysvipc/shm /proc/sysvipc/sem /proc/sysvipc/msg | wc -l)"
exit $status

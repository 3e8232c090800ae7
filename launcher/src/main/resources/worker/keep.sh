# Runs a worker, and starts it again when it dies: killed by the kernel, crashed in native code, or
# ended by itself because a job hung. It is not started again when it ended in order (0) or cannot
# start with these settings (2), nor when it dies again and again.
# Usage: sh -c "$(cat keep.sh)" keeper SECONDS COMMAND...; a first run shorter than that is no start.
first_seconds=$1
shift
long_run=60
most_deaths=5

child=
stopping=

stop() {
    stopping=yes
    [ -z "$child" ] || kill -TERM "$child" 2>/dev/null
}
trap stop TERM INT HUP

say() {
    echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) keeper: $*"
}

# A signal interrupts wait; the status that counts is the one of the ended process.
await() {
    # The signal may have come before the process had a number.
    [ -z "$stopping" ] || kill -TERM "$child" 2>/dev/null
    while :; do
        wait "$child"
        code=$?
        kill -0 "$child" 2>/dev/null || break
    done
    child=
}

deaths=0
pause=1
first=yes
while :; do
    begun=$(date +%s)
    "$@" &
    child=$!
    await
    [ -z "$stopping" ] || exit "$code"
    lived=$(($(date +%s) - begun))
    if [ "$code" = 0 ] || [ "$code" = 2 ]; then
        exit "$code"
    fi
    if [ -n "$first" ] && [ "$lived" -lt "$first_seconds" ]; then
        exit "$code"
    fi
    first=
    if [ "$lived" -ge "$long_run" ]; then
        deaths=0
        pause=1
    fi
    deaths=$((deaths + 1))
    if [ "$deaths" -ge "$most_deaths" ]; then
        say "worker ended with $code for the ${deaths}th time in a row and is given up"
        exit "$code"
    fi
    say "worker ended with $code after $lived s, started again in $pause s"
    slept=0
    while [ "$slept" -lt "$pause" ] && [ -z "$stopping" ]; do
        # Second by second: a process that has just been forked can miss the signal.
        sleep 1 &
        child=$!
        await
        slept=$((slept + 1))
    done
    [ -z "$stopping" ] || exit 0
    pause=$((pause * 2))
done

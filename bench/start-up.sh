#!/bin/sh
# From the start of ./luheng demo to the first page answered: empty folder, existing data, existing data with AOT cache.
# Usage: ./luheng bench start-up [RUNS]
set -eu
[ -n "${LUHENG_BUILD:-}" ] || exec "$(dirname -- "$0")/../luheng" bench start-up "$@"
exec "$JAVA_HOME/bin/java" "$LUHENG_ROOT/bench/StartUp.java" "$@"

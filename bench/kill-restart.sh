#!/bin/sh
# kill -9 of ./luheng demo in the midst of writing, again and again: it must come up by itself with every row that was
# acknowledged. Usage: ./luheng bench kill-restart [ROUNDS]
set -eu
[ -n "${LUHENG_BUILD:-}" ] || exec "$(dirname -- "$0")/../luheng" bench kill-restart "$@"
exec "$JAVA_HOME/bin/java" -cp "$LUHENG_BUILD/lib/*" "$LUHENG_ROOT/bench/KillRestart.java" "$@"

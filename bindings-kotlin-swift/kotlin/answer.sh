#!/usr/bin/env bash
# The program of the parity report: see src/test/kotlin/kz/qujat/Answer.kt.
set -euo pipefail
built="$(cd "$(dirname "$0")/../.." && pwd)/build/kotlin"
exec java -cp "$built/test-classes:$built/classes:$(cat "$built/classpath.txt")" kz.qujat.AnswerKt

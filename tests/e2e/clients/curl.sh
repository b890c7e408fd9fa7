#!/bin/bash
# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT

# Usage: curl.sh URL CA-FILE SECRET-FILE length|chunked BODY…
# Posts each body, signed as Smile signs, to URL/NAME.

set -euo pipefail
url=$1 ca=$2 secret=$(cat "$3") framing=$4
shift 4
for body in "$@"; do
    timestamp=$(date +%s)
    signature=$({ printf '%s.' "$timestamp"; cat "$body"; } \
        | openssl dgst -sha256 -mac HMAC -macopt "key:$secret" -binary | base64)
    encoding=()
    [ "$framing" = chunked ] && encoding=(-H 'Transfer-Encoding: chunked')
    curl --silent --show-error --fail --cacert "$ca" --data-binary "@$body" \
        -H 'Content-Type: application/json' \
        -H "Smile-Timestamp: $timestamp" -H "Smile-Signature: $signature" \
        -H 'x-ODD-Case: kept' -H 'X-Repeat: one' -H 'X-Repeat: two' -H $'X-Bytes: caf\xe9 \xff' \
        "${encoding[@]}" "$url/$(basename "$body")"
done

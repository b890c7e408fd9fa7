# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Usage: urllib_post.py URL CA-FILE SECRET-FILE length BODY…

Posts each body, signed as Smile signs, to URL/NAME.
"""

import base64
import hashlib
import hmac
import pathlib
import ssl
import sys
import time
import urllib.request

url, ca, secret_file, framing, *bodies = sys.argv[1:]
assert framing == "length"
secret = pathlib.Path(secret_file).read_bytes()
context = ssl.create_default_context(cafile=ca)
for name in bodies:
    body = pathlib.Path(name).read_bytes()
    timestamp = str(int(time.time()))
    digest = hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256).digest()
    request = urllib.request.Request(f"{url}/{pathlib.Path(name).name}", body, {
        "Content-Type": "application/json",
        "Smile-Timestamp": timestamp,
        "Smile-Signature": base64.b64encode(digest).decode(),
        "x-ODD-Case": "kept",
        "X-Bytes": "caf\xe9 \xff",
    })
    with urllib.request.urlopen(request, context=context, timeout=60) as answer:
        assert answer.status == 200, answer.status

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Usage: httpclient_post.py URL CA-FILE SECRET-FILE length|chunked BODY…

Posts each body, signed as Smile signs, to URL/NAME, all over one connection.
"""

import base64
import hashlib
import hmac
import http.client
import pathlib
import ssl
import sys
import time
import urllib.parse

url, ca, secret_file, framing, *bodies = sys.argv[1:]
secret = pathlib.Path(secret_file).read_bytes()
place = urllib.parse.urlsplit(url)
connection = http.client.HTTPSConnection(
    place.hostname, place.port, context=ssl.create_default_context(cafile=ca), timeout=60)
for name in bodies:
    body = pathlib.Path(name).read_bytes()
    timestamp = str(int(time.time()))
    digest = hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256).digest()
    connection.putrequest("POST", f"{place.path}/{pathlib.Path(name).name}")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Smile-Timestamp", timestamp)
    connection.putheader("Smile-Signature", base64.b64encode(digest))
    connection.putheader("x-ODD-Case", "kept")
    connection.putheader("X-Repeat", "one")
    connection.putheader("X-Repeat", "two")
    connection.putheader("X-Bytes", b"caf\xe9 \xff")
    if framing == "chunked":
        connection.putheader("Transfer-Encoding", "chunked")
        pieces = (body[at:at + 50_000] for at in range(0, len(body), 50_000))
        connection.endheaders(pieces, encode_chunked=True)
    else:
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
connection.close()

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Calls each case's snippet and prints its number and the answer. The clock is the case's."""

import base64
import sys
import time
from pathlib import Path

folder = Path(sys.argv[1])
functions = {}


def function(scheme):
    if scheme not in functions:
        names = {}
        code = (folder / f"{scheme}.python").read_text(encoding="utf-8")
        exec(compile(code, scheme, "exec"), names)
        functions[scheme] = names["verify_webhook"]
    return functions[scheme]


def text(field):
    return base64.b64decode(field).decode("utf-8", "replace")


def answer(scheme, now, secret, body, extras, fields):
    time.time = lambda: int(now) / 1_000_000
    headers = dict(map(text, field.split(":")) for field in fields.split(",") if field)
    extra = [text(one) for one in extras.split(",") if one]
    return function(scheme)(base64.b64decode(body), headers, text(secret), *extra)


for row, line in enumerate((folder / "cases").read_text().splitlines()):
    try:
        result = answer(*line.split("\t"))
    except Exception as error:
        result = repr(error)
    print(row, result)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""What the HTTP clients of many languages send, with a length and in chunks, is kept as sent.

Each client signs for itself and trusts the exported authority and nothing else. Its body must be in
the store byte for byte, its headers in their order, case and number, verified and fresh. A client
that is not installed is skipped by name, but for those in REQUIRED when the environment variable CI
is set.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import unittest
from dataclasses import dataclass
from pathlib import Path

import hookglass

FOLDER = Path(__file__).parent / "clients"
REQUIRED = {"curl", "python3", "node", "ruby", "java", "php"}

BODIES = {
    "all-bytes": bytes(range(256)) * 3,
    "empty": b"",
    "three-megabytes": bytes(range(251)) * 12_000,
    "crlf": b'{"topic":"ping"}\r\n\r\n0\r\n\r\n',
    "bom": b'\xef\xbb\xbf{"topic":"ping","account_id":0,"data":{}}',
    "ping": b'{"account_id":0,"data":{},"topic":"ping"}',
}

ODD = ("x-ODD-Case", b"kept")
REPEATS = [("X-Repeat", b"one"), ("X-Repeat", b"two")]
BYTES = ("X-Bytes", b"caf\xe9 \xff")
SENT = [ODD, *REPEATS, BYTES]


@dataclass
class Client:
    """How one is called, and what it makes of the headers it is given."""

    program: str
    command: tuple
    fields: list
    framings: tuple = ("length", "chunked")
    extension: str = ""  # of PHP

    def installed(self):
        if self.extension and shutil.which(self.program):
            check = f'exit((int) !extension_loaded("{self.extension}"));'
            return subprocess.run([self.program, "-r", check], check=False).returncode == 0
        return shutil.which(self.program) is not None


def script(name):
    return str(FOLDER / name)


CLIENTS = {
    "curl": Client("curl", ("bash", script("curl.sh")), SENT),
    "python-urllib": Client(
        "python3", (sys.executable, "-B", script("urllib_post.py")),
        [("X-Odd-Case", b"kept"), BYTES], ("length",)),
    "python-http.client": Client(
        "python3", (sys.executable, "-B", script("httpclient_post.py")), SENT),
    "node": Client("node", ("node", script("node_post.js")), SENT),
    "ruby": Client("ruby", ("ruby", script("ruby_post.rb")), [("X-Odd-Case", b"kept"), BYTES]),
    # Sorts its headers, and takes ASCII values only.
    "java": Client("java", ("java", script("JavaPost.java")), [ODD, *REPEATS]),
    # Sorts its headers by their names' bytes.
    "go": Client("go", ("go", "run", script("go_post.go")), [BYTES, *REPEATS, ODD]),
    "php-streams": Client("php", ("php", script("php_post.php")), SENT, ("streams",)),
    "php-curl": Client("php", ("php", script("php_post.php")), SENT, ("curl",), "curl"),
}


def bytes_of(value):
    """A string of an NDJSON line, or the bytes that stand there in its place."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value.encode()


class Languages(hookglass.TestCase):
    def setUp(self):
        super().setUp()
        self.files = []
        for name, body in BODIES.items():
            file = self.home.path / name
            file.write_bytes(body)
            self.files.append(str(file))
        self.listener = self.listen()
        self.home.tls()  # exports the authority

    def environment(self):
        # Compilers keep their caches; the authority is named to each client, not to the system.
        return {**self.home.environment, "GOCACHE": str(self.home.path / "go"), "GO111MODULE": "off"}

    def send(self, name, client, framing):
        url = f"{self.listener.url}{name}/{framing}"
        done = subprocess.run(
            [*client.command, url, str(self.home.ca), str(self.home.secret_file), framing,
             *self.files],
            capture_output=True, env=self.environment(), cwd=self.home.path,
            timeout=5 * hookglass.PATIENCE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace"))

    def check(self, row, client, body, framing):
        request = row["request"]
        self.assertEqual(row["verdict"]["signature"], "verified")
        self.assertEqual(row["verdict"]["freshness"], "fresh")
        self.assertEqual(row["verdict"]["secret"], "primary")
        self.assertEqual(row["response"]["status"], 200)
        self.assertEqual(bytes_of(request["body"]), body)
        self.assertEqual(request["body_size"], len(body))
        self.assertEqual(request["body_sha256"], hashlib.sha256(body).hexdigest())
        self.assertEqual(request["method"], "POST")
        if framing in ("length", "chunked"):
            expected = {"length": "content-length", "chunked": "chunked"}[framing]
            self.assertEqual(request["framing"], expected)
        fields = [(bytes_of(name).decode(), bytes_of(value)) for name, value in request["headers"]]
        self.assertEqual([field for field in fields if field[0].lower().startswith("x-")],
                         client.fields)

    def run_client(self, name):
        client = CLIENTS[name]
        if not client.installed():
            if os.environ.get("CI") and client.program in REQUIRED:
                self.fail(f"{client.program} is required here")
            self.skipTest(f"{client.program} is not installed")
        for framing in client.framings:
            self.send(name, client, framing)
        self.assertEqual(self.listener.stop(), 0)  # the answers' records are written by now
        rows = {bytes_of(row["request"]["target"]).decode(): row
                for row in self.home.deliveries()}
        self.assertEqual(len(rows), len(client.framings) * len(BODIES))
        for framing in client.framings:
            for body_name, body in BODIES.items():
                with self.subTest(framing=framing, body=body_name):
                    row = rows[f"/{name}/{framing}/{body_name}"]
                    self.check(row, client, body, framing)


def add_tests():
    for name in CLIENTS:
        setattr(Languages, "test_" + name.replace("-", "_").replace(".", "_"),
                lambda self, name=name: self.run_client(name))


add_tests()

if __name__ == "__main__":
    unittest.main(verbosity=2)

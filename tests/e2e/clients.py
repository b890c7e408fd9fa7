# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""What real clients deliver over TLS is verified, and kept byte for byte."""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import time
import unittest
import urllib.request
from pathlib import Path

from hookglass import PATIENCE, TestCase, signature, signed_fields

SENDERS = Path(__file__).parent / "senders"
BODIES = {
    "a ping": b'{"account_id":0,"data":{},"topic":"ping"}',
    "nothing": b"",
    "every byte value": bytes(range(256)),
    "line ends and a byte order mark": b'\xef\xbb\xbf{"topic":\r\n"ping"}\r\n',
    "3 MB": os.urandom(3 * 1024 * 1024),
}


def kept_bytes(value):
    """A text of the export, or the base64 that stands for what is no UTF-8."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value.encode()


class Clients(TestCase):
    def setUp(self):
        super().setUp()
        self.listener = self.listen()

    def deliver_with(self, send):
        """Sends every body and compares what the store holds."""
        for name, body in BODIES.items():
            timestamp = str(int(time.time()))
            body_file = self.home.path / "body"
            body_file.write_bytes(body)
            status = send(self.listener.url, self.home.ca, timestamp, signature(body, timestamp),
                          body_file)
            self.assertEqual(status, 200, name)
        self.assertEqual(self.listener.stop(), 0)
        rows = self.home.deliveries()
        self.assertEqual(len(rows), len(BODIES))
        for row, (name, body) in zip(rows, BODIES.items()):
            with self.subTest(name):
                request = row["request"]
                self.assertEqual(row["verdict"]["signature"], "verified")
                self.assertEqual(row["verdict"]["freshness"], "fresh")
                self.assertEqual(row["verdict"]["secret"], "primary")
                self.assertEqual(request["body_size"], len(body))
                self.assertEqual(request["body_sha256"], hashlib.sha256(body).hexdigest())
                self.assertEqual(kept_bytes(request["body"]), body)

    def deliver_with_program(self, program, *script):
        if not shutil.which(program):
            self.skipTest(f"{program} is not installed")

        def send(*arguments):
            done = subprocess.run([program, *script, *map(str, arguments)], capture_output=True,
                                  timeout=PATIENCE, check=False)
            return int(done.stdout) if done.returncode == 0 else done.stderr.decode()

        self.deliver_with(send)

    def test_curl(self):
        if not shutil.which("curl"):
            self.skipTest("curl is not installed")

        def send(url, authority, timestamp, signed, body_file):
            done = subprocess.run(
                ["curl", "--silent", "--show-error", "--cacert", authority, "--output", os.devnull,
                 "--write-out", "%{http_code}", "--header", f"Smile-Timestamp: {timestamp}",
                 "--header", f"Smile-Signature: {signed}", "--data-binary", f"@{body_file}", url],
                capture_output=True, timeout=PATIENCE, check=False)
            return int(done.stdout) if done.returncode == 0 else done.stderr.decode()

        self.deliver_with(send)

    def test_python(self):
        def send(url, _, timestamp, signed, body_file):
            request = urllib.request.Request(url, body_file.read_bytes(), {
                "Smile-Timestamp": timestamp, "Smile-Signature": signed})
            with urllib.request.urlopen(request, context=self.home.tls()) as answer:
                return answer.status

        self.deliver_with(send)

    def test_node(self):
        self.deliver_with_program("node", SENDERS / "post.js")

    def test_ruby(self):
        self.deliver_with_program("ruby", SENDERS / "post.rb")

    def test_java(self):
        self.deliver_with_program("java", SENDERS / "Post.java")

    def test_head_is_kept_as_it_was_written(self):
        body = b'{"topic":"ping"}'
        fields = [(b"hOST", b"localhost"), (b"X-Repeated", b"one"), (b"x-repeated", b"two"),
                  (b"X-Not-Utf8", b"caf\xe9 \xff"), (b"X-Empty", b""), (b"X-Spaced", b"a  \t b"),
                  (b"Content-Length", str(len(body)).encode())]
        fields += [(name.encode(), value.encode())
                   for name, value in signed_fields(body).items()]
        head = b"POST /hooks/%zz?a=%20b HTTP/1.1\r\n"
        head += b"".join(name + b": " + value + b"\r\n" for name, value in fields)
        with socket.create_connection(("127.0.0.1", self.listener.port), PATIENCE) as plain:
            with self.home.tls().wrap_socket(plain, server_hostname="localhost") as client:
                client.sendall(head + b"\r\n" + body)
                self.assertTrue(client.recv(4096).startswith(b"HTTP/1.1 200 "))
        row, = self.home.deliveries()
        self.assertEqual(row["request"]["target"], "/hooks/%zz?a=%20b")
        self.assertEqual([(name.encode(), kept_bytes(value))
                          for name, value in row["request"]["headers"]], fields)
        self.assertEqual(row["tls"]["server_name"], "localhost")

    def test_waiting_for_continue(self):
        connection = self.listener.connect(timeout=10)
        self.addCleanup(connection.close)
        connection.connect()
        connection.sock.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                                b"Expect: 100-continue\r\n\r\n")
        self.assertEqual(connection.sock.recv(4096), b"HTTP/1.1 100 Continue\r\n\r\n")
        connection.sock.sendall(b"{}")
        self.assertTrue(connection.sock.recv(4096).startswith(b"HTTP/1.1 200 "))


if __name__ == "__main__":
    unittest.main(verbosity=2)

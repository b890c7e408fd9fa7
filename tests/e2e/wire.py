# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""What goes over the wire: a head is kept as it was written, 100 Continue comes when awaited, and
what never became a request is told."""

import base64
import json
import re
import socket
import unittest

from hookglass import PATIENCE, TestCase, signed_fields


def kept_bytes(value):
    """A text of the export, or the base64 that stands for what is no UTF-8."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value.encode()


class Wire(TestCase):
    def setUp(self):
        super().setUp()
        self.listener = self.listen()

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

    def test_a_rejection_is_a_json_line(self):
        running = self.home.start(
            "listen", "--port", "0", "--store", self.home.path / "json.hookglass", "--json",
            "--secret-file", self.home.secret_file)
        self.addCleanup(running.communicate)
        self.addCleanup(running.kill)
        port = int(re.search(rb":(\d+)/", running.stderr.readline()).group(1))
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
            self.assertTrue(plain.recv(4096).startswith(b"HTTP/1.1 400 "))
        row = json.loads(running.stdout.readline())
        self.assertEqual(row["format"], "hookglass.rejection/1")
        self.assertEqual(row["reason"], "plain-http")
        self.assertEqual(row["count"], 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Clients that fail the handshake never keep a good one from being served.

QSslServer stops accepting for good once thirty handshakes are pending and one of them fails.
"""

import concurrent.futures
import os
import socket
import ssl
import unittest

from hookglass import TestCase

EACH = 100
# What "within two seconds" allows a good client; sanitizers get more.
GOOD_CLIENT_TIMEOUT = float(os.environ.get("HOOKGLASS_GOOD_CLIENT_TIMEOUT", "2"))


def plain_http(port):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
        try:
            return client.recv(65536)
        except OSError:
            return b""


def refusing(port):
    """Trusts the system's authorities only, so it refuses our certificate."""
    context = ssl.create_default_context()
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        try:
            context.wrap_socket(client, server_hostname="localhost").close()
        except OSError as error:
            return str(error)
    return "trusted"


class BadClients(TestCase):
    def serve_good_client(self):
        body = b'{"topic":"ping"}'
        self.assertEqual(self.listener.post(body, timeout=GOOD_CLIENT_TIMEOUT), 200)

    def setUp(self):
        super().setUp()
        self.listener = self.listen()
        self.port = self.listener.port
        self.serve_good_client()

    def test_good_client_is_served_beside_300_that_fail_the_handshake(self):
        silent = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(EACH)]
        with concurrent.futures.ThreadPoolExecutor(2 * EACH) as crowd:
            plain = [crowd.submit(plain_http, self.port) for _ in range(EACH)]
            refused = [crowd.submit(refusing, self.port) for _ in range(EACH)]
            served = 0
            while served < 5 or not all(each.done() for each in plain + refused):
                self.serve_good_client()
                served += 1
        for client in silent:
            client.close()
        self.serve_good_client()

        for each in plain:
            self.assertRegex(each.result(), rb"^HTTP/1\.1 400 ")
        for each in refused:
            self.assertIn("CERTIFICATE_VERIFY_FAILED", each.result())
        self.assertEqual(self.listener.stop(), 0)
        self.assertEqual(len(self.home.deliveries()), served + 2)

    def test_good_client_is_served_after_connections_that_left_without_a_byte(self):
        for _ in range(3):
            gone = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(EACH)]
            for client in gone:
                client.close()
        self.serve_good_client()

    def test_good_client_is_served_when_every_connection_is_taken(self):
        silent = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(600)]
        self.serve_good_client()
        for client in silent:
            client.close()
        self.serve_good_client()


if __name__ == "__main__":
    unittest.main(verbosity=2)

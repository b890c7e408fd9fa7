# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""`hookglass listen --forward`: the same bytes arrive, in order, and none is lost."""

import http.server
import json
import socket
import threading
import unittest

from hookglass import TestCase, signed_fields, wait_until


class Target(http.server.ThreadingHTTPServer):
    """Keeps what arrives; answers with the statuses given, then with the last of them."""

    daemon_threads = True

    def __init__(self, port=0, statuses=(200,)):
        self.received = []
        self.statuses = list(statuses)
        super().__init__(("127.0.0.1", port), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def bodies(self):
        return [body for _, _, body in self.received]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        server.received.append((self.path, self.headers.items(), body))
        status = server.statuses.pop(0) if len(server.statuses) > 1 else server.statuses[0]
        answer = b"from the target"
        self.send_response(status)
        self.send_header("X-Target", "yes")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Forwarding(TestCase):
    def target(self, *arguments, **options):
        target = Target(*arguments, **options)
        self.addCleanup(target.server_close)
        self.addCleanup(target.shutdown)
        return target

    def url(self, target, path=""):
        return f"http://127.0.0.1:{target.server_port}{path}"

    def bodies(self, count):
        return [json.dumps({"topic": "ping", "n": n}).encode() for n in range(count)]

    def test_what_arrives_is_sent_on_as_it_was(self):
        target = self.target()
        listener = self.listen("--forward", self.url(target))
        body = b'{"topic":"ping", "odd": "caf\xc3\xa9"}\r\n'
        fields = {**signed_fields(body), "X-Twice": "a"}
        self.assertEqual(listener.post(body, fields), 200)
        wait_until(lambda: target.received, "the forward")
        path, headers, received = target.received[0]
        self.assertEqual((path, received), ("/", body))
        received_headers = dict(headers)
        for name, value in fields.items():
            self.assertEqual(received_headers[name], value)
        self.assertEqual(received_headers["Host"], f"127.0.0.1:{target.server_port}")

    def test_a_path_of_the_target_takes_the_place_of_the_received_one(self):
        target = self.target()
        listener = self.listen("--forward", self.url(target, "/hooks?x=1"))
        listener.post(b"{}")
        wait_until(lambda: target.received, "the forward")
        self.assertEqual(target.received[0][0], "/hooks?x=1")

    def test_several_targets(self):
        targets = [self.target(), self.target()]
        listener = self.listen(*(word for target in targets
                                 for word in ("--forward", self.url(target))))
        for body in self.bodies(5):
            listener.post(body)
        for target in targets:
            wait_until(lambda: len(target.received) == 5, "all forwards")
            self.assertEqual(target.bodies(), self.bodies(5))

    def test_a_target_that_is_down_loses_nothing_and_holds_up_nobody(self):
        port = free_port()
        listener = self.listen("--forward", f"http://127.0.0.1:{port}")
        for body in self.bodies(20):
            self.assertEqual(listener.post(body), 200)
        wait_until(lambda: any("wait to be sent on" in line for line in listener.said), "a word")
        target = self.target(port)
        wait_until(lambda: len(target.received) >= 20, "all forwards")
        self.assertEqual(target.bodies(), self.bodies(20))

    def test_a_kill_loses_none(self):
        port = free_port()
        arguments = ("--forward", f"http://127.0.0.1:{port}")
        listener = self.listen(*arguments)
        for body in self.bodies(10):
            self.assertEqual(listener.post(body), 200)
        listener.kill()
        target = self.target(port)
        listener = self.listen(*arguments)
        wait_until(lambda: len(target.received) >= 10, "all forwards")
        self.assertEqual(target.bodies(), self.bodies(10))
        self.assertEqual(listener.post(b"{}"), 200)
        wait_until(lambda: len(target.received) == 11, "the next one")

    def test_what_fails_is_sent_again_if_asked(self):
        target = self.target(statuses=(500, 503, 200))
        listener = self.listen("--forward", self.url(target), "--forward-retries", "5")
        for body in self.bodies(2):
            listener.post(body)
        wait_until(lambda: len(target.received) == 4, "two more tries")
        first, second = self.bodies(2)
        self.assertEqual(target.bodies(), [first, first, first, second])

    def test_what_fails_is_not_sent_again_unasked(self):
        target = self.target(statuses=(500, 200))
        listener = self.listen("--forward", self.url(target))
        for body in self.bodies(2):
            listener.post(body)
        wait_until(lambda: len(target.received) == 2, "both")
        self.assertEqual(target.bodies(), self.bodies(2))

    def test_a_relayed_answer_is_the_targets_own(self):
        target = self.target(statuses=(418,))
        listener = self.listen("--forward", self.url(target), "--relay")
        connection = listener.connect()
        connection.request("POST", "/", b"{}", signed_fields(b"{}"))
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.read()), (418, b"from the target"))
        self.assertEqual(answer.headers["X-Target"], "yes")
        connection.close()
        listener.stop()
        response = self.home.deliveries()[0]["response"]
        self.assertEqual((response["status"], response["source"]), (418, "forward"))

    def test_challenges_are_answered_by_choice(self):
        challenge = b'{"type":"url_verification","challenge":"3eZbrw1aB"}'
        for options, expected in (((), b""), (("--handshake",), b"3eZbrw1aB")):
            with self.subTest(options):
                listener = self.listen("--scheme", "slack", *options)
                connection = listener.connect()
                connection.request("POST", "/", challenge, {"Content-Type": "application/json"})
                self.assertEqual(connection.getresponse().read(), expected)
                connection.close()
                listener.stop()

    def test_refusals(self):
        for options in (("--forward", "ftp://localhost/"), ("--relay",), ("--handshake",),
                        ("--forward-retries", "2"),
                        ("--forward", "http://localhost", "--forward-retries", "-1"),
                        ("--forward", "http://localhost", "--forward-insecure", "--forward-ca",
                         "x")):
            with self.subTest(options):
                done = self.home.run("listen", "--port", "0", "--store", self.home.store, *options)
                self.assertEqual(done.returncode, 2, done.stderr.decode())


if __name__ == "__main__":
    unittest.main(verbosity=2)

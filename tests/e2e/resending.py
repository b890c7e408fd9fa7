# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""`hookglass resend`: what a receiver on a bare socket gets, and what is told of its answers."""

import gzip
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import threading
import time
import unittest

from hookglass import PATIENCE, PROGRAM, TestCase, signature, wait_until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"


def whole(data):
    """Whether the request that begins here has come to its end."""
    head, separator, body = data.partition(b"\r\n\r\n")
    if not separator:
        return False
    if re.search(rb"(?im)^transfer-encoding:", head):
        return re.search(rb"(?:^|\r\n)0\r\n(?:[^\r\n]+\r\n)*\r\n$", body) is not None
    length = re.search(rb"(?im)^content-length:\s*(\d+)", head)
    return len(body) >= (int(length.group(1)) if length else 0)


class Receiver:
    """Keeps the bytes of each connection and answers with what it is given."""

    def __init__(self, answer=OK, tls=None, hold=None):
        self.requests = []
        self.open = 0
        self.most = 0
        self._answer = answer
        self._tls = tls
        self._hold = hold
        self._lock = threading.Lock()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                data = b""
                while not whole(data):
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    data += piece
                with self._lock:
                    self.requests.append(data)
                    self.open += 1
                    self.most = max(self.most, self.open)
                if self._hold:
                    self._hold.wait(PATIENCE)
                answer = self._answer(data) if callable(self._answer) else self._answer
                connection.sendall(answer)
                with self._lock:
                    self.open -= 1
        except OSError:
            pass

    def close(self):
        self._socket.close()


class Resending(TestCase):
    def setUp(self):
        super().setUp()
        self.listener = self.listen()

    def receiver(self, *arguments, **options):
        receiver = Receiver(*arguments, **options)
        self.addCleanup(receiver.close)
        return receiver

    def deliver(self, *requests):
        """Puts the bytes through the listener and lets go of the store."""
        for request in requests:
            with socket.create_connection(("127.0.0.1", self.listener.port)) as plain:
                with self.home.tls().wrap_socket(plain, server_hostname="localhost") as secure:
                    secure.sendall(request)
                    answer = secure.recv(65536)
                    self.assertTrue(answer.startswith(b"HTTP/1.1 200 "), answer)
        self.assertEqual(self.listener.stop(), 0)

    def many(self, count):
        self.deliver(*[b"POST /%d HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx" % number
                       for number in range(1, count + 1)])

    def resend(self, *arguments, status=0):
        done = self.home.run("resend", "--store", self.home.store, *arguments)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done

    def attempts(self, *arguments, status=0):
        done = self.resend("--json", *arguments, status=status)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_sends_the_received_bytes(self):
        body = bytes(range(256)) * 40 * 1024 + b"end"
        requests = [
            b"pOST /a?b=%zz&c HTTP/1.1\r\nhOST: one.example \r\nX-One:1\r\nx-one:\t 2\r\n"
            b"X-Two:\r\nX-ONE: \xff\xfe\r\nContent-LENGTH: 003\r\n\r\n\x00\r\xff",
            b"DELETE /empty HTTP/1.1\r\nHost: b\r\n\r\n",
            b"POST /zero HTTP/1.0\r\nHost: c\r\nContent-Length: 0\r\n\r\n",
            b"POST /large HTTP/1.1\r\nHost: d\r\nContent-Length: %d\r\n\r\n" % len(body) + body,
        ]
        self.deliver(*requests)
        for tls in (None, self.server_tls()):
            receiver = self.receiver(tls=tls)
            trust = ("--ca", self.home.ca) if tls else ()
            self.assertEqual(len(self.attempts(*trust, receiver.url)), len(requests))
            host = b"127.0.0.1:%d" % receiver.port
            expected = [
                requests[0].replace(b"one.example ", host).replace(b"003", b"3"),
                requests[1].replace(b"Host: b", b"Host: " + host),
                requests[2].replace(b"Host: c", b"Host: " + host),
                requests[3].replace(b"Host: d", b"Host: " + host),
            ]
            for got, wanted in zip(receiver.requests, expected):
                self.assertTrue(got == wanted, (got[:300], wanted[:300]))

    def server_tls(self):
        folder = self.home.path / "data" / "hookglass" / "tls"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "leaf.pem", folder / "leaf-key.pem")
        return context

    def test_sends_chunks_as_one_with_trailers(self):
        self.deliver(b"POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:  Chunked\r\nTrailer: X-T\r\n"
                     b"\r\n2;ext=1\r\nab\r\n3\r\ncde\r\n0\r\nX-T: 1\r\nx-t: 2\r\n\r\n")
        receiver = self.receiver()
        self.attempts(receiver.url + "/new?x")
        self.assertEqual(
            receiver.requests[0],
            b"POST /new?x HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nTransfer-Encoding:  Chunked\r\n"
            b"Trailer: X-T\r\n\r\n5\r\nabcde\r\n0\r\nX-T: 1\r\nx-t: 2\r\n\r\n" % receiver.port)

    def test_signs_as_told(self):
        body = b'{"topic":"ping"}'
        self.deliver(b"POST / HTTP/1.1\r\nHost: a\r\nSmile-Signature: old\r\nX-A: 1\r\n"
                     b"Smile-Timestamp: 1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        receiver = self.receiver()
        ages = {"now": range(-5, 120), "stale": range(301, 1200), "future": range(-1200, -250)}
        for word in ("now", "stale", "future", "wrong", "none"):
            self.attempts("--signing", word, "--secret-file", self.home.secret_file, receiver.url)
            head = receiver.requests[-1].partition(b"\r\n\r\n")[0].decode()
            fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
            names = [line.split(":")[0] for line in head.split("\r\n")[1:]]
            self.assertEqual(fields["Hookglass-Resend"], "1")
            age = int(time.time()) - int(fields["Smile-Timestamp"])
            self.assertIn(age, ages.get(word, range(-5, 120)), word)
            if word == "none":
                self.assertNotIn("Smile-Signature", fields)
                continue
            self.assertEqual(names[:4], ["Host", "Smile-Signature", "X-A", "Smile-Timestamp"])
            right = signature(body, fields["Smile-Timestamp"])
            self.assertEqual(fields["Smile-Signature"] == right, word != "wrong", word)

    def test_keeps_attempts_with_the_delivery(self):
        self.many(2)
        receiver = self.receiver(b"HTTP/1.1 418 I'm a teapot\r\nX-A: 1\r\nContent-Length: 2\r\n\r\n\xffx")
        told = self.attempts("2", receiver.url, status=1)
        self.assertEqual(len(told), 1)
        self.assertEqual(told[0]["format"], "hookglass.attempt/1")
        self.assertEqual(told[0]["delivery"], 2)
        self.assertEqual(told[0]["response"]["status"], 418)
        self.assertEqual(told[0]["response"]["headers"], [["X-A", "1"], ["Content-Length", "2"]])
        self.assertEqual(told[0]["response"]["body"], {"base64": "/3g="})
        self.assertIsNone(told[0]["error"])
        rows = self.home.deliveries()
        self.assertNotIn("attempts", rows[0])
        kept = rows[1]["attempts"]
        self.assertEqual([{**told[0], **kept[0]}], told)

    def test_reads_every_way_an_answer_ends(self):
        self.many(1)
        packed = gzip.compress(b"packed")
        answers = {
            OK: b"hi",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n": b"abc",
            b"HTTP/1.1 200 OK\r\n\r\nto the end": b"to the end",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
            + packed: packed,
        }
        for answer, body in answers.items():
            with self.subTest(answer):
                told = self.attempts(self.receiver(answer).url)
                got = told[0]["response"]["body"]
                self.assertEqual(got, body.decode() if body != packed else got)
                if body == packed:
                    self.assertIn("base64", got)

    def test_shows_a_redirect_and_does_not_follow_it(self):
        self.many(1)
        receiver = self.receiver(b"HTTP/1.1 307 Go\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")
        done = self.resend(receiver.url, status=1)
        self.assertIn(b"307 Go", done.stdout)
        self.assertIn(b"redirects to /x", done.stdout)
        self.assertEqual(len(receiver.requests), 1)

    def test_tells_what_went_wrong(self):
        self.many(1)
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            refused = f"http://127.0.0.1:{closed.getsockname()[1]}"
        secure = self.receiver(tls=self.server_tls())
        for url, words in ((refused, "refused"), (self.receiver(b"").url, "without an answer"),
                           (self.receiver(b"garbage\r\n\r\n").url, "Sent to "),
                           (secure.url, "unknown authority")):
            with self.subTest(words):
                told = self.attempts(url, status=1)
                self.assertIsNone(told[0]["response"])
                self.assertIn(words, told[0]["error"])
        told = self.attempts("--insecure", secure.url)
        self.assertFalse(told[0]["certificate_checked"])

    def test_goes_in_order_and_as_many_at_once_as_told(self):
        self.many(6)
        receiver = self.receiver()
        self.attempts("3", "1", "2", receiver.url)
        self.assertEqual([re.match(rb"POST /(\d)", data).group(1) for data in receiver.requests],
                         [b"3", b"1", b"2"])
        hold = threading.Event()
        several = self.receiver(hold=hold)
        timer = threading.Thread(
            target=lambda: (wait_until(lambda: several.open == 3, "three at once"), hold.set()))
        timer.start()
        self.assertEqual(len(self.attempts("--concurrency", "3", several.url)), 6)
        timer.join()
        self.assertEqual(several.most, 3)

    def test_an_interrupt_ends_in_order(self):
        self.many(60)
        hold = threading.Event()
        receiver = self.receiver(hold=hold)
        process = subprocess.Popen(
            [PROGRAM, "resend", "--json", "--store", self.home.store, receiver.url],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.home.environment)
        wait_until(lambda: receiver.open == 1, "the first to be under way")
        process.send_signal(signal.SIGINT)
        hold.set()
        out, err = process.communicate(timeout=PATIENCE)
        told = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(process.returncode, 1, err)
        self.assertEqual(told[0]["response"]["status"], 200)
        self.assertEqual(len(told), len(receiver.requests))
        self.assertIn(b"not sent", err)

    def test_refuses_bad_calls(self):
        self.many(1)
        store = ("--store", self.home.store)
        url = "http://127.0.0.1:1"
        calls = {
            (): 2, store: 2, (*store, "x", url): 2, (*store, "0", url): 2, (*store, "7", "8", url): 2,
            (*store, "ftp://localhost"): 2, (*store, "--signing", "maybe", url): 2,
            (*store, "--signing", "now", url): 2, (*store, "--concurrency", "0", url): 2,
            (*store, "--concurrency", "9", url): 2,
            (*store, "--rate", "x", url): 2,
            (*store, "--ca", self.home.ca, "--insecure", url): 2,
            (*store, "--pin", "00" * 32, "--insecure", url): 2,
            (*store, "--pin", "00", url): 2,
            (*store, "--ca", "/nowhere.pem", "https://127.0.0.1:1"): 3,
            ("--store", self.home.path / "none.hookglass", url): 3,
        }
        for call, status in calls.items():
            with self.subTest(call):
                done = self.home.run("resend", *call)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertEqual(done.stdout, b"")
        self.assertIn(b"7, 8", self.home.run("resend", *store, "7", "8", url).stderr)
        self.assertFalse(os.path.exists(self.home.path / "none.hookglass"))

    def test_refuses_a_store_in_use(self):
        done = self.home.run("resend", "--store", self.home.store, self.receiver().url)
        self.assertEqual(done.returncode, 3, done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""An interrupt ends `hookglass listen` in order: exit 0, and what was answered is kept."""

import hashlib
import http.client
import json
import shutil
import signal
import threading
import unittest

from hookglass import TestCase, signed_fields, wait_until

UPLOADS = 20


class Shutdown(TestCase):
    def open_upload(self, listener):
        """A request whose body stops half-way."""
        connection = listener.connect()
        connection.putrequest("POST", "/")
        connection.putheader("Content-Length", "100000")
        connection.endheaders(b"x" * 50_000)
        self.addCleanup(connection.close)
        return connection

    def end_during_uploads(self, by):
        listener = self.listen()
        self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
        uploads = [self.open_upload(listener) for _ in range(UPLOADS)]
        idle = listener.connect()
        idle.connect()
        self.addCleanup(idle.close)

        self.assertEqual(listener.stop(by), 0)
        for upload in uploads:
            with self.assertRaises((OSError, http.client.HTTPException)):
                if upload.getresponse().status >= 300:
                    raise http.client.HTTPException("refused, as it may be")
        bodies = [row["request"]["body"] for row in self.home.deliveries()]
        self.assertEqual(bodies, ['{"topic":"ping"}'])

    def test_sigterm_during_open_uploads(self):
        self.end_during_uploads(signal.SIGTERM)

    def test_sigint_during_open_uploads(self):
        self.end_during_uploads(signal.SIGINT)

    def test_closed_terminal_during_open_uploads(self):
        self.end_during_uploads(signal.SIGHUP)

    def test_outlives_its_terminal_by_nohup(self):
        listener = self.listen(preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        listener.process.send_signal(signal.SIGHUP)
        self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
        self.assertEqual(listener.stop(), 0)

    def test_everything_answered_is_stored(self):
        """Clients that send at full speed when the end comes, time after time."""
        answered = {}

        def send(listener, name):
            connection = listener.connect()
            try:
                for number in range(1_000_000):
                    body = json.dumps({"topic": "ping", "key": f"{name}-{number}"}).encode()
                    connection.request("POST", "/", body, signed_fields(body))
                    answer = connection.getresponse()
                    answer.read()
                    if answer.status == 200:
                        answered[hashlib.sha256(body).hexdigest()] = body
            except (OSError, http.client.HTTPException):
                pass
            finally:
                connection.close()

        for run in range(5):
            listener = self.listen()
            enough = len(answered) + 40
            senders = [threading.Thread(target=send, args=(listener, f"{run}-{client}"))
                       for client in range(4)]
            for sender in senders:
                sender.start()
            wait_until(lambda enough=enough: len(answered) >= enough, "answers")
            self.assertEqual(listener.stop(), 0)
            for sender in senders:
                sender.join()
        stored = {row["request"]["body_sha256"] for row in self.home.deliveries()}
        self.assertEqual(set(answered) - stored, set())

    def test_ends_by_itself_after_count_deliveries(self):
        listener = self.listen("--count", "2")
        self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
        self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
        self.assertEqual(listener.end(), 0)
        self.assertEqual(len(self.home.deliveries()), 2)

    def test_every_line_is_printed_before_the_end(self):
        """The end comes right behind the last answers, when the lines are still on their way."""
        printed = self.home.path / "lines"
        with printed.open("wb") as out:
            listener = self.listen("--json", stdout=out)
            senders = [threading.Thread(target=listener.post, args=(b'{"topic":"ping"}',))
                       for _ in range(50)]
            for sender in senders:
                sender.start()
            for sender in senders:
                sender.join()
            self.assertEqual(listener.stop(), 0)
        self.assertEqual(len(self.home.deliveries()), 50)
        self.assertEqual(len(printed.read_bytes().splitlines()), 50)

    def test_the_file_alone_is_the_store_after_printing_lines(self):
        """They are read back on a connection that is open longer than the writer's."""
        for ending in ([], ["--count", "2"]):
            self.home.store = self.home.path / f"{len(ending)}.hookglass"
            listener = self.listen("--json", *ending)
            for _ in range(2):
                self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
            self.assertEqual(listener.end() if ending else listener.stop(), 0)
            copy = self.home.path / "copy" / self.home.store.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(self.home.store, copy)
            self.assertEqual(len(self.home.exported(copy)), 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Every delivery that got a 2xx is in the store, whole, however the program ended."""

import hashlib
import http.client
import json
import os
import random
import threading
import unittest

from hookglass import TestCase, signed_fields, wait_until

CLIENTS = 4
KILLS = 5


class Sender(threading.Thread):
    """Sends one delivery after another on a kept connection until the other side is gone."""

    def __init__(self, listener, name, acknowledged):
        super().__init__(daemon=True)
        self.listener = listener
        self.label = name
        self.acknowledged = acknowledged
        self.answers = []

    def run(self):
        connection = self.listener.connect()
        try:
            for number in range(1_000_000):
                key = f"{self.label}-{number}"
                filler = os.urandom(random.randrange(0, 4000)).hex()
                body = json.dumps({"topic": "ping", "key": key, "filler": filler}).encode()
                connection.request("POST", "/", body, signed_fields(body))
                answer = connection.getresponse()
                answer.read()
                self.answers.append(answer.status)
                if 200 <= answer.status < 300:
                    self.acknowledged[key] = hashlib.sha256(body).hexdigest()
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()


class Durability(TestCase):
    def send_and_kill(self, round_number, acknowledged):
        listener = self.listen()
        before = len(acknowledged)
        senders = [
            Sender(listener, f"{round_number}-{client}", acknowledged) for client in range(CLIENTS)]
        for sender in senders:
            sender.start()
        enough = before + random.randrange(50, 300)
        wait_until(lambda: len(acknowledged) >= enough, "senders to be answered")
        listener.kill()
        for sender in senders:
            sender.join()
            self.assertEqual(set(sender.answers), {200})

    def test_acknowledged_deliveries_survive_kill_9(self):
        acknowledged = {}
        for round_number in range(KILLS):
            self.send_and_kill(round_number, acknowledged)

        listener = self.listen()  # a start after the last kill, as its user would
        self.assertEqual(listener.post(b'{"topic":"ping","key":"last"}'), 200)
        self.assertEqual(listener.stop(), 0)

        stored = {}
        for row in self.home.deliveries():
            body = row["request"]["body"].encode()
            key = json.loads(body)["key"]
            self.assertNotIn(key, stored)
            self.assertEqual(row["request"]["body_size"], len(body))
            self.assertEqual(row["request"]["body_sha256"], hashlib.sha256(body).hexdigest())
            self.assertEqual(row["verdict"]["signature"], "verified")
            stored[key] = hashlib.sha256(body).hexdigest()
        lost = acknowledged.keys() - stored.keys()
        self.assertEqual(lost, set())
        altered = [key for key, digest in acknowledged.items() if stored[key] != digest]
        self.assertEqual(altered, [])
        self.assertIn("last", stored)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""What the end-to-end tests share: the program in a folder of its own, and a sender of webhooks.

The program under test is named by the environment variable HOOKGLASS.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = os.environ.get("HOOKGLASS", "hookglass")
SECRET = "e2e-client-secret"  # only ever signs this test's own bodies
# How long to wait for what must happen at some time; sanitizers are slow, never wrong.
PATIENCE = float(os.environ.get("HOOKGLASS_PATIENCE", "60"))


def signature(body, timestamp, secret=SECRET):
    text = str(timestamp).encode() + b"." + body
    return base64.b64encode(hmac.new(secret.encode(), text, hashlib.sha256).digest()).decode()


def signed_fields(body, timestamp=None, secret=SECRET):
    timestamp = int(time.time()) if timestamp is None else timestamp
    return {
        "Content-Type": "application/json",
        "Smile-Timestamp": str(timestamp),
        "Smile-Signature": signature(body, timestamp, secret),
    }


class Home:
    """A data, a settings and a working folder that no other run sees."""

    def __init__(self, parent=None):
        self._folder = tempfile.TemporaryDirectory(prefix="hookglass-e2e-", dir=parent)
        self.path = Path(self._folder.name)
        self.store = self.path / "deliveries.hookglass"
        self.secret_file = self.path / "primary"
        self.secret_file.write_text(SECRET)
        self.ca = self.path / "ca.pem"
        self._tls = None
        self.environment = {
            **os.environ,
            "HOME": str(self.path),
            "XDG_DATA_HOME": str(self.path / "data"),
            "XDG_CONFIG_HOME": str(self.path / "config"),
            "XDG_CACHE_HOME": str(self.path / "cache"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments, stdin=b"", **options):
        """One command to its end: exit status, stdout and stderr."""
        return subprocess.run(
            [PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
            env=self.environment, cwd=self.path, timeout=PATIENCE, check=False, **options)

    def start(self, *arguments):
        """The same without waiting for it."""
        return subprocess.Popen(
            [PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=self.environment, cwd=self.path)

    def exported(self, store=None):
        """What the store holds, as the objects of an NDJSON export."""
        done = self.run("export", "--store", store or self.store, "--format", "ndjson")
        if done.returncode != 0:
            raise AssertionError(f"export: exit {done.returncode}: {done.stderr.decode()}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def deliveries(self):
        return [row for row in self.exported() if row["format"] == "hookglass.delivery/1"]

    def tls(self):
        """A client's context that trusts this folder's own authority and nothing else."""
        if not self._tls:
            done = self.run("certificate", "export-ca", self.ca)
            if done.returncode != 0:
                raise AssertionError(f"certificate export-ca: {done.stderr.decode()}")
            self._tls = ssl.create_default_context(cafile=str(self.ca))
        return self._tls

    def close(self):
        self._folder.cleanup()


class Listener:
    """A running `hookglass listen`, reachable when the constructor returns."""

    def __init__(self, home, *arguments, **options):
        self.home = home
        command = [
            PROGRAM, "listen", "--port", "0", "--store", str(home.store),
            "--secret-file", str(home.secret_file), *map(str, arguments)]
        options.setdefault("stdout", subprocess.DEVNULL)
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=home.environment,
            cwd=home.path, **options)
        self.said = []
        self._reachable = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._reachable.wait(PATIENCE):
            self.process.kill()
        if not self.said or not self.said[0].startswith("listening on "):
            self.process.kill()
            self.process.wait()
            raise AssertionError("no listener: " + " / ".join(self.said))
        self.url = self.said[0].split()[-1]
        self.port = int(re.search(r":(\d+)/", self.url).group(1))
        self._tls = home.tls()

    def _read(self):
        for line in self.process.stderr:
            self.said.append(line.decode(errors="replace").rstrip("\n"))
            self._reachable.set()
        self._reachable.set()

    def connect(self, timeout=PATIENCE):
        return http.client.HTTPSConnection(
            "127.0.0.1", self.port, context=self._tls, timeout=timeout)

    def pin(self):
        """The SHA-256 of the certificate that it shows."""
        with socket.create_connection(("127.0.0.1", self.port)) as plain:
            with self._tls.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                digest = hashlib.sha256(secure.getpeercert(binary_form=True)).hexdigest()
        return ":".join(digest[i:i + 2] for i in range(0, 64, 2)).upper()

    def post(self, body, fields=None, timeout=PATIENCE):
        """One delivery on a connection of its own; returns the answer's status."""
        connection = self.connect(timeout)
        try:
            connection.request("POST", "/", body, fields or signed_fields(body))
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def kill(self):
        self.process.kill()
        self.end()

    def stop(self, by=signal.SIGTERM):
        """Asks it to end and returns its exit status."""
        self.process.send_signal(by)
        return self.end()

    def end(self):
        """Waits for its end and returns the exit status."""
        try:
            return self.process.wait(PATIENCE)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            self._reader.join(PATIENCE)
            self.process.stderr.close()


def wait_until(condition, what):
    """Polls until the condition holds; the wait itself proves nothing, so it is short."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"still waiting: {what}")
        time.sleep(0.01)


class TestCase(unittest.TestCase):
    """A test with a home, and a listener that does not outlive it."""

    def setUp(self):
        self.home = Home()
        self.addCleanup(self.home.close)

    def listen(self, *arguments, **options):
        listener = Listener(self.home, *arguments, **options)
        self.addCleanup(lambda: listener.process.poll() is None and listener.kill())
        return listener

    def fill(self):
        """All that a listener can take: bytes, repeats, trailers, nothing, what it refuses."""
        listener = self.listen()
        body = b'{"topic":"ping","big":12345678901234567890123}'
        self.assertEqual(listener.post(body), 200)
        self.assertEqual(listener.post(body, signed_fields(body, 1)), 200)
        self.assertEqual(listener.post(b"\xff\x00\xfe"), 200)
        raw = [b"POST /%zz HTTP/1.1\r\nHost: localhost\r\nX: caf\xe9\r\nx: \r\nX: 2\r\n"
               b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: \xff\r\n\r\n",
               b"GET / HTTP/1.0\r\n\r\n", b"oops\r\n\r\n"]
        for request in raw:
            with socket.create_connection(("127.0.0.1", listener.port), PATIENCE) as plain:
                with self.home.tls().wrap_socket(plain, server_hostname="localhost") as client:
                    client.sendall(request)
                    self.assertTrue(client.recv(4096).startswith(b"HTTP/1."))
        listener.stop()
        self.assertEqual(len(self.home.exported()), 6)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""`hookglass send` and `hookglass certificate` from outside."""

import contextlib
import gzip
import http.server
import json
import os
import socket
import ssl
import stat
import subprocess
import threading
import unittest
import urllib.parse

from hookglass import PATIENCE, PROGRAM, SECRET, TestCase

PING = '{"account_id":0,"data":{},"topic":"ping"}'


class Sending(TestCase):
    def setUp(self):
        super().setUp()
        self.listener = self.listen()
        self.home.tls()  # exports the authority

    def send(self, *options, url=None, stdin=b""):
        return self.home.run("send", "--ca", self.home.ca, *options, url or self.listener.url,
                             stdin=stdin)

    def sent(self, *options, **more):
        """Sends, which must succeed, and returns what the store then holds of it."""
        done = self.send(*options, **more)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return self.home.deliveries()[-1]

    def verdict(self, *options):
        verdict = self.sent(*options)["verdict"]
        return verdict["signature"], verdict["freshness"]

    def test_signings(self):
        secret = ("--secret-file", self.home.secret_file)
        self.assertEqual(self.verdict(*secret), ("verified", "fresh"))
        self.assertEqual(self.verdict(*secret, "--signing", "now"), ("verified", "fresh"))
        self.assertEqual(self.verdict(*secret, "--signing", "stale"), ("verified", "stale"))
        self.assertEqual(self.verdict(*secret, "--signing", "future"), ("verified", "future"))
        self.assertEqual(self.verdict(*secret, "--signing", "wrong"), ("invalid", "fresh"))
        self.assertEqual(self.verdict("--signing", "wrong"), ("invalid", "fresh"))
        self.assertEqual(self.verdict("--signing", "none"), ("unsigned", "fresh"))

    def test_timestamp_stands_as_given(self):
        secret = ("--secret-file", self.home.secret_file)
        for text, freshness in (("yesterday", "malformed"), ("1_700_000_000", "malformed"),
                                ("1700000000", "stale"), ("-5", "stale")):
            with self.subTest(text):
                row = self.sent(*secret, "--timestamp", text)
                self.assertIn(["Smile-Timestamp", text], row["request"]["headers"])
                self.assertEqual(row["verdict"]["signature"], "verified")
                self.assertEqual(row["verdict"]["freshness"], freshness)

    def test_secret_from_a_variable(self):
        self.home.environment["SMILE_SECRET"] = SECRET
        self.assertEqual(self.verdict("--secret-env", "SMILE_SECRET"), ("verified", "fresh"))

    def test_ready_bodies(self):
        self.assertEqual(self.sent("--signing", "none")["request"]["body"], PING)
        body = json.loads(self.sent("--signing", "none", "--topic", "customer/updated")
                          ["request"]["body"])
        self.assertEqual(list(body), ["account_id", "data", "topic"])
        self.assertEqual(body["topic"], "customer/updated")
        self.assertEqual(
            list(body["data"]["customer"]),
            ["id", "first_name", "last_name", "email", "state", "date_of_birth", "points_balance",
             "referral_url", "vip_tier_id", "created_at", "updated_at"])

    def test_own_body(self):
        bytes_of_all_values = bytes(range(256))
        file = self.home.path / "body"
        file.write_bytes(bytes_of_all_values)
        secret = ("--secret-file", self.home.secret_file)
        first = self.sent(*secret, "--body", file)
        second = self.sent(*secret, "--body", "-", stdin=bytes_of_all_values)
        for row in (first, second):
            self.assertEqual(row["request"]["body_size"], 256)
            self.assertEqual(row["request"]["body_sha256"],
                             "40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880")
            self.assertEqual(row["verdict"]["signature"], "verified")
        self.assertEqual(self.sent(*secret, "--body", "-")["request"]["body_size"], 0)

    def test_json_alone_goes_into_its_form(self):
        self.listener.stop()
        self.listener = self.listen("--scheme", "dropbox_sign")
        event = '{"event":{"event_time":"7","event_type":"signature_request_sent","event_hash":""}}'
        form = "json=" + urllib.parse.quote(event, safe="")
        for text in (event, event + "\n", form):
            with self.subTest(text):
                row = self.sent("--scheme", "dropbox_sign", "--secret-file", self.home.secret_file,
                                "--body", "-", stdin=text.encode())
                fields = urllib.parse.parse_qs(row["request"]["body"], strict_parsing=True)
                self.assertEqual(list(fields), ["json"])
                self.assertEqual(json.loads(fields["json"][0])["event"]["event_time"], "7")
                self.assertEqual(row["verdict"]["signature"], "verified")
                self.assertIn(["Content-Type", "application/x-www-form-urlencoded"],
                              row["request"]["headers"])

    def test_json_alone_is_filled_in_before(self):
        self.listener.stop()
        self.listener = self.listen("--scheme", "dropbox_sign")
        event = '{"event":{"event_time":"{now}","event_type":"x","event_hash":""}}'
        row = self.sent("--scheme", "dropbox_sign", "--secret-file", self.home.secret_file,
                        "--body", "-", stdin=event.encode())
        fields = urllib.parse.parse_qs(row["request"]["body"], strict_parsing=True)
        self.assertRegex(json.loads(fields["json"][0])["event"]["event_time"], r"^1\d{9}$")
        self.assertEqual(row["verdict"]["signature"], "verified")

    def test_url_gives_target_and_host(self):
        url = self.listener.url.replace("127.0.0.1", "localhost") + "hooks/x%20y?a=%zz&b=1"
        row = self.sent("--signing", "none", url=url)
        self.assertEqual(row["request"]["target"].split("?")[0], "/hooks/x%20y")
        self.assertIn(["Host", f"localhost:{self.listener.port}"], row["request"]["headers"])
        self.assertEqual(row["tls"]["server_name"], "localhost")

    def test_prints_the_answer(self):
        done = self.send("--signing", "none")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith(b"HTTP/1.1 200 OK\n"), done.stdout)
        self.assertTrue(done.stderr.startswith(b"200 in "), done.stderr)

    def answered(self, kind, body):
        """What is printed of an answer whose body is that, packed."""
        class Answering(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                packed = gzip.compress(body)
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(packed)))
                self.end_headers()
                self.wfile.write(packed)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return self.home.run("send", "--signing", "none",
                             f"http://127.0.0.1:{server.server_port}/")

    def test_unpacks_an_answer_of_text(self):
        done = self.answered("application/json", '{"name":"Zoë"}'.encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.endswith('\n\n{"name":"Zoë"}'.encode()), done.stdout)
        self.assertIn(b"Content-Encoding: gzip\n", done.stdout)
        self.assertIn(b"decoded from gzip", done.stderr)

    def test_leaves_an_answer_that_is_no_text_as_it_came(self):
        done = self.answered("image/png", b"\x89PNG\r\n\x00\xff")
        self.assertIn(b"\n\n\x1f\x8b", done.stdout)
        self.assertIn(b"no text", done.stderr)

    def test_says_no_to_other_answers(self):
        self.listener.stop()
        self.listener = self.listen("--status", "418")
        done = self.send("--signing", "none")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith(b"HTTP/1.1 418 "), done.stdout)

    def test_trusts_only_what_it_is_told_to(self):
        for options, status in (((), 3), (("--insecure",), 0), (("--ca", self.home.ca), 0)):
            with self.subTest(options):
                done = self.home.run("send", "--signing", "none", *options, self.listener.url)
                self.assertEqual(done.returncode, status)
        refused = self.home.run("send", "--signing", "none", self.listener.url)
        self.assertIn(b"unknown authority", refused.stderr)
        self.assertEqual(refused.stdout, b"")
        unchecked = self.home.run("send", "--signing", "none", "--insecure", self.listener.url)
        self.assertIn(b"certificate not checked", unchecked.stderr)

    def test_accepts_the_pinned_certificate_only(self):
        pin = self.listener.pin()
        for word in (pin, pin.replace(":", "").lower()):
            done = self.home.run("send", "--signing", "none", "--pin", word, self.listener.url)
            self.assertEqual(done.returncode, 0, done.stderr)
        done = self.home.run("send", "--signing", "none", "--pin", "00" * 32, self.listener.url)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"not the pinned one", done.stderr)

    def test_says_that_a_certificate_is_wanted(self):
        folder = self.home.path / "data" / "hookglass" / "tls"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "leaf.pem", folder / "leaf-key.pem")
        context.load_verify_locations(self.home.ca)
        context.verify_mode = ssl.CERT_REQUIRED
        with socket.create_server(("127.0.0.1", 0)) as server:
            def refuse():
                connection, _ = server.accept()
                with connection, contextlib.suppress(OSError):
                    context.wrap_socket(connection, server_side=True)

            threading.Thread(target=refuse, daemon=True).start()
            done = self.send("--signing", "none",
                             url=f"https://127.0.0.1:{server.getsockname()[1]}/")
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"It wants a certificate of the sender", done.stderr)

    def test_says_that_nothing_listens(self):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            port = closed.getsockname()[1]
        done = self.send("--signing", "none", url=f"https://127.0.0.1:{port}/")
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"The connection was refused", done.stderr)

    def test_refuses_bad_calls(self):
        secret = ("--secret-file", self.home.secret_file)
        url = self.listener.url
        two = (*secret, "--secret-env", "HOME")
        calls = {
            (): 2, (url,): 2, (*two, url): 2, ("--signing", "none", "ftp://localhost/"): 2,
            ("--signing", "none", "localhost"): 2, ("--signing", "none", "https://a:b@localhost/"): 2,
            ("--signing", "maybe", url): 2, ("--signing", "none", "--topic", "x/y", url): 2,
            ("--signing", "none", "--scheme", "x", url): 2,
            (*secret, "--signing", "stale", "--timestamp", "1", url): 2,
            (*secret, "--timestamp", "1\r\nX: y", url): 2,
            ("--signing", "none", "--ca", self.home.ca, "--insecure", url): 2,
            ("--signing", "none", "--pin", "00" * 32, "--ca", self.home.ca, url): 2,
            ("--signing", "none", "--pin", "00" * 32, "--insecure", url): 2,
            ("--signing", "none", "--pin", "00", url): 2,
            ("--signing", "none", "--ca", "/nowhere.pem", url): 3,
            ("--signing", "none", "--ca", self.home.secret_file, url): 3,
            ("--signing", "none", "--body", "/nowhere", url): 3,
            ("--signing", "none", "--body", "/", url): 3,
            ("--signing", "none", "--template", "smile-ping", "--body", "/nowhere", url): 2,
        }
        for call, status in calls.items():
            with self.subTest(call):
                done = self.home.run("send", *call)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr.decode(), r"^hookglass: .*\.\n$")
                self.assertNotIn(SECRET.encode(), done.stderr)
        both = ("--signing", "none", "--template", "smile-ping", "--body", self.home.ca, url)
        self.assertRegex(self.home.run("send", *both).stderr, b"--template and --body")
        self.assertEqual(self.home.deliveries(), [])


class Certificates(TestCase):
    def certificate(self, *words, status=0):
        done = self.home.run("certificate", *words)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done

    def folder(self):
        return self.home.path / "data" / "hookglass" / "tls"

    def contents(self):
        return {file.name: file.read_bytes() for file in self.folder().iterdir()}

    def test_makes_private_files(self):
        old = os.umask(0)
        try:
            self.certificate()
        finally:
            os.umask(old)
        for folder in (self.folder(), self.folder().parent):
            self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700, folder.name)
        for file in self.folder().iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file.name)
        self.assertEqual(sorted(self.contents()), ["ca-key.pem", "ca.pem", "leaf-key.pem", "leaf.pem"])

    def test_starts_at_once_agree(self):
        starts = [
            subprocess.Popen([PROGRAM, "certificate", "show"], stdout=subprocess.PIPE,
                             env=self.home.environment) for _ in range(8)]
        shown = {start.communicate(timeout=PATIENCE)[0] for start in starts}
        self.assertEqual([start.returncode for start in starts], [0] * 8)
        self.assertEqual(shown, {self.certificate("show").stdout})

    def test_exports(self):
        target = self.home.path / "exported.pem"
        self.assertEqual(self.certificate("export-ca", target).stdout, b"")
        printed = self.certificate("export-ca", "-").stdout
        self.assertEqual(target.read_bytes(), printed)
        self.assertEqual(printed, self.contents()["ca.pem"])

    def test_renews_the_leaf_alone(self):
        self.certificate()
        before = self.contents()
        self.certificate("renew")
        after = self.contents()
        for name in ("ca.pem", "ca-key.pem"):
            self.assertEqual(after[name], before[name])
        for name in ("leaf.pem", "leaf-key.pem"):
            self.assertNotEqual(after[name], before[name])

    def test_repairs_a_damaged_leaf_when_asked(self):
        self.certificate()
        (self.folder() / "leaf.pem").write_bytes(b"damaged")
        done = self.certificate("show", status=3)
        self.assertIn(b"hookglass certificate renew", done.stderr)
        self.certificate("renew")
        self.certificate("show")

    def test_leaves_a_damaged_authority(self):
        self.certificate()
        (self.folder() / "ca-key.pem").write_bytes(b"damaged")
        before = self.contents()
        for words in ((), ("renew",), ("export-ca", "-"), ("trust-help",)):
            done = self.certificate(*words, status=3)
            self.assertIn(b"ca-key.pem", done.stderr)
        self.assertEqual(self.contents(), before)

    def test_names_the_file_in_the_commands(self):
        shown = self.certificate("trust-help").stdout.decode()
        self.assertIn(f"curl --cacert '{self.folder() / 'ca.pem'}'", shown)
        self.assertIn("update-ca-certificates --fresh", shown)

    def test_names_the_port_in_the_commands(self):
        shown = self.certificate("trust-help").stdout.decode()
        self.assertIn("https://localhost:8443/", shown)
        other = self.certificate("trust-help", "--port", "9001").stdout.decode()
        self.assertIn("https://localhost:9001/", other)
        self.assertIn("C('localhost', 9001)", other)
        self.assertNotIn("localhost:8443", other)

    def test_refuses_bad_calls(self):
        for words, status in ((("sell",), 2), (("show", "--port", "9001"), 2),
                              (("trust-help", "--port", "0"), 2), (("show", "it"), 2),
                              (("export-ca",), 2), (("export-ca", ""), 2),
                              (("renew", "x", "y"), 2), (("--nonsense",), 2),
                              (("export-ca", "/nowhere/ca.pem"), 3), (("export-ca", "/"), 3)):
            with self.subTest(words):
                done = self.certificate(*words, status=status)
                self.assertEqual(done.stdout, b"")
                self.assertRegex(done.stderr.decode(), r"^hookglass: .*\.\n$")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""`hookglass conformance`: a right receiver passes, and each wrong one fails where it is wrong."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
import time
import unittest

from hookglass import SECRET, TestCase, signature

OTHER = "e2e-other-secret"


class Receiver(http.server.BaseHTTPRequestHandler):
    """Smile's documented check, with an upper bound."""

    protocol_version = "HTTP/1.1"
    secrets = (SECRET,)

    def verify(self, body):
        """The status to answer."""
        given = self.headers.get("Smile-Signature")
        timestamp = self.headers.get("Smile-Timestamp")
        if not given or timestamp is None or not self.fresh(timestamp):
            return 401
        for secret in self.secrets:
            if self.same(self.expected(body, timestamp, secret), given):
                return 200
        return 401

    def expected(self, body, timestamp, secret):
        return signature(body, timestamp, secret)

    def same(self, expected, given):
        return hmac.compare_digest(expected.encode(), given.encode())

    def fresh(self, timestamp):
        try:
            return -300 < int(time.time()) - int(timestamp) < 300
        except ValueError:
            return False

    def receive(self):
        return self.rfile.read(int(self.headers["Content-Length"]))

    def do_POST(self):
        status = self.verify(self.receive())
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Rotating(Receiver):
    secrets = (SECRET, OTHER)


class Trusting(Receiver):
    def verify(self, body):
        return 200


class PresenceOnly(Receiver):
    def same(self, expected, given):
        return True


class PrefixOnly(Receiver):
    def same(self, expected, given):
        return expected.startswith(given)


class AnyCase(Receiver):
    def same(self, expected, given):
        return expected.lower() == given.lower()


class AnyAge(Receiver):
    def fresh(self, timestamp):
        return timestamp.lstrip("-").isdigit()


class OldOnly(Receiver):
    def fresh(self, timestamp):
        return super().fresh(timestamp) or (
            timestamp.isdigit() and int(timestamp) > time.time())


class OneSecondMore(Receiver):
    def fresh(self, timestamp):
        return timestamp.isdigit() and abs(int(time.time()) - int(timestamp)) <= 300


class TightLimit(Receiver):
    def fresh(self, timestamp):
        return timestamp.isdigit() and abs(time.time() - int(timestamp)) < 60


class Reserialising(Receiver):
    def expected(self, body, timestamp, secret):
        try:
            body = json.dumps(json.loads(body), separators=(",", ":")).encode()
        except ValueError:
            pass
        return super().expected(body, timestamp, secret)


class Spaced(Receiver):
    """Writes the JSON again as Python does by default, so that not even compact bodies fit."""

    def expected(self, body, timestamp, secret):
        return super().expected(json.dumps(json.loads(body)).encode(), timestamp, secret)


class Stranger(Receiver):
    secrets = (OTHER,)


class BodyOnly(Receiver):
    """Signs without the timestamp, so nothing that Smile signs is right for it."""

    def expected(self, body, timestamp, secret):
        return base64.b64encode(
            hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


class Crashing(Receiver):
    def verify(self, body):
        if "Smile-Signature" not in self.headers:
            return 500
        return super().verify(body)


class SmallBodies(Receiver):
    def verify(self, body):
        return 413 if len(body) > 100_000 else super().verify(body)


class ReadsOnce(Receiver):
    def receive(self):
        self.close_connection = True
        return self.rfile.read1(int(self.headers["Content-Length"]))


class OnceOnly(Receiver):
    seen = set()

    def verify(self, body):
        status = super().verify(body)
        if status == 200 and self.headers["Smile-Signature"] in self.seen:
            return 409
        self.seen.add(self.headers.get("Smile-Signature"))
        return status


class Redirecting(Receiver):
    def verify(self, body):
        return 302


class Conformance(TestCase):
    def serve(self, handler):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}/webhooks"

    def run_against(self, handler, *options):
        url = handler if isinstance(handler, str) else self.serve(handler)
        return self.home.run(
            "conformance", "--secret-file", self.home.secret_file, *options, url)

    def failures(self, handler, *options):
        """The ids of the failed cases, with their reasons; the exit status fits them."""
        done = self.run_against(handler, "--json", *options)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        failed = {line["case"]: line["reason"] for line in lines if line["result"] == "fail"}
        self.assertEqual(done.returncode, 1 if failed else 0, done.stderr.decode())
        self.assertGreaterEqual(len(lines), 18)
        self.assertEqual(len({line["case"] for line in lines}), len(lines))
        for line in lines:
            self.assertTrue(line["why"].endswith("."), line)
        return failed

    def test_a_right_receiver_passes(self):
        self.assertEqual(self.failures(Receiver), {})

    def test_our_own_listener_takes_everything_and_is_told_so(self):
        listener = self.listen()
        failed = self.failures(listener.url, "--ca", self.home.tls() and self.home.ca)
        self.assertIn("wrong-secret", failed)
        self.assertNotIn("good", failed)

    def test_a_pin_takes_the_place_of_an_authority(self):
        listener = self.listen()
        self.assertNotIn("good", self.failures(listener.url, "--pin", listener.pin()))
        done = self.run_against(listener.url, "--pin", "00" * 32)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"not the pinned one", done.stderr)

    def test_wrong_receivers_fail_where_they_are_wrong(self):
        forgeries = {"wrong-secret", "altered-body", "malformed-signature", "cut-signature",
                     "other-case-signature", "altered-timestamp"}
        everything = forgeries | {
            "missing-signature", "empty-signature", "missing-timestamp", "malformed-timestamp",
            "stale", "just-outside", "at-the-limit", "future"}
        for handler, expected in (
                (Trusting, everything),
                (PresenceOnly, forgeries),
                (PrefixOnly, {"cut-signature"}),
                (AnyCase, {"other-case-signature"}),
                (AnyAge, {"stale", "just-outside", "at-the-limit", "future"}),
                (OldOnly, {"future"}),
                (TightLimit, {"just-inside"}),
                (Reserialising, {"as-received"}),
                (Crashing, {"missing-signature"}),
                (SmallBodies, {"huge"}),
                (OnceOnly, {"duplicate"})):
            with self.subTest(handler.__name__):
                failed = self.failures(handler)
                self.assertEqual(set(failed), expected)
                self.assertTrue(all(reason.endswith(".") for reason in failed.values()), failed)

    def test_a_fault_is_named_once(self):
        reasons = self.failures(Trusting)
        self.assertIn("Signed with another secret", reasons["cut-signature"])
        self.assertIn("Too old", reasons["at-the-limit"])

    def test_one_second_more_is_seen(self):
        for _ in range(10):  # The request must arrive within the second that it is made in.
            failed = self.failures(OneSecondMore)
            if failed:
                break
        self.assertEqual(set(failed), {"at-the-limit"})

    def test_a_receiver_that_reads_once_misses_slow_bodies(self):
        self.assertIn("slow", self.failures(ReadsOnce))

    def test_what_is_never_right_fails_from_the_first_case_on(self):
        for handler in (BodyOnly, Redirecting):
            with self.subTest(handler.__name__):
                self.assertIn("good", self.failures(handler))

    def test_reasons_name_the_fault(self):
        reasons = self.failures(Crashing)
        self.assertIn("500", reasons["missing-signature"])
        self.assertIn("writes it again", self.failures(Reserialising)["as-received"])

    def test_letter_case_is_told_as_the_fault(self):
        self.assertIn("upper and lower case", self.failures(AnyCase)["other-case-signature"])

    def test_a_refused_good_one_says_what_is_known_of_why(self):
        self.assertIn("writes it again", self.failures(Spaced)["good"])
        stranger = self.failures(Stranger)["good"]
        self.assertIn("has another secret", stranger)
        self.assertIn("another text or encoding", stranger)
        self.assertNotIn("writes it again", stranger)
        self.assertIn("another text or encoding", self.failures(BodyOnly)["good"])

    def test_who_knows_the_second_secret_only_is_told_so(self):
        other = self.home.path / "other"
        other.write_text(OTHER)
        failed = self.failures(Stranger, "--secret-file", other)
        self.assertIn("second secret only", failed["good"])
        self.assertNotIn("rotated-secret", failed)

    def test_rotation_needs_both_secrets(self):
        other = self.home.path / "other"
        other.write_text(OTHER)
        both = ("--secret-file", other)
        self.assertEqual(self.failures(Rotating, *both), {})
        self.assertEqual(set(self.failures(Receiver, *both)), {"rotated-secret"})

    def test_a_second_run_tells_what_was_fixed(self):
        first, second = self.home.path / "first.json", self.home.path / "second.json"
        done = self.run_against(OldOnly, "--report", first)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"FAIL", done.stdout)
        report = json.loads(first.read_bytes())
        self.assertEqual(report["format"], "hookglass.conformance/1")
        self.assertEqual(report["scheme"], "smile")
        done = self.run_against(SmallBodies, "--json", "--against", first, "--report", second)
        changes = {line["case"]: line["change"]
                   for line in map(json.loads, done.stdout.splitlines()) if line["change"]}
        self.assertEqual(changes, {"future": "fixed", "huge": "regressed"})
        self.assertEqual(len(json.loads(second.read_bytes())["cases"]), len(report["cases"]))

    def test_sends_nothing_where_the_report_cannot_be_written(self):
        report = self.home.path / "none" / "report.json"
        done = self.run_against(Receiver, "--report", report)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"Cannot write", done.stderr)

    def test_keeps_the_report_before_when_it_sends_nothing(self):
        report = self.home.path / "report.json"
        report.write_text("before")
        done = self.home.run("conformance", "--secret-file", self.home.secret_file,
                             "--report", report, "http://127.0.0.1:1/")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(report.read_text(), "before")
        self.assertEqual([file.name for file in self.home.path.glob("report.json*")],
                         ["report.json"])

    def test_other_schemes(self):
        class Github(Receiver):
            def verify(self, body):
                good = "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
                given = self.headers.get("X-Hub-Signature-256", "")
                return 200 if hmac.compare_digest(good.encode(), given.encode()) else 403
        done = self.run_against(Github, "--json", "--scheme", "github")
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        cases = [json.loads(line)["case"] for line in done.stdout.splitlines()]
        self.assertIn("altered-body", cases)
        self.assertNotIn("stale", cases)
        self.assertNotIn("other-case-signature", cases)  # hexadecimal digits have no case
        self.assertIn(b"Not tried: a change of secrets", done.stderr)

    def test_a_receiver_knows_itself_by_the_address_that_is_sent_to(self):
        class Square(Receiver):
            def verify(self, body):
                url = f"http://{self.headers['Host']}{self.path}".encode()
                good = base64.b64encode(hmac.new(SECRET.encode(), url + body,
                                                 hashlib.sha256).digest())
                given = self.headers.get("x-square-hmacsha256-signature", "")
                return 200 if hmac.compare_digest(good, given.encode()) else 403
        done = self.run_against(Square, "--json", "--scheme", "square")
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_the_secret_is_in_no_output(self):
        report = self.home.path / "report.json"
        done = self.run_against(Trusting, "--json", "--report", report)
        self.assertNotIn(SECRET.encode(), done.stdout + done.stderr + report.read_bytes())

    def test_refusals(self):
        self.assertEqual(self.run_against("http://127.0.0.1:9/").returncode, 3)
        self.assertEqual(self.run_against("ftp://127.0.0.1/").returncode, 2)
        self.assertEqual(self.home.run("conformance", "http://127.0.0.1:9/").returncode, 2)
        self.assertEqual(self.home.run("conformance").returncode, 2)
        self.assertEqual(
            self.run_against("http://127.0.0.1:9/", "--against", "/nowhere").returncode, 3)
        self.assertEqual(
            self.run_against("http://127.0.0.1:9/", "--against", self.home.secret_file).returncode,
            2)
        self.assertEqual(self.run_against("http://127.0.0.1:9/", "--scheme", "discord").returncode,
                         2)


if __name__ == "__main__":
    unittest.main(verbosity=2)

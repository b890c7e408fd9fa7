# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""`hookglass verify --diagnose` from outside: proofs, hints, nothing, and the exit statuses."""

import hashlib
import hmac
import json
import unittest

from hookglass import SECRET, TestCase, signature, signed_fields

AT = 1795428000
COMPACT = '{"account_id":0,"data":{"name":"José"},"topic":"ping"}'.encode()
INDENTED = json.dumps(json.loads(COMPACT), indent=2, ensure_ascii=False).encode()


def message(body, fields):
    """A request as it stands in a file."""
    lines = ["POST / HTTP/1.1", "Host: localhost:8443"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def signed(body, sent=None, at=AT):
    """`body` was signed; `sent` is what arrives."""
    return message(body if sent is None else sent, signed_fields(body, at))


class Diagnosing(TestCase):
    def verify(self, request, *options):
        return self.home.run("verify", "--at", AT, "--secret-file",
                             f"primary={self.home.secret_file}", *options, "-", stdin=request)

    def diagnosed(self, request, status, *options):
        """Exit status, verdict and the diagnosis's object; stdout is one line of JSON."""
        done = self.verify(request, "--diagnose", "--json", *options)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertEqual(done.stdout.count(b"\n"), 1)
        line = json.loads(done.stdout)
        self.assertEqual(line["format"], "hookglass.delivery/1")
        return line["verdict"], line["diagnosis"]

    def with_secret(self, secret):
        """The option that adds another secret; it may have white space around it."""
        self.home.environment["OTHER_SECRET"] = secret
        return "--secret-env", "OTHER_SECRET"

    def test_a_good_one_has_none(self):
        verdict, diagnosis = self.diagnosed(signed(COMPACT), 0)
        self.assertEqual(verdict, {"scheme": "smile", "signature": "verified",
                                   "freshness": "fresh", "age_seconds": 0, "secret": "primary"})
        self.assertIsNone(diagnosis)

    def test_a_proof(self):
        verdict, diagnosis = self.diagnosed(signed(COMPACT, INDENTED), 1)
        self.assertEqual(verdict["signature"], "invalid")
        self.assertEqual(diagnosis["cause"], "json-reserialised")
        self.assertEqual(diagnosis["kind"], "proof")
        self.assertIn("compact JSON", diagnosis["detail"])
        self.assertIn("untouched", diagnosis["fix"])
        self.assertGreater(diagnosis["tried"], 0)
        self.assertLessEqual(diagnosis["tried"], 2000)

    def test_a_proof_of_two_mistakes_at_once(self):
        self.home.secret_file.write_text("another one")
        _, diagnosis = self.diagnosed(
            signed(COMPACT, INDENTED), 1, *self.with_secret(f"{SECRET} "))
        self.assertEqual(diagnosis["cause"], ["json-reserialised", "secret-whitespace"])
        self.assertEqual(diagnosis["kind"], "proof")

    def test_a_verified_one_that_is_too_old(self):
        verdict, diagnosis = self.diagnosed(signed(COMPACT, at=AT - 1000), 1)
        self.assertEqual((verdict["signature"], verdict["freshness"]), ("verified", "stale"))
        self.assertEqual((diagnosis["cause"], diagnosis["kind"]), ("clock", "proof"))

    def test_a_hint(self):
        fields = signed_fields(COMPACT, AT)
        fields["X-Smile-Signature"] = fields.pop("Smile-Signature")
        verdict, diagnosis = self.diagnosed(message(COMPACT, fields), 1)
        self.assertEqual(verdict["signature"], "unsigned")
        self.assertEqual((diagnosis["cause"], diagnosis["kind"]), ("header-missing", "hint"))
        self.assertIn("X-Smile-Signature", diagnosis["detail"])

    def test_a_random_signature_proves_nothing(self):
        for n in range(20):
            digest = hashlib.sha256(str(n).encode()).digest()
            fields = {"Smile-Timestamp": AT, "Smile-Signature": signature(digest, AT, str(n))}
            _, diagnosis = self.diagnosed(message(COMPACT, fields), 1)
            self.assertTrue(diagnosis is None or diagnosis["kind"] == "hint", diagnosis)

    def test_what_the_own_code_computed(self):
        printed = hmac.new(SECRET.encode(), COMPACT, hashlib.sha256).hexdigest()
        verdict, diagnosis = self.diagnosed(signed(COMPACT), 0, "--computed", printed)
        self.assertEqual(verdict["signature"], "verified")
        self.assertEqual(diagnosis["kind"], "proof")
        self.assertEqual(diagnosis["cause"], ["layout", "digest"])

    def test_words_for_people(self):
        done = self.verify(signed(COMPACT, INDENTED), "--diagnose")
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.decode().splitlines()
        self.assertTrue(lines[0].startswith("invalid  fresh  0 s  ping  -"), lines)
        self.assertTrue(lines[1].strip().startswith("Proven (json-reserialised): "), lines)
        self.assertTrue(lines[2].strip().startswith("To do: "), lines)
        self.assertEqual(done.stderr, b"")

    def test_the_secret_is_in_no_output(self):
        for request in (signed(COMPACT), signed(COMPACT, INDENTED)):
            for options in ((), ("--json",)):
                done = self.verify(request, "--diagnose", *options)
                self.assertNotIn(SECRET.encode(), done.stdout + done.stderr)

    def test_a_store_and_its_export_alike(self):
        listener = self.listen()
        self.assertEqual(listener.post(COMPACT), 200)
        self.assertEqual(listener.post(INDENTED, signed_fields(COMPACT)), 200)
        self.assertEqual(listener.post(b"\xff\x00\xfe\r\n"), 200)
        self.assertEqual(listener.stop(), 0)
        options = ("verify", "--diagnose", "--json", "--secret-file", self.home.secret_file)
        export = self.home.path / "all.ndjson"
        self.assertEqual(self.home.run("export", "--store", self.home.store, "--format", "ndjson",
                                       "--output", export).returncode, 0)
        of_store = self.home.run(*options, self.home.store)
        of_export = self.home.run(*options, export)
        self.assertEqual(of_store.returncode, 1, of_store.stderr.decode())
        self.assertEqual(of_export.returncode, 1, of_export.stderr.decode())
        self.assertEqual(of_export.stdout, of_store.stdout)
        self.assertEqual(self.home.run(*options, "-", stdin=export.read_bytes()).stdout,
                         of_store.stdout)
        lines = [json.loads(line) for line in of_store.stdout.splitlines()]
        self.assertEqual([line["verdict"]["signature"] for line in lines],
                         ["verified", "invalid", "verified"])
        self.assertEqual([line["diagnosis"] and line["diagnosis"]["cause"] for line in lines],
                         [None, "json-reserialised", None])

    def test_wrong_lines_are_named_and_the_others_judged(self):
        good = self.verify(signed(COMPACT), "--json").stdout
        done = self.verify(good + b"{\n" + good)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.count(b"verified"), 2)
        self.assertIn(b"line 2: ", done.stderr)

    def test_another_sender(self):
        request = message(COMPACT, {"Stripe-Signature": f"t={AT},v1={'a' * 64}"})
        done = self.verify(request)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"It looks like Stripe", done.stderr)
        self.assertIn(b"--scheme stripe", done.stderr)
        proposed = self.home.run("schemes", "--json", "--for", "-", stdin=request)
        self.assertEqual(proposed.returncode, 0)
        self.assertEqual(json.loads(proposed.stdout)["proposals"][0]["scheme"], "stripe")

    def test_refusals(self):
        self.assertEqual(self.verify(b"hello\n\n", "--diagnose").returncode, 3)
        self.assertEqual(self.verify(signed(COMPACT), "--diagnose", "--nonsense").returncode, 2)
        self.assertEqual(self.verify(signed(COMPACT), "--computed").returncode, 2)


if __name__ == "__main__":
    unittest.main()

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""The senders' own Node libraries and Hookglass accept each other's webhooks; and what it exports as
HAR is that by the published schema.

The libraries of Stripe, Svix, Standard Webhooks and GitHub, and that schema with what it is held
against by, are installed by `npm ci` into the folder
that HOOKGLASS_LIBRARIES names, as libraries/package-lock.json has them: exact versions, with the
hashes of what they must be; none of their scripts is run. Without npm these tests are skipped, but
for where the environment variable CI is set; when npm cannot install they fail.
"""

import base64
import filecmp
import json
import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

import hookglass

SOURCES = Path(__file__).parent / "libraries"
FOLDER = Path(os.environ.get("HOOKGLASS_LIBRARIES", "libraries")).resolve()
FILES = ("package.json", "package-lock.json", "driver.mjs", "har.mjs")

TEXT_SECRET = "whsec_e2e-secret-of-this-test-alone"
TAGGED_SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()
BODY = '{"type":"ping","text":"Grüße ✓","amount":10.50}'

# Library, scheme and secret.
LIBRARIES = (
    ("stripe", "stripe", TEXT_SECRET),
    ("svix", "svix", TAGGED_SECRET),
    ("standardwebhooks", "standard_webhooks", TAGGED_SECRET),
    ("@octokit/webhooks-methods", "github", TEXT_SECRET),
)


def is_installed():
    done = FOLDER / "installed"
    return done.exists() and filecmp.cmp(SOURCES / "package-lock.json", done, shallow=False)


def install():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(SOURCES / name, FOLDER / name)
    if is_installed():
        return
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER,
        stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)
    if done.returncode != 0:
        raise AssertionError("npm could not install the senders' libraries, is its registry within "
                             "reach?\n" + done.stderr.decode(errors="replace"))
    shutil.copyfile(SOURCES / "package-lock.json", FOLDER / "installed")


def setUpModule():
    if shutil.which("npm") and shutil.which("node"):
        install()
    elif os.environ.get("CI"):
        raise AssertionError("npm and node are required here")
    else:
        raise unittest.SkipTest("npm is not installed, so the senders' libraries are not either")


def ask_node(script, text):
    done = subprocess.run(["node", FOLDER / script], input=text, capture_output=True, cwd=FOLDER,
                          timeout=hookglass.PATIENCE, check=False)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode(errors="replace"))
    return json.loads(done.stdout)


def drive(**job):
    return ask_node("driver.mjs", json.dumps(job).encode())


def signed_by(library, secret, body=BODY):
    return drive(library=library, secret=secret, body=body, id="msg_e2e", time=int(time.time()))


class Libraries(hookglass.TestCase):
    def receiver(self, scheme, secret):
        self.home.secret_file.write_text(secret)
        return self.listen("--scheme", scheme)

    def verdict(self):
        verdict = self.home.deliveries()[-1]["verdict"]
        return verdict["signature"], verdict["freshness"]

    def test_theirs_are_verified(self):
        for library, scheme, secret in LIBRARIES:
            with self.subTest(library):
                listener = self.receiver(scheme, secret)
                fields = signed_by(library, secret)
                listener.post(BODY.encode(), fields)
                fresh = "not-applicable" if scheme == "github" else "fresh"
                self.assertEqual(self.verdict(), ("verified", fresh))
                listener.post(BODY.replace("10.50", "10.5").encode(), fields)
                self.assertEqual(self.verdict()[0], "invalid")
                listener.stop()

    def test_theirs_are_verified_in_a_file(self):
        for library, scheme, secret in LIBRARIES:
            with self.subTest(library):
                self.home.secret_file.write_text(secret)
                lines = [f"{name}: {value}" for name, value in signed_by(library, secret).items()]
                for body, status in ((BODY, 0), (BODY + " ", 1)):
                    size = len(body.encode())
                    head = ["POST / HTTP/1.1", "Host: localhost", *lines, f"Content-Length: {size}"]
                    raw = "\r\n".join([*head, "", body]).encode()
                    done = self.home.run("verify", "--scheme", scheme, "--secret-file",
                                         self.home.secret_file, "-", stdin=raw)
                    self.assertEqual(done.returncode, status, done.stderr.decode())

    def test_ours_are_accepted(self):
        for library, scheme, secret in LIBRARIES:
            with self.subTest(library):
                listener = self.receiver(scheme, secret)
                done = self.home.run("send", "--scheme", scheme, "--secret-file",
                                     self.home.secret_file, "--ca", self.home.ca, "--body", "-",
                                     listener.url, stdin=BODY.encode())
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                request = self.home.deliveries()[-1]["request"]
                self.assertEqual(request["body"], BODY)
                headers = {name.lower(): value for name, value in request["headers"]}
                job = {"library": library, "secret": secret, "headers": headers}
                self.assertEqual(drive(**job, body=BODY), {"accepted": True})
                self.assertFalse(drive(**job, body=BODY + " ")["accepted"])
                listener.stop()


class Har(hookglass.TestCase):
    def test_it_is_what_the_schema_says(self):
        self.fill()
        for rules in ("", "emails,names,signatures", "json:/topic,header:Host"):
            with self.subTest(rules):
                redact = ["--redact", rules] if rules else []
                done = self.home.run("export", "--store", self.home.store, "--format", "har",
                                     *redact)
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                self.assertEqual(len(json.loads(done.stdout)["log"]["entries"]), 5)
                self.assertEqual(ask_node("har.mjs", done.stdout), [])

    def test_the_schema_finds_what_is_wrong(self):
        self.assertNotEqual(ask_node("har.mjs", b'{"log":{"version":"1.2","entries":[]}}'), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Bad input on every option: a sentence on stderr, the right exit status, and nothing lost."""

import os
import re
import socket
import sqlite3
import subprocess
import unittest

from hookglass import PATIENCE, PROGRAM, SECRET, TestCase, signature, wait_until

USAGE = 2
ENVIRONMENT = 3

# What a shell would pass, and the exit status. {…} stands for a file made by setUp.
BAD_CALLS = [
    ("--nonsense", USAGE),
    ("nonsense", USAGE),
    ("one.hookglass two.hookglass", USAGE),

    ("schemes smile", USAGE),
    ("schemes --code", USAGE),
    ("schemes --code perl smile", USAGE),
    ("schemes --code python", USAGE),
    ("schemes --code python nonesuch", USAGE),
    ("schemes --code python netlify", USAGE),
    ("schemes --code python --json smile", USAGE),

    ("listen extra", USAGE),
    ("listen --nonsense", USAGE),
    ("listen --secret topsecret", USAGE),
    ("listen --port", USAGE),
    ("listen --port http", USAGE),
    ("listen --port -1", USAGE),
    ("listen --port 65536", USAGE),
    ("listen --port 99999999999999999999", USAGE),
    ("listen --status ok", USAGE),
    ("listen --status 199", USAGE),
    ("listen --status 600", USAGE),
    ("listen --delay -1", USAGE),
    ("listen --delay soon", USAGE),
    ("listen --max-body -1", USAGE),
    ("listen --max-body 1GB", USAGE),
    ("listen --max-body 0", USAGE),
    ("listen --count 0", USAGE),
    ("listen --count -1", USAGE),
    ("listen --count many", USAGE),
    ("listen --port {free_port} --forward https://localhost:{free_port}/in", USAGE),
    ("listen --port {free_port} --address 0.0.0.0 --forward https://127.0.0.2:{free_port}", USAGE),
    ("listen --scheme nonesuch", USAGE),
    ("listen --secret-env NO_SUCH_VARIABLE", USAGE),
    ("listen --secret-env EMPTY_VARIABLE", USAGE),
    ("listen --secret-file {empty}", USAGE),
    ("listen --secret-file {missing}", ENVIRONMENT),
    ("listen --secret-file {folder}", ENVIRONMENT),
    ("listen --certificate {certificate}", USAGE),
    ("listen --key {key}", USAGE),
    ("listen --port 0 --address nonsense", (USAGE, ENVIRONMENT)),
    ("listen --port 0 --address 192.0.2.1", ENVIRONMENT),
    ("listen --port 0 --store {below_a_file}", ENVIRONMENT),
    ("listen --port 0 --store {folder}", ENVIRONMENT),
    ("listen --port 0 --store /proc/deliveries.hookglass", ENVIRONMENT),
    ("listen --port 0 --certificate {missing} --key {key}", ENVIRONMENT),
    ("listen --port 0 --certificate {certificate} --key {missing}", ENVIRONMENT),
    ("listen --port 0 --certificate {garbage} --key {key}", ENVIRONMENT),
    ("listen --port 0 --certificate {certificate} --key {garbage}", ENVIRONMENT),
    ("listen --port 0 --certificate {certificate} --key {other_key}", ENVIRONMENT),
    ("listen --port 0 --certificate {certificate} --key {locked_key}", ENVIRONMENT),
    ("listen --port 0 --certificate {expired} --key {key}", ENVIRONMENT),
    ("listen --port 0 --certificate {folder} --key {folder}", ENVIRONMENT),

    ("verify", USAGE),
    ("verify --at noon {message}", USAGE),
    ("verify --scheme nonesuch {message}", USAGE),
    ("verify --secret-file {missing} {message}", ENVIRONMENT),
    ("verify {missing}", ENVIRONMENT),
    ("verify {folder}", ENVIRONMENT),
    ("verify {garbage}", ENVIRONMENT),
    ("verify {empty}", ENVIRONMENT),

    ("export --store {missing}", USAGE),
    ("export --store {missing} --format xml", USAGE),
    ("export --store {missing} --format ndjson", ENVIRONMENT),
    ("export --store {garbage} --format ndjson", ENVIRONMENT),
    ("export --store {folder} --format ndjson", ENVIRONMENT),
    ("export --format ndjson extra", USAGE),
    ("export --store {store} --format ndjson --filter tpoic:ping", USAGE),
    ("export --store {store} --format ndjson --filter size:>", USAGE),
    ("export --store {store} --format ndjson --output {below_a_file}", ENVIRONMENT),
    ("export --store {store} --format ndjson --output {folder}", ENVIRONMENT),
    ("export --store {store} --format ndjson --output /proc/out.ndjson", ENVIRONMENT),
    ("export --store {store} --format ndjson --output {store}", USAGE),
    ("export --store {store} --format har --output {other_store}", USAGE),

    ("import --store {new_store} {missing}", ENVIRONMENT),
    ("import --store {new_store} {folder}", ENVIRONMENT),
    ("import --store {new_store} {garbage}", ENVIRONMENT),
    ("import --store {new_store} {empty}", ENVIRONMENT),

    ("stats extra", USAGE),
    ("stats --store {missing}", ENVIRONMENT),
    ("stats --store {garbage}", ENVIRONMENT),
    ("stats --store {store} --filter tpoic:ping", USAGE),
    ("stats --store {missing} --filter size:>", USAGE),

    ("send", USAGE),
    ("send nonsense", USAGE),
    ("send ftp://127.0.0.1/", USAGE),
    ("send https://127.0.0.1:{free_port}/ extra", USAGE),
    ("send --signing maybe https://127.0.0.1:{free_port}/", USAGE),
    ("send --scheme nonesuch https://127.0.0.1:{free_port}/", USAGE),
    ("send --secret-file {missing} https://127.0.0.1:{free_port}/", ENVIRONMENT),
    ("send --body {missing} --secret-file {secret} https://127.0.0.1:{free_port}/", ENVIRONMENT),
    ("send --ca {missing} --secret-file {secret} https://127.0.0.1:{free_port}/", ENVIRONMENT),
    ("send --ca {garbage} --secret-file {secret} https://127.0.0.1:{free_port}/", ENVIRONMENT),
    ("send --secret-file {secret} https://127.0.0.1:{free_port}/", ENVIRONMENT),

    ("certificate nonsense", USAGE),
    ("certificate export-ca", USAGE),
    ("certificate export-ca {folder}/a {folder}/b", USAGE),
    ("certificate export-ca {below_a_file}", ENVIRONMENT),
    ("certificate export-ca {folder}", ENVIRONMENT),
    ("certificate export-ca {other_store}", USAGE),
]


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class BadUsage(TestCase):
    def setUp(self):
        super().setUp()
        self.files = {name: self.home.path / name for name in (
            "missing", "empty", "folder", "garbage", "message", "store", "certificate", "key",
            "other_key", "locked_key", "expired", "new_store", "other_store")}
        self.files["secret"] = self.home.secret_file
        self.files["store"] = self.home.store
        self.files["below_a_file"] = self.files["garbage"] / "x"
        self.files["empty"].touch()
        self.files["folder"].mkdir()
        self.files["garbage"].write_bytes(bytes(range(256)) * 64)
        body = b'{"topic":"ping"}'
        self.files["message"].write_bytes(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nSmile-Timestamp: 1795428000\r\n"
            b"Smile-Signature: %s\r\nContent-Length: %d\r\n\r\n%s"
            % (signature(body, 1795428000).encode(), len(body), body))
        self.make_keys()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.files["free_port"] = free.getsockname()[1]
        self.home.environment["EMPTY_VARIABLE"] = ""

    def make_keys(self):
        curve = ("-pkeyopt", "ec_paramgen_curve:P-256")
        for name in ("key", "other_key"):
            openssl("genpkey", "-algorithm", "EC", *curve, "-out", self.files[name])
        openssl("pkey", "-in", self.files["key"], "-aes256", "-passout", "pass:right",
                "-out", self.files["locked_key"])
        subject = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
        openssl("req", "-x509", "-key", self.files["key"], *subject, "-days", "2",
                "-out", self.files["certificate"])
        openssl("req", "-new", "-key", self.files["key"], *subject,
                "-out", self.home.path / "request")
        openssl("x509", "-req", "-in", self.home.path / "request", "-signkey", self.files["key"],
                "-days", "-1", "-out", self.files["expired"])

    def make_store(self):
        """A store with one delivery."""
        listener = self.listen()
        self.assertEqual(listener.post(b'{"topic":"ping"}'), 200)
        self.assertEqual(listener.stop(), 0)

    def assert_refused(self, arguments, status, reason=None):
        done = self.home.run(*arguments)
        said = done.stderr.decode()
        allowed = status if isinstance(status, tuple) else (status,)
        self.assertIn(done.returncode, allowed, said)
        self.assertEqual(done.stdout, b"")
        self.assertRegex(said, r"\w+ .*\w")  # words, and something to read
        self.assertNotIn(SECRET, said)
        if reason:
            self.assertRegex(said, re.compile(reason, re.IGNORECASE))
        return said

    def test_every_bad_call(self):
        self.make_store()
        before = self.home.exported()
        self.files["other_store"].write_bytes(self.files["store"].read_bytes())
        for call, status in BAD_CALLS:
            with self.subTest(call):
                arguments = [word.format(**self.files) for word in call.split()]
                self.assert_refused(arguments, status)
                self.assertFalse(self.files["missing"].exists())
                self.assertEqual(list(self.home.path.glob("new_store*")), [])
        self.assertEqual(self.home.exported(), before)
        self.assertEqual(self.home.exported(self.files["other_store"]), before)
        self.assertEqual(os.listdir(self.files["folder"]), [])

    def test_import_tells_of_files_like_other_commands_and_of_lines_by_their_place(self):
        mixed = self.home.path / "mixed.ndjson"
        mixed.write_bytes(b"{}\n")
        done = self.home.run("import", "--store", self.files["new_store"], mixed,
                             self.files["empty"], self.files["folder"])
        self.assertEqual(done.returncode, ENVIRONMENT)
        said = done.stderr.decode().splitlines()
        self.assertRegex(said[0], r"^mixed\.ndjson: line 1: ")
        self.assertEqual(
            said[1:3],
            [f"hookglass: Cannot read {self.files['empty']}. It is empty.",
             f"hookglass: Cannot read {self.files['folder']}. It is a folder."])

    def test_a_curl_script_with_an_authority_that_is_not_there_comes_with_a_warning(self):
        self.make_store()
        export = ["export", "--store", self.home.store, "--format", "curl", "--ca"]
        done = self.home.run(*export, self.files["missing"])
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr.decode(), r"missing is no file here\.")
        done = self.home.run(*export, self.files["certificate"])
        self.assertEqual(done.stderr, b"")

    def test_reasons_tell_certificate_troubles_apart(self):
        listen = ["listen", "--port", "0", "--store", self.home.store]
        for certificate, key, reason in (
                ("certificate", "other_key", "match|belong"),
                ("expired", "key", "expired"),
                ("certificate", "locked_key", "passphrase|password"),
                ("garbage", "key", "certificate"),
                ("missing", "key", "no such file")):
            with self.subTest(certificate=certificate, key=key):
                self.assert_refused(
                    [*listen, "--certificate", self.files[certificate], "--key", self.files[key]],
                    ENVIRONMENT, reason)

    def test_code_of_a_scheme(self):
        done = self.home.run("schemes", "--code", "python", "smile")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        compile(done.stdout, "snippet", "exec")
        self.assertIn(b"def verify_webhook(", done.stdout)

    def test_help_is_no_error(self):
        for command in ([], ["listen"], ["verify"], ["export"], ["stats"], ["send"],
                        ["certificate"]):
            with self.subTest(command):
                done = self.home.run(*command, "--help")
                self.assertEqual(done.returncode, 0)
                self.assertIn(b"Usage: hookglass", done.stdout)

    def test_help_tells_who_answers_for_a_target_that_is_down(self):
        words = self.home.run("listen", "--help").stdout.decode().split()
        self.assertIn("While it cannot be reached they get --status at once", " ".join(words))

    def test_taken_port(self):
        first = self.listen()
        said = self.assert_refused(
            ["listen", "--port", first.port, "--store", self.home.path / "other.hookglass"],
            ENVIRONMENT)
        self.assertIn(str(first.port), said)
        self.assertIn("holds the port.", said)
        self.assertEqual(first.post(b"{}"), 200)

    def test_only_an_address_that_others_reach_comes_with_a_warning(self):
        for address, warns in (("127.0.0.1", False), ("127.0.0.2", False), ("127.1", False),
                               ("localhost", False), ("0.0.0.0", True)):
            with self.subTest(address):
                listener = self.listen("--address", address)
                self.assertEqual(listener.stop(), 0)
                said = any("Other computers" in line for line in listener.said)
                self.assertEqual(said, warns)

    def test_second_writer_on_one_store(self):
        first = self.listen()
        self.assert_refused(["listen", "--port", "0", "--store", self.home.store], ENVIRONMENT)
        self.assertEqual(first.post(b"{}"), 200)
        self.assertEqual(len(self.home.deliveries()), 1)  # a reader works beside the writer

    def test_store_of_a_newer_version(self):
        self.make_store()
        with sqlite3.connect(self.home.store) as store:
            store.execute("PRAGMA user_version = 9999")
        store.close()
        before = self.home.store.read_bytes()
        for command in (["listen", "--port", "0"], ["export", "--format", "ndjson"], ["stats"]):
            with self.subTest(command):
                self.assert_refused(
                    [*command, "--store", self.home.store], ENVIRONMENT, "newer")
        self.assertEqual(self.home.store.read_bytes(), before)

    def test_somebody_elses_database(self):
        other = self.home.path / "other.sqlite"
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE mine (x)")
        database.close()
        before = other.read_bytes()
        for command in (["listen", "--port", "0"], ["export", "--format", "ndjson"], ["stats"]):
            with self.subTest(command):
                self.assert_refused([*command, "--store", other], ENVIRONMENT)
        self.assertEqual(other.read_bytes(), before)

    def test_damaged_store(self):
        self.make_store()
        whole = self.home.store.read_bytes()
        for damage, bytes_ in (("first bytes overwritten", b"\xff" * 100 + whole[100:]),
                               ("cut in half", whole[:len(whole) // 2]),
                               ("a page overwritten", whole[:4096] + b"\xaa" * 4096
                                + whole[8192:])):
            with self.subTest(damage):
                self.home.store.write_bytes(bytes_)
                for command in (["listen", "--port", "0"], ["export", "--format", "ndjson"]):
                    self.assert_refused([*command, "--store", self.home.store], ENVIRONMENT)
                self.assertEqual(self.home.store.read_bytes(), bytes_)

    def test_reader_of_stdout_that_leaves(self):
        self.make_store()
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [PROGRAM, "export", "--store", self.home.store, "--format", "ndjson"],
            stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE,
            env=self.home.environment, timeout=PATIENCE, check=False)
        os.close(writing)
        self.assertEqual(done.returncode, ENVIRONMENT)

    def test_closed_stdout(self):
        done = subprocess.run(
            [PROGRAM, "schemes"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=self.home.environment, timeout=PATIENCE, check=False,
            preexec_fn=lambda: os.close(1))
        self.assertEqual(done.returncode, ENVIRONMENT)
        self.assertIn(b"Cannot write to standard output.", done.stderr)

    def test_closed_standard_streams_are_nothing_elses(self):
        command = [PROGRAM, "listen", "--port", "0", "--store", self.home.store]
        listener = subprocess.Popen(command, env=self.home.environment,
                                    preexec_fn=lambda: os.closerange(0, 3))
        try:
            wait_until(self.home.store.exists, "the store")
            streams = [os.readlink(f"/proc/{listener.pid}/fd/{stream}") for stream in range(3)]
            self.assertEqual(streams, ["/dev/null"] * 3)
        finally:
            listener.terminate()
            self.assertEqual(listener.wait(PATIENCE), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)

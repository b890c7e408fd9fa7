# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""What one store hands over to another: nothing is lost on the way, and nothing is believed."""

import csv
import io
import itertools
import json
import os
import signal
import stat
import unittest

from hookglass import PATIENCE, Listener, TestCase


def said_alike(rows):
    """What is to be the same in another store: all but the ids and our own judgements."""
    return [{name: value for name, value in row.items() if name not in ("id", "judged")}
            for row in rows]


def har(*entries):
    return json.dumps({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"},
                               "entries": entries}}).encode()


def writes_into(folder, process):
    """Whether it has a file open there, which need not have a name yet."""
    for number in os.listdir(f"/proc/{process}/fd"):
        try:
            if os.readlink(f"/proc/{process}/fd/{number}").startswith(f"{folder}/"):
                return True
        except FileNotFoundError:
            pass
    return False


# In the manner of the tools that write such files.
BROWSER = {
    "_priority": "High", "startedDateTime": "2026-11-23T10:00:00.250Z", "time": 12.5, "cache": {},
    "timings": {"send": 0, "wait": 12, "receive": 0.5}, "serverIPAddress": "[::1]",
    "request": {
        "method": "POST", "url": "https://shop.example/hooks?a=1", "httpVersion": "http/2.0",
        "headers": [{"name": ":authority", "value": "shop.example"},
                    {"name": "content-type", "value": "text/plain"}],
        "queryString": [], "cookies": [], "headersSize": -1, "bodySize": 5,
        "postData": {"mimeType": "text/plain", "text": "caf\u00e9"}},
    "response": {"status": 200, "statusText": "", "headers": [], "content": {"size": 0}}}
CHARLES = {
    "startedDateTime": "2026-11-23T11:00:00.482+01:00", "time": 107,
    "request": {"method": "POST", "url": "http://localhost/c", "httpVersion": "HTTP/1.1",
                "headers": [{"name": "Host", "value": "localhost"}],
                "postData": {"mimeType": "image/png", "text": "/wD+", "encoding": "base64"}},
    "response": {"_charlesStatus": "COMPLETE", "status": 204, "headers": []}}
INSOMNIA = {
    "startedDateTime": "2026-11-23T10:00:00Z", "time": 70.4,
    "request": {"method": "GET", "url": "http://localhost/i", "httpVersion": "HTTP/1.1",
                "headers": [], "postData": {"mimeType": "", "text": "", "params": []},
                "settingEncodeUrl": True},
    "response": {"status": 200, "headers": [], "content": {"size": 2, "text": "ok"}}}
MITMPROXY = {
    "startedDateTime": "2026-11-23T10:00:00.056651+00:00", "time": 0.0,
    "request": {"method": "POST", "url": "https://localhost/m", "httpVersion": "HTTP/1.1",
                "headers": [{"name": "content-length", "value": "3"}],
                "postData": {"mimeType": "application/x-www-form-urlencoded", "text": "",
                             "params": [{"name": "a", "value": "b"}]}},
    "response": {"status": 0, "headers": [], "content": {}}}


class HandOver(TestCase):
    def setUp(self):
        super().setUp()
        self.other = self.home.path / "other.hookglass"

    def export(self, form, *arguments, store=None):
        done = self.home.run("export", "--store", store or self.home.store, "--format", form,
                             *arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout

    def bring_in(self, name, contents, status=0):
        path = self.home.path / name
        path.write_bytes(contents)
        done = self.home.run("import", "--store", self.other, path)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stderr.decode()

    def test_ndjson_har_and_stores_lose_nothing(self):
        self.fill()
        before = said_alike(self.home.exported())
        for number, form in enumerate(("ndjson", "har")):
            self.other = self.home.path / f"other{number}.hookglass"
            self.bring_in(f"export.{form}", self.export(form))
            after = said_alike(self.home.exported(self.other))
            self.assertCountEqual([json.dumps(row) for row in after],
                                  [json.dumps(row) for row in before])
        third = self.home.path / "third.hookglass"
        done = self.home.run("import", "--store", third, self.home.store)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(said_alike(self.home.exported(third)), before)

    def test_what_was_sent_again_comes_along(self):
        """Answers of every kind, none at all, and a body that is not the delivery's own."""
        self.fill()
        target = Listener(self.home, "--store", self.home.path / "target.hookglass")
        self.addCleanup(target.stop)
        for signing, url, status in (("as-received", target.url, 0), ("now", target.url, 0),
                                     ("wrong", "http://127.0.0.1:9/", 1)):
            done = self.home.run("resend", "--store", self.home.store, "--signing", signing, "--ca",
                                 self.home.ca, "--secret-file", self.home.secret_file, url)
            self.assertEqual(done.returncode, status, done.stderr.decode())
        before = said_alike(self.home.exported())
        attempts = [row["attempts"] for row in before if "attempts" in row]
        self.assertEqual([len(one) for one in attempts], [3] * 5)
        self.assertEqual({bool(one["response"]) for row in attempts for one in row}, {True, False})
        self.bring_in("export.ndjson", self.export("ndjson"))
        self.assertEqual(said_alike(self.home.exported(self.other)), before)

    def test_nothing_imported_is_believed(self):
        self.fill()
        self.bring_in("export.ndjson", self.export("ndjson"))
        row = self.home.exported(self.other)[0]
        self.assertEqual(row["verdict"]["signature"], "verified")
        self.assertEqual(row["judged"]["signature"], "no-secret")

    def test_unknown_members_are_kept(self):
        self.fill()
        rows = self.home.exported()
        rows[0]["later"] = {"a": [1.50, "\u00e9\n"]}
        rows[0]["request"]["also"] = None
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        self.bring_in("changed.ndjson", lines.encode())
        self.assertEqual(said_alike(self.home.exported(self.other)), said_alike(rows))

    def test_wrong_lines_are_named_and_the_others_come_in(self):
        self.fill()
        lines = self.export("ndjson").splitlines(keepends=True)
        said = self.bring_in("a.ndjson", lines[0] + b"oops\n" + lines[1], status=1)
        self.assertIn("a.ndjson: line 2: It is no JSON", said)
        self.assertEqual(len(self.home.exported(self.other)), 2)

    def test_har_files_of_other_tools(self):
        said = self.bring_in("four.har", har(BROWSER, CHARLES, {"request": {}}, INSOMNIA,
                                             MITMPROXY), status=1)
        self.assertIn("four.har: entry 3: request.", said)
        rows = self.home.exported(self.other)
        self.assertEqual([row["request"]["target"] for row in rows],
                         ["/hooks?a=1", "/c", "/i", "/m"])
        self.assertEqual([row["request"]["body"] for row in rows],
                         ["caf\u00e9", {"base64": "/wD+"}, "", "a=b"])
        self.assertEqual(rows[0]["received_at"], "2026-11-23T10:00:00.250000Z")
        self.assertEqual(rows[2]["response"]["body"], "ok")
        self.assertEqual(rows[3]["response"], None)

    def test_raw_http_comes_back_request_by_request(self):
        self.fill()
        self.bring_in("all.http", self.export("http"))
        bodies = [row["request"]["body"] for row in self.home.deliveries()]
        self.assertEqual([row["request"]["body"] for row in self.home.exported(self.other)], bodies)

    def test_csv_is_a_table_without_formulas(self):
        listener = self.listen()
        listener.post(b'=HYPERLINK("http://x","y")\r\n,')
        listener.post(b"\xff")
        listener.stop()
        rows = list(csv.DictReader(io.StringIO(self.export("csv").decode(), newline="")))
        self.assertEqual(rows[0]["body"], "'=HYPERLINK(\"http://x\",\"y\")\r\n,")
        self.assertEqual(rows[1]["body_base64"], "/w==")

    def test_csv_has_the_columns_that_are_chosen(self):
        self.fill()
        rows = self.export("csv", "--columns", "method,body_size").decode().split("\r\n")
        self.assertEqual(rows[:2], ["method,body_size", "POST,46"])
        for arguments in (("csv", "--columns", "colour"), ("har", "--columns", "id")):
            done = self.home.run("export", "--store", self.home.store, "--format", *arguments)
            self.assertEqual(done.returncode, 2, done.stderr.decode())

    def test_csv_begins_with_a_byte_order_mark_where_it_is_wanted(self):
        self.fill()
        mark = b"\xef\xbb\xbf"
        self.assertEqual(self.export("csv", "--bom"), mark + self.export("csv"))
        done = self.home.run("export", "--store", self.home.store, "--format", "har", "--bom")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--bom is for csv alone.", done.stderr.decode())

    def test_a_store_of_some(self):
        self.fill()
        target = self.home.path / "some.hookglass"
        self.export("hookglass", "--filter", "method:post", "--output", target)
        self.assertEqual(stat.S_IMODE(os.stat(target).st_mode), 0o600)
        whole = [row for row in self.home.deliveries() if row["request"]["method"] == "POST"]
        self.assertEqual(self.home.exported(target), whole)
        done = self.home.run("export", "--store", self.home.store, "--format", "hookglass")
        self.assertEqual(done.returncode, 2, done.stderr.decode())

    def test_counts_of_what_a_filter_finds(self):
        self.fill()
        for text in ("method:post", "size:3", "body:points", "$.topic:ping", "is:repeated"):
            rows = self.export("ndjson", "--filter", text).splitlines()
            done = self.home.run("stats", "--store", self.home.store, "--filter", text, "--json")
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            counts = json.loads(done.stdout)
            self.assertEqual(counts["deliveries"] + counts["rejections"], len(rows), text)
        done = self.home.run("stats", "--store", self.home.store, "--filter", "tpoic:ping")
        self.assertEqual(done.returncode, 2)
        self.assertIn("The filter cannot be read.", done.stderr.decode())

    def test_counts_stand_apart_from_their_names(self):
        topic = "customer/whose-name-is-longer-than-the-column"
        listener = self.listen()
        listener.post(json.dumps({"topic": topic}).encode())
        listener.stop()
        done = self.home.run("stats", "--store", self.home.store)
        counts = dict(line.rsplit("  ", 1) for line in done.stdout.decode().splitlines())
        self.assertEqual(counts[f"topic {topic}"].strip(), "1")

    def test_bodies_alone(self):
        listener = self.listen()
        for body in (b"{}", b"", b"\xff\x00"):
            listener.post(body)
        listener.stop()
        self.assertEqual(self.export("body"), b"{}\xff\x00")
        folder = self.home.path / "bodies"
        folder.mkdir()
        self.export("body", "--output", folder)
        self.assertEqual([path.read_bytes() for path in sorted(folder.iterdir())],
                         [b"{}", b"", b"\xff\x00"])

    def test_a_signal_leaves_no_half_file(self):
        """Whenever it comes: there is nothing, or all of it."""
        body = b"x" * 1_000_000
        listener = self.listen()
        for _ in range(20):
            listener.post(body)
        listener.stop()
        folder = self.home.path / "out"
        folder.mkdir()
        target = folder / "out"
        for form, number in itertools.product(
                ("ndjson", "hookglass"), (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)):
            running = self.home.start("export", "--store", self.home.store, "--format", form,
                                      "--output", target)
            while running.poll() is None and not writes_into(folder, running.pid):
                pass
            running.send_signal(number)
            running.communicate(timeout=PATIENCE)
            left = list(folder.iterdir())
            if running.returncode == 1:  # stopped
                self.assertEqual(left, [])
            else:
                self.assertEqual(running.returncode, 0)
                self.assertEqual(left, [target])
                if form == "ndjson":
                    self.assertTrue(target.read_bytes() == self.export(form))
                else:
                    self.assertEqual(len(self.home.exported(target)), 20)
                for file in folder.iterdir():
                    file.unlink()

    def test_what_is_redacted_is_gone(self):
        listener = self.listen()
        listener.post(b'{"email": "maya@shop.example", "first_name": "Maya", "n": 1.0}')
        listener.stop()
        for form in ("ndjson", "har", "csv", "http", "curl", "curl-powershell"):
            shared = self.export(form, "--redact", "emails,names,signatures,header:Host")
            for hidden in (b"maya@", b'"Maya"', b'""Maya""'):
                self.assertNotIn(hidden, shared, form)
            self.assertIn(b"person1@redacted.invalid", shared, form)

    def test_files_are_whole_and_private(self):
        self.fill()
        target = self.home.path / "out.har"
        target.write_text("old")
        self.export("har", "--output", target)
        self.assertEqual(stat.S_IMODE(os.stat(target).st_mode), 0o600)
        self.assertEqual(len(json.loads(target.read_text())["log"]["entries"]), 5)

    def test_a_store_in_use_is_left_alone(self):
        self.listen()
        path = self.home.path / "a.har"
        path.write_bytes(har(CHARLES))
        done = self.home.run("import", "--store", self.home.store, path)
        self.assertEqual(done.returncode, 3, done.stderr.decode())

    def test_standard_input(self):
        done = self.home.run("import", "--store", self.other, "-", stdin=har(CHARLES))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(len(self.home.exported(self.other)), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)

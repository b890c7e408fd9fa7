# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""A store that can't be written: 503 and a sentence, no crash, and on by itself with space again."""

import os
import resource
import subprocess
import tempfile
import unittest
from pathlib import Path

from hookglass import Home, TestCase, wait_until

BODY = b'{"topic":"ping","filler":"' + b"x" * 20_000 + b'"}'


class FullDisk(TestCase):
    def post_until(self, status, accepted):
        """Posts until the answer has that status; counts what was accepted on the way."""
        answers = []

        def posted():
            answers.append(self.listener.post(BODY))
            accepted[0] += answers[-1] == 200
            return answers[-1] == status

        wait_until(posted, f"an answer {status}, after {answers[-3:]}")
        self.assertLessEqual(set(answers), {200, 503})

    def fill_and_free(self, fill, free):
        accepted = [0]
        self.post_until(200, accepted)
        fill()
        self.post_until(503, accepted)
        for _ in range(3):
            self.assertEqual(self.listener.post(BODY), 503)
        self.assertIsNone(self.listener.process.poll())
        free()
        self.post_until(200, accepted)
        self.assertEqual(self.listener.post(BODY), 200)
        accepted[0] += 1

        self.assertEqual(self.listener.stop(), 0)
        said = "\n".join(self.listener.said)
        self.assertIn("Cannot", said)
        whole = [row for row in self.home.deliveries()
                 if row["request"]["body"].encode() == BODY]
        self.assertGreaterEqual(len(whole), accepted[0])

    def test_limit_on_file_size(self):
        # SIGXFSZ stays ignored, as Python has it, so that writing past the limit is an error.
        self.listener = self.listen(restore_signals=False)
        pid = self.listener.process.pid
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        soft = resource.prlimit(pid, resource.RLIMIT_FSIZE)[0]
        self.fill_and_free(
            lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, (64 * 1024, hard)),
            lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard)))

    def test_small_file_system(self):
        folder = tempfile.mkdtemp(prefix="hookglass-e2e-")
        self.addCleanup(os.rmdir, folder)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("cannot mount a small file system: " + mounted.stderr.decode().strip())
        self.addCleanup(subprocess.run, ["umount", "--lazy", folder], check=True)
        self.home = Home(folder)
        self.addCleanup(self.home.close)
        self.listener = self.listen()
        filler = Path(folder) / "filler"

        def fill():
            with open(filler, "wb", buffering=0) as file:
                try:
                    while file.write(b"\0" * 4096):
                        pass
                except OSError:
                    pass

        self.fill_and_free(fill, filler.unlink)

    def test_store_renamed_and_put_back(self):
        self.listener = self.listen()
        elsewhere = self.home.path / "elsewhere"
        self.fill_and_free(
            lambda: self.home.store.rename(elsewhere), lambda: elsewhere.rename(self.home.store))
        self.assertIn("was moved, replaced or removed", "\n".join(self.listener.said))


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
"""Deliveries a second beside nginx, which stores nothing, in the same run on the same machine.

Prints both rates, their ratio and the ratio aimed at; it measures and never fails for a rate.
It does fail when a delivery was answered but not stored, or not verified.
"""

import argparse
import json
import math
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "e2e"))

from hookglass import PROGRAM, Home, Listener, signed_fields  # noqa: E402

WRK_SCRIPT = """\
wrk.method = "POST"
wrk.body = {body}
{fields}
function done(summary, latency, requests)
    io.write(string.format("RESULT %d %d %d\\n", summary.requests, summary.duration,
        summary.errors.status + summary.errors.connect + summary.errors.read
        + summary.errors.write + summary.errors.timeout))
end
"""

NGINX_CONFIGURATION = """\
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    keepalive_requests 100000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {folder}/certificate.pem;
        ssl_certificate_key {folder}/key.pem;
        ssl_protocols TLSv1.2 TLSv1.3;
        location / {{ return 200; }}
    }}
}}
"""


def webhook_body(size=600):
    body = {"account_id": 1, "data": {"customer": {"id": 7, "note": ""}},
            "topic": "customer/updated"}
    body["data"]["customer"]["note"] = "x" * (size - len(json.dumps(body)))
    return json.dumps(body).encode()


class Nginx:
    def __init__(self, folder):
        folder = folder / "nginx"
        folder.mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", folder / "key.pem",
             "-out", folder / "certificate.pem"], check=True, capture_output=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        configuration = folder / "nginx.conf"
        configuration.write_text(NGINX_CONFIGURATION.format(folder=folder, port=self.port))
        self.url = f"https://127.0.0.1:{self.port}/"
        self.process = subprocess.Popen(
            ["nginx", "-p", folder, "-e", folder / "nginx.log", "-c", configuration])
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("Cannot start nginx. " + (folder / "nginx.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Load:
    """The three ways of sending, each with the tool that does it best."""

    def __init__(self, folder, seconds):
        self.folder = folder
        self.seconds = seconds
        self.body = webhook_body()
        self.fields = signed_fields(self.body)
        (folder / "body.json").write_bytes(self.body)

    def wrk(self, url, connections, **more):
        fields = {**self.fields, **more}
        script = self.folder / "post.lua"
        script.write_text(WRK_SCRIPT.format(
            body=json.dumps(self.body.decode()),
            fields="\n".join(f'wrk.headers["{n}"] = "{v}"' for n, v in fields.items())))
        printed = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{self.seconds}s", "-s", script, url],
            check=True, capture_output=True, text=True).stdout
        requests, duration, errors = map(int, re.search(r"RESULT (\d+) (\d+) (\d+)", printed)
                                         .groups())
        return requests - errors, requests * 1e6 / duration, errors

    def ab(self, url, connections):
        command = ["ab", "-q", "-t", str(self.seconds), "-n", "10000000", "-c", str(connections),
                   "-p", self.folder / "body.json", "-T", "application/json"]
        for name, value in self.fields.items():
            if name != "Content-Type":
                command += ["-H", f"{name}: {value}"]
        printed = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
        found = {name: float(value) for name, value in re.findall(
            r"^(Complete requests|Failed requests|Non-2xx responses|Requests per second): *"
            r"([\d.]+)", printed, re.MULTILINE)}
        errors = int(found["Failed requests"] + found.get("Non-2xx responses", 0))
        return int(found["Complete requests"]) - errors, found["Requests per second"], errors

    def kept_alive(self, url):
        return self.wrk(url, 32)

    def full_handshake(self, url):
        return self.ab(url, 16)

    def resumed(self, url):
        return self.wrk(url, 16, Connection="close")


def stored(home):
    """How many deliveries the store has, and how many of them were verified and fresh."""
    export = subprocess.Popen(
        [PROGRAM, "export", "--store", home.store, "--format", "ndjson"],
        stdout=subprocess.PIPE, env=home.environment)
    rows = good = 0
    for line in export.stdout:
        row = json.loads(line)
        if row["format"] != "hookglass.delivery/1":  # what was cut off when a tool stopped
            continue
        verdict = row["verdict"]
        rows += 1
        good += verdict["signature"] == "verified" and verdict["freshness"] == "fresh"
    if export.wait() != 0:
        raise SystemExit("Cannot export the store.")
    return rows, good


def syncs_a_second(folder, seconds=1):
    """How often this disk can write 40 KB durably: every answer waits for one such write, shared by
    the deliveries that arrived during the one before."""
    file = os.open(folder / "syncs", os.O_RDWR | os.O_CREAT)
    os.write(file, bytes(4_000_000))
    os.fsync(file)
    os.lseek(file, 0, os.SEEK_SET)
    count, start = 0, time.monotonic()
    while time.monotonic() - start < seconds:
        os.pwrite(file, bytes(40_000), count % 90 * 40_000)
        os.fdatasync(file)
        count += 1
    os.close(file)
    return count / (time.monotonic() - start)


def measure(load, nginx, listener, rounds):
    """Both in turn in each round, since a machine is not equally fast all the time; of the rates and
    of the rounds' ratios the medians, of these with their standard error."""
    answered = slack = 0
    modes = [("kept alive, wrk, 32 connections", load.kept_alive, 32, 0.30),
             ("full handshake each, ab, 16", load.full_handshake, 16, 0.50),
             ("resumed handshake each, wrk, 16", load.resumed, 16, 0.25)]
    print(f"{'':34}{'nginx/s':>10}{'hookglass/s':>13}{'ratio':>8}{'±':>8}{'aim':>7}"
          f"{'syncs/s':>12}")
    for name, send, connections, aim in modes:
        theirs, ours, syncs = [], [], []
        for turn in range(rounds):
            syncs.append(syncs_a_second(load.folder))
            for theirs_now in (turn % 2 == 0, turn % 2 != 0):
                if theirs_now:
                    theirs.append(send(nginx.url)[1])
                    continue
                count, rate, errors = send(listener.url)
                ours.append(rate)
                answered += count
                slack += connections + errors
                if errors:
                    print(f"  {errors} answers were missing or no 2xx")
        ratios = [our / their for our, their in zip(ours, theirs)]
        error = 1.25 * statistics.stdev(ratios) / math.sqrt(rounds)  # of a median, about
        print(f"{name:34}{statistics.median(theirs):10.0f}{statistics.median(ours):13.0f}"
              f"{statistics.median(ratios):8.3f}{error:8.3f}{aim:7.2f}"
              f"{statistics.median(syncs):12.0f}", flush=True)
    return answered, slack


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=1, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=24, help="the median of so many, 2 at least")
    parser.add_argument("--folder", type=Path, help="where the store stands: which disk")
    options = parser.parse_args()
    if options.rounds < 2:
        parser.error("one round does not tell how far it is off")
    if options.rounds * (options.seconds * 2 + 1) * 3 > 280:
        parser.error("the signature's five minutes would pass")

    home = Home(options.folder)
    nginx = Nginx(home.path)
    listener = Listener(home)
    try:
        answered, slack = measure(Load(home.path, options.seconds), nginx, listener,
                                  options.rounds)
    finally:
        nginx.stop()
        status = listener.stop()
    rows, good = stored(home)
    home.close()
    print(f"answered {answered}, stored {rows} (up to {slack} were under way when a tool"
          f" stopped), verified and fresh {good}")
    return 0 if status == 0 and answered <= rows <= answered + slack and good == rows else 1


if __name__ == "__main__":
    sys.exit(main())

"""The memory of one gunicorn worker after a thousand requests."""

import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PORT = 18765
REQUESTS = 1000


def worker_megabytes(paths, host):
    """Resident megabytes of the one worker after REQUESTS requests for the paths in turn."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "cms.wsgi",
        "-b",
        f"127.0.0.1:{PORT}",
        "-w",
        "1",
        "--log-level",
        "error",
    ]
    server = subprocess.Popen(command, env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev"})
    try:
        _wait()
        for number in range(REQUESTS):
            _get(paths[number % len(paths)], host)
        return _resident(server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)


def _wait(tries=100):
    for _ in range(tries):
        try:
            return _get("/healthz", "localhost")
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("gunicorn did not start")


def _get(path, host):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    response.read()
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")


def _resident(parent):
    workers = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    lines = Path(f"/proc/{workers[0]}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

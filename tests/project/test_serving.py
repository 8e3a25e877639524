"""`make run` keeps web server, worker and scheduler together: tried with stand-ins that only live or die."""

import os
import shutil
import signal
import socket
import subprocess
import sys

import pytest

from tests.project.tree import ROOT

PARTS = {"runserver", "db_worker", "scheduler"}
# Says its name, then lives until it is stopped; the one that FAILING names dies at once, the one that BUSY names ends
# its work first.
STAND_IN = f"""#!{sys.executable}
import os, signal, sys, time
name = sys.argv[2]
def finish(*_):
    time.sleep(0.5)
    os.write(1, b"work is done\\n")
    sys.exit()
if name == os.environ.get("BUSY"):
    signal.signal(signal.SIGTERM, finish)
if name == "runserver":
    import socket
    door = socket.create_server(("127.0.0.1", int(os.environ["PORT"])))
os.write(1, f"{{name}} {{os.getpid()}}\\n".encode())
if name == os.environ.get("FAILING"):
    sys.exit(3)
signal.pause()
"""


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture
def folder(tmp_path):
    """A project folder whose Python is the stand-in."""
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(STAND_IN)
    python.chmod(0o755)
    return tmp_path


@pytest.fixture
def serve(folder, port):
    """serve(FAILING=...) -> the running script, among stand-ins."""
    started = []

    def start(**environment):
        environment = {**os.environ, "PORT": str(port), **environment}
        command = [shutil.which("bash"), str(ROOT / ".ci/serve.sh")]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        started.append(subprocess.Popen(command, cwd=folder, env=environment, **pipes))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def pids_in(lines):
    return {line.split()[0]: int(line.split()[1]) for line in lines if line.split()[:1] and line.split()[0] in PARTS}


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_it_stops_all_three(serve, number):
    process = serve()
    lines = [process.stdout.readline() for _ in range(4)]
    assert set(pids_in(lines)) == PARTS
    assert [line for line in lines if "/admin/" in line]
    process.send_signal(number)
    process.communicate(timeout=20)
    assert [pid for pid in pids_in(lines).values() if is_alive(pid)] == []
    assert process.returncode == 0


def test_a_task_that_is_under_way_may_end(serve):
    process = serve(BUSY="db_worker")
    lines = [process.stdout.readline() for _ in range(4)]
    assert set(pids_in(lines)) == PARTS
    process.send_signal(signal.SIGINT)
    assert "work is done" in process.communicate(timeout=20)[0]


@pytest.mark.parametrize("part", sorted(PARTS))
def test_when_one_dies_all_end_and_the_status_says_so(serve, part):
    process = serve(FAILING=part)
    output = process.communicate(timeout=20)[0]
    assert process.returncode == 1
    assert "has ended" in output
    assert [pid for pid in pids_in(output.splitlines()).values() if is_alive(pid)] == []


def test_a_taken_port_is_said_plainly(serve, port):
    with socket.create_server(("127.0.0.1", port)):
        process = serve()
        output = process.communicate(timeout=20)[0]
    assert process.returncode == 1
    assert output == f"Port {port} is taken by another program. Try: make run PORT=8080\n"

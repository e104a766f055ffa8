"""Times `assess rollup` and `assess trend` in one run, beside what else does the work: `benches/rollup/run` calls it.

    measure.py PROGRAM [--files N] [--most N] [--revisions N] [--rounds N]

What is compared is run in turn, round by round, so that a busy machine disturbs all alike; medians are printed. Seconds of
the processor are printed too: they bear a busy machine better than the clock does.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate
import history

HERE = Path(__file__).parent
DAY = f"--as-of={generate.DAY}"


class Run:
    """What one run took."""

    def __init__(self, command, folder, stdout=os.devnull):
        said = Path(folder, "said")
        # Memory is asked of a program that is small itself: what the measuring process holds when it forks counts too.
        timed = ["/usr/bin/time", "--quiet", "-f", "%M", "-o", Path(folder, "memory"), *map(str, command)]
        with open(stdout, "wb") as out, open(said, "wb") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(timed, stdout=out, stderr=errors, cwd=folder)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
        self.code = process.returncode = os.waitstatus_to_exitcode(status)
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = int(Path(folder, "memory").read_text().split()[-1]) / 1024
        self.said = said.read_text(errors="replace")

    def check(self, code=0):
        assert self.code == code, f"exit code {self.code}, not {code}: {self.said[:1000]}"
        return self


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def side_by_side(commands, folder, rounds):
    """Runs commands in turn, and gives the runs of each."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(Run(command, folder).check())
    return runs


def table(runs, count, unit):
    """Prints a line a command: the first is what the others are compared with."""
    first = next(iter(runs.values()))
    for name, own in runs.items():
        wall, processor = median(own, "wall"), median(own, "processor")
        print(
            f"{wall:8.2f} s {processor:8.2f} s of the processor {1e6 * wall / count:8.0f} µs a {unit}"
            f" {median(first, 'wall') / wall:7.1f} × by the clock"
            f" {median(first, 'processor') / processor:6.1f} × by the processor {median(own, 'memory'):6.0f} MiB   {name}"
        )


def against_python(assess, shown, folder, files, rounds):
    """The same sub-domains in both, then how long each takes."""
    ours, theirs = Path(folder, "ours"), Path(folder, "theirs")
    rollup = [assess, "rollup", "files", "--threads=2", DAY]
    plain = [sys.executable, HERE / "score.py", shown, "files"]
    Run([*rollup, "--depth=sub-domain", "--format=ndjson"], folder, ours).check()
    Run(plain, folder, theirs).check()
    count = 0
    with open(ours, encoding="utf-8") as one, open(theirs, encoding="utf-8") as other:
        rows = (row for row in map(json.loads, one) if row["kind"] == "sub-domain")
        for own, row in zip(rows, map(json.loads, other), strict=True):
            assert all(own[key] == value for key, value in row.items()), f"another result: {own}, {row}"
            count += 1
    print(f"the same levels and scores of {count} sub-domains in {files} files")
    commands = {
        f"CPython {platform.python_version()}, tomllib, one process": plain,
        "assess rollup --threads 2 --format json": [*rollup, "--format=json"],
        "assess rollup --threads 2 --format ndjson": [*rollup, "--format=ndjson"],
        "assess rollup --threads 2 --format csv": [*rollup, "--format=csv"],
    }
    table(side_by_side(commands, folder, rounds), files, "file")


def streaming(assess, model, folder, sizes, rounds):
    """Time a file and memory, from few files to many."""
    for size in sizes:
        generate.generate(model, Path(folder, "many"), size)
        for form in ["ndjson", "csv", "json"]:
            runs = [Run([assess, "rollup", "many", DAY, f"--format={form}"], folder).check() for _ in range(rounds)]
            processor = 1e6 * median(runs, "processor") / size
            wall, memory = 1e6 * median(runs, "wall") / size, median(runs, "memory")
            print(f"{size:8} files {wall:6.0f} µs a file {processor:6.0f} µs of the processor {memory:6.1f} MiB   {form}")


def broken(assess, model, folder, files):
    """One file of a hundred cannot be read: the others count, and each of these is named."""
    names = generate.generate(model, Path(folder, "some-broken"), files, broken_percent=1)
    out = Path(folder, "rollup.json")
    Run([assess, "rollup", "some-broken", DAY, "--format=json"], folder, out).check(2)
    document = json.loads(out.read_text())
    named = [entry["path"].removeprefix("some-broken/") for entry in document["broken"]]
    assert named == names and len(document["teams"]) == files - len(names), "a file is missing"
    rows = Path(folder, "rollup.ndjson")
    run = Run([assess, "rollup", "some-broken", DAY, "--format=ndjson"], folder, rows).check(2)
    with open(rows, encoding="utf-8") as lines:
        counted = sum(json.loads(line)["kind"] == "model" for line in lines)
    assert counted == files - len(names) and all(name in run.said for name in names), "a file is missing among the rows"
    print(f"{len(document['teams'])} files counted, {len(named)} broken ones named, of {files}")


def over_time(assess, model, folder, revisions, rounds):
    """The history of one file, beside `git log -p`."""
    repository = Path(folder, "repository")
    history.make(model, repository, revisions)
    commands = {
        "git log -p --first-parent -- answers.toml": ["git", "log", "-p", "--first-parent", "--", "answers.toml"],
        "assess trend answers.toml": [assess, "trend", "answers.toml"],
        "assess trend answers.toml --format json": [assess, "trend", "answers.toml", "--format=json"],
        "assess trend answers.toml --format csv": [assess, "trend", "answers.toml", "--format=csv"],
    }
    table(side_by_side(commands, repository, rounds), revisions, "revision")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--most", type=int, default=100_000, help="the largest number of files for rows")
    arguments.add_argument("--revisions", type=int, default=1_000)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    assess = given.program.resolve()
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder, "model.json")
        shown.write_bytes(subprocess.run([assess, "model", "show", "--format=json"], check=True, capture_output=True).stdout)
        model = generate.Model(json.loads(shown.read_text()))
        generate.generate(model, Path(folder, "files"), given.files)
        print(f"load of the machine before it began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        against_python(assess, shown, folder, given.files, given.rounds)
        sizes = [size for size in (1_000, 10_000, 100_000) if size <= given.most]
        streaming(assess, model, folder, sizes, min(given.rounds, 3))
        broken(assess, model, folder, given.files)
        over_time(assess, model, folder, given.revisions, given.rounds)


if __name__ == "__main__":
    main()

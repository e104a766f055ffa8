"""Takes the shell scripts out of examples/ci, to lint them and to run them as their CI would.

`ci_scripts.py lint` hands each script to shellcheck. `ci_scripts.py run ASSESS` installs a package with each of them, and
refuses one with another checksum, then plays each in a small repository, on answers that pass, that fail and that are
broken, and compares the exit codes.
"""

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import yaml

HERE = Path("examples/ci")
POLICY = 'schema = 1\n\n[target]\n"delivery.configuration" = {target}\n'
ANSWERS = """schema = 1

[assessment]
model = "devops"
model-version = "1"
scope = ["delivery"]

[answers.delivery.configuration.version-control]
system = {level}
branching = {level}
artifacts = {level}
single-source = {level}

[answers.delivery.configuration.traceability]
change-process = {level}
change-tracing = {level}
rollback = {level}
"""
# What a repository holds before and after a change, as (target, level), and the exit code that is due.
STORIES = {
    "pass": ((2, 3), (2, 3), 0),
    "are below the target": ((2, 3), (4, 3), 1),
    "got worse": ((2, 4), (2, 3), 1),
    "are no answers file": ((2, 3), (2, '"3'), 2),
}


def scripts():
    """Each script of the examples, by the name of what it is in; those that install apart from those that check."""
    workflow = yaml.safe_load((HERE / "github-workflow.yml").read_text("utf-8"))
    action = yaml.safe_load((HERE / "action/action.yml").read_text("utf-8"))
    job = yaml.safe_load((HERE / "gitlab-ci.yml").read_text("utf-8"))["assess"]
    yield "workflow", [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    yield "action", [step["run"] for step in action["runs"]["steps"]]
    yield "gitlab", job["before_script"] + job["script"]


def lint():
    """Shellcheck, as strict as it is by default."""
    return max(
        subprocess.run(["shellcheck", "-s", "bash", "-"], input=f"# {name}\n" + "\n".join(lines), text=True).returncode
        for name, lines in scripts()
    )


def install(name, script, assess):
    """Runs one installing script on a package made here, then on one that somebody has changed; what is wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "package.tar.gz")
        with tarfile.open(package, "w:gz") as archive:
            archive.add(assess, "assess-0.0.0-any/assess")
        sums = {"whole": hashlib.sha256(package.read_bytes()).hexdigest(), "changed": "0" * 64}
        wrong = []
        for state, sha256 in sums.items():
            runner = Path(folder, state)
            runner.mkdir()
            environment = {
                "PATH": os.environ["PATH"],
                "RUNNER_TEMP": str(runner),
                "ASSESS_ROOT": str(runner / "assess"),
                "ASSESS_PACKAGE": package.as_uri(),
                "ASSESS_SHA256": sha256,
            }
            shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
            done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True)
            is_there = os.access(runner / "assess/assess", os.X_OK)
            if (done.returncode == 0, is_there) != (state == "whole", state == "whole"):
                wrong += [f"a {state} package: exit code {done.returncode}", done.stdout, done.stderr]
        return wrong


def play(name, check, assess, story):
    """Runs one checking script in a repository with that story; what is wrong, or nothing."""
    before, after, due = STORIES[story]
    with tempfile.TemporaryDirectory() as folder:
        origin, repository, runner = (Path(folder, name) for name in ("origin", "repository", "runner"))
        origin.mkdir()
        git(origin, "init", "-q")
        for target, level in (before, before, after):
            (origin / "assess.toml").write_text(POLICY.format(target=target), "utf-8")
            (origin / "answers.toml").write_text(ANSWERS.format(level=level), "utf-8")
            git(origin, "add", ".")
            git(origin, "commit", "-q", "--allow-empty", "-m", story)
        git(origin, "clone", "-q", "--depth", "2", origin.as_uri(), repository)
        # Where the scripts install it: never in the repository, which whoever proposes a change may write.
        installed = runner / "assess"
        installed.mkdir(parents=True)
        (installed / "assess").symlink_to(assess)
        summary = runner / "summary.md"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "LANG": "C.UTF-8",
            "RUNNER_TEMP": str(runner),
            "ASSESS_ROOT": str(runner / "assess"),
            "GITHUB_STEP_SUMMARY": str(summary),
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(repository, "rev-parse", "HEAD^1").strip(),
            "FILE": "answers.toml",
            "CONFIG": "",
            "BASELINE": "git:HEAD^1",
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check]
        done = subprocess.run(shell, cwd=repository, env=environment, capture_output=True, text=True)
        wrong = [] if done.returncode == due else [f"exit code {done.returncode}, not {due}", done.stdout, done.stderr]
        reports = [repository / "assess-junit.xml", repository / "assess-quality.json"] if name == "gitlab" else [summary]
        if due < 2:
            wrong += [f"no {report.name}" for report in reports if not report.is_file()]
        return wrong


def git(folder, *arguments):
    """Git with nobody's configuration."""
    person = ["-c", "user.name=a", "-c", "user.email=a@example.invalid"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *person, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def run(assess):
    """Every installing script, and every checking script in every story."""
    outcome = 0
    for name, lines in scripts():
        wrong = install(name, lines[-2], Path(assess).resolve())
        if wrong:
            outcome = 1
            print(f"{name}, installing:", *wrong, sep="\n")
        for story in STORIES:
            wrong = play(name, lines[-1], Path(assess).resolve(), story)
            if wrong:
                outcome = 1
                print(f"{name}, answers that {story}:", *wrong, sep="\n")
    return outcome


if __name__ == "__main__":
    sys.exit(lint() if sys.argv[1] == "lint" else run(sys.argv[2]))

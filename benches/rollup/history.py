"""Makes a repository in which one answers file has so many revisions, the same for the same seed."""

import random
import subprocess

import generate

# Seconds between two commits, and the day of the first.
STEP, START = 36 * 3600, 1_600_000_000


def revisions(model, count, seed=1):
    """The texts one after the other: most of them raise or correct a few answers, some lower one."""
    lines = generate.answers_file(model, seed, 1, "full").splitlines()
    chance = random.Random(f"{seed}/history")
    first = next(place for place, line in enumerate(lines) if line.startswith("[answers."))
    plain = [place for place in range(first, len(lines)) if lines[place][-4:-1] == " = " and lines[place][-1].isdigit()]
    for number in range(count):
        for place in chance.sample(plain, chance.randint(1, 4)) if number else []:
            name, level = lines[place].rsplit(" ", 1)
            change = 1 if chance.random() < 0.6 else -1
            lines[place] = f"{name} {min(max(int(level) + change, model.levels[0]), model.levels[-1])}"
        yield f"# revision {number + 1}\n" + "\n".join(lines) + "\n"


def make(model, folder, count):
    """Makes the repository, packed as a clone is."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
    importer = subprocess.Popen(["git", "fast-import", "--quiet"], stdin=subprocess.PIPE, cwd=folder)
    for number, text in enumerate(revisions(model, count)):
        when = START + number * STEP
        message, data = f"Answers {number + 1}".encode(), text.encode()
        importer.stdin.write(
            b"commit refs/heads/main\ncommitter Team <team@example.org> %d +0000\n" % when
            + b"data %d\n%s\nM 100644 inline answers.toml\ndata %d\n%s\n" % (len(message), message, len(data), data)
        )
    importer.stdin.close()
    assert importer.wait() == 0, "git fast-import failed"
    subprocess.run(["git", "reset", "--quiet", "--hard", "main"], check=True, cwd=folder)
    subprocess.run(["git", "gc", "--quiet"], check=True, cwd=folder)

"""Makes believable answers files of many teams, the same for the same seed: for benchmarks and tests.

    assess model show --format json | generate.py FOLDER COUNT [--seed N] [--broken PERCENT]
    assess model show --format json | generate.py FILE --one

Most teams answer all that is not optional: 181 dimensions, about 7 kB. Some leave questions open, assess a part of the
model, or an optional area too. Maturity varies by team, by sub-domain and by question; there are clauses met beyond the
level, bare grades, exceptions and N/A (some expired), notes and evidence, in both languages. The files are
`FOLDER/000/team-000001.answers.toml` and so on, the first ones of a larger count the same as those of a smaller one.
Broken ones are named in `FOLDER/broken.list`, relative to it.
"""

import argparse
import datetime
import json
import random
import sys
from pathlib import Path

# The day all files are looked at, `--as-of`: nothing generated is later, and some exceptions ended before it.
DAY = datetime.date(2026, 11, 21)

WORDS = {
    "first": "checkout payments search orders catalog billing identity ledger pricing booking claims routing fleet stock "
    "returns mobile portal risk fraud reports".split(),
    "second": "core web api batch gateway platform tools data edge events".split(),
}
NOTES = [
    "release branches live for weeks",
    "only in the new services, the old monolith follows next year",
    'the auditors call it "good enough", we do not',
    "- hotfixes are still merged by hand",
    "see the retrospective of June; owner: platform",
    "每个发布列车之后复查一次",
    "旧系统仍需人工确认，计划下季度迁移",
    "3 of 5 teams, the others by the end of the year",
]
EVIDENCE = ["docs/branching.md", "https://wiki.example/quality", "ci/pipeline.yml", "https://boards.example/board/17"]
REASONS = ["there is only one team", "we use no third-party code", "the vendor does this for us", "静态网站，没有可依赖的服务"]
UNTIL = ["2026-06-30", "2027-06-30", "2028-01-31"]
BROKEN = ["conflict", "grade", "level", "id", "cut", "bytes", "empty"]


class Dimension:
    """A question: its id, the clauses of each level, and which levels replace what lower ones ask."""

    def __init__(self, id, levels):
        self.id = id
        self.name = id.rsplit(".", 1)[1]
        self.clauses = {it["level"]: [f'{it["level"]}.{n + 1}' for n in range(len(it["clauses"]))] for it in levels}
        self.all = [clause for clauses in self.clauses.values() for clause in clauses]


class Model:
    """The tree of a model as `assess model show --format json` prints it."""

    def __init__(self, shown):
        self.id = shown["id"]
        self.version = ".".join(shown["version"].split(".")[:2])
        self.levels = [level["number"] for level in shown["levels"]]
        self.areas = {area["id"]: self.sub_domains(area) for area in shown["areas"]}
        self.optional = [area["id"] for area in shown["areas"] if area["optional"]]
        self.usual = [area for area in self.areas if area not in self.optional]

    @staticmethod
    def sub_domains(area):
        all_of = [sub_domain for domain in area["domains"] for sub_domain in domain["sub_domains"]]
        return {it["id"]: [Dimension(d["id"], d["levels"]) for d in it["dimensions"]] for it in all_of}


def quoted(text):
    """A basic string of TOML: JSON's escapes are among its own."""
    return json.dumps(text, ensure_ascii=False)


def answer(chance, dimension, level, top):
    """What a team that stands about at `level` writes for a dimension, and keys that go beside it."""
    draw = chance.random()
    above = dimension.clauses.get(level + 1, [])
    if draw < 0.03:
        reason = quoted(chance.choice(REASONS))
        if chance.random() < 0.3:
            reason = f'{{ reason = {reason}, until = {chance.choice(UNTIL)} }}'
        return {"na": reason}
    if draw < 0.09 and len(above) > 1:
        return {"level": f'"{level + 1}-"'}
    if draw < 0.20 and above:
        met = above[: chance.randint(1, len(above))]
        if chance.random() < 0.2 and level + 1 < top:
            met = met + dimension.clauses.get(level + 2, [])[:1]
        return {"level": str(level), "met": "[" + ", ".join(map(quoted, met)) + "]"}
    if draw < 0.225 and len(dimension.all) > 1:
        clause = chance.choice(dimension.all)
        reason = quoted(chance.choice(REASONS))
        if chance.random() < 0.3:
            reason = f'{{ reason = {reason}, until = {chance.choice(UNTIL)} }}'
        return {"level": str(level), "except": f'{{ "{clause}" = {reason} }}'}
    return {"level": str(level)}


def remarks(chance, keys):
    """Adds a note, evidence or both to some answers."""
    draw = chance.random()
    if draw < 0.06:
        keys["note"] = quoted(chance.choice(NOTES))
    if 0.04 < draw < 0.09:
        keys["evidence"] = "[" + ", ".join(map(quoted, chance.sample(EVIDENCE, chance.randint(1, 2)))) + "]"


def line(name, keys):
    """The line of an answer: the value alone where nothing stands beside it."""
    if list(keys) == ["level"]:
        return f'{name} = {keys["level"]}'
    return f"{name} = {{ " + ", ".join(f"{key} = {value}" for key, value in keys.items()) + " }"


def head(chance, model, number, scope):
    """The table of who assessed what, when."""
    team = f'{chance.choice(WORDS["first"])}-{chance.choice(WORDS["second"])}-{number}'
    date = DAY - datetime.timedelta(days=int(chance.triangular(0, 700, 60)))
    lines = ["schema = 1", "", "[assessment]", f'model = "{model.id}"', f'model-version = "{model.version}"']
    lines += [f'team = "{team}"', f'system = "{team.rsplit("-", 1)[0]}"', f"date = {date}"]
    if chance.random() < 0.5:
        lines.append(f'owner = "{chance.choice(WORDS["first"])} lead"')
    if scope != model.usual:
        lines.append("scope = [" + ", ".join(map(quoted, scope)) + "]")
    return lines


def outcomes(chance):
    """What some teams measure of their delivery."""
    return [
        "",
        "[outcomes]",
        f'deployment-frequency = "{chance.randint(1, 30)}/{chance.choice(["day", "week", "month"])}"',
        f'lead-time = "{chance.randint(1, 20)}d"',
        f'change-failure-rate = "{chance.randint(0, 40)}%"',
        f'recovery-time = "{chance.randint(1, 48)}h"',
    ]


def answers_file(model, seed, number, kind="mixed"):
    """The text of one team's answers; `full` has an answer for all that is not optional."""
    chance = random.Random(f"{seed}/{number}")
    scope, open_share = model.usual, 0.0
    if kind == "mixed":
        draw = chance.random()
        if draw < 0.05:
            scope = [chance.choice(model.usual)]
        elif draw < 0.10 and model.optional:
            scope = model.usual + [chance.choice(model.optional)]
        if chance.random() < 0.2:
            open_share = chance.uniform(0.01, 0.7)
    lines = head(chance, model, number, scope)
    floor, top = model.levels[0], model.levels[-1]
    team = chance.gauss(2.9, 0.6)
    for area in scope:
        for sub_domain, dimensions in model.areas[area].items():
            here = team + chance.gauss(0, 0.5)
            if chance.random() < open_share / 2:
                continue
            given = []
            for dimension in dimensions:
                level = min(max(round(chance.gauss(here, 0.6)), floor), top)
                if chance.random() < open_share:
                    continue
                keys = answer(chance, dimension, level, top)
                remarks(chance, keys)
                given.append(line(dimension.name, keys))
            if given:
                lines += ["", f"[answers.{sub_domain}]", *given]
    if chance.random() < 0.4:
        lines += outcomes(chance)
    return "\n".join(lines) + "\n"


def broken(text, number):
    """The same file with one slip that people and programs make."""
    how = BROKEN[number // 100 % len(BROKEN)]
    head, rest = text.split("[answers.", 1)
    match how:
        case "conflict":
            text = f"{head}<<<<<<< HEAD\n[answers.{rest}=======\n>>>>>>> main\n"
        case "grade":
            text += "x = 3-\n"
        case "level":
            text = f"{text}\n[answers.agile.requirements]\ncollection.tools = 9\n"
        case "id":
            text += "\n[answers.delivery.no-such-part]\nbuild = 3\n"
        case "cut":
            text = f"{head}[answers.{rest[: rest.index(' = ') + 3]}"
        case "bytes":
            return text.encode() + b"# caf\xe9\n"
        case "empty":
            text = ""
    return text.encode()


def generate(model, folder, count, seed=1, broken_percent=0):
    """Writes the files, and gives the names of the broken ones."""
    names = []
    for number in range(1, count + 1):
        below = f"{number // 1000:03}/team-{number:06}.answers.toml"
        path = folder / below
        if number % 1000 == 0 or number == 1:
            path.parent.mkdir(parents=True, exist_ok=True)
        text = answers_file(model, seed, number)
        if number * broken_percent // 100 > (number - 1) * broken_percent // 100:
            path.write_bytes(broken(text, number))
            names.append(below)
        else:
            path.write_bytes(text.encode())
    (folder / "broken.list").write_text("".join(f"{name}\n" for name in names))
    return names


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("place", type=Path)
    arguments.add_argument("count", type=int, nargs="?", default=0)
    arguments.add_argument("--one", action="store_true", help="one file, with an answer for all that is not optional")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--broken", type=int, default=0, metavar="PERCENT")
    given = arguments.parse_args()
    model = Model(json.load(sys.stdin))
    if given.one:
        given.place.write_text(answers_file(model, given.seed, 1, "full"), encoding="utf-8")
    else:
        generate(model, given.place, given.count, given.seed, given.broken)

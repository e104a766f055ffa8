"""The same sub-domains by hand: CPython with `tomllib`, one process, whole numbers; what `assess` is timed beside.

    score.py MODEL.json FOLDER      one line of JSON a file and sub-domain, in the order of `assess rollup`

Plain, and no slower than it needs to be: the model is prepared once, levels are small numbers, and a score is counted in
parts that every mean of the model makes whole. It knows what the embedded model uses of models: no weights, no degrees,
no clauses that end; and it trusts the files, where `assess` checks them.
"""

import datetime
import json
import os
import sys
import tomllib
from math import lcm

DAY = datetime.date(2026, 11, 21)


class Dimension:
    def __init__(self, shown):
        self.name = shown["id"].rsplit(".", 1)[1]
        self.levels = {}
        for level in shown["levels"]:
            number = level["level"]
            clauses = [f"{number}.{place + 1}" for place in range(len(level["clauses"]))]
            self.levels[number] = (clauses, bool(clauses) and level["kind"] == "states")
        self.floor, self.top = min(self.levels), max(self.levels)
        self.at_floor = self.level(self.floor, (), ())

    def level(self, claimed, met, excepted):
        """The highest level from the claimed one on for which nothing is needed."""
        reached, lacks, rests = claimed, False, False
        for number in range(claimed + 1, self.top + 1):
            clauses, states = self.levels[number]
            if excepted:
                asked = [clause for clause in clauses if clause not in excepted]
                names_any = any(clause in met for clause in asked)
                rests = not names_any and (rests or len(asked) < len(clauses))
            else:
                asked = clauses
            if states and asked:
                lacks = False
            for clause in asked:
                if clause not in met:
                    lacks = True
                    break
            if not lacks and not rests:
                reached = number
        return reached

    def read(self, answer):
        """What an answer says: N/A, or the level it gives with the clauses met and excepted; None if it says nothing."""
        if isinstance(answer, int):
            return self.level(answer, (), ()), (), ()
        if isinstance(answer, str):
            claimed = int(answer.removesuffix("-")) - answer.endswith("-")
            return self.level(claimed, (), ()), (), ()
        na = answer.get("na")
        if na is not None:
            return None if is_over(na) else "na"
        claimed = answer.get("level")
        if claimed is None:
            return None
        if isinstance(claimed, str):
            claimed = int(claimed.removesuffix("-")) - claimed.endswith("-")
        met, excepted = answer.get("met", ()), answer.get("except", ())
        if excepted:
            over = [clause for clause, reason in excepted.items() if is_over(reason)]
            if over:
                claimed, met, excepted = self.ask_again(claimed, met, excepted, over)
        return self.level(claimed, met, excepted), met, excepted

    def ask_again(self, claimed, met, excepted, over):
        """A claim without the exceptions that are over: those were never met."""
        excepted = [clause for clause in excepted if clause not in over]
        within = [int(clause[0]) for clause in over if int(clause[0]) <= claimed]
        if within:
            below = min(within) - 1
            held = [c for n in range(below + 1, claimed + 1) for c in self.levels[n][0] if c not in excepted]
            met = [clause for clause in [*held, *met] if clause not in over]
            claimed = below
        return claimed, met, excepted


def is_over(reason):
    """Whether what is said with a last day is past it."""
    return isinstance(reason, dict) and reason.get("until", DAY) < DAY


class Model:
    def __init__(self, shown):
        self.areas = []
        for area in shown["areas"]:
            sub_domains = [it for domain in area["domains"] for it in domain["sub_domains"]]
            all_of = [(it["id"], it["id"].split("."), [Dimension(d) for d in it["dimensions"]]) for it in sub_domains]
            self.areas.append((area["id"], area["optional"], all_of))
        dimensions = [it for _, _, all_of in self.areas for _, _, it in all_of]
        self.floor, self.top = dimensions[0][0].floor, dimensions[0][0].top
        clauses = max(len(clauses) for it in dimensions for d in it for clauses, _ in d.levels.values())
        # Every share is whole in these parts, and so is every mean of them.
        self.clause_parts = lcm(*range(1, clauses + 1))
        self.mean_parts = lcm(*range(1, max(map(len, dimensions)) + 1))
        self.whole = self.clause_parts * self.mean_parts

    def score(self, dimensions, given):
        """Level, level at worst, score in hundredths, how many are answered, how many apply."""
        counted, worst, applicable = [], [], len(dimensions)
        for dimension in dimensions:
            answer = given.get(dimension.name)
            read = None if answer is None else dimension.read(answer)
            if read is None:
                worst.append(dimension.at_floor)
            elif read == "na":
                applicable -= 1
            else:
                counted.append((dimension, *read))
                worst.append(read[0])
        if not counted:
            return None, min(worst, default=None), None, 0, applicable
        level = min(it[1] for it in counted)
        score, below = self.floor * self.whole, self.whole
        for number in range(self.floor + 1, self.top + 1):
            below = self.share(number, counted, level, below)
            score += below
        return level, min(worst), (200 * score + self.whole) // (2 * self.whole), len(counted), applicable

    def share(self, number, counted, level, below):
        """The share met of a level, in parts of `whole`."""
        total = count = 0
        has_clauses = False
        for dimension, reached, met, excepted in counted:
            clauses = dimension.levels[number][0]
            if not clauses:
                continue
            has_clauses = True
            if excepted:
                clauses = [clause for clause in clauses if clause not in excepted]
                if not clauses:
                    continue
            count += 1
            if number <= reached:
                total += self.clause_parts
            elif met:
                total += self.clause_parts * sum(clause in met for clause in clauses) // len(clauses)
        if count:
            return total * self.mean_parts // count
        if has_clauses:
            return self.whole if number <= level else 0
        return below


def main(model, folder):
    with open(model, encoding="utf-8") as file:
        model = Model(json.load(file))
    write = sys.stdout.write
    for below, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".answers.toml"):
                continue
            path = f"{below}/{name}"
            with open(path, "rb") as file:
                document = tomllib.load(file)
            scope = document["assessment"].get("scope")
            answers = document.get("answers", {})
            for area, optional, sub_domains in model.areas:
                if optional if scope is None else area not in scope:
                    continue
                of_area = answers.get(area, {})
                for id, (_, domain, last), dimensions in sub_domains:
                    given = of_area.get(domain, {}).get(last, {})
                    best, worst, score, answered, applicable = model.score(dimensions, given)
                    row = {
                        "path": path,
                        "id": id,
                        "level": best if best == worst else None,
                        "best": best,
                        "worst": worst,
                        "score": None if score is None else score / 100,
                        "answered": answered,
                        "not_applicable": len(dimensions) - applicable,
                    }
                    write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

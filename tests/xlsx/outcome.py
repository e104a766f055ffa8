"""Counts what holds, and says what does not."""

import sys

passed, failed = 0, 0


def check(what, holds):
    """Takes in whether something is as it was promised."""
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}")


def end():
    """Ends the program, well if all of it was."""
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))

"""Sets Counterpoint up in .venv beside this file, and runs it: python3 dev.py --help says how.

The oldest Python that anybody has must be able to read this file, or it could not say that it is
too old: nothing here that came after 2.7. The commands are in tools/counterpoint_dev/commands.py.
"""

import sys

if sys.version_info < (3, 11):  # first of all: an older one lacks what is imported below
    sys.exit("Counterpoint needs Python 3.11 or later; this is " + sys.version.split()[0] + ".")

import os

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - as 2.7 has it
# Before all else on the path: a person may have packages of these names of their own.
sys.path[:0] = [os.path.join(HERE, "tools"), os.path.join(HERE, "app")]  # noqa: PTH118

try:
    from counterpoint_dev.commands import guarded
    from counterpoint_dev.setting_up import set_up
except ModuleNotFoundError as lacking:  # as Debian's python3-minimal, which is not all of Python
    sys.exit(
        "This Python is not whole: "
        + str(lacking)
        + ". On Debian: apt-get install python3 python3-venv"
    )

__all__ = ["guarded", "set_up"]  # the latter for who sets up and runs nothing

if __name__ == "__main__":
    sys.exit(guarded(*sys.argv[1:]))

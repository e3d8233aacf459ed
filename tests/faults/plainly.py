"""Runs a program without root's privilege to read and write whatever it likes, as people do.

python plainly.py PROGRAM ARGUMENT…
"""

import ctypes
import os
import sys

_GIVE_UP = 24
"""PR_CAPBSET_DROP"""
_PRIVILEGES = (1, 2)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH"""

if os.getuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    for privilege in _PRIVILEGES:
        if libc.prctl(_GIVE_UP, privilege, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "the privilege cannot be given up")
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])

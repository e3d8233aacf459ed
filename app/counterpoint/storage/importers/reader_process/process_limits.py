"""Limits that a process sets on itself, as far as each system has them."""

import os
import sys
from pathlib import Path

from counterpoint.storage.importers.limits import LIMITS

_AS_MUCH_AGAIN = 2
"""Address space is not memory: the limit on it is only the last resort."""


def limit_this_process() -> None:
    """No file may be written, no core dumped; address space and processor time are bounded. Where
    the system has no such limits (Windows), the app's own clock and `memory_taken` have to do."""
    if os.name != "posix":
        return
    import resource

    wanted = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if sys.platform.startswith("linux"):
        wanted.append((resource.RLIMIT_AS, LIMITS.memory * _AS_MUCH_AGAIN))
    for what, most in wanted:
        _, hard = resource.getrlimit(what)
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (value, hard))
        except (OSError, ValueError):
            continue  # a container may forbid it


def memory_taken() -> int:
    """Bytes that this process holds now, or held at most; 0 where that cannot be told."""
    try:
        return int(_STATM.read_bytes().split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        pass  # no Linux
    if os.name != "posix":
        return _on_windows()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


_STATM = Path("/proc/self/statm")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def _on_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (
        wintypes.HANDLE,
        ctypes.POINTER(Counters),
        wintypes.DWORD,
    )
    if kernel.K32GetProcessMemoryInfo(
        kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb
    ):
        return int(counters.WorkingSetSize)
    return 0

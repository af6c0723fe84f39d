"""What a process that reads a file may cost; the system itself holds it to that."""

import math
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

# Seconds of computing once it is ready, unless its reader has more, and bytes all in all. What
# else the machine has to do is no fault of the file.
MOST_SECONDS = 10.0
MOST_MEMORY = 512 * 2**20


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # JOBOBJECT_BASIC_LIMIT_INFORMATION and what goes with it (winnt.h).
    _PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
    _NO_ERROR_BOX, _KILL_ON_CLOSE = 0x400, 0x2000
    _EXTENDED_LIMITS = 9

    # Windows counts from the start of the process, in parts of a second; a process whose time is
    # up ends with this code (ERROR_NOT_ENOUGH_QUOTA).
    _STARTING, _TICKS = 5.0, 10**7
    TIME_IS_UP = 1816

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Fence:
        """A job of Windows with one process in it, which ends with the job."""

        def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._job = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            limits = _Extended()
            limits.BasicLimitInformation.LimitFlags = (
                _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _NO_ERROR_BOX | _KILL_ON_CLOSE
            )
            limits.BasicLimitInformation.PerProcessUserTimeLimit = round(
                (seconds + _STARTING) * _TICKS
            )
            limits.BasicLimitInformation.ActiveProcessLimit = 1
            limits.ProcessMemoryLimit = MOST_MEMORY
            self._kernel.SetInformationJobObject(
                self._job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]
            self._kernel.AssignProcessToJobObject(self._job, handle)

        def close(self) -> None:
            """End the job, and what is left in it."""
            self._kernel.CloseHandle(self._job)

    # CREATE_NO_WINDOW (winbase.h): no console is ever seen.
    QUIETLY = 0x08000000

    def confine(seconds: float) -> None:
        """Nothing: on Windows whoever starts the process holds it."""

else:
    import resource
    import signal
    import time

    # What a process ends with whose time is up.
    TIME_IS_UP = -signal.SIGXCPU

    class Fence:
        """Nothing: elsewhere the process holds itself before it is given anything."""

        def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
            pass

        def close(self) -> None:
            """End what is left."""

    QUIETLY = 0

    def confine(seconds: float) -> None:
        """Hold this process to its memory and seconds; it writes no file and starts no other."""
        last = math.ceil(time.process_time() + seconds)
        for kind, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hardest = resource.getrlimit(kind)
            bound = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
            resource.setrlimit(kind, (bound, bound))
        _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (last, hardest))

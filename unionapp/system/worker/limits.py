"""What a process that reads a file may cost; the system itself holds it to that."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

# Seconds from when it has the file, and bytes all in all.
MOST_SECONDS = 10.0
MOST_MEMORY = 512 * 2**20

# Seconds of computing that its own start may take besides.
_STARTING = 20


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # JOBOBJECT_BASIC_LIMIT_INFORMATION and what goes with it (winnt.h).
    _ACTIVE_PROCESS, _PROCESS_MEMORY, _NO_ERROR_BOX, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
    _EXTENDED_LIMITS = 9

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

        def __init__(self, process: "subprocess.Popen[bytes]") -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._job = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            limits = _Extended()
            limits.BasicLimitInformation.LimitFlags = (
                _ACTIVE_PROCESS | _PROCESS_MEMORY | _NO_ERROR_BOX | _KILL_ON_CLOSE
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

    def confine() -> None:
        """Nothing: on Windows whoever starts the process holds it."""

else:
    import resource

    class Fence:
        """Nothing: elsewhere the process holds itself before it is given anything."""

        def __init__(self, process: "subprocess.Popen[bytes]") -> None:
            pass

        def close(self) -> None:
            """End what is left."""

    QUIETLY = 0

    def confine() -> None:
        """Hold this process to its memory and time; it writes no file and starts no other."""
        seconds = int(MOST_SECONDS) + _STARTING
        for kind, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hardest = resource.getrlimit(kind)
            bound = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
            resource.setrlimit(kind, (bound, bound))

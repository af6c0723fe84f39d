"""What the running program stands on: background work, one instance, the end, errors, input."""

from ui.runtime.background import Step, StoppedError, finish_work, run_in_steps, run_quietly
from ui.runtime.ending import quit_when_told
from ui.runtime.error_dialog import (
    catching_everything,
    log_error,
    noting_messages,
    show_error,
)
from ui.runtime.garbage import Collector
from ui.runtime.input_method import choose_input_method
from ui.runtime.single_instance import Instance

__all__ = [
    "Collector",
    "Instance",
    "Step",
    "StoppedError",
    "catching_everything",
    "choose_input_method",
    "finish_work",
    "log_error",
    "noting_messages",
    "quit_when_told",
    "run_in_steps",
    "run_quietly",
    "show_error",
]

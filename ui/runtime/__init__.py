"""What the running program stands on: background work, one instance, errors, input methods."""

from ui.runtime.background import Step, StoppedError, finish_work, run_in_steps, run_quietly
from ui.runtime.error_dialog import catch_everything, log_error, show_error, show_message
from ui.runtime.garbage import Collector
from ui.runtime.input_method import choose_input_method
from ui.runtime.single_instance import Instance

__all__ = [
    "Collector",
    "Instance",
    "Step",
    "StoppedError",
    "catch_everything",
    "choose_input_method",
    "finish_work",
    "log_error",
    "run_in_steps",
    "run_quietly",
    "show_error",
    "show_message",
]

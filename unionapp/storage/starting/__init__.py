"""Starting a draft: from nothing, an example, last year's draft or the office's last one."""

from unionapp.storage.starting.begin import begin_example, begin_like_last, begin_next_year

__all__ = [
    "begin_example",
    "begin_like_last",
    "begin_next_year",
]

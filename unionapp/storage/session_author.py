"""Who works on a draft: the name of the account on this PC."""

import getpass


def author() -> str:
    """The account's name; empty where the system tells none.

    Windows has no list of accounts that Python can ask when the environment says nothing, and
    then says so by an `ImportError`; elsewhere an account may be missing in that list.
    """
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""

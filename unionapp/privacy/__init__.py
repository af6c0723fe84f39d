"""Privacy: what of a draft is personal, and how it is masked for the public."""

from unionapp.privacy.detection import CALLED, hold_numbers, seem_personal, suggested_by
from unionapp.privacy.masking import (
    Masked,
    Person,
    Secret,
    mask_people,
    mask_text,
    names_to_be_called,
    names_to_find,
    secrets_of,
    stands_anywhere,
)
from unionapp.privacy.personal_data import Known, known_in, masked, people_in, said_by

__all__ = [
    "CALLED",
    "Known",
    "Masked",
    "Person",
    "Secret",
    "hold_numbers",
    "known_in",
    "mask_people",
    "mask_text",
    "masked",
    "names_to_be_called",
    "names_to_find",
    "people_in",
    "said_by",
    "secrets_of",
    "seem_personal",
    "stands_anywhere",
    "suggested_by",
]

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
from unionapp.privacy.personal_data import (
    PersonalText,
    masked,
    people_in,
    personal_texts_in,
    template_words,
)

__all__ = [
    "CALLED",
    "Masked",
    "Person",
    "PersonalText",
    "Secret",
    "hold_numbers",
    "mask_people",
    "mask_text",
    "masked",
    "names_to_be_called",
    "names_to_find",
    "people_in",
    "personal_texts_in",
    "secrets_of",
    "seem_personal",
    "stands_anywhere",
    "suggested_by",
    "template_words",
]

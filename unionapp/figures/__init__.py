"""The figures of a draft: its answers as read, with everything that follows from them."""

from unionapp.figures import progress
from unionapp.figures.annotations import (
    as_of,
    dated_remark_of,
    note_of,
    own_particulars,
    remark_of,
    source_of,
)
from unionapp.figures.comparison import (
    Comparison,
    comparison_of,
    comparisons,
    main_figures,
    main_units,
)
from unionapp.figures.diff import Difference, differences
from unionapp.figures.entries import Entry, entry_of, measure_of, read_or_refuse
from unionapp.figures.formulas import (
    UnitGroup,
    compared_in,
    counted_in,
    exact_part,
    follows_from_units,
    is_kept_by_estimate,
    is_total,
    sum_of,
    unit_groups,
    units_compatible,
)
from unionapp.figures.headings import numerals_of, tables_among
from unionapp.figures.item_text import ItemText
from unionapp.figures.model import Figures, changed_ids, figures, figures_after
from unionapp.figures.progress import FINISH, PROFILE, REVIEW, Gap, Page, Progress
from unionapp.figures.search import Hit, Index, fold
from unionapp.figures.totals import NO_TOTAL, MissingAddend, missing_addends, totals_of

__all__ = [
    "FINISH",
    "NO_TOTAL",
    "PROFILE",
    "REVIEW",
    "Comparison",
    "Difference",
    "Entry",
    "Figures",
    "Gap",
    "Hit",
    "Index",
    "ItemText",
    "MissingAddend",
    "Page",
    "Progress",
    "UnitGroup",
    "as_of",
    "changed_ids",
    "compared_in",
    "comparison_of",
    "comparisons",
    "counted_in",
    "dated_remark_of",
    "differences",
    "entry_of",
    "exact_part",
    "figures",
    "figures_after",
    "fold",
    "follows_from_units",
    "is_kept_by_estimate",
    "is_total",
    "main_figures",
    "main_units",
    "measure_of",
    "missing_addends",
    "note_of",
    "numerals_of",
    "own_particulars",
    "progress",
    "read_or_refuse",
    "remark_of",
    "source_of",
    "sum_of",
    "tables_among",
    "totals_of",
    "unit_groups",
    "units_compatible",
]

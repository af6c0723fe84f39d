"""A paper that somebody wrote, proofread in a window of its own; nothing of it is kept."""

from ui.panels.proof.window import ProofWindow, papers_in, show_proof

__all__ = ["ProofWindow", "papers_in", "show_proof"]

"""Drafts kept on this machine: store, session, exchange of single drafts, listing."""

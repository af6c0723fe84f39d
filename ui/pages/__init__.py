"""The pages besides the sections: profile, review and output."""

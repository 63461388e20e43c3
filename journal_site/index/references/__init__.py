"""Where references lead, and what follows from them: backlinks, copies, redirects."""

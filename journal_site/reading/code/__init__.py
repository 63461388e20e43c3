"""Code and formulas as HTML: what reading is slow at."""

"""The core types that every wing shares, by the stage that makes them: source, outline, entry, index, page."""

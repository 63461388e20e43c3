"""The interface's languages, a file each: add one beside them, and `language:` in site.yaml finds it by its name."""

"""The search's index, in shards that a browser fetches as it needs them."""

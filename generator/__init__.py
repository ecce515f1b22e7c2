"""The Covenant Supporters registry: YAML records in Git, checked and published as a multilingual site."""

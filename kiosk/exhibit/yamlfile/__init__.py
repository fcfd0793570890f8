"""YAML files: the tree of strings, the keys they may have, and the words for what is wrong."""

"""The commands, each in a module whose `main` takes the words after its name."""

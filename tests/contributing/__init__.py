"""CONTRIBUTING.md as a program: every command in it is run, and says what is printed there."""

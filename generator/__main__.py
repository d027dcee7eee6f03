"""`python -m generator` is `handbook`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="handbook")

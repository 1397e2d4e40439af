"""``python -m poalint`` is ``poalint``."""

from poalint.early import quiet

quiet()  # before anything that takes time is imported

from poalint.cli import main  # noqa: E402

__all__ = ["main"]

if __name__ == "__main__":
    main()

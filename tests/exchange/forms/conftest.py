"""Commands run here as in the tests of the commands."""

from tests.cli.conftest import cls_check, here

__all__ = ["cls_check", "here"]

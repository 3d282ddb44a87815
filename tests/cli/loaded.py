"""Load all of the program once, for those that are forked from this process (see programs.py)."""

import os
import pkgutil
from importlib import import_module

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # as the program itself does
import cls_check

for module in pkgutil.walk_packages(cls_check.__path__, "cls_check."):
    import_module(module.name)

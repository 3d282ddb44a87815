"""Set up cls-check in this folder and try it. Nothing outside this folder is changed.

    python3 start.py             set up, then make the readiness report of an example place
    python3 start.py run ...     run cls-check, for example: python3 start.py run assess
    python3 start.py test ...    set up what the tests need as well, then run them

On Windows, type "py" in place of "python3". It needs Python 3.11 or newer and nothing else. To
start afresh, delete the folder .venv.
"""

# Older Pythons must be able to read this file, to say that they are too old: nothing newer than
# Python 3.6 outside of quotes, and newer modules imported only where they are used.

import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).absolute().parent
VENV = ROOT / ".venv"
DEMO = ROOT / "cls-check-demo"
WINDOWS = os.name == "nt"
COMMANDS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = COMMANDS / ("python.exe" if WINDOWS else "python")
CLS_CHECK = COMMANDS / ("cls-check.exe" if WINDOWS else "cls-check")
STAMP = VENV / "cls-check-is-ready.txt"
LOCKED = "constraints.txt"
UNFINISHED = "unfinished"
PIP_ON_PYPI = "https://pypi.org/pypi/pip/json"
# Settings of the shell that would lead Python or pip out of the private environment.
LEFT_OUT = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
LEFT_OUT |= {"PIP_REQUIRE_VIRTUALENV", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON"}
PUT_IN = {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}


class SetUpError(Exception):
    """Something is in the way: the fact, and the way out."""

    def __init__(self, fact: str, way_out: str) -> None:
        super().__init__("{}\n  {}".format(fact, way_out.replace("\n", "\n  ")))


def main(arguments: "list[str]") -> int:
    """Do what was asked; the exit code is 0, 2 where it could not be done, 130 if interrupted."""
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", dict)(errors="backslashreplace")
    try:
        check_python(sys.version_info[:2])
        return job(arguments)
    except SetUpError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or ROOT}: {error.strerror or error}", file=sys.stderr)
        print("  Copy the folder to a place where you may write, and start there.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Start it again when you like.", file=sys.stderr)
        return 130
    return 2


def check_python(version: "tuple[int, ...]") -> None:
    """Say kindly that this Python is too old, and which other one to use."""
    if version >= OLDEST_PYTHON:
        return
    names = [f"python3.{minor}" for minor in range(20, 10, -1)]
    newer = next((name for name in names if works([on_path(name), "-c", ""])), None)
    raise SetUpError(
        "This is Python {}.{}. cls-check needs Python 3.11 or newer.".format(*version),
        f"Type this: {newer} start.py" if newer else "Get it from https://www.python.org/",
    )


def job(arguments: "list[str]") -> int:
    """Set up, then make the demonstration, run the tests or run cls-check."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("demo", [])
    if name == "demo" and not rest:
        set_up()
        return demonstrate()
    if name == "test":
        set_up("test")
        # All of them on all processors, where one that has nothing left takes some of another's;
        # some of them as they are asked for.
        on_all = ["-n", "auto", "--dist", "worksteal"]
        return hand_over([PYTHON, "-m", "pytest", *(rest or on_all)], folder=ROOT)
    if name == "run":
        set_up()
        return hand_over([CLS_CHECK, *rest])
    print(__doc__.strip())
    return 0 if name in {"-h", "--help", "help"} else 2


def demonstrate() -> int:
    """Make the report of an example place, and say what to type next."""
    screen = WINDOWS or sys.platform == "darwin" or "DISPLAY" in os.environ
    watched = screen and sys.stdout.isatty() and "CI" not in os.environ
    code = hand_over([CLS_CHECK, "demo", DEMO, *([] if watched else ["--no-open"])])
    if code == 0:
        print("\nHere, cls-check is not installed for the whole computer. Its full name is:")
        print(f"  {typed(CLS_CHECK)}")
        print("To answer for the place where you are, type:")
        print(f"  {typed(CLS_CHECK)} assess")
    return code


def typed(command: Path) -> str:
    """A command as it is typed, quoted where its path needs it."""
    if not WINDOWS:
        return shlex.quote(str(command))
    return f'& "{command}"' if " " in str(command) else str(command)


def hand_over(command: "list[object]", folder: "Path | None" = None) -> int:
    """Run a command that answers Ctrl-C itself; its exit code as a shell would give it."""
    usual = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        code = subprocess.call([str(word) for word in command], cwd=folder, env=environment())
    finally:
        signal.signal(signal.SIGINT, usual)
    return code if code >= 0 else 128 - code


def environment() -> "dict[str, str]":
    """The shell's settings without those that lead out of the private environment."""
    kept = {name: text for name, text in os.environ.items() if name not in LEFT_OUT}
    return {**kept, **PUT_IN}


def set_up(*groups: str) -> None:
    """Make the private environment and fill it, unless that was done for the same settings."""
    stamp = STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []
    usable = is_usable() and stamp != [UNFINISHED]
    if usable and stamp[:1] == [fingerprint()] and {*groups} <= {*stamp}:
        return
    print("Setting up in .venv. This can take a minute or two ...", flush=True)
    if not usable:
        make_environment()
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    if not works([PYTHON, "-m", "pip", "--version"]):
        add_pip()
    install(groups)
    STAMP.write_text("\n".join([fingerprint(), *groups, ""]), encoding="utf-8")


def fingerprint() -> str:
    """Changes with the Python, the place of this folder and the packages that are wanted."""
    wanted = [(ROOT / name).read_bytes() for name in ("pyproject.toml", LOCKED)]
    parts = sys.version_info[:2], str(ROOT), wanted
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def is_usable() -> bool:
    """Whether the environment's Python starts and is of the same version as this one."""
    same = "import sys; sys.exit(sys.prefix == sys.base_prefix or sys.version_info[:2] != {})"
    return works([PYTHON, "-Ic", same.format(tuple(sys.version_info[:2]))])


def on_path(name: str) -> str:
    """The full path of a program; "" where there is none.

    Windows would look into the current folder first: what lies there may be anybody's.
    """
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        path = Path(folder) / (name + ".exe" if WINDOWS else name)
        if path.is_absolute() and os.access(str(path), os.X_OK):
            return str(path)
    return ""


def works(command: "list[object]") -> bool:
    """Whether a command can be run and ends well; what it prints is not shown."""
    if not command[0]:
        return False
    words, nowhere = [str(word) for word in command], subprocess.DEVNULL
    try:
        return not subprocess.call(words, env=environment(), stdout=nowhere, stderr=nowhere)
    except OSError:
        return False


def make_environment() -> None:
    """An environment without pip, in place of whatever stands there."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    try:
        import venv

        venv.create(VENV, symlinks=not WINDOWS)
    except (ImportError, ValueError) as error:
        raise SetUpError(
            f"{VENV}: this Python cannot make it: {error}",
            "On Debian or Ubuntu: sudo apt install python3-venv. Elsewhere: https://www.python.org/",
        ) from error


def add_pip() -> None:
    """Put pip into the environment: Python's own copy, or by another pip or uv, or from PyPI."""
    ways: list[list[object]] = [
        [PYTHON, "-Im", "ensurepip", "--default-pip"],
        [sys.executable, "-m", "pip", "--python", PYTHON, "install", "pip"],
        [on_path("uv"), "pip", "install", "--python", PYTHON, "pip"],
    ]
    if any(works(way) for way in ways):
        return
    try:
        wheel = fetched_pip()
        install_pip = [str(wheel / "pip"), "install", "--quiet", "--no-index", str(wheel)]
        subprocess.check_call([str(PYTHON), *install_pip], env=environment())
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise SetUpError(
            f"{VENV}: pip, which installs Python packages, could not be fetched: {error}",
            "Check that this computer is online, and try again.\n"
            "Or, on Debian or Ubuntu, type: sudo apt install python3-venv",
        ) from error


def fetched_pip() -> Path:
    """The newest pip from the Python Package Index, checked against the index's SHA-256."""
    with urllib.request.urlopen(PIP_ON_PYPI, timeout=30) as answer:  # https, as it stands above
        files = json.load(answer)["urls"]
    wheel = next(file for file in files if file["packagetype"] == "bdist_wheel")
    place = urllib.parse.urljoin(PIP_ON_PYPI, wheel["url"])
    if not place.startswith("https://"):
        raise ValueError(f"the index names a place that is not safe: {place}")
    with urllib.request.urlopen(place, timeout=30) as answer:  # noqa: S310 - https, see above
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != wheel["digests"]["sha256"]:
        raise ValueError("what came is not what the index promised")
    path = VENV / Path(wheel["filename"]).name
    path.write_bytes(content)
    return path


def install(groups: "tuple[str, ...]") -> None:
    """Install this folder so that changes in it count at once, and the groups' packages.

    Those who work on the tool all get the same versions; those who use it, the newest.
    """
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [package for group in groups for package in settings["dependency-groups"][group]]
    locked = ["--constraint", LOCKED] if groups else []
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", *locked, "--editable", ".", *wanted]
    if subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode:
        raise SetUpError(
            f"{ROOT}: the packages that cls-check needs could not be installed (see above).",
            "Check that this computer is online, and try again. At work, a proxy may be needed:\n"
            "ask for the values of HTTPS_PROXY and PIP_CERT, or PIP_INDEX_URL.",
        )
    make_path_relative()


def make_path_relative() -> None:
    """Point from the environment to src/ in plain letters.

    Pythons before 3.13 read the full path in the alphabet of the system, and on Windows lose a
    folder that is called after Zoë.
    """
    for file in VENV.glob("[Ll]ib/**/site-packages/*cls_check.pth"):
        file.write_text(os.path.relpath(str(ROOT / "src"), str(file.parent)), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

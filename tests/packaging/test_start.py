"""start.py, without a network: what it decides, what it says, and how it ends."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are other ones on Windows")


@pytest.fixture
def start(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as it would be in a checkout of its own, in a folder with an odd name."""
    root = tmp_path / "Zoë's folder [1]"
    root.mkdir()
    for name in ("start.py", "pyproject.toml", "constraints.txt"):
        shutil.copyfile(checkout / name, root / name)
    spec = importlib.util.spec_from_file_location("start_on_trial", root / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.delenv("PYTHONHOME", raising=False)
    return module


@pytest.fixture
def steps(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What setting up does, written down in place of being done; the environment is real."""
    done: list[Any] = []
    make_environment = start.make_environment

    def make() -> None:
        done.append("make")
        make_environment()

    monkeypatch.setattr(start, "make_environment", make)
    monkeypatch.setattr(start, "add_pip", lambda: done.append("pip"))
    monkeypatch.setattr(start, "install", done.append)
    return done


class TestOlderPythons:
    def test_they_can_read_the_file(self, checkout: Path) -> None:
        source = (checkout / "start.py").read_text(encoding="utf-8")

        ast.parse(source, feature_version=(3, 6))

    @pytest.mark.parametrize("version", [(3, 6), (3, 10)])
    def test_they_are_told_what_to_do(self, start: ModuleType, version: tuple[int, int]) -> None:
        with pytest.raises(start.SetUpError, match=r"needs Python 3\.11 or newer") as told:
            start.check_python(version)

        assert f"This is Python 3.{version[1]}." in str(told.value)

    def test_they_name_a_newer_one_that_works(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(start, "on_path", lambda name: name)
        monkeypatch.setattr(start, "works", lambda command: command[0] == "python3.12")

        with pytest.raises(start.SetUpError, match=r"Type this: python3\.12 start\.py"):
            start.check_python((3, 9))

    @pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
    def test_newer_ones_go_on(self, start: ModuleType, version: tuple[int, int]) -> None:
        start.check_python(version)

    def test_for_real(self, start: ModuleType) -> None:
        names = [f"python3.{minor}" for minor in range(6, 11)]
        found = [name for name in names if start.works([name, "-c", ""])]
        if not found:
            pytest.skip("no older Python is on this computer")

        for name in found:
            done = subprocess.run([name, str(start.__file__)], capture_output=True, check=False)

            assert done.returncode == 2
            assert name.replace("python", "This is Python ").encode() in done.stderr
            assert b"Traceback" not in done.stderr


class TestSettingUp:
    def test_once_is_enough(self, start: ModuleType, steps: list[Any]) -> None:
        start.set_up()
        start.set_up()

        assert steps == ["make", "pip", ()]

    def test_the_tests_need_more_and_the_rest_not_again(
        self, start: ModuleType, steps: list[Any]
    ) -> None:
        start.set_up()
        start.set_up("test")
        start.set_up()

        assert steps == ["make", "pip", (), "pip", ("test",)]

    def test_other_packages_are_installed_into_the_same_environment(
        self, start: ModuleType, steps: list[Any]
    ) -> None:
        start.set_up()
        with (start.ROOT / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        start.set_up()

        assert steps == ["make", "pip", (), "pip", ()]

    def test_so_are_other_locked_versions(self, start: ModuleType, steps: list[Any]) -> None:
        start.set_up("test")
        (start.ROOT / "constraints.txt").write_text("pytest==8.4.2\n", encoding="utf-8")
        start.set_up("test")

        assert steps == ["make", "pip", ("test",), "pip", ("test",)]

    def test_an_interrupted_one_is_made_anew(
        self, start: ModuleType, steps: list[Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(start, "install", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
            assert start.main([]) == 130

        start.set_up()

        assert steps == ["make", "pip", "make", "pip", ()]

    @pytest.mark.parametrize("what", ["a file", "a folder", "a dead link", "another Python's"])
    def test_what_cannot_be_used_is_replaced(
        self, start: ModuleType, what: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _put_in_the_way(start, what, monkeypatch)
        assert not start.is_usable()

        start.make_environment()

        monkeypatch.undo()
        assert start.is_usable()
        assert not (start.VENV / "junk").exists()

    def test_the_packages_are_those_of_the_group(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commands: list[list[str]] = []

        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
            commands.append(command)
            return subprocess.CompletedProcess(command, 0)

        monkeypatch.setattr(start.subprocess, "run", run)

        start.install(())
        start.install(("test",))

        assert commands[0][-2:] == ["--editable", "."]
        assert "constraints.txt" not in commands[0]
        assert any(word.startswith("pytest>=") for word in commands[1])
        assert commands[1][commands[1].index("--constraint") + 1] == "constraints.txt"

    def test_the_path_to_the_code_is_in_plain_letters(self, start: ModuleType) -> None:
        packages = start.VENV / "lib" / "python3.11" / "site-packages"
        packages.mkdir(parents=True)
        pointer = packages / "_editable_impl_cls_check.pth"
        pointer.write_text(str(start.ROOT / "src"), encoding="utf-8")

        start.make_path_relative()

        assert pointer.read_text(encoding="ascii").replace("\\", "/") == "../../../../src"

    def test_the_shell_cannot_lead_out_of_it(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in start.LEFT_OUT:
            monkeypatch.setenv(name, "elsewhere")
        monkeypatch.setenv("PIP_USER", "1")

        environment = start.environment()

        assert "elsewhere" not in environment.values()
        assert environment["PIP_USER"] == "0"


class TestPipFromTheIndex:
    def test_it_is_kept_if_it_is_what_was_promised(
        self, start: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        start.VENV.mkdir()
        _index(start, monkeypatch, url="../../packages/pip-99-py3-none-any.whl")

        assert start.fetched_pip().read_bytes() == b"a wheel"

    @pytest.mark.parametrize(
        ("entry", "fact"),
        [
            ({"digests": {"sha256": "0" * 64}}, "not what the index promised"),
            ({"url": "http://example.org/pip-99-py3-none-any.whl"}, "not safe"),
        ],
    )
    def test_it_is_refused_otherwise(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        entry: dict[str, Any],
        fact: str,
    ) -> None:
        start.VENV.mkdir()
        _index(start, monkeypatch, **entry)
        monkeypatch.setattr(start, "works", lambda _: False)

        with pytest.raises(start.SetUpError, match=fact):
            start.add_pip()

        assert list(start.VENV.iterdir()) == []


class TestEnding:
    @pytest.mark.parametrize(
        ("error", "code", "told"),
        [
            (KeyboardInterrupt(), 130, "Stopped."),
            (PermissionError(13, "Permission denied", "/x/.venv"), 2, "/x/.venv: Permission deni"),
        ],
    )
    def test_it_says_what_is_in_the_way(
        self,
        start: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        error: BaseException,
        code: int,
        told: str,
    ) -> None:
        def in_the_way(*_: str) -> None:
            raise error

        monkeypatch.setattr(start, "set_up", in_the_way)

        assert start.main([]) == code
        assert told in capsys.readouterr().err

    def test_without_a_network_it_says_so(
        self,
        start: ModuleType,
        steps: list[Any],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        del steps[:]
        monkeypatch.undo()
        monkeypatch.setattr(start, "add_pip", lambda: None)
        monkeypatch.setattr(
            start.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess("pip", 1)
        )

        assert start.main(["test"]) == 2
        assert "Check that this computer is online" in capsys.readouterr().err

    @pytest.mark.parametrize("words", [["--help"], ["help"], ["dance"]])
    def test_it_explains_itself(
        self, start: ModuleType, capsys: pytest.CaptureFixture[str], words: list[str]
    ) -> None:
        assert start.main(words) == (2 if words == ["dance"] else 0)
        assert "python3 start.py test" in capsys.readouterr().out

    @pytest.mark.parametrize("code", [0, 1, 5])
    def test_the_exit_code_is_passed_on(self, start: ModuleType, code: int) -> None:
        command = [sys.executable, "-c", f"raise SystemExit({code})"]

        assert start.hand_over(command) == code

    @ON_POSIX
    def test_the_command_answers_ctrl_c_itself(self, start: ModuleType) -> None:
        saves = (
            "import time\ntry:\n    print('ready', flush=True)\n    time.sleep(20)\n"
            "except KeyboardInterrupt:\n    time.sleep(0.5)\n    raise SystemExit(7)"
        )
        hands_over = (
            f"import start, sys; sys.exit(start.hand_over([sys.executable, '-c', {saves!r}]))"
        )
        command = [sys.executable, "-c", hands_over]
        with subprocess.Popen(
            command, cwd=start.ROOT, stdout=subprocess.PIPE, start_new_session=True
        ) as process:
            assert process.stdout
            assert process.stdout.readline().strip() == b"ready"
            time.sleep(0.1)
            os.killpg(process.pid, signal.SIGINT)

        assert process.returncode == 7


def _put_in_the_way(start: ModuleType, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if what == "a file":
        start.VENV.write_text("junk", encoding="utf-8")
    elif what == "a dead link":
        start.VENV.symlink_to(start.ROOT / "nowhere", target_is_directory=True)
    else:
        start.VENV.mkdir()
        (start.VENV / "junk").touch()
    if what == "another Python's":
        start.make_environment()
        (start.VENV / "junk").touch()
        monkeypatch.setattr(start.sys, "version_info", (3, 99, 0))


def _index(start: ModuleType, monkeypatch: pytest.MonkeyPatch, **entry: Any) -> None:
    content = b"a wheel"
    wheel = {
        "packagetype": "bdist_wheel",
        "filename": "pip-99-py3-none-any.whl",
        "url": "https://example.org/pip-99-py3-none-any.whl",
        "digests": {"sha256": hashlib.sha256(content).hexdigest()},
        **entry,
    }
    answers = {start.PIP_ON_PYPI: json.dumps({"urls": [wheel]}).encode()}

    def urlopen(url: str, timeout: float) -> io.BytesIO:
        assert timeout
        return io.BytesIO(answers.get(url, content))

    monkeypatch.setattr(start.urllib.request, "urlopen", urlopen)

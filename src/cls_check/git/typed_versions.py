"""What somebody typed behind `diff`, as pairs of versions: files, revisions, the index, a range.

The words are git's own, and mean what they mean there. A path that is also the name of a revision
is the path.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from cls_check.errors import ClsCheckError
from cls_check.git.history import RAW, SUBMODULE, is_shallow
from cls_check.git.plumbing import GitError, NoGitError, ask, ask_or_none, blobs, damaged, readable
from cls_check.git.work_tree import changed_since
from cls_check.read_from_disk import is_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Read = Callable[[Path], bytes]

STDIN = "-"
FIRST_LINES = 2_000
"""In how many bytes the line stands that says what a file is."""
_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?cls-check:", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")
_OBJECT = re.compile(r"(?P<revision>(?:[^:{]|\{[^}]*\})*):(?P<name>.*)", re.DOTALL)
"""`REV:FILE`, as git takes it apart: a colon within braces is part of a day."""
_STAGE = re.compile(r"(?P<stage>[0-3]):(?P<name>.*)", re.DOTALL)
"""What stands behind the colon of `:2:FILE`: in a merge, the one side, or the other with 3."""
HOW = "Name two files, a revision and a file, or a range: cls-check diff HEAD~1 northfield.yaml"


class Side(NamedTuple):
    """A version of a file: how it is called, and its bytes; None where it is not there."""

    name: str
    data: bytes | None
    commit: str = ""
    """The commit that it is of; "" for a file on disk, the index, or what was piped in."""
    path: str = ""
    """Where it is in the repository, if it is in one."""


class Pair(NamedTuple):
    """Two versions, the older first."""

    old: Side
    new: Side


@dataclass(frozen=True)
class Sides:
    """Every pair that was asked for."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()
    is_range: bool = False


@dataclass(frozen=True)
class Typed:
    """What was typed, taken apart."""

    revisions: tuple[str, ...] = ()
    """Commits by their full ids."""
    sources: tuple[str, ...] = ()
    """Files, `REV:FILE`, `:FILE` and `-`, as they were typed."""
    span: Literal["", "..", "..."] = ""
    notes: tuple[str, ...] = field(default_factory=tuple)


def sides(
    typed: Sequence[str], after_dashes: Sequence[str], home: Path, read: Read, stdin: bytes = b""
) -> Sides:
    """The pairs that were asked for. Where there are two files, git is not asked.

    Args:
        typed: What stood before `--`.
        after_dashes: What stood behind it: files and folders, whatever they look like.
        home: The folder that it was typed in.
        read: Reads a file on disk.
        stdin: What `-` stands for.

    Raises:
        ClsCheckError: it names something that is not there, or makes no pair.
    """
    asked = _Asked(home, read, stdin)
    found = _taken_apart(typed, asked, home, files=not after_dashes)
    if found.revisions:
        _check_are_files(found.sources, home, files=not after_dashes)
    files = (os.path.join(os.curdir, word) if word == STDIN else word for word in after_dashes)  # noqa: PTH118 - Path would drop the dot again
    sources = (*found.sources, *files)
    any_number = len(sources) != 1 or _is_folder(sources, home)
    if len(found.revisions) == 2 and (found.span or any_number):
        pairs = tuple(asked.changed_between(*found.revisions, sources))
        return Sides(pairs, found.notes, is_range=True)
    if len(found.revisions) == 1 and any_number:
        pairs = tuple(asked.changed_since(found.revisions[0], sources))
        return Sides(pairs, found.notes, is_range=True)
    pair, note = _one_pair(found.revisions, sources, asked)
    if pair.old.data is None and pair.new.data is None:
        raise ClsCheckError.of(f"{pair.new.name} is on neither side.", HOW)
    return Sides((pair,), (*found.notes, *filter(None, [note])))


def _check_are_files(sources: Sequence[str], home: Path, *, files: bool) -> None:
    """A revision beside REV:FILE would be looked up as a file called so, and found to be none."""
    for word in sources:
        if word == STDIN or not files or not os.path.lexists(home / word):
            raise ClsCheckError.of(
                f"A revision goes with a file, and {readable(word)} is a version of one.",
                "Name both with a colon: cls-check diff HEAD:FILE :FILE",
            )


def _is_folder(sources: Sequence[str], home: Path) -> bool:
    return any(source != STDIN and is_folder(home / source) for source in sources)


def _one_pair(revisions: Sequence[str], sources: Sequence[str], asked: _Asked) -> tuple[Pair, str]:
    if not revisions and len(sources) == 2:
        return Pair(asked.source(sources[0]), asked.source(sources[1])), ""
    if not revisions and len(sources) == 1 and sources[0] != STDIN:
        told = f"The last commit of {readable(sources[0])} is compared with the file as it is now."
        old = asked.at(asked.commit("HEAD"), sources[0])
        if old.data is None:
            told = f"The last commit has no {readable(sources[0])}."
        return Pair(old, asked.source(sources[0])), told
    if len(revisions) == len(sources) == 1:
        return Pair(asked.at(revisions[0], sources[0]), asked.source(sources[0])), ""
    if len(revisions) == 2 and len(sources) == 1:
        return Pair(asked.at(revisions[0], sources[0]), asked.at(revisions[1], sources[0])), ""
    raise ClsCheckError.of("That does not make two sides to compare.", HOW)


def _taken_apart(typed: Sequence[str], asked: _Asked, home: Path, *, files: bool) -> Typed:
    """Which words are revisions and which are files; before `--` there are no `files`."""
    revisions: list[str] = []
    sources: list[str] = []
    notes: list[str] = []
    span: Literal["", "..", "..."] = ""
    for word in typed:
        if word == STDIN or (files and os.path.lexists(home / word)):
            # Nobody calls a revision so; and two files can be compared without git.
            if word != STDIN and not word.endswith(_ENDINGS) and asked.revision(word):
                notes.append(f"{word} is a file and a revision. Here it is the file.")
            sources.append(word)
        elif _OBJECT.fullmatch(word):
            sources.append(word)
        elif ".." in word and (both := asked.range(word)):
            span = "..." if "..." in word else ".."
            revisions += both
        elif commit := asked.revision(word):
            revisions.append(commit)
        else:
            raise _neither(word, home)
    return Typed(tuple(revisions), tuple(sources), span, tuple(notes))


def _neither(word: str, home: Path) -> ClsCheckError:
    try:
        shallow = is_shallow(home)
        ask(["rev-parse", "--git-dir"], home)
    except (GitError, NoGitError):
        return ClsCheckError.of(f"There is no file {word!r}.", "Check the name.")
    hint = "Check the name. A file that is not here any more goes behind --."
    if shallow:
        hint = "This clone has a part of the history alone. To get the rest: git fetch --unshallow"
    return ClsCheckError.of(f"There is no file and no revision {word!r}.", hint)


class _Asked:
    """Finds versions for one command."""

    def __init__(self, home: Path, read: Read, stdin: bytes) -> None:
        self._home, self._read, self._stdin = home, read, stdin

    def revision(self, word: str) -> str:
        """The full id of the commit that a word names, or ""."""
        found = ask_or_none(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}"],
            self._home,
        )
        commit = (found or b"").decode().strip()
        return commit if commit.isalnum() else ""  # ^v1 is all but v1

    def commit(self, word: str) -> str:
        """The same for a word that has to name one."""
        found = ask(["rev-parse", "--verify", "--end-of-options", f"{word}^{{commit}}"], self._home)
        return found.decode().strip()

    def range(self, word: str) -> list[str]:
        """The two commits of `A..B`, or of `A...B`: where they parted, and B. Nothing for others."""
        old, dots, new = word.partition("..." if "..." in word else "..")
        both = [self.revision(old or "HEAD"), self.revision(new or "HEAD")]
        if not all(both):
            return []
        if dots == "...":
            parted = ask_or_none(["merge-base", *both], self._home)
            if parted is None:
                raise ClsCheckError.of(
                    f"{old or 'HEAD'} and {new or 'HEAD'} have nothing in common here.",
                    "In a clone with a part of the history: git fetch --unshallow",
                )
            both[0] = parted.decode().strip()
        return both

    def source(self, word: str) -> Side:
        """A file as it is now, what was piped in, or what git has under `REV:FILE` or `:FILE`."""
        if word == STDIN:
            return Side(STDIN, self._stdin)
        path = self._home / word
        if os.path.lexists(path):
            return Side(_shown(path, self._home), self._read(path))
        named = _OBJECT.fullmatch(word)
        if not named:
            return Side(_shown(path, self._home), None)
        side = self._object(named["revision"], named["name"], word)
        if side.data is None:
            raise ClsCheckError.of(
                f"{side.name} is not there.",
                "Its name is as it was then, from the top of the repository; with ./ from here.",
            )
        return side

    def at(self, commit: str, word: str) -> Side:
        """A file, named as it is from here, as a commit has it."""
        return self._side(commit, self._in_repository(word))

    def _object(self, revision: str, name: str, word: str) -> Side:
        """As git means it, from the top of the repository; else from this folder."""
        commit, stage = self.revision(revision) if revision else "", "0"
        if revision and not commit:
            raise _neither(word, self._home)
        if not revision and (staged := _STAGE.fullmatch(name)):
            stage, name = staged.groups()
        from_here = name.startswith(("./", "../"))
        side = self._side(commit, self._in_repository(name) if from_here else name, stage)
        if side.data is None and not from_here:
            below = self._side(commit, self._in_repository(name), stage)
            return side if below.data is None else below
        return side

    def _side(self, commit: str, path: str, stage: str = "0") -> Side:
        name = _at(commit, path) if commit else f"{readable(path)} in the index"
        there = f"{commit or f':{stage}'}:{path}"
        data = ask_or_none(["cat-file", "blob", there], self._home)
        if data is None and ask_or_none(["rev-parse", "--verify", "--quiet", there], self._home):
            raise damaged(name)
        return Side(name, data, commit, path)

    def _in_repository(self, word: str) -> str:
        """The path from the top of the repository; the word itself where there is none."""
        top = ask_or_none(["rev-parse", "--show-toplevel"], self._home)
        if not top:
            return Path(word).as_posix()  # a bare repository has no folder to be in
        path = self._home / word
        whole = Path(os.path.realpath(path.parent)) / path.name  # the file may be a link itself
        return Path(os.path.relpath(whole, os.path.realpath(os.fsdecode(top[:-1])))).as_posix()

    def changed_between(self, old: str, new: str, paths: Sequence[str]) -> Iterator[Pair]:
        """The assessments that two commits have in another form."""
        command = ["diff-tree", "-r", *RAW, "--end-of-options", old, new, "--"]
        for path, before, after in self._changed(command, paths):
            yield from _ours(
                Side(_at(old, path), before, old, path), Side(_at(new, path), after, new, path)
            )

    def changed_since(self, commit: str, paths: Sequence[str]) -> Iterator[Pair]:
        """The assessments that are another now than a commit has them."""
        named = self._pathspecs(paths)
        for each in changed_since(commit, named, _ENDINGS, self._home, self._read):
            old = Side(_at(commit, each.path), each.before, commit, each.path)
            if each.trouble and looks_like_ours(each.before):
                raise each.trouble
            yield from _ours(old, Side(readable(each.path), each.now))

    def _pathspecs(self, paths: Sequence[str]) -> list[str]:
        inside = [self._in_repository(path) for path in paths]
        return [f":(top,literal){'' if path == '.' else path}" for path in inside]

    def _changed(
        self, command: list[str], paths: Sequence[str]
    ) -> Iterator[tuple[str, bytes | None, bytes | None]]:
        told = ask([*command, *self._pathspecs(paths)], self._home)
        fields = iter(told.decode("utf-8", "surrogateescape").split("\0"))
        changes = [(next(fields), each.split(" ")) for each in fields if each.startswith(":")]
        ours = [
            (path, *ids) for path, (old, new, *ids, _) in changes
            if path.endswith(_ENDINGS) and SUBMODULE not in (old[1:], new)
        ]  # fmt: skip
        wanted = dict.fromkeys(blob for _, *both in ours for blob in both if blob.strip("0"))
        known = dict(blobs(wanted, self._home)) if wanted else {}
        for path, *both in ours:
            if any(blob in known and known[blob] is None for blob in both):
                raise damaged(f"A version of {readable(path)}")
            before, after = map(known.get, both)
            yield path, before, after


def _ours(old: Side, new: Side) -> Iterator[Pair]:
    """A pair of which one side at least looks like an assessment."""
    if looks_like_ours(old.data) or looks_like_ours(new.data):
        yield Pair(old, new)


def in_folder(folder: str, commit: str, home: Path) -> Iterator[Side]:
    """The assessments in a folder of the repository, as a commit has them; "" is its top."""
    tree = f"{commit}:{folder}" if folder else commit
    listed = ask_or_none(["ls-tree", "-z", "--end-of-options", tree], home) or b""
    found: dict[str, str] = {}
    for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
        about, _, name = entry.partition("\t")
        if name.endswith(_ENDINGS):
            found[f"{folder}/{name}" if folder else name] = about.split(" ")[2]
    for path, (_, data) in zip(found, blobs(found.values(), home), strict=True):
        if looks_like_ours(data):
            yield Side(_at(commit, path), data, commit, path)


def looks_like_ours(data: bytes | None) -> bool:
    """Whether one of the first lines of a file says that it is an assessment."""
    return bool(_OURS.search((data or b"")[:FIRST_LINES]))


def _at(commit: str, path: str) -> str:
    return f"{readable(path)} at {commit[:7]}"


def _shown(path: Path, home: Path) -> str:
    """A path as it stands in what is shared: never one that tells of somebody's computer."""
    try:
        return readable(Path(os.path.realpath(path)).relative_to(os.path.realpath(home)).as_posix())
    except ValueError:
        return readable(path.name)

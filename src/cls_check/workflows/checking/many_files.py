"""Checking many files: each by itself, beside each other, and as git keeps them."""

from __future__ import annotations

from collections import defaultdict, deque
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import ClsCheckError, Place, Problem
from cls_check.files.assessments.at_hand import ASSESSMENTS
from cls_check.git.history import bytes_of, is_shallow, work_tree_of
from cls_check.git.plumbing import NoGitError, NoRepositoryError
from cls_check.messages import one_line
from cls_check.read_from_disk import LARGEST_FILE
from cls_check.workflows.checking.one_file import Checked, check
from cls_check.workflows.checking.private_in_git import (
    PartsOfRecords,
    others_in,
    private_in_git,
)
from cls_check.workflows.checking.versions import (
    Given,
    begun_so,
    beside_each_other,
    beside_versions,
)
from cls_check.workflows.other_versions import in_git, path_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class AllChecked(NamedTuple):
    """What came of checking many files."""

    files: tuple[Checked, ...]
    """Every file that was given, and what else was found."""
    shallow: tuple[str, ...]
    """Where git has the last part of the history alone, so that no more could be looked at."""
    not_asked: tuple[str, ...] = ()
    """What git keeps, and there is no git on this computer to be asked."""


def check_all(
    paths: Sequence[Path], *, git: bool = True, looked_at: Sequence[str] = ()
) -> AllChecked:
    """Check files, or folders of records; never raises for a bad one.

    Args:
        paths: What was given.
        git: Whether to look at what git keeps in the same work trees.
        looked_at: How the ids of commits begin whose broken versions somebody has looked at.
    """
    checked = [check(path) for path in paths]
    given = [
        Given(index, path, one.closed)
        for index, (path, one) in enumerate(zip(paths, checked, strict=True))
        if one.closed
    ]
    found = _Found(checked)
    found.add(beside_each_other(given))
    trees: dict[Path, list[int]] = {}
    with found.trouble_of(Path()):
        trees = _work_trees(paths) if git else {}
    for top, indexes in trees.items():
        here = [each for each in given if each.index in indexes]
        private = {
            path_in(top, paths[index]): index for index in indexes if checked[index].is_private
        }
        with found.trouble_of(top):
            known = in_git(top)
            parts = PartsOfRecords(known)
            versions = parts.seen_in(bytes_of(known.versions, top, LARGEST_FILE))
            commits = begun_so(looked_at, known.versions)
            beside = list(beside_versions(top, versions, here, commits))
            others = others_in(known, _places(top, paths, indexes))
            deque(parts.seen_in(bytes_of(others, top, LARGEST_FILE)), maxlen=0)
            found.add(private_in_git(top, known, private, parts.paths))
            found.add(beside)
            found.shallow += [one_line(str(top))] if is_shallow(top) else []
    files = (*found.checked, *found.beside)
    return AllChecked(files, tuple(found.shallow), tuple(found.not_asked))


@dataclass
class _Found:
    """What was found in each file, and beside them."""

    checked: list[Checked]
    beside: list[Checked] = field(default_factory=list)
    shallow: list[str] = field(default_factory=list)
    not_asked: list[str] = field(default_factory=list)

    def add(self, problems: Iterable[tuple[int | None, Problem]]) -> None:
        """Add problems to the files that have them; those of none of the files stand by themselves."""
        for index, problem in problems:
            if index is None:
                self.beside.append(Checked(str(problem.place), "", (problem,)))
            else:
                one = self.checked[index]
                self.checked[index] = replace(one, problems=(*one.problems, problem))

    @contextmanager
    def trouble_of(self, top: Path) -> Iterator[None]:
        """Go on without git where there is none; that it could not look is a trouble of its own."""
        try:
            yield
        except NoRepositoryError:
            return
        except NoGitError:
            self.not_asked.append(one_line(str(top)))
        except ClsCheckError as error:
            name = one_line(str(top))
            problems = [_not_looked_at(each, name) for each in error.problems]
            self.beside.append(Checked(name, "", tuple(problems)))


def _not_looked_at(problem: Problem, name: str) -> Problem:
    hint = "To look at files without their history: cls-check check --no-git FILE"
    lines = "\n".join(filter(None, [problem.hint, hint]))
    return replace(problem, hint=lines, place=problem.place or Place(name))


def _places(top: Path, paths: Sequence[Path], indexes: Iterable[int]) -> list[str]:
    """The folders of the places whose files were given, as git writes them."""
    folders = (Path(path_in(top, paths[index])).parent for index in indexes)
    places = (each.parent if each.name == ASSESSMENTS else each for each in folders)
    return list(dict.fromkeys(each.as_posix() for each in places))


def _work_trees(paths: Sequence[Path]) -> dict[Path, list[int]]:
    """Which of the files are in which work tree."""
    found: dict[Path, list[int]] = defaultdict(list)
    for index, path in enumerate(paths):
        top = work_tree_of(path.absolute().parent)
        if top:
            found[top].append(index)
    return found

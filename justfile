# Every line works without just, too. `just` alone lists them.

_list:
    @just --list --unsorted

# Set up and make the example report
start:
    python3 start.py

# Run the tests; add what pytest understands
test *args:
    python3 start.py test {{ args }}

# Look at every page in a browser, as readers do
browser *args:
    npm ci --prefix tests/browser --no-audit --no-fund
    python3 start.py test tests/browser {{ args }}

# Tests and linters
quick:
    bash .ci/run quick

# Everything that CI runs
ci:
    bash .ci/run

# Bring the pages up to date that make themselves
docs:
    .venv/bin/cog -r CONTRIBUTING.md docs/commands.md docs/library.md docs/sentences.md

# Lock the newest versions of all packages for the tests and CI
lock:
    uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --group test --group lint --no-annotate --upgrade --output-file constraints.txt --custom-compile-command 'just lock (or the same line of the justfile)'

# Measure
benchmarks:
    .venv/bin/python benchmarks/run.py

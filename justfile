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

# Measure
benchmarks:
    .venv/bin/python benchmarks/run.py

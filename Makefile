# 政策手册 · make serve 预览 · make test 全部测试 · make check 快速检查 · make build 生成网站 · make bench 测速
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEV := .venv/.dev
NODE := node_modules/.package-lock.json
FAST := not browser and not slow and not site and not machine
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup serve build check lint test machine fuzz operations bench lock clean

setup: $(RUNTIME)

serve: $(RUNTIME)
	@$(BIN)/handbook serve

build: $(RUNTIME)
	$(BIN)/handbook build

check: lint
	$(BIN)/pytest -q -n 2 -m "$(FAST)"

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint machine $(NODE)
	find tests -name '*.test.mjs' -exec node --test {} +
	$(BIN)/pytest -n 2 --dist loadgroup

# 比 make test 里的多试几十倍：make fuzz INPUTS=5000
INPUTS = 2000
fuzz: $(DEV)
	HANDBOOK_FUZZ=$(INPUTS) $(BIN)/pytest -q -n 2 tests/fuzz

# 在新装的 Debian 上照 docs/operations.md 逐条运行；要 root、debootstrap、systemd-container
operations: $(DEV)
	HANDBOOK_FRESH_MACHINES=1 $(BIN)/pytest -q tests/publish/test_operations.py

bench: $(DEV)
	$(BIN)/python -m bench

# Exact versions and the hashes of every published file, for all systems; the lock files name no host.
# 升级全部依赖：make lock ARGS=--upgrade
COMPILE = .lock-venv/bin/uv pip compile --quiet --no-config --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --no-annotate $(ARGS)
LOCK = $(COMPILE) --extra build pyproject.toml
lock: .lock-venv/bin/uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) --output-file bench/builders.lock bench/builders.in
	npm install --package-lock-only

clean:
	rm -rf .venv .lock-venv node_modules site .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build *.egg-info

# --- set up once; a second run finds what the first one left ---

.venv/bin/python:
	@python=$$(for p in python3.11 python3 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done); \
	[ -n "$$python" ] || { echo '没有找到 Python 3.11 或更高版本，请先安装：apt-get install python3 python3-venv'; exit 1; }; \
	$$python -m venv .venv >/dev/null 2>&1 && exit; \
	rm -rf .venv; \
	if [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
	  echo '正在安装 Debian 软件包：python3-venv'; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null; \
	fi; \
	$$python -m venv .venv || { rm -rf .venv; echo '不能建立 Python 虚拟环境，请先安装：apt-get install python3-venv'; exit 1; }

$(RUNTIME): requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

machine:
	@bash tests/setup.sh

$(NODE): package-lock.json | machine
	npm ci --no-progress
	@touch $@

.lock-venv/bin/uv: | .venv/bin/python
	$(BIN)/python -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet uv

#!/bin/sh
# axe-core and html-validate for the browser tests, caniemail for the newsletter, Lighthouse for `make bench`, from npm into a
# folder that git ignores; without them those tests skip and say so. Nothing is fetched when they run.
cd "$(dirname "$0")/.." || exit 0
there() { [ -f ".node/node_modules/$1/package.json" ]; }
there axe-core && there html-validate && there caniemail && there lighthouse && exit 0
command -v npm >/dev/null 2>&1 || { echo "npm is not installed: tests of accessibility, HTML and mail clients, and Lighthouse, will be skipped"; exit 0; }
mkdir -p .node
npm install --prefix .node --no-audit --no-fund --silent axe-core@4.11 html-validate@9 caniemail@1.0.5 lighthouse@12 >/dev/null 2>&1 ||
	echo "axe-core, html-validate, caniemail and Lighthouse could not be installed: what needs them will be skipped"
exit 0

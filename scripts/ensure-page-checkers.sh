#!/bin/sh
# axe-core and html-validate for the browser tests, from npm into a folder that git ignores; without them those tests skip and say so.
cd "$(dirname "$0")/.." || exit 0
[ -f .node/node_modules/axe-core/axe.min.js ] && [ -d .node/node_modules/html-validate ] && exit 0
command -v npm >/dev/null 2>&1 || { echo "npm is not installed: accessibility and HTML tests will be skipped"; exit 0; }
mkdir -p .node
npm install --prefix .node --no-audit --no-fund --silent axe-core@4.11 html-validate@9 >/dev/null 2>&1 ||
	echo "axe-core and html-validate could not be installed: accessibility and HTML tests will be skipped"
exit 0

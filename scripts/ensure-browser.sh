#!/bin/sh
# Chromium for the browser tests. Installs Debian's package where that is possible; otherwise the tests skip and say so.
for name in chromium chromium-browser google-chrome; do
	command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing Chromium for the browser tests …"
	{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >/dev/null 2>&1 ||
		echo "Chromium could not be installed: the browser tests will be skipped"
else
	echo "Chromium is not installed: the browser tests will be skipped"
fi
exit 0

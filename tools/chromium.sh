#!/usr/bin/env bash
# Makes sure that the browser tests find a Chromium, under a name that chromedp
# looks for. Installs Debian's where it may; else says what to install, and
# fails: a browser test is never skipped.
set -euo pipefail

for name in headless_shell chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then exit 0; fi

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "tools/chromium.sh: installing Debian's chromium"
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
  exit 0
fi

echo "tools/chromium.sh: the browser tests need Chromium or Chrome on the PATH." >&2
echo "  Debian, Ubuntu:  sudo apt-get install chromium" >&2
echo "  Fedora:          sudo dnf install chromium" >&2
echo "  macOS:           brew install --cask google-chrome" >&2
exit 1

#!/usr/bin/env bash
# Makes sure that the end-to-end tests find Firefox and WebKit beside Chromium.
# Installs Debian's where it may. Elsewhere it says what to install: without an
# engine its tests are skipped, and say so; where CI is set, they fail.
set -euo pipefail

missing=()
command -v firefox-esr >/dev/null || command -v firefox >/dev/null ||
  [ -x /Applications/Firefox.app/Contents/MacOS/firefox ] || missing+=(firefox-esr)
command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
command -v Xvfb >/dev/null || missing+=(xvfb)
if [ ${#missing[@]} = 0 ]; then exit 0; fi

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "tools/browsers.sh: installing Debian's ${missing[*]}"
  apt-get update -q
  if DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; then exit 0; fi
fi

echo "tools/browsers.sh: not every engine is here; missing: ${missing[*]}" >&2
echo "  Debian:   sudo apt-get install ${missing[*]}" >&2
echo "  Ubuntu:   the same, with Firefox from packages.mozilla.org (a snap can't be driven)" >&2
echo "  Fedora:   sudo dnf install firefox webkit2gtk4.1 xorg-x11-server-Xvfb" >&2
echo "  macOS:    brew install --cask firefox; there is no WebKitGTK" >&2
if [ -n "${CI:-}" ]; then exit 1; fi

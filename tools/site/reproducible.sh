#!/usr/bin/env bash
# Builds the site of the last commit twice, in two folders that have never seen a
# build, with caches of their own, and compares every byte.
set -euo pipefail

root="$(git -C "$(dirname "$0")" rev-parse --show-toplevel)"
commit="$(git -C "$root" rev-parse HEAD)"
temp="$(mktemp -d)"
trap 'rm -rf "$temp"' EXIT
for name in one another/place; do
  git clone -q "$root" "$temp/$name"
  git -C "$temp/$name" checkout -q "$commit"
  XDG_CACHE_HOME="$temp/$name.cache" GOCACHE="$temp/$name.go" make -s -C "$temp/$name" site > /dev/null
done
diff -r "$temp/one/dist" "$temp/another/place/dist"
(cd "$temp/one/dist" && sha256sum --quiet -c SHA256SUMS)
echo "The same bytes, twice: SHA256SUMS is $(sha256sum < "$temp/one/dist/SHA256SUMS" | cut -c1-16)…"

#!/usr/bin/env bash
# Puts dist/ into a bucket, as: docs/deploy/s3.sh s3://my-bucket/toolyard
#
# Such a store sends a file as it was put there, and the headers that were put
# beside it. So text and wasm go there compressed, said to be so. gzip, because
# every browser takes it from everywhere; brotli is taken over https alone. The page goes last:
# what it names is there already.
set -euo pipefail
to="${1:?where to: s3://bucket/path}"
from="${2:-dist}"
put="${S3_PUT:-aws s3 cp}" # what copies one file; a test puts its own here

send() { # file, as, options…
  $put "$from/$1" "$to/$2" "${@:3}"
}

declare -A types=([wasm]=application/wasm [js]="text/javascript; charset=utf-8" [css]="text/css; charset=utf-8"
  [svg]=image/svg+xml [webmanifest]=application/manifest+json [html]="text/html; charset=utf-8" [png]=image/png [webp]=image/webp)
files=$(cd "$from" && find . -type f ! -name '*.br' ! -name '*.gz' ! -name _headers ! -name .nojekyll | sed 's|^\./||' | LC_ALL=C sort)
for file in $(grep -vxE 'index\.html|sw\.js' <<<"$files") index.html sw.js; do
  type="${types[${file##*.}]:-text/plain; charset=utf-8}"
  case "$file" in assets/*) cache="public, max-age=31536000, immutable" ;; *) cache="no-cache" ;; esac
  if [ -f "$from/$file.gz" ]; then
    send "$file.gz" "$file" --content-type "$type" --cache-control "$cache" --content-encoding gzip
  else
    send "$file" "$file" --content-type "$type" --cache-control "$cache"
  fi
done

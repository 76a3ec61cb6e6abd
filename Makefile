# The verbs of the project. CI calls the same ones.
#
#   make run      build the site for this machine and serve it, with the rehearsal endpoint;
#                 RELAY=1 RELAY_HOSTS=api.example.com offers the relay, too (docs/relay.md)
#   make test     all tests: Go, Go in a browser, end to end
#   make test-engines
#                 every end-to-end script in Firefox and in WebKit (docs/engines.md);
#                 make test plays the main loop there
#   make soak     1,000 turns with an endpoint that fails at random, in conversations of
#                 ten and in one, and 1,000 rounds of open and close; TURNS=50 for fewer
#   make check    formatting, vet, and the project's conventions
#   make site     write the site to dist/; BASE=/toolyard/ says which path it will live under,
#                 WHOLE=1 takes go-app as it is (docs/size.md)
#   make bench    how fast it opens and answers, beside its peers where there is npm
#                 (docs/bench.md), and the Go benchmarks; PARTS=start,stream for some parts
#   make lighthouse    what Lighthouse says of the site in dist/; needs npm (docs/deploy.md)
#   make reproducible  build the last commit twice from nothing, and compare every byte
#   make early    write anew which functions the page calls while it opens (docs/size.md)
#   make golden   write the golden files anew; read the difference before you keep it
#
# A machine needs Go and nothing else. The browser tests need a Chromium: where
# there is none, tools/chromium.sh installs it (Debian, as root) or says how to.
# So does tools/browsers.sh with Firefox and WebKit, whose tests are else skipped.

BASE ?= /
WHOLE ?=

.PHONY: run test test-go test-browser test-tools test-engines soak check site bench lighthouse reproducible golden early

run:
	cd tools && go run ./site -dev $(if $(WHOLE),-whole) -o ../.build/site && go run ./serve -dir ../.build/site

site:
	cd tools && go run ./site -o ../dist -base $(BASE) $(if $(WHOLE),-whole)

test: test-go test-browser test-tools

test-go:
	go test ./...

test-browser:
	tools/chromium.sh
	cd tools && go build -o ../.build/wasmtest ./wasmtest
	GOOS=js GOARCH=wasm go test -timeout=3m -exec="$(CURDIR)/.build/wasmtest" ./wasm/browser

test-tools:
	tools/chromium.sh
	tools/browsers.sh
	cd tools && go test -p 1 -timeout 20m ./... # one browser at a time: they share two cores

test-engines:
	tools/browsers.sh
	cd tools && go test -timeout=60m -run TestEngines ./e2e -all -v

soak:
	tools/chromium.sh
	cd tools && go test -timeout=6h -run 'TestSoak|TestOpenAndClose' ./e2e -turns $(or $(TURNS),1000) -rounds $(or $(TURNS),1000) -v

check:
	@unformatted=$$(gofmt -l app wasm tools); \
	if [ -n "$$unformatted" ]; then echo "gofmt these:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./...
	cd tools && go vet ./... && go test ./check

bench:
	tools/chromium.sh
	cd tools && go run ./bench $(if $(PARTS),-only $(PARTS))
	go test -run='^$$' -bench=. -benchmem ./app/...

lighthouse: site
	tools/chromium.sh
	cd tools && go run ./lighthouse -dir ../dist

reproducible:
	tools/site/reproducible.sh

golden:
	go test $$(grep -rl --include='*_test.go' 'Bool("update"' app | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

early:
	tools/chromium.sh
	cd tools && go test ./e2e -run 'TestEarly$$' -early -v

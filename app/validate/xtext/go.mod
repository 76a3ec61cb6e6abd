// What github.com/santhosh-tekuri/jsonschema uses of golang.org/x/text, which is
// a printer without a catalogue: the real module adds 110 KiB of brotli to the
// browser's binary, for sentences that package validate words itself.
module golang.org/x/text

go 1.26

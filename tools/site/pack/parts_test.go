package pack

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
)

// TestCutGo cuts what Go's linker really writes. That the parts run is tested where
// they are used, in tools/site and tools/e2e.
func TestCutGo(t *testing.T) {
	wasm := hello(t)
	names, err := Names(wasm)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := Pack(wasm)
	if err != nil {
		t.Fatal(err)
	}
	early := func(name string) bool { return strings.HasPrefix(name, "runtime.") }
	parts, err := Cut(packed, names, early)
	if err != nil {
		t.Fatal(err)
	}
	before, first := moduleIn(t, packed), codeIn(t, parts.First)
	if len(first) != len(before.code)+1 {
		t.Fatalf("the first part has %d functions, of %d", len(first), len(before.code))
	}
	rest := placesIn(t, parts.Rest)
	stubs := 0
	for i := range before.inTable {
		stub := slices.Equal(first[i], (&cut{module: before}).stub(i, 8))
		switch {
		case stub != rest[before.table+i]:
			t.Fatalf("%s: it is a stub in the first part: %v; it is in the rest: %v", names[i], stub, rest[before.table+i])
		case stub && early(names[i]):
			t.Errorf("%s is early, and in the rest", names[i])
		case stub:
			stubs++
		}
	}
	if stubs == 0 || stubs == before.inTable {
		t.Errorf("%d of %d functions are in the rest", stubs, before.inTable)
	}
	if i := slices.Index(names, "main.main"); i < 0 || !rest[before.table+i] {
		t.Error("main.main is not in the rest")
	}
	if data := sectionIn(t, parts.Data, dataSection); !bytes.Equal(data, before.body(dataSection)) {
		t.Error("the data are not what they were")
	}
}

// TestWarmGo: what is called to be compiled refuses its PC_B, and most functions do.
func TestWarmGo(t *testing.T) {
	packed, err := Pack(hello(t))
	if err != nil {
		t.Fatal(err)
	}
	m, refusing := moduleIn(t, packed), 0
	for i, function := range m.code {
		if m.kinds[i] == 0 && refuses(function) {
			refusing++
		}
	}
	if 10*refusing < 8*len(m.code) {
		t.Errorf("%d of %d functions refuse", refusing, len(m.code))
	}
	unpacked := moduleIn(t, hello(t))
	for _, function := range unpacked.code {
		if refuses(function) {
			t.Fatal("a function as Go writes it refuses nothing: it would run")
		}
	}
}

// TestWatchGo: each function marks itself in a table of its own.
func TestWatchGo(t *testing.T) {
	wasm := hello(t)
	watched, err := Watch(wasm)
	if err != nil {
		t.Fatal(err)
	}
	before, after := moduleIn(t, wasm), moduleIn(t, watched)
	for i := range after.inTable {
		if len(after.code[i]) < len(before.code[i])+6 {
			t.Fatalf("function %d marks nothing", i)
		}
	}
	if !bytes.Contains(after.body(exportSection), []byte(WatchTable)) {
		t.Error("the table is not exported")
	}
}

func TestCutRefused(t *testing.T) {
	wasm := hello(t)
	names, err := Names(wasm)
	if err != nil {
		t.Fatal(err)
	}
	all := func(string) bool { return true }
	for name, c := range map[string]struct {
		wasm  []byte
		names []string
	}{
		"no wasm":            {[]byte("<html>"), names},
		"cut short":          {wasm[:len(wasm)/2], names},
		"the names of other": {wasm, names[1:]},
		"nothing in it":      {magic, nil},
	} {
		if _, err := Cut(c.wasm, c.names, all); !errors.Is(err, ErrLayout) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzCut(f *testing.F) {
	f.Add(write([]section{{typeSection, list([][]byte{plain})}, {functionSection, []byte{1, 0}}, {tableSection, []byte{1, 0x70, 0, 1}},
		{memorySection, []byte{1, 0, 1}}, {globalSection, []byte{0}}, {exportSection, []byte{0}},
		{elementSection, []byte{1, 0, i32Const, 0, end, 1, 0}}, {codeSection, codeOf([][]byte{{0, localGet, 0, end}})}, {dataSection, []byte{0}}}))
	f.Fuzz(func(t *testing.T, wasm []byte) {
		m, err := moduleOf(wasm)
		if err != nil {
			return
		}
		Cut(wasm, make([]string, m.inTable), func(string) bool { return false })
		Watch(wasm)
		Names(wasm)
	})
}

func moduleIn(t *testing.T, wasm []byte) module {
	t.Helper()
	m, err := moduleOf(wasm)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func sectionIn(t *testing.T, wasm []byte, id byte) []byte {
	t.Helper()
	sections, err := read(wasm)
	if err != nil {
		t.Fatal(err)
	}
	return (&module{sections: sections}).body(id)
}

func codeIn(t *testing.T, wasm []byte) (code [][]byte) {
	t.Helper()
	r := reader{rest: sectionIn(t, wasm, codeSection)}
	for range r.count() {
		code = append(code, r.take(r.uint()))
	}
	return code
}

// placesIn are the places of the table that a part fills.
func placesIn(t *testing.T, wasm []byte) map[int]bool {
	t.Helper()
	places, next := map[int]bool{}, uint64(0)
	r := reader{rest: sectionIn(t, wasm, elementSection)}
	for range r.count() {
		r.take(2)
		at := int(r.int())
		r.take(1)
		for i := range r.count() {
			if index := r.uint(); index != next {
				t.Fatalf("function %d comes where %d should", index, next)
			}
			places[at+i] = true
			next++
		}
	}
	if r.short || len(r.rest) > 0 {
		t.Fatal("the elements do not read")
	}
	return places
}

package pack

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPackGo packs what Go's linker really writes. That a packed program runs is
// tested where it is used, in tools/site and tools/e2e.
func TestPackGo(t *testing.T) {
	wasm := hello(t)
	packed, err := Pack(wasm)
	if err != nil {
		t.Fatal(err)
	}
	before, after := imageIn(t, wasm), imageIn(t, packed)
	if before.base != after.base || len(before.bytes) != len(after.bytes) {
		t.Errorf("the image lies at %d, %d bytes; it was at %d, %d bytes", after.base, len(after.bytes), before.base, len(before.bytes))
	}
	for text, stays := range map[string]bool{"main.greet": true, "hello/main.go": false, "runtime/proc.go": false, "runtime.main": true, "strings.Repeat": false, "time.(*Duration).String": true} {
		if !bytes.Contains(before.bytes, []byte(text)) {
			t.Fatalf("the linker writes no %q", text)
		}
		if got := bytes.Contains(after.bytes, []byte(text)); got != stays {
			t.Errorf("%q is still there: %v", text, got)
		}
	}
	if _, err := Pack(packed); !errors.Is(err, ErrLayout) {
		t.Errorf("what is packed is packed again: %v", err)
	}
}

// TestOnlyLinesGo holds what changes in the image to the function table.
func TestOnlyLinesGo(t *testing.T) {
	before := imageIn(t, hello(t))
	after := image{before.base, bytes.Clone(before.bytes)}
	if err := after.dropLines(); err != nil {
		t.Fatal(err)
	}
	table, err := before.table()
	if err != nil {
		t.Fatal(err)
	}
	module, err := before.moduledata(table)
	if err != nil {
		t.Fatal(err)
	}
	from, data := table.from, module.data
	if !bytes.Equal(before.bytes[:from+table.names], after.bytes[:from+table.names]) {
		t.Error("something changed before the names")
	}
	for i := range table.functions {
		old, _ := table.function(i)
		at := from + table.records + int(word(table.bytes, table.records+8*i+4))
		now := after.bytes[at:]
		if !bytes.Equal(old[:funcFile], now[:funcFile]) || word(old, funcTables) != word(now, funcTables) || !bytes.Equal(old[funcID:funcFixed], now[funcID:funcFixed]) {
			t.Fatalf("function %d changed in more than file and line", i)
		}
		if word(now, funcFile) != 0 || word(now, funcLine) != 0 {
			t.Fatalf("function %d still has lines", i)
		}
		if steps := from + table.steps + int(word(old, funcStackPointer)); before.bytes[steps] != after.bytes[steps] {
			t.Fatalf("a table that function %d needs is gone", i)
		}
		tables := int(word(old, funcTables))
		for k := range tables + int(old[funcData]) {
			offset, gone := funcFixed+4*k, unreadSteps[k]
			want, list := word(old, offset), from+table.steps
			if k >= tables {
				gone, list = unreadData[k-tables], data
			}
			switch got := word(now, offset); {
			case gone && k < tables:
				want = 0
			case gone:
				want = noData
			case want != noData && before.bytes[list+int(want)] != after.bytes[list+int(want)]:
				t.Fatalf("table %d that function %d needs is gone", k, i)
			case got != want:
				t.Fatalf("table %d of function %d is at %d, want %d", k, i, got, want)
			}
		}
	}
}

// TestDifferencesGo adds up what differences wrote, and has the image as it was.
func TestDifferencesGo(t *testing.T) {
	m := imageIn(t, hello(t))
	before := bytes.Clone(m.bytes)
	if _, err := m.differences(); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(m.bytes, before) {
		t.Fatal("nothing changed")
	}
	table, err := m.table()
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.moduledata(table)
	if err != nil {
		t.Fatal(err)
	}
	functions := table.from + table.records
	for _, s := range []sums{{functions, functions + 8*table.functions, 8}, {d.search, d.search + d.buckets*bucketSize, bucketSize}} {
		for at := s.from + s.row; at < s.to; at += 4 {
			putWord(m.bytes, at, word(m.bytes, at)+word(m.bytes, at-s.row))
		}
	}
	name := uint32(0)
	for i := range table.functions {
		f, _ := table.function(i)
		name += word(f, funcName)
		putWord(f, 0, word(table.bytes, table.records+8*i))
		putWord(f, funcName, name)
	}
	if !bytes.Equal(m.bytes, before) {
		t.Error("the sums are not what was there")
	}
}

func TestSegments(t *testing.T) {
	body := []byte{3, 0, i32Const, 8, end, 2, 'a', 'b', 0, i32Const, 16, end, 1, 'd', 0, i32Const, 10, end, 1, 'c'}
	m, err := imageOf(body)
	if err != nil {
		t.Fatal(err)
	}
	if want := "abc\x00\x00\x00\x00\x00d"; m.base != 8 || string(m.bytes) != want {
		t.Errorf("the image at %d is %q, want %q at 8", m.base, m.bytes, want)
	}
	again, err := imageOf(m.section())
	if err != nil || again.base != m.base || !bytes.Equal(again.bytes, m.bytes) {
		t.Errorf("one segment reads as %v, %v", again, err)
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []int64{0, 1, 63, 64, 127, 128, 8191, 8192, 1 << 20, 1<<31 - 1} {
		r := reader{rest: appendInt(nil, n)}
		if got := r.int(); got != n || r.short || len(r.rest) > 0 {
			t.Errorf("%d reads as %d", n, got)
		}
	}
	if r := (reader{rest: []byte{0x7f}}); r.int() != -1 {
		t.Error("-1 does not read as -1")
	}
}

func TestRefused(t *testing.T) {
	data := func(body ...byte) []byte { return write([]section{{dataSection, body}}) }
	for name, wasm := range map[string][]byte{
		"empty":                 nil,
		"not wasm":              []byte("<!doctype html>"),
		"cut short":             append(bytes.Clone(magic), 1, 200),
		"no data":               write([]section{{1, []byte{0}}}),
		"no function table":     data(1, 0, i32Const, 0, end, 3, 'a', 'b', 'c'),
		"a passive segment":     data(1, 1, 3, 'a', 'b', 'c'),
		"an address elsewhere":  data(1, 0, 0x23, 0, end, 0),
		"segments that overlap": data(2, 0, i32Const, 0, end, 2, 'a', 'b', 0, i32Const, 1, end, 1, 'c'),
		"segments far apart":    data(2, 0, i32Const, 0, end, 1, 'a', 0, i32Const, 0xff, 0xff, 0xff, 0xff, 0x07, end, 1, 'c'),
		"something behind":      data(0, 1),
		"a table of nothing":    data(append([]byte{1, 0, i32Const, 0, end, 80}, append(bytes.Clone(headerStart), make([]byte, 72)...)...)...),
	} {
		if _, err := Pack(wasm); !errors.Is(err, ErrLayout) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzPack(f *testing.F) {
	small := append(bytes.Clone(headerStart), make([]byte, 200)...)
	for i, n := range []uint64{1, 1, 0, 72, 80, 84, 88, 96} {
		binary.LittleEndian.PutUint64(small[8+8*i:], n)
	}
	f.Add(write([]section{{dataSection, image{8, small}.section()}}))
	f.Fuzz(func(t *testing.T, wasm []byte) {
		if packed, err := Pack(wasm); err == nil {
			if _, err := read(packed); err != nil {
				t.Error(err)
			}
		}
	})
}

// hello is the binary of testdata/hello.
func hello(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "hello.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", file, ".")
	cmd.Dir = "testdata/hello"
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return wasm
}

func imageIn(t *testing.T, wasm []byte) image {
	t.Helper()
	sections, err := read(wasm)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id == dataSection {
			m, err := imageOf(s.body)
			if err != nil {
				t.Fatal(err)
			}
			return m
		}
	}
	t.Fatal("no data")
	return image{}
}

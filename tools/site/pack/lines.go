package pack

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// What each function has a table or data for (internal/abi/symtab.go) that nothing
// in a browser reads but stack traces: where it may be stopped from outside, which
// only threads do; what was inlined into it; and its arguments, to print them.
var (
	unreadSteps = map[int]bool{0: true, 2: true} // PCDATA_UnsafePoint, PCDATA_InlTreeIndex
	unreadData  = map[int]bool{3: true, 5: true} // FUNCDATA_InlTree, FUNCDATA_ArgInfo
)

const noData = ^uint32(0)

// offsets is a set of where something is in pctab or gofunc.
type offsets map[uint32]bool

// dropLines takes what only a stack trace needs out of the image: it is zeros
// then, and functions have no file and no line (offset 0), which the runtime
// prints as "?:0".
func (m image) dropLines() error {
	t, err := m.table()
	if err != nil {
		return err
	}
	steps, unread := offsets{0: true}, offsets{}
	data, unreadData := offsets{}, offsets{}
	named := offsets{}
	for i := range t.functions {
		f, err := t.function(i)
		if err != nil {
			return err
		}
		if f[funcID] == wrapperID {
			named[word(f, funcName)] = true
		}
		dropSteps(f, steps, unread)
		dropData(f, data, unreadData)
	}
	for at := range unread {
		if steps[at] {
			continue
		}
		if err := t.clearSteps(int(at)); err != nil {
			return err
		}
	}
	clear(t.bytes[t.units:t.steps])
	t.clearNames(named)
	return m.clearData(t, data, unreadData)
}

// dropSteps has a function name only the tables that are read, and notes which it
// has and which it had.
func dropSteps(f []byte, read, unread offsets) {
	read[word(f, funcStackPointer)] = true
	unread[word(f, funcFile)], unread[word(f, funcLine)] = true, true
	clear(f[funcFile:funcTables])
	clear(f[funcUnit:funcID])
	for k := range int(word(f, funcTables)) {
		at := funcFixed + 4*k
		if unreadSteps[k] {
			unread[word(f, at)] = true
			putWord(f, at, 0)
		} else {
			read[word(f, at)] = true
		}
	}
}

// dropData does the same for funcdata.
func dropData(f []byte, read, unread offsets) {
	from := funcFixed + 4*int(word(f, funcTables))
	for k := range int(f[funcData]) {
		at := from + 4*k
		if unreadData[k] {
			unread[word(f, at)] = true
			putWord(f, at, noData)
		} else {
			read[word(f, at)] = true
		}
	}
}

// clearData clears the funcdata that nothing reads, each up to the next.
func (m image) clearData(t table, read, unread offsets) error {
	d, err := m.moduledata(t)
	if err != nil {
		return err
	}
	delete(read, noData)
	delete(unread, noData)
	all := maps.Clone(read)
	maps.Copy(all, unread)
	sorted := slices.Sorted(maps.Keys(all))
	for i, at := range sorted[:max(0, len(sorted)-1)] { // where the last one ends is not known
		next := sorted[i+1]
		if d.data+int(next) > d.search {
			return fmt.Errorf("funcdata lies outside: %w", ErrLayout)
		}
		if !read[at] {
			clear(m.bytes[d.data+int(at) : d.data+int(next)])
		}
	}
	return nil
}

// keptNames begin the names that stay: the runtime compares those of itself and of
// reflect, and a stack trace tells a developer of this program what called what.
var keptNames = [][]byte{[]byte("runtime."), []byte("reflect."), []byte("internal/"), []byte("toolyard/"), []byte("main.")}

// clearNames clears the names of all other functions, each up to its zero byte. A
// method that the compiler made keeps its own: the runtime says it, and breaks off
// without, when the method is called with a nil pointer.
func (t table) clearNames(kept offsets) {
	all := t.bytes[t.names:t.units]
	for names := all; len(names) > 0; {
		end := bytes.IndexByte(names, 0)
		if end < 0 {
			end = len(names) - 1
		}
		name := names[:end]
		method := kept[uint32(len(all)-len(names))] && bytes.Contains(name, []byte(".(*"))
		if !method && !slices.ContainsFunc(keptNames, func(kept []byte) bool { return bytes.HasPrefix(name, kept) }) {
			clear(name)
		}
		names = names[end+1:]
	}
}

// clearSteps clears one table of pctab: pairs of variable-length numbers up to a
// first one of zero, which only the first pair may have.
func (t table) clearSteps(at int) error {
	from := t.steps + at
	if from >= t.records {
		return fmt.Errorf("a line table lies outside: %w", ErrLayout)
	}
	r := reader{rest: t.bytes[from:t.records]}
	for first := true; ; first = false {
		if value := r.uint(); value == 0 && !first {
			break
		}
		r.uint()
		if r.short {
			return fmt.Errorf("a line table does not end: %w", ErrLayout)
		}
	}
	clear(t.bytes[from : t.records-len(r.rest)])
	return nil
}

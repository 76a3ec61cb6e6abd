package play

import (
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"toolyard/app/schema"
	"toolyard/app/tool"
)

// large is a playground with one tool of so many properties, judged.
func large(properties int) Model {
	var names, members []string
	for i := range properties {
		name := fmt.Sprintf("property_%04d", i)
		if i%2 == 0 {
			names = append(names, fmt.Sprintf("%q", name))
		}
		members = append(members, fmt.Sprintf("    %q: {\n      \"type\": \"string\",\n      \"description\": \"What value %d is for, in a sentence of usual length.\"\n    }", name, i))
	}
	text := "{\n  \"type\": \"object\",\n  \"required\": [" + strings.Join(names, ", ") + "],\n  \"properties\": {\n" + strings.Join(members, ",\n") + "\n  }\n}"
	m := New("en")
	m.Tools = append(m.Tools[:len(m.Tools):len(m.Tools)], tool.New(100, "large", "", text))
	m.View.Tool, m.Ready = 100, true
	m, _ = Update(m, Paused{})
	return m
}

// strokes are what a person does to the large tool, a different one each time.
var strokes = []struct {
	name string
	msg  func(i int) Msg
}{
	{"name", func(i int) Msg { return ParameterRenamed{100, "3", fmt.Sprint("name_", i)} }},
	{"description", func(i int) Msg { return ParameterDescribed{100, "3", fmt.Sprint("Value ", i)} }},
	{"required", func(i int) Msg { return ParameterRequired{100, "3", i%2 == 0} }},
	{"type", func(i int) Msg { return ParameterRetyped{100, "3", []string{"integer", "array"}[i%2]} }},
	{"move", func(i int) Msg { return ParameterMoved{ID: 100, At: schema.Place(fmt.Sprint(3 + i%2)), By: 1 - i%2*2} }},
	{"remove", func(int) Msg { return ParameterRemoved{100, "3"} }},
}

// BenchmarkUpdate is what the Model's part of a keystroke costs with 2,000
// properties, and of its undo.
func BenchmarkUpdate(b *testing.B) {
	for _, c := range strokes {
		b.Run(c.name, func(b *testing.B) {
			m := large(2000)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%1000 == 999 {
					m = large(2000)
				}
				m, _ = Update(m, c.msg(i))
			}
		})
	}
	b.Run("undo", func(b *testing.B) {
		m := large(2000)
		for i := range 400 {
			m, _ = Update(m, ParameterRequired{100, schema.Place(fmt.Sprint(i)), i%2 == 1})
		}
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if i/400%2 == 0 {
				m, _ = Update(m, Undone{})
			} else {
				m, _ = Update(m, Redone{})
			}
		}
	})
	b.Run("elsewhere", func(b *testing.B) {
		m := large(2000)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			m, _ = Update(m, SystemTyped{fmt.Sprint("Be brief ", i)})
		}
	})
}

func BenchmarkPaused(b *testing.B) {
	m := large(2000)
	for i := 0; b.Loop(); i++ {
		m, _ = Update(m, ParameterRenamed{100, "3", fmt.Sprint("name_", i)})
		m, _ = Update(m, Paused{})
	}
}

// TestHistoryIsLight: undo goes all the way back, and what it keeps for that is
// a small part of what the Builds would take.
func TestHistoryIsLight(t *testing.T) {
	m := large(2000)
	before := memory()
	var texts []uint32 // before each change
	for i := range historyLimit {
		text := m.schemaText(100)
		if m, _ = Update(m, strokes[i%len(strokes)].msg(i)); m.schemaText(100) != text {
			texts = append(texts, crc32.ChecksumIEEE([]byte(text)))
		}
	}
	if got := memory() - before; got > 8<<20 {
		t.Errorf("%d steps take %d KB", historyLimit, got>>10)
	} else {
		t.Logf("%d steps take %d KB", historyLimit, got>>10)
	}
	last := m.schemaText(100)
	for i := len(texts) - 1; i >= 0; i-- {
		m, _ = Update(m, Undone{})
		if crc32.ChecksumIEEE([]byte(m.schemaText(100))) != texts[i] {
			t.Fatalf("step %d came back as another text", i)
		}
	}
	for m.CanRedo() {
		m, _ = Update(m, Redone{})
	}
	if m.schemaText(100) != last {
		t.Error("redo ends at another text")
	}
}

func memory() int {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return int(s.HeapAlloc)
}

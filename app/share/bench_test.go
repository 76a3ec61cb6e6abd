package share

import (
	"embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"toolyard/app/chat"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// megabyte is a playground of 1 MB: a long session with many tools, in words and
// numbers that repeat as those of a real one do.
func megabyte() Snapshot {
	s := full()
	words := strings.Fields(readAll())
	word := func(i int) string { return words[i*7919%len(words)] }
	text := func(from, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s ", word(from*31+i*i))
			if i%9 == 0 {
				fmt.Fprintf(&b, "%d. ", from*i)
			}
		}
		return b.String()
	}
	s.Tools = nil
	for i := range 100 {
		parameters := fmt.Sprintf("{\n  \"type\": \"object\",\n  \"properties\": {\n    \"p%d\": {\n      \"type\": \"string\",\n      \"description\": %q\n    }\n  }\n}", i, text(i, 40))
		s.Tools = append(s.Tools, tool.Tool{ID: i + 1, Name: fmt.Sprintf("tool_%d", i), Description: text(i, 30), Parameters: schema.Read(parameters)})
	}
	s.Nodes, s.Tip = nil, 0
	for size := len(Marshal(s)); size < 1<<20; {
		id := chat.NodeID(len(s.Nodes) + 1)
		call := chat.ToolCall{ID: fmt.Sprintf("call_%d", id), Name: "tool_1", Arguments: fmt.Sprintf(`{"p1":%q}`, text(int(id), 12))}
		turn := []chat.Node{
			{ID: id, Parent: id - 1, Message: chat.User{Text: text(int(id), 40)}},
			{ID: id + 1, Parent: id, Completion: int(id), Message: chat.Assistant{Calls: []chat.ToolCall{call}}},
			{ID: id + 2, Parent: id + 1, Message: chat.ToolResult{CallID: call.ID, Name: call.Name, Text: text(int(id)+1, 200)}},
		}
		s.Nodes = append(s.Nodes, turn...)
		size += len(Marshal(Snapshot{Nodes: turn}))
	}
	s.Tip = chat.NodeID(len(s.Nodes))
	return s
}

// TestLargeIsFast holds a megabyte to 100 ms each way, on a machine that does
// nothing else. One that is busy is given ten times that.
func TestLargeIsFast(t *testing.T) {
	s := megabyte()
	best := func(do func() error) time.Duration {
		fastest := time.Hour
		for range 5 {
			start := time.Now()
			if err := do(); err != nil {
				t.Fatal(err)
			}
			fastest = min(fastest, time.Since(start))
		}
		return fastest
	}
	var link string
	encoding := best(func() (err error) { link, err = Encode(s); return err })
	decoding := best(func() error { _, err := Decode(link); return err })
	t.Logf("%d bytes are %d characters, written in %v, read in %v", len(Marshal(s)), len(link), encoding, decoding)
	if limit := time.Second; encoding > limit || decoding > limit {
		t.Errorf("written in %v, read in %v", encoding, decoding)
	}
}

func BenchmarkEncodeMegabyte(b *testing.B) {
	s := megabyte()
	b.SetBytes(int64(len(Marshal(s))))
	for b.Loop() {
		if _, err := Encode(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeMegabyte(b *testing.B) {
	s := megabyte()
	link, err := Encode(s)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(Marshal(s))))
	for b.Loop() {
		if _, err := Decode(link); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarshalMegabyte(b *testing.B) {
	s := megabyte()
	for b.Loop() {
		Marshal(s)
	}
}

func BenchmarkUnmarshalMegabyte(b *testing.B) {
	text := Marshal(megabyte())
	for b.Loop() {
		if _, err := Unmarshal(text); err != nil {
			b.Fatal(err)
		}
	}
}

// readAll is text of the kind that playgrounds hold.
func readAll() string {
	var b strings.Builder
	for _, number := range []int{1, 3, 10} {
		text, err := setups.ReadFile(fmt.Sprintf("testdata/setup-%d.json", number))
		if err != nil {
			panic(err)
		}
		b.Write(text)
	}
	return b.String()
}

//go:embed testdata/setup-*.json
var setups embed.FS

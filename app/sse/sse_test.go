package sse

import (
	"reflect"
	"strings"
	"testing"
)

func TestEvents(t *testing.T) {
	tests := []struct {
		name, body string
		want       []Event
	}{
		{"nothing", "", nil},
		{"only empty lines", "\n\r\n\r\n\n", nil},
		{"one event", "data: a\n\n", []Event{{Data: "a", Raw: "data: a"}}},
		{"CRLF", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", []Event{
			{Data: "a\nb", Raw: "data: a\r\ndata: b"}, {Data: "c", Raw: "data: c"}}},
		{"CR", "data: a\rdata: b\r\rdata: c\r\r", []Event{
			{Data: "a\nb", Raw: "data: a\rdata: b"}, {Data: "c", Raw: "data: c"}}},
		{"line ends mixed", "data: a\r\ndata: b\n\rdata: c\r\n\n", []Event{
			{Data: "a\nb", Raw: "data: a\r\ndata: b"}, {Data: "c", Raw: "data: c"}}},
		{"byte order mark", "\ufeffdata: a\n\n", []Event{{Data: "a", Raw: "data: a"}}},
		{"byte order mark later", "data: a\n\n\ufeffdata: b\n\n", []Event{
			{Data: "a", Raw: "data: a"}, {Raw: "\ufeffdata: b"}}},
		{"part of a byte order mark", "\xef\xbb", []Event{{Raw: "\xef\xbb"}}},
		{"no space", "data:{\"a\":1}\n\n", []Event{{Data: `{"a":1}`, Raw: `data:{"a":1}`}}},
		{"two spaces", "data:  a\n\n", []Event{{Data: " a", Raw: "data:  a"}}},
		{"no colon", "data\n\n", []Event{{Raw: "data"}}},
		{"empty data lines", "data:\ndata:\n\n", []Event{{Data: "\n", Raw: "data:\ndata:"}}},
		{"named", "event: error\ndata: {}\nid: 7\n\n", []Event{
			{Name: "error", ID: "7", Data: "{}", Raw: "event: error\ndata: {}\nid: 7"}}},
		{"no data", "event: done\n\n", []Event{{Name: "done", Raw: "event: done"}}},
		{"unknown lines", "{\ndata: a\n  \"b\": 1\n\n", []Event{
			{Data: "a", Raw: "{\ndata: a\n  \"b\": 1"}}},
		{"comment", ": OPENROUTER PROCESSING\n\ndata: a\n\n", []Event{
			{Raw: ": OPENROUTER PROCESSING", Comment: true}, {Data: "a", Raw: "data: a"}}},
		{"comment in an event", ": ping\ndata: a\n\n", []Event{{Data: "a", Raw: ": ping\ndata: a"}}},
		{"cut before the empty line", "data: a\n", []Event{{Data: "a", Raw: "data: a"}}},
		{"cut in a line", "data: a\n\ndata: [DO", []Event{
			{Data: "a", Raw: "data: a"}, {Data: "[DO", Raw: "data: [DO"}}},
		{"characters of four bytes", "data: 🌧️晴\n\n", []Event{{Data: "🌧️晴", Raw: "data: 🌧️晴"}}},
		{"a line of bytes that are no text", "data: \xff\n\n", []Event{{Data: "\xff", Raw: "data: \xff"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := whole(test.body); !reflect.DeepEqual(got, test.want) {
				t.Fatalf("whole: got %+v, want %+v", got, test.want)
			}
			checkSplits(t, test.body)
		})
	}
}

func TestEventSurfacesAtItsEmptyLine(t *testing.T) {
	var r Reader
	if got := r.Feed([]byte("data: 晴"[:7])); got != nil {
		t.Fatalf("before the character is whole: %+v", got)
	}
	if got := r.Feed([]byte("data: 晴\r"[7:])); got != nil {
		t.Fatalf("before the empty line: %+v", got)
	}
	if got := r.Feed([]byte("\n\r")); len(got) != 1 || got[0].Data != "晴" {
		t.Fatalf("at the empty line: %+v", got)
	}
	if got := append(r.Feed([]byte("\n")), r.End()...); got != nil {
		t.Fatalf("the LF of the last CRLF made %+v", got)
	}
}

func FuzzReader(f *testing.F) {
	f.Add("\ufeff: ping\r\n\r\nevent: a\rdata:b\r\n\r\ndata: [DONE]\n\n")
	f.Add("data: 晴\n\ndata: \xe6")
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 200 {
			t.Skip("every split of a long body takes long and shows nothing new")
		}
		checkSplits(t, body)
	})
}

// checkSplits holds that where the pieces of a body end makes no difference.
func checkSplits(t *testing.T, body string) {
	t.Helper()
	want := whole(body)
	for i := range len(body) + 1 {
		var r Reader
		got := r.Feed([]byte(body[:i]))
		got = append(got, r.Feed([]byte(body[i:]))...)
		got = append(got, r.End()...)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("split at %d: got %+v, want %+v", i, got, want)
		}
	}
	var r Reader
	var got []Event
	for i := range len(body) {
		got = append(got, r.Feed([]byte(body[i:i+1]))...)
	}
	if got = append(got, r.End()...); !reflect.DeepEqual(got, want) {
		t.Fatalf("split at every byte: got %+v, want %+v", got, want)
	}
}

func whole(body string) []Event {
	var r Reader
	return append(r.Feed([]byte(body)), r.End()...)
}

func BenchmarkFeed(b *testing.B) {
	body := []byte(strings.Repeat("data: {\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n", 5000))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		var r Reader
		if len(r.Feed(body)) != 5000 {
			b.Fatal("lost an event")
		}
	}
}

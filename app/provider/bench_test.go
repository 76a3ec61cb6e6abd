package provider

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkReader is what 5,000 deltas of one word cost that come in pieces of
// 16 KB, and 4,096 deltas of arguments, 256 bytes each.
func BenchmarkReader(b *testing.B) {
	streams := map[string]string{
		"words":     burst(5000, `{"content":"of "}`),
		"arguments": burst(4096, `{"tool_calls":[{"index":0,"function":{"arguments":"`+strings.Repeat(`\"the words\",`, 20)+`"}}]}`),
	}
	for name, body := range streams {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				r := NewReader(ChatTools, 200, "text/event-stream")
				for at := 0; at < len(body); at += 16 << 10 {
					r.Feed([]byte(body[at:min(at+16<<10, len(body))]))
				}
				r.End()
			}
		})
	}
}

// burst is a stream of so many events with the same delta.
func burst(n int, delta string) string {
	event := fmt.Sprintf(`data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1790000000,"model":"bench","choices":[{"index":0,"delta":%s,"finish_reason":null}]}`+"\n\n", delta)
	return strings.Repeat(event, n) + "data: [DONE]\n\n"
}

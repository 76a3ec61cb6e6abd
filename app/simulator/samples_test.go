package simulator

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
	"toolyard/app/sample"
	"toolyard/app/share"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

var update = flag.Bool("update", false, "write the golden file")

// TestSamples holds what the simulator does with every prompt of every sample:
// the calls, and the answer to made-up results.
func TestSamples(t *testing.T) {
	const file = "testdata/samples.txt"
	var b strings.Builder
	b.WriteString("What the simulator does with the prompts of the samples.\n`go test ./app/simulator -update` writes this file.\n")
	for _, language := range []string{"en", "zh"} {
		for _, s := range sample.All(language) {
			if s.Group == sample.Vendor && language == "zh" {
				continue
			}
			for _, prompt := range append([]string{s.Snapshot.Prompt}, s.Prompts...) {
				fmt.Fprintf(&b, "\n%s %s: %s\n", language, s.ID, prompt)
				play(t, &b, s.Snapshot, prompt, language)
			}
		}
	}
	golden(t, file, b.String())
}

// play runs a turn to its end and writes down what was said.
func play(t *testing.T, b *strings.Builder, s share.Snapshot, prompt, language string) {
	body := bodyOf(s, prompt, "")
	for range 9 {
		d := jsondoc.Parse(Answer(body, language).Chunks[0].Text)
		message := d.At("/choices/0/message")
		if message == nil {
			t.Fatalf("%s: %s", prompt, d.Text)
		}
		said := readMessage(d, message)
		if len(said.calls) == 0 {
			fmt.Fprintf(b, "  %s\n", said.text)
			return
		}
		var results []string
		for _, c := range said.calls {
			fmt.Fprintf(b, "  %s(%s)\n", c.name, c.arguments)
			for _, tool := range s.Tools {
				if tool.Name != c.name {
					continue
				}
				if r := checker.Check(tool.Parameters.Doc.Text, c.arguments); r.State != validate.Valid {
					t.Errorf("%s: %s(%s): %+v", prompt, c.name, c.arguments, r)
				}
			}
			results = append(results, resultFor(c))
		}
		body = grown(body, d.Raw(message), results)
	}
	t.Errorf("%s: no end", prompt)
}

// grown is the request of the next completion: what was said, and results.
func grown(body, said string, results []string) string {
	end := jsondoc.Parse(body).Root.Get("messages").End - 1
	return body[:end] + "," + said + "," + strings.Join(results, ",") + body[end:]
}

func resultFor(c call) string {
	result := jsondoc.Quote(madeUp[c.name])
	if c.id == "" {
		return `{"role":"function","name":` + jsondoc.Quote(c.name) + `,"content":` + result + `}`
	}
	return `{"role":"tool","tool_call_id":` + jsondoc.Quote(c.id) + `,"content":` + result + `}`
}

var madeUp = map[string]string{
	"get_weather":         `{"high":18,"low":7,"sky":"clear","rain":0.05}`,
	"get_current_weather": `{"temperature":22,"unit":"celsius","condition":"晴"}`,
	"convert_currency":    `{"amount":1632.5,"currency":"CNY"}`,
	"search_products":     `[{"name":"Rain jacket","price":99,"currency":"EUR"},{"name":"Storm shell","price":119}]`,
	"check_stock":         `{"in_stock":3}`,
	"list_events":         `[]`,
	"create_event":        `{"id":"ev_1","status":"confirmed"}`,
	"run_sql":             `[{"count":128}]`,
	"describe_table":      `id integer, name text`,
	"get_order":           `{"status":"shipped","eta":"2026-01-14"}`,
	"refund_order":        `{"error":"order is not delivered yet"}`,
	"send_email":          ``,
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("%s:%d\n got %s\nwant %s", file, i+1, g[i], w[i])
			}
		}
		t.Fatalf("%s: %d lines, want %d", file, len(g), len(w))
	}
}

package provider

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// TestErrors reads every shape of error, whole and as the answer of a request.
func TestErrors(t *testing.T) {
	path := "testdata/errors.txtar"
	a := readArchive(t, path)
	sorted := archive{prose: a.prose, files: a.files}
	seen := map[Kind]bool{}
	for _, name := range a.names {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		sorted.names = append(sorted.names, name, name+".want")
		t.Run(name, func(t *testing.T) {
			status, _ := strconv.Atoi(name[:3])
			body := strings.TrimSuffix(a.files[name], "\n")
			e := ReadError(status, body)
			seen[e.Kind] = true
			a.golden(t, name+".want", describeError(e))
			check(t, "status", e.Status, status)
			check(t, "body", e.Body, body)

			r := NewReader(ChatTools, status, "application/json")
			r.Feed([]byte(body))
			_, outcome := r.End()
			if outcome.Error == nil {
				t.Fatal("the reader saw no error")
			}
			check(t, "what the reader saw", describeError(outcome.Error), describeError(e))
			check(t, "body that the reader kept", outcome.Error.Body, body)
		})
	}
	for _, kind := range Kinds {
		if never := kind == KindNetwork || kind == KindStream || kind == KindEmpty || kind == KindWorkshop; !never && !seen[kind] {
			t.Errorf("no case is of kind %s", kind)
		}
	}
	if *update {
		sorted.write(t, path)
	}
}

func describeError(e *Error) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, in the shape of %s\n", e.Kind, e.Family)
	for _, field := range [][2]string{{"message", e.Message}, {"code", e.Code}, {"type", e.Type}, {"param", e.Param},
		{"upstream", e.Upstream}, {"request id", e.RequestID}, {"generation", e.Generation}} {
		if field[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
		}
	}
	return b.String()
}

func TestErrorHasNoKey(t *testing.T) {
	e := ReadError(401, `{"error":{"message":"bad key sk-no-key-0123456789, sk-abc***xyz","metadata":{"raw":"sk-no-key-0123456789"}}}`)
	r := e.Redacted(testKey)
	if all := fmt.Sprintf("%+v", *r); strings.Contains(all, "0123456789") || strings.Contains(all, "xyz") {
		t.Errorf("the key is in %s", all)
	}
	if e.Message == r.Message {
		t.Error("the error itself was written to")
	}
	if strings.Contains(e.Error(), "0123456789") {
		t.Errorf("the key is in %v", e)
	}
}

func TestRedact(t *testing.T) {
	for _, test := range []struct {
		text string
		key  Secret
		want string
	}{
		{"nothing", testKey, "nothing"},
		{"my-own-key is wrong", "my-own-key", "••• is wrong"},
		{"a", "a", "a"}, // too short to tell from a word
		{"Incorrect: sk-abcd************wxyz.", "", "Incorrect: •••."},
		{"task-force and sk-1", "", "task-force and sk-1"},
		{"disk-0123456789", "", "disk-0123456789"},
		{"sk-proj-1234567890 sk-ant-api03-zzz", "", "••• •••"},
	} {
		if got := Redact(test.text, test.key); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestSecretShowsItselfToNoVerb(t *testing.T) {
	for _, verb := range []string{"%v", "%s", "%q", "%x", "%X", "%d", "%+v", "%#v", "%T%v"} {
		shown := fmt.Sprintf(verb, testKey) + fmt.Sprintf(verb, struct{ K Secret }{testKey}) + fmt.Sprintf(verb, &Header{Secret: testKey})
		for _, part := range []string{"0123456789", fmt.Sprintf("%x", "0123456789"), fmt.Sprintf("%X", "0123456789")} {
			if strings.Contains(shown, part) {
				t.Errorf("%s shows %s", verb, shown)
			}
		}
	}
}

func FuzzReadError(f *testing.F) {
	a := readArchive(f, "testdata/errors.txtar")
	for _, name := range a.names {
		f.Add(400, a.files[name])
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if e := ReadError(status, body); e.Kind == "" || e.Body != body {
			t.Errorf("%+v", e)
		}
		recognise(jsondoc.Parse(body))
	})
}

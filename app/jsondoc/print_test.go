package jsondoc

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzPrint holds Compact, Indent and Quote against encoding/json, which keeps
// tokens in the first two as well.
func FuzzPrint(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkQuote(t, text)
		d := Parse(text)
		if !d.OK() {
			if got := Compact(d, d.Root) + Indent(d, d.Root, "", " "); got != d.Raw(d.Root)+d.Raw(d.Root) {
				t.Errorf("%q is not JSON, but was printed as %q", text, got)
			}
			return
		}
		source := []byte(d.Raw(d.Root))
		var compact, indented bytes.Buffer
		json.Compact(&compact, source)
		json.Indent(&indented, source, "> ", "\t")
		if got := Compact(d, d.Root); got != compact.String() {
			t.Errorf("Compact of %q\n got %q\nwant %q", text, got, &compact)
		}
		if got := Indent(d, d.Root, "> ", "\t"); got != indented.String() {
			t.Errorf("Indent of %q\n got %q\nwant %q", text, got, &indented)
		}
		if again := Parse(Indent(d, d.Root, "", "")); !Equal(d, d.Root, again, again.Root) {
			t.Errorf("%q is not equal to itself, indented", text)
		}
	})
}

// checkQuote holds Quote and Str against encoding/json, and each other.
func checkQuote(t *testing.T, s string) {
	t.Helper()
	quoted := Quote(s)
	var want bytes.Buffer
	encoder := json.NewEncoder(&want)
	encoder.SetEscapeHTML(false)
	encoder.Encode(s)
	var decoded, wanted string
	if err := json.Unmarshal([]byte(quoted), &decoded); err != nil {
		t.Fatalf("Quote(%q) = %s: %v", s, quoted, err)
	}
	json.Unmarshal(want.Bytes(), &wanted)
	d := Parse(quoted)
	if got, ok := d.Str(d.Root); !ok || got != wanted || decoded != wanted {
		t.Errorf("Quote(%q) = %s, read as %q and by json as %q; want %q", s, quoted, got, decoded, wanted)
	}
}

// FuzzStr holds the decoding of strings against encoding/json.
func FuzzStr(f *testing.F) {
	for _, s := range []string{`é\u00e9`, `\ud83d\ude00`, `\ud83d`, `\ude00\ud83d`, `\ud83d\u0041`, `\/\b\f\n\r\t\"\\`, "\xff\xc3", `\uD800\uD800\uDC00`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want string
		d := Parse(`"` + s + `"`)
		if json.Unmarshal([]byte(d.Text), &want) != nil || !d.OK() {
			t.Skip()
		}
		if got, ok := d.Str(d.Root); !ok || got != want {
			t.Errorf("%s is %q, want %q", d.Text, got, want)
		}
	})
}

func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		"":                   `""`,
		"a\"b\\c/d":          `"a\"b\\c/d"`,
		"\n\r\t\b\f\x00\x1f": `"\n\r\t\b\f\u0000\u001f"`,
		"<&>\u2028\x7f😀":     "\"<&>\u2028\x7f😀\"",
		"a\xffb":             "\"a\uFFFDb\"",
	} {
		if got := Quote(s); got != want {
			t.Errorf("Quote(%q) = %s, want %s", s, got, want)
		}
	}
}

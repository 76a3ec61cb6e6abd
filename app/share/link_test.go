package share

import (
	"bytes"
	"compress/flate"
	"crypto/md5"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"hash/crc32"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

var release = flag.Bool("release", false, "add the links of this version to testdata/released.txt")

// TestReleased holds every link that a released version made: the file's lines
// are never changed, only added to. Each is a link and the file it means; lines
// that begin with "--" say which version they are of.
func TestReleased(t *testing.T) {
	const file = "testdata/released.txt"
	if *release {
		addReleased(t, file)
	}
	links := 0
	for _, line := range strings.Split(strings.TrimSpace(readFile(t, file)), "\n") {
		link, want, _ := strings.Cut(line, " ")
		if link == "--" {
			continue
		}
		links++
		s, err := Decode(link)
		if err != nil {
			t.Errorf("%.40s: %v", link, err)
			continue
		}
		if got := Marshal(s); got != want {
			t.Errorf("%.40s:\n got %s\nwant %s", link, got, want)
		}
	}
	if links == 0 {
		t.Error("no link is held")
	}
}

func addReleased(t *testing.T, file string) {
	snapshots := []Snapshot{{}, full()}
	for _, name := range []string{"testdata/setup-1.json", "testdata/setup-3.json", "testdata/setup-10.json"} {
		s, err := Unmarshal(readFile(t, name))
		if err != nil {
			t.Fatal(err)
		}
		snapshots = append(snapshots, s)
	}
	lines := readFile(t, file) + fmt.Sprintf("-- version %d, dictionary %d\n", version, newest)
	for _, s := range snapshots {
		link, err := Encode(s)
		if err != nil {
			t.Fatal(err)
		}
		lines += link + " " + Marshal(s) + "\n"
	}
	if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDictionaryIsFrozen: a changed byte breaks every link there is. Make a new
// dictionary with the next number instead.
func TestDictionaryIsFrozen(t *testing.T) {
	sums := map[int]uint32{1: 0xba917671}
	for number, dictionary := range dictionaries {
		if got := crc32.ChecksumIEEE(dictionary); got != sums[number] {
			t.Errorf("dictionary %d has the sum %#x, want %#x", number, got, sums[number])
		}
	}
}

func TestDecodeMendsLinks(t *testing.T) {
	link, err := Encode(full())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"as it is":                       link,
		"with its sign":                  "#" + link,
		"a whole address":                "https://toolyard.example/app/?x=1#" + link,
		"an angle bracket":               "<https://toolyard.example/#" + link + ">",
		"a full stop":                    link + ".",
		"Chinese brackets":               "（" + link + "）。",
		"Markdown":                       "[play](https://toolyard.example/#" + link + ")",
		"spaces":                         "  \t" + link + " \n",
		"line breaks":                    wrap(link, 76, "\r\n"),
		"quoted-printable":               wrap(link, 60, "\n "),
		"zero-width spaces":              wrap(link, 50, "\u200b"),
		"percent":                        strings.NewReplacer(".", "%2E", "-", "%2d", "_", "%5F").Replace(link),
		"words around":                   "看看这个：https://toolyard.example/#" + link + "，很好用",
		"full-width full stop and words": link + "。see you",
		"full-width letters":             strings.NewReplacer(".", "．", "_", "＿").Replace(link),
		"a mail's quotes":                "> " + wrap(link, 70, "\n> "),
		"soft line breaks":               wrap(link, 75, "=\r\n"),
		"Markdown escapes":               strings.NewReplacer("_", "\\_", "-", "\\-").Replace(link),
		"code":                           "`" + link + "`",
		"entities":                       "&lt;https://toolyard.example/?a=1&amp;b=2#" + strings.NewReplacer("-", "&#45;", "_", "&#x5F;").Replace(link) + "&gt;&#39;",
		"entities twice":                 strings.ReplaceAll(link, "_", "&amp;#95;"),
		"hyphens":                        strings.ReplaceAll(link, "-", "\u2011"),
		"a text fragment":                "https://toolyard.example/#" + link + "#:~:text=tools",
		"a tracker":                      "https://toolyard.example/?x=#y#" + link + "&utm_source=chat",
		"a redirector":                   "https://link.example/?target=https%3A%2F%2Ftoolyard.example%2F%23" + link + "&from=chat",
		"percent twice":                  "https%253A%252F%252Ftoolyard.example%252F%2523" + strings.ReplaceAll(link, "_", "%255F"),
	} {
		got, err := Decode(text)
		if err != nil || !reflect.DeepEqual(got, full()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A chat makes one dash of two: which it was, the checksum tells.
func TestDecodeMendsDashes(t *testing.T) {
	found := 0
	for i := range 400 {
		want := Snapshot{Title: fmt.Sprintf("%x", md5.Sum([]byte{byte(i), byte(i >> 8)}))}
		link, err := Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		_, payload, _ := strings.Cut(link, ".1.")
		dashes := strings.Contains(payload, "--")
		for _, dash := range []string{"—", "–"} {
			mangled := strings.ReplaceAll(link, "--", dash)
			if got, err := Decode(mangled); err != nil || got.Title != want.Title {
				t.Errorf("%s: %v", mangled, err)
			}
		}
		if dashes {
			found++
		}
	}
	if found == 0 {
		t.Error("no link held two dashes")
	}
}

func wrap(text string, width int, with string) string {
	var b strings.Builder
	for len(text) > width {
		b.WriteString(text[:width] + with)
		text = text[width:]
	}
	return b.String() + text
}

func TestDecodeFaults(t *testing.T) {
	link, err := Encode(full())
	if err != nil {
		t.Fatal(err)
	}
	change := func(at int) string {
		b := []byte(link)
		b[at] ^= 1
		return string(b)
	}
	for name, test := range map[string]struct {
		text  string
		fault error
	}{
		"nothing":               {"", ErrForeign},
		"an anchor":             {"#top", ErrForeign},
		"another program's":     {"#code/MYewdgzg", ErrForeign},
		"a javascript address":  {"javascript:alert(1)", ErrForeign},
		"only the head":         {"s1", ErrForeign},
		"version 2":             {"s2.1.abc.AAAAAAz", ErrVersion},
		"version 10":            {"s10.whatever", ErrVersion},
		"dictionary 99":         {signed("s1.99.AAAA"), ErrVersion},
		"half":                  {link[:len(link)/2], ErrCut},
		"half with dots":        {link[:len(link)/2] + "...", ErrCut},
		"half with an ellipsis": {link[:len(link)/2] + "…", ErrCut},
		"half in an address":    {"https://toolyard.example/#" + link[:len(link)/2], ErrCut},
		"half in entities":      {"&lt;https://toolyard.example/#" + link[:len(link)/2] + "&gt;", ErrCut},
		"the last letter gone":  {link[:len(link)-1], ErrCut},
		"without its check":     {link[:strings.LastIndex(link, ".")], ErrCut},
		"a letter changed":      {change(len(link) / 2), ErrDamaged},
		"the check changed":     {change(len(link) - 3), ErrDamaged},
		"the case changed":      {strings.ToLower(link), ErrDamaged},
		"no base64":             {signed("s1.1.!!!"), ErrDamaged},
		"no deflate":            {signed("s1.1.AAAA"), ErrDamaged},
		"no JSON":               {linkOf("hello"), ErrCorrupt},
		"no playground":         {linkOf(`{"a":1}`), ErrForeign},
		"a newer file":          {linkOf(`{"toolyard":2}`), ErrVersion},
		"wrong types":           {linkOf(`{"toolyard":1,"tools":"all"}`), ErrCorrupt},
		"too deep":              {linkOf(`{"toolyard":1,"x":` + strings.Repeat("[", 5000)), ErrTooLarge},
		"a bomb":                {bomb(64 << 20), ErrTooLarge},
		"too long":              {"s1.1." + strings.Repeat("A", maxFragment), ErrTooLarge},
		"much too long":         {"s1.1." + strings.Repeat("A", 5*maxFragment), ErrTooLarge},
	} {
		start := time.Now()
		_, err := Decode(test.text)
		if !errors.Is(err, test.fault) {
			t.Errorf("%s: got %v, want %v", name, err, test.fault)
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%s: took %v", name, d)
		}
	}
}

// signed completes a link's head as Encode does.
func signed(head string) string { return head + "." + checksum(head) + "z" }

// linkOf is a whole link that holds any text.
func linkOf(text string) string { return signed("s1.1." + deflate(text)) }

// bomb is a link of a few kilobytes that inflates to n zeros.
func bomb(n int) string {
	var b bytes.Buffer
	w, _ := flate.NewWriterDict(&b, flate.BestCompression, dictionary1)
	zeros := make([]byte, 1<<20)
	for range n >> 20 {
		w.Write(zeros)
	}
	w.Close()
	return signed("s1.1." + base64.RawURLEncoding.EncodeToString(b.Bytes()))
}

func TestEncodeRefusesTooMuch(t *testing.T) {
	_, err := Encode(Snapshot{Prompt: strings.Repeat("a", maxInflated)})
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	link, err := Encode(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(link)
	f.Add("https://toolyard.example/#" + link + ".")
	f.Add(link[:100])
	f.Add("s1.1.%2")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Decode(text)
		var e *Error
		if err != nil && (!errors.As(err, &e) || Reason(err) == "") {
			t.Fatalf("untyped error %v", err)
		}
		if err == nil {
			sameAgain(t, s)
		}
	})
}

func FuzzUnmarshal(f *testing.F) {
	f.Add(Marshal(full()))
	f.Add(`{"toolyard":1,"messages":[{"role":"assistant","content":[],"extra":[["a","b"]]}],"tip":0}`)
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := Unmarshal(text); err == nil {
			sameAgain(t, s)
		}
	})
}

// sameAgain: what was read once is written and read without loss.
func sameAgain(t *testing.T, s Snapshot) {
	t.Helper()
	again, err := Unmarshal(Marshal(s))
	if err != nil || Marshal(again) != Marshal(s) {
		t.Fatalf("%v\n got %s\nwant %s", err, Marshal(again), Marshal(s))
	}
}

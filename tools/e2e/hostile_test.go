package e2e

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"strings"
	"testing"
)

// hostile is a link of somebody who means no good, and what becomes of it: it is
// refused with a notice, or offered with warnings and opens to no harm.
type hostile struct {
	file     string // that the link holds; or
	fragment string // the whole link
	notice   string
	host     string
	warnings string // rules, in order
	then     string // further lines, once it is opened
}

func nested(levels int, open, inner, shut string) string {
	return strings.Repeat(open, levels) + inner + strings.Repeat(shut, levels)
}

func fileOf(members string) string { return `{"toolyard":1,` + members + `}` }

func aimed(address string) string {
	return fileOf(`"title":"T","endpoint":{"url":"` + address + `","model":"m"},"tools":[{"name":"f"}]`)
}

// hostiles are the links that a person may meet, by name.
func hostiles(t *testing.T) map[string]hostile {
	return map[string]hostile{
		"a bomb":                          {fragment: linkOf(t, strings.Repeat("0", 64<<20)), notice: "link-too-large"},
		"a bomb in a playground":          {file: fileOf(`"system":"` + strings.Repeat(" ", 8<<20) + `"`), notice: "link-too-large"},
		"deep nesting":                    {file: fileOf(`"x":` + nested(5000, "[", "", "]")), notice: "link-too-large"},
		"a schema of 120 levels":          {file: fileOf(`"tools":[{"name":"f","parameters":` + nested(120, `{"type":"object","properties":{"a":`, `{}`, `}}`) + `}]`)},
		"1,001 tools":                     {file: fileOf(`"tools":[` + strings.Repeat("{},", 1000) + `{}]`), notice: "link-too-large"},
		"10,001 messages":                 {file: fileOf(`"messages":[` + strings.Repeat(`{"role":"user"},`, 10000) + `{"role":"user"}]`), notice: "link-too-large"},
		"1,001 calls":                     {file: fileOf(`"messages":[{"role":"assistant","tool_calls":[` + strings.Repeat("{},", 1000) + `{}]}]`), notice: "link-too-large"},
		"a circle of messages":            {file: fileOf(`"messages":[{"role":"user","id":1,"parent":2},{"role":"user","id":2,"parent":1}]`), notice: "link-corrupt"},
		"wrong types":                     {file: fileOf(`"tools":"all"`), notice: "link-corrupt"},
		"NaN":                             {file: fileOf(`"tools":[{"id":NaN}]`), notice: "link-corrupt"},
		"an id beyond every number":       {file: fileOf(`"tools":[{"id":1e999}]`), notice: "link-corrupt"},
		"a number like NaN in parameters": {file: fileOf(`"tools":[{"name":"f","parameters":{"minimum":1e999,"maximum":-0}}]`)},
		"the same key twice":              {file: `{"toolyard":1,"title":"A","title":"B","endpoint":{"url":"https://a.test","url":"https://evil.test"},"toolyard":9}`, notice: "link-newer"},
		"the same address twice":          {file: fileOf(`"endpoint":{"model":"m","url":"https://a.test","url":"https://evil.test"}`), host: "evil.test", then: "press setup-open\nhas sends-to https://evil.test/\npress setup-done"},
		"lone surrogates":                 {file: fileOf(`"title":"\ud800","prompt":"\udc00x","tools":[{"name":"\ud83d"}]`)},
		"control characters in names":     {file: fileOf(`"title":"a\u0000b\u001b[31m","tools":[{"name":"get\u0008_weather"}]`), warnings: "text-hidden"},
		"a title that turns around":       {file: fileOf(`"title":"\u202egnp.exe","tools":[{"name":"a\u2066b\u2069"}]`), warnings: "text-hidden"},
		"words that only a model reads":   {file: fileOf(`"tools":[{"name":"f","description":"Weather.\udb40\udc69\udb40\udc67"}]`), warnings: "text-hidden"},
		"a name of a megabyte":            {file: fileOf(`"title":"` + strings.Repeat("t", 1<<20) + `","tools":[{"name":"` + strings.Repeat("n", 1<<20) + `"}]`)},
		"markup in names":                 {file: fileOf(`"title":"<img src=x onerror=\"window.pwned=1\">","tools":[{"name":"<script>window.pwned=1</script>"}],"messages":[{"role":"user","content":"<svg onload=window.pwned=1>"}]`)},
		"names of JavaScript's own":       {file: fileOf(`"__proto__":{"x":1},"tools":[{"name":"__proto__","parameters":{"type":"object","properties":{"constructor":{},"__proto__":{}}}}]`)},
		"a look-alike in Cyrillic":        {file: aimed("https://аpi.openai.com/v1"), host: "xn--pi-6kc.openai.com", warnings: "host-letters"},
		"a look-alike in Punycode":        {file: aimed("https://xn--pi-6kc.openai.com/v1"), host: "xn--pi-6kc.openai.com", warnings: "host-letters"},
		"a look-alike in ASCII":           {file: aimed("https://api.opena1.com/v1"), host: "api.opena1.com", warnings: "host-like"},
		"a known host in front":           {file: aimed("https://api.openai.com.evil.test/v1"), host: "api.openai.com.evil.test", warnings: "host-like"},
		"javascript:":                     {file: aimed("javascript:window.pwned=1"), warnings: "address-refused"},
		"javascript://":                   {file: aimed("javascript://%0awindow.pwned=1"), warnings: "address-refused"},
		"data:":                           {file: aimed("data:text/html,<script>window.pwned=1</script>"), warnings: "address-refused"},
		"a name and a password":           {file: aimed("https://api.openai.com:x@evil.test/v1"), warnings: "address-refused"},
		"the person's device":             {file: aimed("http://localhost:11434/v1"), host: "localhost:11434", warnings: "host-device"},
		"the person's router":             {file: aimed("http://192.168.1.1/v1"), host: "192.168.1.1", warnings: "host-network"},
		"a cloud's metadata":              {file: aimed("http://169.254.169.254/latest"), host: "169.254.169.254", warnings: "host-network"},
		"the device as a number":          {file: aimed("http://2130706433/v1"), host: "127.0.0.1", warnings: "host-device"},
		"the device in IPv6":              {file: aimed("http://[::ffff:7f00:1]:80/v1"), warnings: "host-device"},
		"a number of nobody":              {file: aimed("https://203.0.113.7/v1"), host: "203.0.113.7", warnings: "host-number"},
		"an open line":                    {file: aimed("http://llm.test/v1"), host: "llm.test", warnings: "host-plain"},
		"another's name":                  {file: fileOf(`"endpoint":{"provider":"openai","url":"https://evil.test/v1","model":"m"}`), host: "evil.test", then: "press setup-open\nis preset custom\npress setup-done"},
		"an unknown provider":             {file: fileOf(`"endpoint":{"provider":"constructor","url":"https://evil.test/v1","model":"m"}`), host: "evil.test", then: "press setup-open\nis preset custom\npress setup-done"},
		"a foreign header":                {file: fileOf(`"endpoint":{"url":"https://evil.test/v1","auth":"X-Evil\r\nCookie"}`), host: "evil.test", warnings: "auth-unknown text-hidden"},
		"a foreign dialect":               {file: fileOf(`"endpoint":{"url":"https://evil.test/v1","dialect":"soap"}`), host: "evil.test", warnings: "dialect-unknown"},
		"a key":                           {file: fileOf(`"key":"sk-none","keys":{"https://evil.test":"sk-none"},"endpoint":{"url":"https://evil.test/v1","key":"sk-none","api_key":"sk-none","headers":{"Authorization":"sk-none"}}`), host: "evil.test"},
		"a newer version":                 {fragment: signedOf("s2.1.AAAA"), notice: "link-newer"},
		"a newer dictionary":              {fragment: signedOf("s1.99.AAAA"), notice: "link-newer"},
		"another program's":               {fragment: "code/MYewdgzg", notice: "link-foreign"},
		"a link that was cut":             {fragment: linkOf(t, aimed("https://a.test"))[:40], notice: "link-cut"},
		"a link that was changed":         {fragment: strings.Replace(linkOf(t, aimed("https://a.test")), ".1.", ".1.A", 1), notice: "link-damaged"},
		"a link through chats":            {fragment: strings.ReplaceAll(linkOf(t, aimed("https://a.test")), ".", "%2E") + "。", host: "a.test"},
	}
}

// signedOf completes a link's head, as package share does.
func signedOf(head string) string {
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(head)))
	return head + "." + base64.RawURLEncoding.EncodeToString(sum) + "z"
}

// linkOf is a link that holds any text.
func linkOf(t *testing.T, text string) string {
	t.Helper()
	dictionary, err := os.ReadFile("../../app/share/dict/1.txt")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, err := flate.NewWriterDict(&packed, flate.BestCompression, dictionary)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(text))
	w.Close()
	return signedOf("s1.1." + base64.RawURLEncoding.EncodeToString(packed.Bytes()))
}

// meet plays what a person sees of a hostile link, and does with it.
func (h hostile) meet(t *testing.T, stage *Stage) {
	t.Helper()
	lines := []string{"shows notice[kind=" + h.notice + "]", "lacks offer"}
	if h.notice == "" {
		rules := strings.Fields(h.warnings)
		lines = []string{"shows offer", fmt.Sprintf("counts %d offer-warning", len(rules))}
		if h.host != "" {
			lines = append(lines, "shows offer[host="+h.host+"]")
		}
		for _, rule := range rules {
			lines = append(lines, "shows offer-warning[rule="+rule+"]")
		}
		lines = append(lines, "press offer-look", "shows offer-holds", "press offer-accept", "lacks offer")
		if h.then != "" {
			lines = append(lines, strings.Split(h.then, "\n")...)
		}
		lines = append(lines, "press setup-open", "is api-key", "press setup-done")
	}
	lines = append(lines, "fill prompt alive", "is prompt alive", "sent-count 0", "shows app[run=idle]")
	if err := stage.run(lines...); err != nil {
		t.Error(err)
	}
}

func TestHostileLinksOnTheModel(t *testing.T) {
	for name, h := range hostiles(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page, err := startModel(newProfile(), h.link(t))
			if err != nil {
				t.Fatal(err)
			}
			stage, err := NewStage(page)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(stage.Close)
			h.meet(t, stage)
		})
	}
}

func (h hostile) link(t *testing.T) string {
	if h.fragment != "" {
		return h.fragment
	}
	return linkOf(t, h.file)
}

// TestHostileLinks opens each in Chromium: nothing is asked of anybody, no markup
// comes of a text, and nothing in the offer is unseen or turned around.
func TestHostileLinks(t *testing.T) {
	for name, h := range hostiles(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t, Opening{Fragment: h.link(t)})
			unseen := js[bool](t, p, `/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]|\udb40/.test(document.querySelector("[data-testid=offer]")?.textContent ?? "")`)
			if unseen {
				t.Error("the offer holds characters that are not seen")
			}
			stage, err := NewStage(p)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(stage.Endpoint.Close)
			h.meet(t, stage)
			if js[bool](t, p, `"pwned" in window || !!document.querySelector("[onerror], [onload], iframe, [href^='javascript:' i]")`) {
				t.Error("a text became markup")
			}
			if got := p.watch.spokenTo(); len(got) != 1 {
				t.Errorf("the page spoke to %v", got)
			}
			faultless(t, p)
		})
	}
}

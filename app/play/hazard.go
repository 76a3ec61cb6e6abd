package play

import (
	"net/netip"
	"slices"
	"strings"
	"unicode"

	"toolyard/app/chat"
	"toolyard/app/doctor"
	"toolyard/app/provider"
	"toolyard/app/share"
)

// Hazard is what a person should know of a link before they open it. Rule names
// the sentence; Detail is foreign text.
type Hazard struct{ Rule, Detail string }

// hazards are what a stranger's snapshot may be up to.
func hazards(s share.Snapshot) []Hazard {
	all := addressHazards(s.Endpoint)
	add := func(is bool, rule, detail string) {
		if is {
			all = append(all, Hazard{rule, detail})
		}
	}
	_, dialect := provider.ByName(s.Endpoint.Dialect)
	add(s.Endpoint.Auth != "" && !slices.Contains(provider.AuthStyles, s.Endpoint.Auth), "auth-unknown", string(s.Endpoint.Auth))
	add(s.Endpoint.Dialect != "" && !dialect, "dialect-unknown", s.Endpoint.Dialect)
	names, texts := foreign(s)
	add(slices.ContainsFunc(names, nameHides) || slices.ContainsFunc(texts, textHides), "text-hidden", "")
	return all
}

// addressHazards say where an endpoint would really send to.
func addressHazards(e provider.Endpoint) []Hazard {
	host := e.Host()
	switch {
	case e.Simulated() || e.BaseURL == "":
		return nil
	case host == "":
		return []Hazard{{"address-refused", e.BaseURL}}
	}
	var all []Hazard
	add := func(is bool, rule, detail string) {
		if is {
			all = append(all, Hazard{rule, detail})
		}
	}
	space, like := doctor.SpaceOf(host), doctor.LooksLike(host)
	add(strings.Contains(host, "xn--"), "host-letters", host)
	add(like != "" && space == doctor.Public, "host-like", like)
	add(space == doctor.Loopback, "host-device", host)
	add(space == doctor.Local, "host-network", host)
	add(space == doctor.Public && strings.HasPrefix(e.Origin(), "http:"), "host-plain", host)
	_, err := netip.ParseAddr(host)
	add(space == doctor.Public && err == nil, "host-number", host)
	return all
}

// foreign are the names and the texts of a snapshot that a person reads.
func foreign(s share.Snapshot) (names, texts []string) {
	names = []string{s.Title, s.Endpoint.Model, s.Endpoint.BaseURL, string(s.Endpoint.Auth), s.Endpoint.Dialect, s.Options.ToolChoice}
	texts = []string{s.System, s.Prompt, s.Options.Extra}
	for _, t := range s.Tools {
		names, texts = append(names, t.Name), append(texts, t.Description, t.Parameters.Doc.Text)
	}
	for _, n := range s.Nodes {
		switch m := n.Message.(type) {
		case chat.System:
			texts = append(texts, m.Text)
		case chat.User:
			texts = append(texts, m.Text)
		case chat.Assistant:
			texts = append(texts, m.Text, m.Reasoning)
		case chat.ToolResult:
			names, texts = append(names, m.Name), append(texts, m.Text)
		}
	}
	return names, texts
}

// nameHides says whether a name has a character that is not seen.
func nameHides(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return hides(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) }) >= 0
}

// textHides says whether a text has one that no writing needs.
func textHides(text string) bool { return strings.IndexFunc(text, hides) >= 0 }

// hides is true for characters that turn a text around, control a terminal, or
// write words that only a model reads (the tags of Unicode).
func hides(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\r' && r != '\t'
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return r == 0x7f
}

// Visible is a name on one line with what is not seen in it written out, as
// \u202E, and its end left out where it is long.
func Visible(name string) string {
	const most = 60
	var b strings.Builder
	n := 0
	for _, r := range name {
		if n++; n > most {
			return b.String() + "…"
		}
		if hides(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
			b.WriteString(escape(r))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func escape(r rune) string {
	const digits = "0123456789ABCDEF"
	width := 4
	if r > 0xffff {
		width = 5
	}
	text := make([]byte, width)
	for i := range text {
		text[width-1-i], r = digits[r&15], r>>4
	}
	if width == 4 {
		return `\u` + string(text)
	}
	return `\u{` + string(text) + `}`
}

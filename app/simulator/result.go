package simulator

import (
	"regexp"
	"strings"

	"toolyard/app/jsondoc"
)

// finding is what a result tells, short enough for a sentence.
type finding struct {
	subject string // what the call was about: its first text argument, else its name
	facts   []string
	failed  bool // the result reads like an error; facts hold its message
}

const (
	maxFacts = 5
	maxRunes = 160
)

func find(a answered) finding {
	f := finding{subject: subjectOf(a.call)}
	result := strings.TrimSpace(a.result)
	d := jsondoc.Parse(result)
	if !d.OK() {
		f.failed = looksFailed(result)
		if result != "" {
			f.facts = []string{shorten(result)}
		}
		return f
	}
	if message := errorIn(d); message != "" {
		f.failed, f.facts = true, []string{shorten(message)}
		return f
	}
	l := leaves{doc: d}
	l.add(d.Root, "", 0)
	f.facts = l.found
	return f
}

// subjectOf names a call by what it was made for.
func subjectOf(c call) string {
	d := jsondoc.Parse(c.arguments)
	if d.OK() {
		for _, m := range d.Root.Members {
			if s, ok := d.Str(m.Value); ok && s != "" {
				return shorten(s)
			}
		}
	}
	return c.name
}

var reFailed = regexp.MustCompile(`(?i)^(?:error|failed|failure|exception|timeout|timed out|not found|traceback|unauthorized|错误|失败|超时|未找到|异常)`)

func looksFailed(text string) bool { return reFailed.MatchString(text) }

// errorIn is the message of a result that says it is an error, "" if it doesn't.
func errorIn(d jsondoc.Doc) string {
	for _, name := range []string{"error", "errors", "错误"} {
		n := d.Root.Get(name)
		if n == nil || n.Kind == jsondoc.Null || d.Raw(n) == "false" || d.Raw(n) == "[]" || d.Raw(n) == `""` {
			continue
		}
		if message := n.Get("message"); message != nil {
			n = message
		}
		if s, ok := d.Str(n); ok {
			return s
		}
		return d.Raw(n)
	}
	for _, name := range []string{"ok", "success"} {
		if n := d.Root.Get(name); n != nil && d.Raw(n) == "false" {
			if s, ok := d.Str(d.Root.Get("message")); ok {
				return s
			}
			return d.Raw(d.Root)
		}
	}
	if s, ok := d.Str(d.Root); ok && looksFailed(s) {
		return s
	}
	return ""
}

// leaves collects the first few scalars of a result, each with its name.
type leaves struct {
	doc   jsondoc.Doc
	found []string
}

func (l *leaves) add(n *jsondoc.Node, name string, depth int) {
	if len(l.found) >= maxFacts || depth > 4 || n.Kind == jsondoc.Null {
		return
	}
	for _, m := range n.Members {
		l.add(m.Value, m.Name, depth+1)
	}
	for _, e := range n.Elements {
		if e.Kind != jsondoc.Object {
			l.add(e, "", depth+1)
		} else if line := inline(l.doc, e); line != "" && len(l.found) < maxFacts {
			l.found = append(l.found, line)
		}
	}
	if n.Kind == jsondoc.Object || n.Kind == jsondoc.Array {
		return
	}
	value := l.doc.Raw(n)
	if s, ok := l.doc.Str(n); ok {
		value = shorten(s)
	}
	if name != "" {
		value = strings.ReplaceAll(name, "_", " ") + " " + value
	}
	l.found = append(l.found, value)
}

// inline is an element of a list in a few words.
func inline(d jsondoc.Doc, n *jsondoc.Node) string {
	var parts []string
	for _, m := range n.Members {
		if m.Value.Kind == jsondoc.Object || m.Value.Kind == jsondoc.Array || m.Value.Kind == jsondoc.Null || len(parts) == 3 {
			continue
		}
		if s, ok := d.Str(m.Value); ok {
			parts = append(parts, shorten(s))
			continue
		}
		parts = append(parts, strings.ReplaceAll(m.Name, "_", " ")+" "+d.Raw(m.Value))
	}
	return strings.Join(parts, " · ")
}

func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxRunes {
		return string(r[:maxRunes]) + "…"
	}
	return s
}

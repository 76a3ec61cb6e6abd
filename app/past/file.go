package past

import (
	"strings"
	"time"
	"unicode"

	"toolyard/app/jsondoc"
	"toolyard/app/share"
)

// A bundle is one JSON object. What is left out is unknown; what is unknown is
// ignored. Every playground is a whole file of package share, so that it can be
// cut out.
//
//	bundle = { "toolyard": 1, "playgrounds": [kept…] }
//	kept   = { "name"?, "at"?: RFC 3339, "why"?, "pinned"?: bool, "lineage"?, "playground": file }
//
// Entries of one lineage are one playground at several times.

// Extension ends the names of files.
const Extension = ".toolyard.json"

// MostRead bounds the bytes of a file that is read: twice what a history holds,
// as a file is indented.
const MostRead = 2 * MostBytes

// mostBundled bounds how many playgrounds a bundle may hold.
const mostBundled = 1000

// Indented is a file's text for a person to read. It reads back as the same.
func Indented(text string) string {
	d := jsondoc.Parse(text)
	if !d.OK() {
		return text
	}
	return jsondoc.Indent(d, d.Root, "", "  ") + "\n"
}

// Bundle is the text of a file of many playgrounds. What is damaged is left out.
func Bundle(records []Record) string {
	var b strings.Builder
	b.WriteString(`{"toolyard":1,"playgrounds":[`)
	separator := ""
	for _, r := range records {
		if r.Why == Damaged {
			continue
		}
		b.WriteString(separator + "{")
		separator = ","
		for _, m := range [][2]string{
			{"name", r.Name}, {"at", time.UnixMilli(r.At).UTC().Format("2006-01-02T15:04:05.000Z07:00")},
			{"why", string(r.Why)}, {"lineage", r.Lineage},
		} {
			if m[1] != "" {
				b.WriteString(jsondoc.Quote(m[0]) + ":" + jsondoc.Quote(m[1]) + ",")
			}
		}
		if r.Pinned {
			b.WriteString(`"pinned":true,`)
		}
		b.WriteString(`"playground":` + r.Text + "}")
	}
	b.WriteString("]}")
	return Indented(b.String())
}

// IsBundle knows a bundle by its playgrounds.
func IsBundle(root *jsondoc.Node) bool {
	return root.Get("toolyard") != nil && root.Get("playgrounds") != nil
}

// Unbundle reads the playgrounds of a bundle. IDs are empty: those of another
// history mean nothing. Its error is that of the first playground at fault, with
// its place in the bundle.
func Unbundle(d jsondoc.Doc, root *jsondoc.Node) ([]Record, error) {
	if fault := version(d, root); fault != nil {
		return nil, fault
	}
	list := root.Get("playgrounds")
	if list.Kind != jsondoc.Array {
		return nil, &share.Error{Fault: share.ErrCorrupt, Pointer: "/playgrounds"}
	}
	if len(list.Elements) > mostBundled {
		return nil, &share.Error{Fault: share.ErrTooLarge, Pointer: "/playgrounds"}
	}
	var records []Record
	for _, e := range list.Elements {
		r, err := record(d, e)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

// version holds a bundle to be one that this program knows, as share does.
func version(d jsondoc.Doc, root *jsondoc.Node) error {
	_, err := share.Unmarshal(`{"toolyard":` + d.Raw(root.Get("toolyard")) + `}`)
	return err
}

func record(d jsondoc.Doc, n *jsondoc.Node) (Record, error) {
	playground := n.Get("playground")
	if playground == nil {
		return Record{}, &share.Error{Fault: share.ErrCorrupt, Pointer: "/playgrounds"}
	}
	s, err := share.Unmarshal(d.Raw(playground))
	if err != nil {
		return Record{}, err
	}
	text := func(name string) string { s, _ := d.Str(n.Get(name)); return s }
	e := Entry{Name: text("name"), Lineage: text("lineage"), Why: File}
	if at, err := time.Parse(time.RFC3339, text("at")); err == nil {
		e.At = at.UnixMilli()
	}
	if p := n.Get("pinned"); p != nil {
		e.Pinned = d.Raw(p) == "true"
	}
	return New(e, s), nil
}

// FileName is a name for the file of something with a title: letters, digits and
// hyphens, not too long.
func FileName(title string) string {
	var b strings.Builder
	letters, gap := 0, false
	for _, r := range title {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && letters > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
		if letters, gap = letters+1, false; letters == 60 {
			break
		}
	}
	if letters == 0 {
		return "playground" + Extension
	}
	return b.String() + Extension
}

// Fault is the stable id of what is wrong with a file, for the page's sentence;
// "" where its text is one playground or a bundle.
func Fault(text string) (reason, detail string) {
	if len(text) > MostRead {
		return "file-too-large", ""
	}
	d := jsondoc.Parse(text)
	if !d.OK() {
		return broken(d)
	}
	var err error
	if IsBundle(d.Root) {
		_, err = Unbundle(d, d.Root)
	} else {
		_, err = share.Unmarshal(text)
	}
	if err == nil {
		return "", ""
	}
	return "file-" + strings.TrimPrefix(share.Reason(err), "link-"), err.Error()
}

// broken tells a file that was cut from one that is no JSON at all.
func broken(d jsondoc.Doc) (reason, detail string) {
	text := strings.TrimSpace(d.Text)
	if len(d.Errors) == 0 || text == "" {
		return "file-not-json", ""
	}
	for _, e := range d.Errors {
		switch e.Rule {
		case jsondoc.RuleDepth:
			return "file-too-large", e.Error()
		case jsondoc.RuleUnclosed, jsondoc.RuleString:
			if strings.HasPrefix(text, "{") {
				return "file-cut", e.Error()
			}
		}
	}
	return "file-not-json", d.Errors[0].Error()
}

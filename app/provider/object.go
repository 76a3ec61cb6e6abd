package provider

import (
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
)

// object is a JSON object being written: members in order, values as JSON text.
type object []chat.Member

func (o *object) raw(name, value string)  { *o = append(*o, chat.Member{Name: name, Raw: value}) }
func (o *object) text(name, value string) { o.raw(name, jsondoc.Quote(value)) }

// replace puts a value in the place of the member of that name, or at the end.
func (o *object) replace(name, value string) {
	for i := range *o {
		if (*o)[i].Name == name {
			(*o)[i].Raw = value
			return
		}
	}
	o.raw(name, value)
}

func (o *object) has(name string) bool {
	for _, m := range *o {
		if m.Name == name {
			return true
		}
	}
	return false
}

func (o object) String() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(jsondoc.Quote(m.Name))
		b.WriteByte(':')
		b.WriteString(m.Raw)
	}
	b.WriteByte('}')
	return b.String()
}

func array(elements []string) string { return "[" + strings.Join(elements, ",") + "]" }

package simulator

import (
	"math/big"
	"strings"

	"toolyard/app/jsondoc"
)

// role is what a parameter is for, as far as its name and description tell.
type role struct {
	kinds []kind
	unit  string // of a number
}

var roles = []struct {
	words string // of the parameter's name, or of its description in Chinese
	kinds []kind
}{
	{"currency currencies from_currency to_currency 货币 币种", []kind{currency}},
	{"email mail recipient sender 邮箱 邮件地址", []kind{email, person}},
	{"url uri link website 网址 链接", []kind{address}},
	{"attendee participant guest member people invitee person 参与者 参会人 与会 联系人", []kind{email, person}},
	{"location city place destination origin region town area where country 城市 地点 位置 目的地 出发地 区县", []kind{place}},
	{"date day start end since until when deadline due 日期 开始 结束 哪天", []kind{day}},
	{"time clock hour 时间 几点", []kind{clock, day}},
	{"id number code ref sku ticket order tracking 编号 单号 号码 订单号", []kind{identifier, quoted}},
	{"query keyword search term text title name subject topic 关键词 搜索 标题 名称 主题", []kind{quoted}},
}

// roleOf reads a parameter's purpose.
func (f *filler) roleOf(name string, n *jsondoc.Node) role {
	var r role
	description := strings.ToLower(text(f.doc, n.Get("description")))
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(splitCamel(name)), func(c rune) bool { return c == '_' || c == '-' || c == ' ' || c == '.' }) {
		words[stem(w)] = true
	}
	if (words["from"] || words["to"] || words["base"] || words["target"]) && strings.Contains(description, "currency") {
		words["currency"] = true
	}
	for _, candidate := range roles {
		for _, w := range strings.Fields(candidate.words) {
			if words[w] || !isLatin(w) && strings.Contains(description, w) {
				r.kinds = append(r.kinds, candidate.kinds...)
				break
			}
		}
	}
	for w := range terms(name + " " + description) {
		if u := unitOf(w, true); u != "" && (r.unit == "" || u < r.unit) {
			r.unit = u
		}
	}
	if u := unitOfName(words); u != "" {
		r.unit = u
	}
	return r
}

func unitOfName(words map[string]bool) string {
	for _, u := range units {
		for _, w := range u.words {
			if words[w] {
				return u.unit
			}
		}
	}
	return ""
}

// wants is true for an optional member that the ask has something for.
func (f *filler) wants(name string, n *jsondoc.Node) bool {
	if f.lean || n == nil || n.Kind != jsondoc.Object || f.depth > maxDepth/2 {
		return false
	}
	if values := elements(n.Get("enum")); len(values) > 0 {
		trial := *f
		trial.facts = append([]fact{}, f.facts...)
		return trial.named(values) != nil
	}
	switch f.typeOf(n) {
	case "object":
		return false
	case "array":
		return f.wantsItem(name, f.resolve(n.Get("items")))
	case "boolean":
		return f.mentioned(name)
	}
	_, ok := f.find(name, n)
	return ok
}

// wantsItem is true while there are facts for one more item of an array.
func (f *filler) wantsItem(name string, element *jsondoc.Node) bool {
	if f.lean || element == nil || element.Kind != jsondoc.Object || f.typeOf(element) != "string" || element.Get("enum") != nil {
		return false
	}
	_, ok := f.find(name, element)
	return ok
}

// mentioned is true where the ask has every word of a name.
func (f *filler) mentioned(name string) bool {
	asked := terms(f.ask)
	words := terms(strings.ReplaceAll(name, "_", " "))
	found := 0
	for w := range words {
		if w[0] != '#' && !asked[w] {
			return false
		}
		found++
	}
	return found > 0
}

// given is a value that the ask names for a parameter.
func (f *filler) given(name string, n *jsondoc.Node) (string, bool) {
	if f.lean {
		return "", false
	}
	if f.typeOf(n) == "boolean" && f.mentioned(name) {
		return "true", true
	}
	fa, ok := f.find(name, n)
	if !ok {
		return "", false
	}
	fa.taken = true
	return f.written(*fa, n), true
}

// find is the first fact that suits a parameter and is not in use.
func (f *filler) find(name string, n *jsondoc.Node) (*fact, bool) {
	r := f.roleOf(name, n)
	switch f.typeOf(n) {
	case "integer", "number":
		return f.findNumber(r, n)
	case "string":
	default:
		return nil, false
	}
	if len(r.kinds) > 0 && r.kinds[0] == currency && strings.HasPrefix(name, "to") && f.left(currency) == 2 {
		f.skip(currency) // the parameter named "to" stands before "from"
	}
	for _, k := range append(f.formatKinds(n), r.kinds...) {
		for i := range f.facts {
			if fa := &f.facts[i]; fa.kind == k && !fa.taken && f.fits(n, f.written(*fa, n)) {
				return fa, true
			}
		}
	}
	return nil, false
}

func (f *filler) left(k kind) (n int) {
	for _, fa := range f.facts {
		if fa.kind == k && !fa.taken {
			n++
		}
	}
	return n
}

// skip puts the first free fact of a kind behind the others.
func (f *filler) skip(k kind) {
	for i, fa := range f.facts {
		if fa.kind == k && !fa.taken {
			f.facts = append(append(append([]fact{}, f.facts[:i]...), f.facts[i+1:]...), fa)
			return
		}
	}
}

func (f *filler) formatKinds(n *jsondoc.Node) []kind {
	switch text(f.doc, n.Get("format")) {
	case "date":
		return []kind{day}
	case "date-time":
		return []kind{day, clock}
	case "time":
		return []kind{clock}
	case "email":
		return []kind{email}
	case "uri":
		return []kind{address}
	}
	return nil
}

// findNumber wants a number of the parameter's unit. Only a required one takes
// a number of no unit: an optional one is better left out than wrong.
func (f *filler) findNumber(r role, n *jsondoc.Node) (*fact, bool) {
	for _, unit := range []string{r.unit, ""} {
		for i := range f.facts {
			fa := &f.facts[i]
			if fa.kind != number || fa.taken || fa.unit != unit || unit == "" && r.unit != "" && r.unit != "count" && !f.must {
				continue
			}
			if f.fits(n, f.written(*fa, n)) {
				return fa, true
			}
		}
	}
	return nil, false
}

// written is a fact as the JSON that a parameter takes.
func (f *filler) written(fa fact, n *jsondoc.Node) string {
	switch f.typeOf(n) {
	case "integer", "number":
		v, ok := new(big.Rat).SetString(fa.value)
		if !ok {
			return "1"
		}
		if f.typeOf(n) == "integer" {
			return f.within(n, v)
		}
		return fa.value
	}
	value := fa.value
	if fa.kind == clock && text(f.doc, n.Get("format")) == "date-time" {
		return jsondoc.Quote(f.today + "T" + value + ":00Z")
	}
	if format := text(f.doc, n.Get("format")); fa.kind == day && (format == "date-time" || wantsClock(text(f.doc, n.Get("description")))) {
		value += "T" + f.clock() + ":00"
		if format == "date-time" {
			value += "Z"
		}
	}
	return jsondoc.Quote(value)
}

// clock is the time of day that the ask names, or nine in the morning.
func (f *filler) clock() string {
	for _, fa := range f.facts {
		if fa.kind == clock {
			return fa.value
		}
	}
	return "09:00"
}

// wantsClock is true for descriptions of a moment rather than of a day.
func wantsClock(description string) bool {
	return strings.Contains(description, "T09:") || strings.Contains(description, "T15:") ||
		strings.Contains(strings.ToLower(description), "date and time") || strings.Contains(description, "日期和时间")
}

package importer

import (
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// settings says what the members of a request's body, or of an object inside it,
// are read as. What it does not list is for the caller.
type settings map[string]func(*reading, jsondoc.Member)

// extra is a member that goes into the free JSON object of the options.
type extra struct{ name, raw string }

// body reads the members of an object by a table, and the others as it is told.
func (r *reading) body(n *jsondoc.Node, table settings, other func(*reading, jsondoc.Member)) {
	for _, m := range r.members(n) {
		if read, ok := table[m.Name]; ok {
			read(r, m)
			continue
		}
		other(r, m)
	}
}

// toExtra keeps a member as it is, for the free JSON object. What holds a key is
// left out: the object is part of links and files.
func (r *reading) toExtra(m jsondoc.Member) { r.toExtraAs(m.Name, m) }

func (r *reading) toExtraAs(name string, m jsondoc.Member) {
	if isSecret(m) {
		r.noteMember(RuleSecretLost, m)
		return
	}
	if name != m.Name {
		r.note(RuleRenamed, m.Name+" "+name, m.NameStart, m.Value.End)
	}
	r.extra = append(r.extra, extra{name, jsondoc.Compact(r.doc, m.Value)})
	r.part(PartExtra, name, m.NameStart, m.Value.End)
}

// secrets are the names that people give to keys, without case and dashes; those
// of the second list mean one at the top of a body only.
var (
	secrets    = []string{"apikey", "xapikey", "authorization", "accesstoken", "password", "secret"}
	topSecrets = []string{"key", "token"}
)

func isSecret(m jsondoc.Member) bool {
	return slices.Contains(topSecrets, plain(m.Name)) || holdsSecret(m)
}

// holdsSecret reports whether a member, or one inside it, is a text by such a name.
func holdsSecret(m jsondoc.Member) bool {
	return isText(m.Value) && slices.Contains(secrets, plain(m.Name)) ||
		slices.ContainsFunc(m.Value.Members, holdsSecret) ||
		slices.ContainsFunc(m.Value.Elements, func(e *jsondoc.Node) bool { return holdsSecret(jsondoc.Member{Value: e}) })
}

func plain(name string) string {
	return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(name))
}

// finishExtra writes the free JSON object.
func (r *reading) finishExtra() {
	if len(r.extra) == 0 {
		return
	}
	var b strings.Builder
	for i, e := range r.extra {
		b.WriteString([]string{"{", ","}[min(i, 1)])
		b.WriteString(jsondoc.Quote(e.name) + ":" + e.raw)
	}
	d := jsondoc.Parse(b.String() + "}")
	r.found.Snapshot.Options.Extra = jsondoc.Indent(d, d.Root, "", "  ")
}

// lost tells of a setting that has no counterpart.
func (r *reading) lost(m jsondoc.Member) { r.noteMember(RuleSettingLost, m) }

// The settings that several dialects have. A value that a setting's control can't
// hold goes into the free JSON object, so that the request stays what it was.

func (r *reading) model(m jsondoc.Member) {
	if !isText(m.Value) {
		r.toExtra(m)
		return
	}
	r.found.Snapshot.Endpoint.Model = r.text(m.Value)
	r.partMember(PartModel, m)
}

func (r *reading) stream(m jsondoc.Member) {
	if m.Value.Kind != jsondoc.Bool {
		r.toExtra(m)
		return
	}
	r.found.Snapshot.Options.Stream = r.doc.Raw(m.Value)
	r.partMember(PartStream, m)
}

func (r *reading) temperature(m jsondoc.Member) {
	if m.Value.Kind != jsondoc.Number {
		r.toExtra(m)
		return
	}
	r.found.Snapshot.Options.Temperature = r.doc.Raw(m.Value)
	r.partMember(PartTemperature, m)
}

func (r *reading) maxTokens(m jsondoc.Member) {
	raw := r.doc.Raw(m.Value)
	if m.Value.Kind != jsondoc.Number || strings.Trim(raw, "0123456789") != "" || raw[0] == '0' {
		r.toExtraAs("max_tokens", m)
		return
	}
	r.found.Snapshot.Options.MaxTokens = raw
	r.partMember(PartMaxTokens, m)
}

func (r *reading) parallel(m jsondoc.Member) {
	if m.Value.Kind != jsondoc.Bool {
		r.toExtra(m)
		return
	}
	r.found.Snapshot.Options.ParallelToolCalls = r.doc.Raw(m.Value)
	r.partMember(PartParallel, m)
}

// choose takes a choice of tools, "" for one that can't be expressed.
func (r *reading) choose(choice string, m jsondoc.Member, other func(*reading, jsondoc.Member)) {
	if choice == "" {
		other(r, m)
		return
	}
	r.found.Snapshot.Options.ToolChoice = choice
	r.partMember(PartToolChoice, m)
}

// toolNamed is the choice of one tool, "" without a name.
func (r *reading) toolNamed(name *jsondoc.Node) string {
	if text := r.text(name); text != "" {
		return "tool:" + text
	}
	return ""
}

// choiceWord is one of the words that chat completions have, or "".
func choiceWord(word string) string {
	switch word {
	case "auto", "none", "required":
		return word
	}
	return ""
}

// onlyMembers reports whether an object has no others than these.
func onlyMembers(n *jsondoc.Node, names ...string) bool {
	return isObject(n) && !slices.ContainsFunc(n.Members, func(m jsondoc.Member) bool { return !slices.Contains(names, m.Name) })
}

// converted tells that a request of another dialect was read as one of chat
// completions.
func (r *reading) converted(n *jsondoc.Node) {
	r.found.Snapshot.Endpoint.Dialect = "chat-tools"
	r.note(RuleConverted, string(r.found.Kind), n.Start, n.Start+1)
}

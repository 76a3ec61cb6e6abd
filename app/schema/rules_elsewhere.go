package schema

import (
	"strings"

	"toolyard/app/jsondoc"
)

// The rules here find what is said as other drafts and OpenAPI say it.

// nullableUnknown finds OpenAPI 3.0's nullable, which JSON Schema has not.
func nullableUnknown(x *Subject) {
	i := x.Node.Index("nullable")
	if i < 0 || x.Node.Members[i].Value.Kind != jsondoc.Bool {
		return
	}
	n, at := x.Node, x.Place()
	on := x.Schema.Doc.Raw(n.Members[i].Value) == "true"
	x.member(i, "nullable", func() []Fix {
		gone := x.Schema.unset(n, "nullable")
		if !on {
			return []Fix{{ID: FixRemoveKeyword, Edits: gone}}
		}
		return []Fix{{ID: FixNullable, Edits: jsondoc.Join(gone, x.Schema.Nullable(at, true))}}
	})
}

// isDraft07 reports whether the text says that it is of draft-07 or before.
func (d *survey) isDraft07() bool {
	if d.draft07 == nil {
		uri, _ := d.schema.Doc.Str(d.schema.Doc.Root.Get("$schema"))
		old := strings.Contains(uri, "json-schema.org/draft-0")
		d.draft07 = &old
	}
	return *d.draft07
}

// keywordDraft07 finds what draft 2020-12 spells otherwise, in a text that does
// not say that it is older.
func keywordDraft07(x *Subject) {
	if x.doc.isDraft07() {
		return
	}
	n := x.Node
	for i, m := range n.Members {
		k, ok := known(m.Name)
		switch {
		case !ok || n.Index(m.Name) != i:
		case m.Name == items && m.Value.Kind == jsondoc.Array:
			x.member(i, "items prefixItems", fix(FixCurrent, func() []jsondoc.Edit { return x.Schema.renamePair(n, items, "prefixItems", "additionalItems") }))
		case m.Name == "additionalItems":
			if list := n.Get(items); list == nil || list.Kind != jsondoc.Array {
				x.member(i, "additionalItems items", x.without("additionalItems"))
			}
		case k.Instead != "":
			outer := pointer(x.path)
			x.member(i, m.Name+" "+k.Instead, fix(FixCurrent, func() []jsondoc.Edit { return x.Schema.currently(n, i, outer) }))
		}
	}
}

// renamePair renames one keyword, and another to what the first was called.
func (s Schema) renamePair(n *jsondoc.Node, first, to, second string) []jsondoc.Edit {
	if n.Get(to) != nil {
		return nil
	}
	return jsondoc.Join(s.Doc.RenameMember(n, n.Index(first), to), s.Doc.RenameMember(n, n.Index(second), first))
}

// currently spells definitions or dependencies, member i of n, as 2020-12 has it.
func (s Schema) currently(n *jsondoc.Node, i int, outer Pointer) []jsondoc.Edit {
	name, value := n.Members[i].Name, n.Members[i].Value
	to := "$defs"
	if name == "dependencies" {
		lists := 0
		for _, m := range value.Members {
			if m.Value.Kind == jsondoc.Array {
				lists++
			}
		}
		switch {
		case lists == 0:
			to = "dependentSchemas"
		case lists == len(value.Members):
			to = "dependentRequired"
		default:
			return nil
		}
	}
	if n.Get(to) != nil {
		return nil
	}
	return jsondoc.Join(s.Doc.RenameMember(n, i, to), s.repoint(outer.Child(name), outer.Child(to)))
}

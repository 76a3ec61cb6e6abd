package schema

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"toolyard/app/jsondoc"
)

// verbs are the edits that testdata/edits.txt names: with a place, "." being the
// root, and further words.
var verbs = map[string]func(s Schema, at Place, words []string) []jsondoc.Edit{
	"set":      func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Set(at, w[0], w[1]) },
	"unset":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Unset(at, w[0]) },
	"title":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Title(at, strings.Join(w, " ")) },
	"const":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Const(at, strings.Join(w, " ")) },
	"default":  func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Default(at, strings.Join(w, " ")) },
	"examples": func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Examples(at, w) },
	"types":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.SetTypes(at, w) },
	"retype":   func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Retype(at, w[0]) },
	"nullable": func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Nullable(at, true) },
	"notnull":  func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Nullable(at, false) },
	"insert": func(s Schema, at Place, w []string) []jsondoc.Edit {
		return s.InsertValue(at, w[0], number(w[1]), w[2])
	},
	"value": func(s Schema, at Place, w []string) []jsondoc.Edit { return s.SetValue(at, w[0], number(w[1]), w[2]) },
	"drop":  func(s Schema, at Place, w []string) []jsondoc.Edit { return s.RemoveValue(at, w[0], number(w[1])) },
	"order": func(s Schema, at Place, w []string) []jsondoc.Edit {
		return s.MoveValue(at, w[0], number(w[1]), number(w[2]))
	},
	"entry":     func(s Schema, at Place, w []string) []jsondoc.Edit { return s.AddEntry(at, w[0], w[1], w[2]) },
	"with":      func(s Schema, at Place, w []string) []jsondoc.Edit { return s.RequireWith(at, w) },
	"rename":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Rename(at, w[0]) },
	"remove":    func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Remove(at) },
	"shift":     func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Shift(at, number(w[0])) },
	"duplicate": func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Duplicate(at) },
	"moveto":    func(s Schema, at Place, w []string) []jsondoc.Edit { return s.MoveTo(at, root(w[0]), number(w[1])) },
	"paste": func(s Schema, at Place, w []string) []jsondoc.Edit {
		return s.Paste(at, number(w[0]), w[1], strings.Join(w[2:], " "))
	},
	"unite":   func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Unite(at) },
	"unify":   func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Unify(at) },
	"extract": func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Extract(at, w[0]) },
	"refer":   func(s Schema, at Place, w []string) []jsondoc.Edit { return s.Refer(at, Place(w[0])) },
	"inline":  func(s Schema, at Place, _ []string) []jsondoc.Edit { return s.Inline(at) },
	"define":  func(s Schema, _ Place, w []string) []jsondoc.Edit { return s.Define(w[0], w[1]) },
}

func number(word string) int { n, _ := strconv.Atoi(word); return n }

func root(word string) Place {
	if word == "." {
		return ""
	}
	return Place(word)
}

// TestEditsGolden runs testdata/edits.txt: a line that begins with "{" is a
// schema, every other is an edit of it: a verb, a place and words.
func TestEditsGolden(t *testing.T) {
	var s Schema
	used := map[string]bool{}
	golden(t, "testdata/edits.txt", func(line string) []string {
		if line[0] == '{' {
			s = Read(strings.ReplaceAll(line, "\\n", "\n"))
			return nil
		}
		words := strings.Split(line, " ")
		verb := verbs[words[0]]
		if verb == nil {
			t.Fatalf("no edit is called %s", words[0])
		}
		used[words[0]] = true
		edits := verb(s, root(words[1]), words[2:])
		checkEdit(t, s, line, edits)
		after := jsondoc.Apply(s.Doc.Text, edits)
		if len(edits) == 0 {
			return []string{"nothing"}
		}
		if after == s.Doc.Text {
			return []string{fmt.Sprint("no change, but edits: ", edits)}
		}
		return []string{strings.ReplaceAll(after, "\n", "\\n")}
	})
	for verb := range verbs {
		if !used[verb] {
			t.Errorf("no case has the edit %s", verb)
		}
	}
}

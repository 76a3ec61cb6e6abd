package play

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryChangeIsListed finds the kinds of steps in the source: each has its
// word in the locale by the list.
func TestEveryChangeIsListed(t *testing.T) {
	packages, err := parser.ParseDir(token.NewFileSet(), ".", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found, spelt := map[string]bool{}, map[string]bool{}
	for name, file := range packages["play"].Files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text, ok := n.(*ast.BasicLit); ok && name != "said.go" {
				kind, _, _ := strings.Cut(strings.Trim(text.Value, `"`), " ")
				spelt[kind] = true
			}
			if call, ok := n.(*ast.CallExpr); ok {
				for _, kind := range kindsOf(call) {
					found[kind] = true
				}
			}
			return true
		})
	}
	for kind := range found {
		if !slices.Contains(changes, kind) {
			t.Errorf("%s is missing among the changes", kind)
		}
	}
	for _, kind := range changes {
		if !found[kind] && !spelt[kind] { // some are handed on before they make a step
			t.Errorf("%s is no change", kind)
		}
	}
}

// kindsOf is the kind that a call gives a step: m.step(…), m.edit(id, …), and what
// typed makes of a control.
func kindsOf(call *ast.CallExpr) []string {
	name, at, prefix := "", 0, ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	switch name {
	case "step":
	case "edit":
		at = 1
	case "typed":
		prefix = "parameter-"
	default:
		return nil
	}
	if at >= len(call.Args) {
		return nil
	}
	e := call.Args[at]
	if sum, ok := e.(*ast.BinaryExpr); ok {
		e = sum.X
	}
	if literal, ok := e.(*ast.BasicLit); ok {
		text, _ := strconv.Unquote(literal.Value)
		kind, _, _ := strings.Cut(text, " ")
		return []string{prefix + kind}
	}
	if name, ok := e.(*ast.Ident); ok && name.Name == "change" && at == 0 {
		return []string{"parameters-text"}
	}
	return nil
}

// said is what the page tells of undo.
func (s *stage) said() string {
	var said []string
	for _, n := range s.model.Notices {
		said = append(said, n.Kind+" "+n.Detail)
	}
	return strings.Join(said, ", ")
}

func TestUndoSaysWhatItUndid(t *testing.T) {
	s, id := withWrong(t, wrongSchema)
	s.do(SchemaViewChosen{"visual"}, ParameterRemoved{id, "0"}, ToolAdded{}, Undone{})
	if got := s.said(); got != "undone tool-added" || s.model.View.Tool != id {
		t.Errorf("%s, tool %d", got, s.model.View.Tool)
	}
	s.do(ToolSelected{s.model.Tools[0].ID}, Undone{})
	if got := s.said(); got != "undone parameter-removed" || s.model.View.Tool != id || s.model.View.Row() != "0" {
		t.Errorf("%s, tool %d, row %s", got, s.model.View.Tool, s.model.View.Row())
	}
	if got := s.host.reveal; len(got) == 0 || got[len(got)-1] != ParameterField("0") {
		t.Errorf("shown is %v", got)
	}
	s.do(Redone{})
	if got := s.said(); got != "redone parameter-removed" {
		t.Error(got)
	}
	s.do(ToolNamed{id, "x"})
	if got := s.said(); got != "" {
		t.Errorf("after an edit: %s", got)
	}
	s.do(SchemaViewChosen{"json"}, Undone{}, Undone{})
	if sel := s.model.View.Select; !strings.HasSuffix(s.text(id)[:sel.End], `"description": "d"},`+"\n    ") && sel.Start != sel.End {
		t.Errorf("the caret is at %+v", sel)
	}
}

// TestUndoForgetsWhyNothingWasSent: the reason may be gone.
func TestUndoForgetsWhyNothingWasSent(t *testing.T) {
	s, id := withWrong(t, wrongSchema)
	s.do(ToolNamed{id, ""}, PromptTyped{"Hello"}, Sent{})
	if got := s.said(); got != "unsendable " {
		t.Fatal(got)
	}
	s.do(Undone{})
	if got := s.said(); got != "undone tool-name" {
		t.Error(got)
	}
}

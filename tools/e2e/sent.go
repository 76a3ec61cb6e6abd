package e2e

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// last returns the last completion that the endpoint was asked for.
func (s *Stage) last() (Received, error) {
	asked := s.Endpoint.Received(http.MethodPost)
	if len(asked) == 0 {
		return Received{}, fmt.Errorf("nothing was sent")
	}
	return asked[len(asked)-1], nil
}

// sent compares the last request with a block of JSON: the same value, numbers
// exact, the order of members left aside.
func sent(s *Stage, step Step) error {
	want := jsondoc.Parse(step.Block)
	if !want.OK() {
		return never("the block is no JSON: %v", want.Errors)
	}
	return eventually(func() error {
		request, err := s.last()
		if err != nil {
			return err
		}
		got := jsondoc.Parse(request.Body)
		at := got.At(step.Rest)
		if jsondoc.Equal(got, at, want, want.Root) {
			return nil
		}
		return fmt.Errorf("sent:\n%s\nwant:\n%s\nthey differ at %q", indented(got, at), indented(want, want.Root),
			difference(side{got, at}, side{want, want.Root}))
	})
}

func indented(d jsondoc.Doc, n *jsondoc.Node) string {
	if n == nil {
		return "nothing"
	}
	return jsondoc.Indent(d, n, "", "  ")
}

// side is one of two values that are compared.
type side struct {
	doc  jsondoc.Doc
	node *jsondoc.Node
}

// difference is the JSON Pointer of the first place where two values differ.
func difference(a, b side) string {
	if a.node == nil || b.node == nil || a.node.Kind != b.node.Kind {
		return ""
	}
	for _, m := range append(a.node.Members, b.node.Members...) {
		x, y := side{a.doc, a.node.Get(m.Name)}, side{b.doc, b.node.Get(m.Name)}
		if !jsondoc.Equal(x.doc, x.node, y.doc, y.node) {
			return "/" + m.Name + difference(x, y)
		}
	}
	for i := range max(len(a.node.Elements), len(b.node.Elements)) {
		x, y := a.element(i), b.element(i)
		if !jsondoc.Equal(x.doc, x.node, y.doc, y.node) {
			return "/" + strconv.Itoa(i) + difference(x, y)
		}
	}
	return ""
}

func (s side) element(i int) side {
	if i < len(s.node.Elements) {
		return side{s.doc, s.node.Elements[i]}
	}
	return side{s.doc, nil}
}

func sentCount(s *Stage, step Step) error {
	want, err := strconv.Atoi(step.Rest)
	if err != nil {
		return err
	}
	if n := len(s.Endpoint.Received(http.MethodPost)); n != want {
		return fmt.Errorf("%d requests were sent", n)
	}
	return nil
}

// header compares a header of the last request; no value means that it was not
// sent. A failure does not print what may be a key.
func header(s *Stage, step Step) error {
	name, want, _ := strings.Cut(step.Rest, " ")
	request, err := s.last()
	if err != nil {
		return err
	}
	if got := request.Header.Get(name); got != want {
		return fmt.Errorf("%s has %d characters and is another", name, len(got))
	}
	return nil
}

func aborted(s *Stage, _ Step) error {
	return eventually(func() error {
		request, err := s.last()
		if err == nil && !request.Aborted {
			err = fmt.Errorf("the endpoint did not see the page go away")
		}
		return err
	})
}

package e2e

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Target names an element of the page:
//
//	send                             by test id
//	tool-result[call-id=call_1]      with this data attribute; aria-… is spelled out
//	message[role=user][2]            the second one of those
//	message[role=user]>message-edit  inside of another
type Target []part

// part is one element of the way to a target.
type part struct {
	id    string
	state map[string]string
	nth   int // from 1; 0 where the target doesn't say
}

// cutTarget reads the target that a text begins with, and the rest behind the
// space after it.
func cutTarget(text string) (Target, string, error) {
	var t Target
	for {
		p, rest, err := cutPart(text)
		if err != nil {
			return nil, "", err
		}
		t = append(t, p)
		inner, deeper := strings.CutPrefix(rest, ">")
		if !deeper {
			tail, spaced := strings.CutPrefix(rest, " ")
			if rest != "" && !spaced {
				return nil, "", fmt.Errorf("%q can't follow a target", rest)
			}
			return t, tail, nil
		}
		text = inner
	}
}

func cutPart(text string) (part, string, error) {
	end := strings.IndexAny(text+" ", " [>")
	p := part{id: text[:end], state: map[string]string{}}
	if p.id == "" {
		return p, "", fmt.Errorf("a test id is missing before %q", text)
	}
	text = text[end:]
	for strings.HasPrefix(text, "[") {
		inside, rest, closed := strings.Cut(text[1:], "]")
		if !closed {
			return p, "", fmt.Errorf("%q is not closed", text)
		}
		if name, value, ok := strings.Cut(inside, "="); ok {
			p.state[name] = value
		} else if nth, err := strconv.Atoi(inside); err == nil && nth > 0 {
			p.nth = nth
		} else {
			return p, "", fmt.Errorf("[%s] is neither [name=value] nor [number]", inside)
		}
		text = rest
	}
	return p, text, nil
}

func (t Target) String() string {
	var parts []string
	for _, p := range t {
		text := p.id
		for _, name := range sortedKeys(p.state) {
			text += "[" + name + "=" + p.state[name] + "]"
		}
		if p.nth > 0 {
			text += "[" + strconv.Itoa(p.nth) + "]"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ">")
}

// find returns the elements of the page that a target means.
func (t Target) find(page Page) ([]Element, error) {
	var ids []string
	for _, p := range t {
		ids = append(ids, p.id)
	}
	all, err := page.Look(ids...)
	if err != nil {
		return nil, err
	}
	around := []int{-1} // indexes of what the parts so far mean
	for depth, p := range t {
		around = p.within(all, around, depth > 0)
	}
	var found []Element
	for _, i := range around {
		if i >= 0 {
			found = append(found, all[i])
		}
	}
	return found, nil
}

// within returns the indexes of the elements that are this part, inside of one
// of those around it.
func (p part) within(all []Element, around []int, nested bool) []int {
	var found []int
	for i, e := range all {
		if e.ID == p.id && p.fits(e) && (!nested || inside(all, i, around)) {
			found = append(found, i)
		}
	}
	if p.nth == 0 {
		return found
	}
	if p.nth > len(found) {
		return nil
	}
	return found[p.nth-1 : p.nth]
}

func (p part) fits(e Element) bool {
	for name, value := range p.state {
		if got, ok := e.State[name]; !ok || got != value {
			return false
		}
	}
	return true
}

func inside(all []Element, i int, around []int) bool {
	for up := all[i].Parent; up >= 0; up = all[up].Parent {
		if slices.Contains(around, up) {
			return true
		}
	}
	return false
}

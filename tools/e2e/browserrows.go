package e2e

import (
	"fmt"
	"strings"
)

// keyOn presses a key, with those that are held down before it, on an element
// that has the focus: Enter, Alt+ArrowUp.
func (p *BrowserPage) keyOn(e Element, keys string) error {
	var focused bool
	if err := call(p, &focused, "focus", e.ID, e.Nth); err != nil {
		return err
	}
	if !focused {
		return fmt.Errorf("%s does not take the focus", e.ID)
	}
	names := strings.Split(keys, "+")
	last := len(names) - 1
	return p.key(names[:last], names[last])
}

func (p *BrowserPage) pasteOn(e Element, text string) error {
	var focused bool
	if err := call(p, &focused, "focus", e.ID, e.Nth); err != nil {
		return err
	}
	if err := p.paste(text); err != nil {
		return fmt.Errorf("%s: %w", e.ID, err)
	}
	return nil
}

// drag takes an element by the mouse and lets it go where the text says.
func (p *BrowserPage) dragTo(e Element, to string) error {
	from, spot, err := p.way(e, to)
	if err != nil {
		return err
	}
	return p.drag(from, spot)
}

// way is where a drag begins, and where it ends for a text such as "after tool".
func (p *BrowserPage) way(e Element, to string) (from, spot point, err error) {
	where, text, _ := strings.Cut(to, " ")
	target, _, err := cutTarget(text)
	if err != nil {
		return from, spot, err
	}
	found, err := target.find(p)
	if err != nil {
		return from, spot, err
	}
	if len(found) != 1 {
		return from, spot, fmt.Errorf("%d elements are %s, want one", len(found), target)
	}
	if err := call(p, &from, "aim", e.ID, e.Nth); err != nil {
		return from, spot, err
	}
	err = call(p, &spot, "spot", e.ID, e.Nth, found[0].ID, found[0].Nth, where)
	spot.X += from.X
	return from, spot, err
}

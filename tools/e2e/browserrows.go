package e2e

import (
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// keyOn presses a key, with those that are held down before it, on an element
// that has the focus: Enter, Alt+ArrowUp.
func (p *BrowserPage) keyOn(e Element, keys string) error {
	var focused bool
	if err := call(p.ctx, &focused, "focus", e.ID, e.Nth); err != nil {
		return err
	}
	if !focused {
		return fmt.Errorf("%s does not take the focus", e.ID)
	}
	held := map[string]input.Modifier{"Alt": input.ModifierAlt, "Ctrl": input.ModifierCtrl, "Shift": input.ModifierShift}
	names := strings.Split(keys, "+")
	var modifiers []input.Modifier
	for _, name := range names[:len(names)-1] {
		modifiers = append(modifiers, held[name])
	}
	key := names[len(names)-1]
	if len(key) == 1 {
		return p.letter(key, modifiers)
	}
	return p.Key(key, modifiers...)
}

// letter presses a key that writes, with others held down. What Ctrl with C, X
// and V do, a keyboard's driver asks of the browser by name.
func (p *BrowserPage) letter(letter string, modifiers []input.Modifier) error {
	key := func(kind input.KeyType) *input.DispatchKeyEventParams {
		e := input.DispatchKeyEvent(kind).WithKey(letter).WithWindowsVirtualKeyCode(int64(strings.ToUpper(letter)[0]))
		for _, m := range modifiers {
			e.Modifiers |= m
		}
		return e
	}
	down := key(input.KeyRawDown)
	if command := map[string]string{"c": "Copy", "x": "Cut", "v": "Paste"}[letter]; command != "" && len(modifiers) > 0 {
		down = down.WithCommands([]string{command})
	}
	return chromedp.Run(p.ctx, down, key(input.KeyUp))
}

func (p *BrowserPage) pasteOn(e Element, text string) error {
	var taken bool
	if err := call(p.ctx, &taken, "focus", e.ID, e.Nth); err != nil {
		return err
	}
	err := call(p.ctx, &taken, "paste", text)
	if err == nil && !taken {
		err = fmt.Errorf("%s takes no paste", e.ID)
	}
	return err
}

// drag takes an element by the mouse and lets it go where the text says.
func (p *BrowserPage) drag(e Element, to string) error {
	from, spot, err := p.way(e, to)
	if err != nil {
		return err
	}
	return chromedp.Run(p.ctx,
		mouse(input.MousePressed, from, 1), mouse(input.MouseMoved, point{from.X, from.Y + 10}, 1),
		mouse(input.MouseMoved, spot, 1), mouse(input.MouseMoved, spot, 1), mouse(input.MouseReleased, spot, 0))
}

// point is a place on the screen, in CSS pixels.
type point struct{ X, Y float64 }

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
	if err := call(p.ctx, &from, "aim", e.ID, e.Nth); err != nil {
		return from, spot, err
	}
	err = call(p.ctx, &spot, "spot", e.ID, e.Nth, found[0].ID, found[0].Nth, where)
	spot.X += from.X
	return from, spot, err
}

func mouse(kind input.MouseType, at point, buttons int64) *input.DispatchMouseEventParams {
	return input.DispatchMouseEvent(kind, at.X, at.Y).WithButton(input.Left).WithButtons(buttons).WithClickCount(1)
}

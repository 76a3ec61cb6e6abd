package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium is a tab of Chromium, by its debugger.
type chromium struct {
	ctx context.Context
	end func()
}

func (c chromium) navigate(address string) error {
	ctx, cancel := context.WithTimeout(c.ctx, Patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Navigate(address))
}

func (c chromium) reload() error {
	ctx, cancel := context.WithTimeout(c.ctx, Patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Reload())
}

func (c chromium) evaluate(expression string, value any) error {
	ctx, cancel := context.WithTimeout(c.ctx, Patience)
	defer cancel()
	await := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	err := chromedp.Run(ctx, chromedp.Evaluate(expression, value, await))
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("the page did not answer within %v: %w", Patience, err)
	}
	return err
}

func (c chromium) click(at point) error {
	return chromedp.Run(c.ctx, chromedp.MouseClickXY(at.X, at.Y))
}

func (c chromium) insert(text string) error { return chromedp.Run(c.ctx, input.InsertText(text)) }

// paste tells the page of a paste: the clipboard is that of all pages.
func (c chromium) paste(text string) error { return takes(c, "paste", text) }

// key presses a key. What Ctrl with C, X and V do, a keyboard's driver asks of
// the browser by name.
func (c chromium) key(held []string, key string) error {
	codes := map[string]int64{"Delete": 46, "Enter": 13, "Escape": 27, "Tab": 9,
		"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
	modifiers := map[string]input.Modifier{"Alt": input.ModifierAlt, "Ctrl": input.ModifierCtrl, "Shift": input.ModifierShift}
	letter := len(key) == 1
	if letter {
		codes[key] = int64(strings.ToUpper(key)[0])
	}
	event := func(kind input.KeyType) *input.DispatchKeyEventParams {
		e := input.DispatchKeyEvent(kind).WithKey(key).WithWindowsVirtualKeyCode(codes[key])
		if !letter {
			e = e.WithCode(key)
		}
		for _, h := range held {
			e.Modifiers |= modifiers[h]
		}
		return e
	}
	down := event(input.KeyRawDown)
	if command := map[string]string{"c": "Copy", "x": "Cut", "v": "Paste"}[key]; command != "" && len(held) > 0 {
		down = down.WithCommands([]string{command})
	}
	return chromedp.Run(c.ctx, down, event(input.KeyUp))
}

func (c chromium) drag(from, spot point) error {
	return chromedp.Run(c.ctx,
		mouse(input.MousePressed, from, 1), mouse(input.MouseMoved, point{from.X, from.Y + 10}, 1),
		mouse(input.MouseMoved, spot, 1), mouse(input.MouseMoved, spot, 1), mouse(input.MouseReleased, spot, 0))
}

func mouse(kind input.MouseType, at point, buttons int64) *input.DispatchMouseEventParams {
	return input.DispatchMouseEvent(kind, at.X, at.Y).WithButton(input.Left).WithButtons(buttons).WithClickCount(1)
}

func (c chromium) drop(text string, at point) error {
	file, err := os.CreateTemp("", "toolyard-*.json")
	if err != nil {
		return err
	}
	defer time.AfterFunc(Patience, func() { os.Remove(file.Name()) }) // the page reads it after the drop
	if _, err := file.WriteString(text); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file.Name()}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{input.DragEnter, input.DragOver, input.Drop} {
		if err := chromedp.Run(c.ctx, input.DispatchDragEvent(kind, at.X, at.Y, data)); err != nil {
			return err
		}
	}
	return nil
}

func (c chromium) drain() error { return nil }

func (c chromium) close() { c.end() }

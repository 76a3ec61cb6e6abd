package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
)

// The rows of the table, in its order.
const (
	mounting    = "mount"
	loading     = "load of the page"
	typingName  = "key in a parameter's name"
	typingWords = "key in a parameter's description"
	enterName   = "Enter behind a name"
	enterWords  = "Enter behind a description"
	ticking     = "checkbox (required)"
	retyping    = "type"
	moving      = "reorder by button"
	movingByKey = "reorder by key"
	undoForm    = "undo of a checkbox"
	typingText  = "key in the JSON text"
	undoText    = "undo in the JSON text"
	mountText   = "mount, the text alone"
)

var rowNames = []string{typingPrompt, mounting, mountText, loading, typingName, enterName, typingWords, enterWords,
	ticking, retyping, movingByKey, moving, undoForm, typingText, undoText}

// words is the piece of a description behind which letters are typed, near its
// beginning: the end of the line may be out of sight.
var words = fmt.Sprintf("What value %d", worked)

// withLetters is the description of the property after letters were typed.
func withLetters(letters string) string {
	return strings.Replace(propertyDescription(worked), words, words+letters, 1)
}

// pressOn presses what the page points to. Its error is errMissing where the
// page has nothing there.
func (t *tab) pressOn(kind string, of ...any) error {
	at, err := t.point(kind, of...)
	if err != nil {
		return err
	}
	return t.click(at)
}

// letters types a letter where the caret is, and takes it back by the next press.
func (t *tab) letters(i int, field, without, with string) press {
	key, value := "x", with
	if i%2 == 1 {
		key, value = "Backspace", without
	}
	return press{do: func() error { return t.key(key, 0) }, wanted: wanted{Index: worked, Field: field, Value: value}}
}

// typing types in a field of the form.
func (t *tab) typing(name, field, value string, show func(string) error) action {
	return action{name: name, event: "keydown",
		prepare: func() error {
			if err := show("form"); err != nil {
				return err
			}
			if err := t.pressOn("field", worked, field); err != nil {
				return err
			}
			time.Sleep(200 * time.Millisecond) // a field that opens by the press
			return t.key("End", 0)
		},
		press: func(i int) (press, error) { return t.letters(i, field, value, value+"x"), nil },
	}
}

// typingInText types in the JSON text.
func (t *tab) typingInText(show func(string) error) action {
	return action{name: typingText, event: "keydown", prepare: func() error { return t.caretInText(show) },
		press: func(i int) (press, error) {
			return t.letters(i, "description", withLetters(""), withLetters("x")), nil
		}}
}

// undoInText takes a letter back by Ctrl+Z.
func (t *tab) undoInText(show func(string) error) action {
	return action{name: undoText, event: "keydown", prepare: func() error { return t.caretInText(show) },
		press: func(int) (press, error) {
			return press{
				before: func() error { return t.key("x", 0) },
				do:     func() error { return t.key("z", input.ModifierCtrl) },
				wanted: wanted{Index: worked, Field: "description", Value: withLetters("")},
			}, nil
		}}
}

// caretInText puts the caret behind the words, in the text.
func (t *tab) caretInText(show func(string) error) error {
	if err := show("text"); err != nil {
		return err
	}
	return t.pressOn("text", words)
}

// ticks presses the checkbox.
func (t *tab) ticks(show func(string) error) action {
	return action{name: ticking, event: "click", prepare: func() error { return show("form") },
		press: func(int) (press, error) {
			is, err := t.isRequired()
			is.Value = is.Value != true
			return press{do: func() error { return t.pressOn("field", worked, "required") }, wanted: is}, err
		}}
}

// isRequired is what the checkbox says.
func (t *tab) isRequired() (wanted, error) {
	is := wanted{Index: worked, Field: "required", Name: propertyName(worked)}
	on := false
	err := t.call(&on, "views.read", "form", is)
	is.Value = on
	return is, err
}

// noSuch is an action that a subject has no control for.
func noSuch(name, why string) action {
	return action{name: name, prepare: func() error { return fmt.Errorf("%s", why) }}
}

// onScreen says whether a view is on the screen.
func (t *tab) onScreen(view string) (bool, error) {
	var on []string
	err := t.call(&on, "views.names")
	return slices.Contains(on, view), err
}

package engine

import "math"

// Gesture is one move of a hand.
type Gesture struct {
	kind string // as WebDriver calls it
	x, y float64
	key  string
}

// MoveTo moves the mouse to a place in the window, in CSS pixels.
func MoveTo(x, y float64) Gesture { return Gesture{kind: "pointerMove", x: x, y: y} }

// Press presses the main button of the mouse.
func Press() Gesture { return Gesture{kind: "pointerDown"} }

// Release lets it go.
func Release() Gesture { return Gesture{kind: "pointerUp"} }

// KeyDown presses a key: a character, or a name such as Enter, ArrowUp or Ctrl.
func KeyDown(key string) Gesture { return Gesture{kind: "keyDown", key: key} }

// KeyUp lets a key go.
func KeyUp(key string) Gesture { return Gesture{kind: "keyUp", key: key} }

// Type is every key of a text, one after the other.
func Type(text string) []Gesture {
	var all []Gesture
	for _, r := range text {
		all = append(all, KeyDown(string(r)), KeyUp(string(r)))
	}
	return all
}

// Chord is a key pressed while others are held down.
func Chord(held []string, key string) []Gesture {
	var down, up []Gesture
	for _, h := range held {
		down = append(down, KeyDown(h))
		up = append([]Gesture{KeyUp(h)}, up...)
	}
	return append(append(down, KeyDown(key), KeyUp(key)), up...)
}

// keyNames are WebDriver's characters for keys that write nothing.
var keyNames = map[string]string{
	"Backspace": "\uE003", "Tab": "\uE004", "Enter": "\uE007", "Shift": "\uE008", "Ctrl": "\uE009", "Alt": "\uE00A",
	"Escape": "\uE00C", "End": "\uE010", "Home": "\uE011", "ArrowLeft": "\uE012", "ArrowUp": "\uE013",
	"ArrowRight": "\uE014", "ArrowDown": "\uE015", "Delete": "\uE017",
}

// object is a value of JSON on its way to a browser.
type object map[string]any

// sources are gestures as both protocols take them: a mouse and a keyboard, of
// which one rests while the other moves.
func sources(gestures []Gesture) []object {
	mouse, keyboard := []object{}, []object{}
	for _, g := range gestures {
		action, rest := object{"type": g.kind}, object{"type": "pause", "duration": 0}
		switch g.kind {
		case "keyDown", "keyUp":
			action["value"] = g.key
			if named, ok := keyNames[g.key]; ok {
				action["value"] = named
			}
			mouse, keyboard = append(mouse, rest), append(keyboard, action)
			continue
		case "pointerMove":
			action["x"], action["y"], action["duration"] = int(math.Round(g.x)), int(math.Round(g.y)), 0
		default:
			action["button"] = 0
		}
		mouse, keyboard = append(mouse, action), append(keyboard, rest)
	}
	return []object{
		{"type": "pointer", "id": "mouse", "parameters": object{"pointerType": "mouse"}, "actions": mouse},
		{"type": "key", "id": "keyboard", "actions": keyboard},
	}
}

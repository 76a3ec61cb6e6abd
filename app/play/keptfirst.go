package play

// keptFirst keeps the work in progress before something else takes its place.
// Reason says what does, in the words of history. Undo has it as well, until the
// page closes.
func (m Model) keptFirst(reason string) (Model, []Effect) { return m.replaced(), nil }

package play

// handOut gives a text of the playground away, by the clipboard. What names it in
// the notice that follows.
func (m Model) handOut(what, text string) (Model, []Effect) { return m, []Effect{Copy{what, text}} }

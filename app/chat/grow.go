package chat

import "strings"

// grown is a text that pieces are appended to. Until the first one it is only
// what it was, so a text that a batch does not touch costs nothing.
type grown struct {
	was string
	b   *strings.Builder
}

func (g *grown) add(piece string) {
	if piece == "" {
		return
	}
	if g.b == nil {
		g.b = new(strings.Builder)
		g.b.Grow(len(g.was) + len(piece) + len(g.was)/4) // in one go, with room for the rest of a batch
		g.b.WriteString(g.was)
	}
	g.b.WriteString(piece)
}

// set forgets what the text was.
func (g *grown) set(text string) { *g = grown{was: text} }

func (g *grown) len() int {
	if g.b == nil {
		return len(g.was)
	}
	return g.b.Len()
}

func (g *grown) String() string {
	if g.b == nil {
		return g.was
	}
	return g.b.String()
}

package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// shown is what the element of a control shows, as far as the page has heard: what
// it was given, or what a person entered, whichever was last. An element may be
// ahead, since the page can be drawn between a person's act and its event: a box is
// ticked before its click, and its change is told after that. So it is compared
// with what was heard, and never with the element.
type shown[T comparable] struct {
	first  *T
	last   T
	unsure bool
}

// initial is the value that a control was first drawn with: as an attribute it
// never changes again.
func (s *shown[T]) initial(value T) T {
	if s.first == nil {
		s.first, s.last = &value, value
	}
	return *s.first
}

// heard notes what a person entered.
func (s *shown[T]) heard(value T) T {
	s.last = value
	return value
}

// lost notes that the element may show anything.
func (s *shown[T]) lost() { s.unsure = true }

// give sets a property of an element that is on the page to a value that is news.
func (s *shown[T]) give(e app.Value, property string, value T) { s.giveAs(e, property, value, value) }

// giveAs gives a value as what the property takes for it.
func (s *shown[T]) giveAs(e app.Value, property string, taken any, value T) {
	if (s.unsure || s.last != value) && e != nil && e.Truthy() {
		e.Set(property, taken)
		s.last, s.unsure = value, false
	}
}

package e2e

// MainLoop are the scripts that CI plays in every engine.
var MainLoop = []string{"simulator", "language-theme"}

type Difference struct{}

func DifferenceOf(engine, script string) (Difference, bool) { return Difference{}, false }
func (Difference) Judge(error) error                        { return nil }

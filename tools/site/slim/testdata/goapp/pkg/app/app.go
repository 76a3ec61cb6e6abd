// Package app stands for go-app's: it has a server, what serves it, and one part
// that a page needs.
package app

import "example.com/goapp/pkg/errors"

// Page is what a page needs of the resources.
func Page() string { return RemoteBucket("x").Resolve("/web") + errors.None }

type clock struct{}

func (clock) Start(framerate int) {}

func run(engine clock) { engine.Start(120) }

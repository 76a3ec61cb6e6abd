//go:build js && wasm

// Command standin takes the program's place in the tests of the shell. It shows
// what the shell handed to it, and ends in each of the ways that a program can.
package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

type root struct {
	app.Compo
	ready bool
}

// OnMount says that the program answers input, as the real one does.
func (r *root) OnMount(ctx app.Context) {
	ctx.Dispatch(func(app.Context) { r.ready = true })
}

func (r *root) Render() app.UI {
	return app.Div().ID("standin").DataSet("testid", "app").DataSet("ready", strconv.FormatBool(r.ready)).
		DataSet("fragment", app.Window().Get("toolyard").Get("fragment").String()).
		Body(
			app.Button().ID("handler").Text("handler").OnClick(func(app.Context, app.Event) { panic("in a handler") }),
			app.Button().ID("goroutine").Text("goroutine").OnClick(func(app.Context, app.Event) {
				go func() { panic("in a goroutine") }()
			}),
			// The tests put a property that throws on window.
			app.Button().ID("exception").Text("exception").OnClick(func(app.Context, app.Event) { app.Window().Get("throwing") }),
		)
}

func main() {
	app.RouteWithRegexp(".*", func() app.Composer { return &root{} })
	app.RunWhenOnBrowser()
}

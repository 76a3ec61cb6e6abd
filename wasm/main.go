//go:build js && wasm

// Command wasm is Toolyard in the browser: it gives the program its host and
// starts it.
package main

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/play"
	"toolyard/app/ui"
	"toolyard/wasm/browser"
)

func main() {
	host := browser.New()
	program := ui.New(host, play.Preferred(host.Languages()))
	host.OnHide(program.Hidden)
	host.OnFragment(func(fragment string) { program.Post(play.LinkOpened{Fragment: fragment}) })
	host.OnGiven(func(g browser.Given) { program.Post(play.TextGiven(g)) })
	host.OnTold(program.Told)
	program.DrawAfter(host.Painted)

	app.RouteWithRegexp(".*", func() app.Composer { return program })
	app.RunWhenOnBrowser()
}

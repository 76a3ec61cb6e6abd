package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/jsondoc"
	"toolyard/app/play"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// still is a world in which nothing ever happens.
type still struct{ play.Host }

func (still) Address() string                            { return "" }
func (still) Framed() bool                               { return false }
func (still) Languages() []string                        { select {} } // with which Start begins
func (still) Focus(string)                               {}
func (still) Invite(string)                              {}
func (still) Reveal(string)                              {}
func (still) Sleep(context.Context, time.Duration) error { select {} }

// mounted is a Program that is mounted where there is no browser.
type mounted struct{ Program }

func (o *mounted) OnPreRender(ctx app.Context) { o.OnMount(ctx) }

// largePage is a page with one tool of so many properties.
func largePage(b *testing.B, properties int, view string) (*Program, app.TestEngine) {
	members := make([]string, properties)
	for i := range members {
		members[i] = fmt.Sprintf("    \"property_%04d\": {\n      \"type\": \"string\",\n      \"description\": \"What value %d is for, in a sentence of usual length.\"\n    }", i, i)
	}
	text := "{\n  \"type\": \"object\",\n  \"properties\": {\n" + strings.Join(members, ",\n") + "\n  }\n}"
	o := &mounted{*New(still{}, "en")}
	p := &o.Program
	p.model.Tools = []tool.Tool{tool.New(100, "large", "", text)}
	p.model.View.Tool, p.model.View.Schema, p.model.Ready = 100, view, true
	p.model, _ = play.Update(p.model, play.Paused{})
	p.model, _ = play.Update(p.model, play.BlocksNeared{ID: 100, Text: "0 1 2"})
	engine := app.NewTestEngine()
	if err := engine.Load(o); err != nil {
		b.Fatal(err)
	}
	engine.ConsumeAll()
	return p, engine
}

// BenchmarkFrame is a keystroke and the first frame after it, with the text beside
// the form, but for what the browser does.
func BenchmarkFrame(b *testing.B) {
	const inText = 112 // a place within the description of the first property
	for _, c := range []struct {
		name string
		msg  func(i int) play.Msg
	}{
		{"name", func(i int) play.Msg { return play.ParameterRenamed{ID: 100, At: "3", Text: fmt.Sprint("name_", i)} }},
		{"required", func(i int) play.Msg { return play.ParameterRequired{ID: 100, At: "3", On: i%2 == 0} }},
		{"move", func(i int) play.Msg {
			return play.ParameterMoved{ID: 100, At: schema.Place(strconv.Itoa(3 + i%2)), By: 1 - i%2*2}
		}},
		{"undo", func(i int) play.Msg {
			if i%2 == 1 {
				return play.Undone{}
			}
			return play.ParameterRequired{ID: 100, At: "3", On: true}
		}},
		{"text", func(i int) play.Msg {
			typed := jsondoc.Edit{Start: inText, End: inText, Text: "x"}
			if i%2 == 1 {
				typed = jsondoc.Edit{Start: inText, End: inText + 1}
			}
			return play.ParametersEdited{ID: 100, Edits: []jsondoc.Edit{typed}}
		}},
		{"system", func(i int) play.Msg { return play.SystemTyped{Text: fmt.Sprint("Be brief ", i)} }},
	} {
		for _, properties := range []int{50, 2000} {
			b.Run(fmt.Sprint(c.name, "/", properties), func(b *testing.B) {
				p, engine := largePage(b, properties, "visual")
				p.model.View.Beside, p.model.View.Editor = true, true
				p.model.View.Folded = []string{play.More(100, "/properties/property_0003")}
				p.DrawAfter(func(func()) { p.later.owed = nil })
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					p.Post(c.msg(i))
					engine.ConsumeAll()
				}
			})
		}
	}
}

// BenchmarkMount is the first time that the rows are drawn.
func BenchmarkMount(b *testing.B) {
	p, engine := largePage(b, 2000, "visual")
	for b.Loop() {
		for _, view := range []string{"json", "visual"} {
			p.Post(play.SchemaViewChosen{View: view})
			engine.ConsumeAll()
		}
	}
}

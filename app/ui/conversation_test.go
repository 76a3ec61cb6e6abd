package ui

import (
	"context"
	"flag"
	"html"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"toolyard/app/job"
	"toolyard/app/play"
	"toolyard/app/provider"
	"toolyard/app/workshop"
)

var update = flag.Bool("update", false, "write the golden files")

// talk is a program that goes through a conversation by messages alone.
type talk struct{ *Program }

func newTalk(language string) talk {
	t := talk{&Program{model: play.New(language)}}
	t.model.Ready = true
	return t
}

// asked is a talk with a real endpoint, and a first message sent to it.
func asked(language string) talk {
	t := newTalk(language)
	t.do(play.PresetChosen{ID: "custom"}, play.SettingTyped{Setting: play.BaseURL, Text: "https://api.example.com/v1"},
		play.SettingTyped{Setting: play.ModelName, Text: "model-1"},
		play.SystemTyped{Text: "Answer <briefly>."},
		play.PromptTyped{Text: "Weather in Paris,  and in 北京?\n"}, play.Sent{})
	return t
}

func (t talk) do(messages ...play.Msg) {
	for _, msg := range messages {
		var effects []play.Effect
		t.model, effects = play.Update(t.model, msg)
		for _, e := range effects {
			if check, ok := e.(play.Check); ok {
				results, err := job.Check.Ask(context.Background(), workshop.Work, check.Questions)
				t.do(play.Checked{Questions: check.Questions, Results: results, Err: err})
			}
		}
	}
}

// arrive brings part of an answer to the completion that is under way.
func (t talk) arrive(status int, contentType, body string) *provider.Reader {
	c, _ := t.model.Running()
	dialect, _ := provider.ByName(c.Endpoint.Dialect)
	r := provider.NewReader(dialect, status, contentType)
	t.do(play.ResponseBegan{Completion: c.ID, Status: status, ContentType: contentType, After: 100 * time.Millisecond},
		play.PieceArrived{Completion: c.ID, Body: body, Batch: r.Feed([]byte(body)), After: 840 * time.Millisecond})
	return r
}

// answer brings a whole answer.
func (t talk) answer(status int, contentType, body string) {
	c, _ := t.model.Running()
	batch, outcome := t.arrive(status, contentType, body).End()
	t.do(play.PieceArrived{Completion: c.ID, Batch: batch, After: 1840 * time.Millisecond},
		play.ResponseEnded{Completion: c.ID, Outcome: outcome, After: 1840 * time.Millisecond})
}

func (t talk) markup() string { return app.HTMLString(app.Div().Body(t.conversationPane()...)) }

// twoCalls is an answer with one call that matches its schema and one that
// does not.
const twoCalls = `{"id":"c1","model":"model-1-2026","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant",
"content":"I will look.","reasoning_content":"Two places.","tool_calls":[
{"id":"call_a","type":"function","function":{"name":"get_weather","arguments":"{\"location\": \"北京\"}"}},
{"id":"call_b","type":"function","function":{"name":"get_weather","arguments":"{\"unit\":\"kelvin\",\"days\":2.5}"}}]}}],
"usage":{"prompt_tokens":1204,"completion_tokens":86,"total_tokens":1290}}`

const finalText = `{"model":"model-1-2026","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"A coat."}},
{"index":1,"finish_reason":"stop","message":{"role":"assistant","content":"None."}}]}`

// states are the states of the pane that a golden file shows.
var states = map[string]func(language string) talk{
	"empty": newTalk,
	"asked": asked,
	"arriving": func(language string) talk {
		t := asked(language)
		t.arrive(200, "text/event-stream", `data: {"choices":[{"index":0,"delta":{"content":"I will look.","tool_calls":[`+
			`{"index":0,"id":"call_a","function":{"name":"get_weather","arguments":"{\"loc"}}]}}]}`+"\n\n")
		return t
	},
	"waiting": func(language string) talk {
		t := asked(language)
		t.answer(200, "application/json", twoCalls)
		asking, _ := t.model.Conversation.Asking()
		t.do(play.ResultTyped{Node: asking.ID, Call: 0, Text: `{"high":18}`})
		return t
	},
	"answered": func(language string) talk {
		t := asked(language)
		t.answer(200, "application/json", twoCalls)
		asking, _ := t.model.Conversation.Asking()
		t.do(play.ResultTyped{Node: asking.ID, Call: 0, Text: `{"high":18}`},
			play.ResultTyped{Node: asking.ID, Call: 1, Text: " no such unit "}, play.ResultsSent{})
		t.answer(200, "application/json", finalText)
		t.do(play.Rerun{Node: t.model.Conversation.Tip()})
		t.answer(200, "application/json", finalText)
		return t
	},
	"revising": func(language string) talk {
		t := asked(language)
		t.answer(200, "application/json", twoCalls)
		t.do(play.RevisionBegan{Node: t.model.Conversation.Tip(), Call: 2})
		return t
	},
	"odd": func(language string) talk { // every doubtful thing at once
		t := asked(language)
		t.answer(200, "application/json", `{"choices":[{"index":0,"finish_reason":"length","message":{"content":null,"refusal":"No.",`+
			`"tool_calls":[{"function":{"name":"unknown","arguments":"{}"}},{"id":"x","function":{"name":"get_weather","arguments":""}},`+
			`{"id":"y","function":{"name":"get_weather","arguments":"{\"location\":"}}]}}]}`)
		return t
	},
	"broken": func(language string) talk { // arguments that are not JSON
		t := asked(language)
		t.answer(200, "application/json", `{"choices":[{"index":0,"finish_reason":"tool_calls","message":{"content":null,`+
			`"tool_calls":[{"id":"x","function":{"name":"get_weather","arguments":"{'location':1}"}}]}}]}`)
		return t
	},
	"stopped": func(language string) talk {
		t := asked(language)
		t.arrive(200, "text/event-stream", `data: {"choices":[{"index":0,"delta":{"content":"I will"}}]}`+"\n\n")
		t.do(play.Stopped{})
		return t
	},
	"nothing": func(language string) talk {
		t := asked(language)
		t.do(play.Stopped{})
		return t
	},
	"cut": func(language string) talk {
		t := asked(language)
		t.answer(200, "text/event-stream", `data: {"choices":[{"index":0,"delta":{"content":"I will"}}]}`+"\n\n")
		return t
	},
	"failed": func(language string) talk {
		t := asked(language)
		t.answer(401, "application/json", `{"error":{"message":"Incorrect API key <b>provided</b>.","code":"invalid_api_key"}}`)
		return t
	},
	"code": func(language string) talk { // an error under 200
		t := asked(language)
		t.answer(200, "application/json", `{"codes":402,"mess":"内容安全","data":""}`)
		return t
	},
}

// TestGolden compares the outline of every state in both languages with its file
// in testdata.
func TestGolden(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(states)) {
		for _, language := range play.Languages {
			got := outline(states[name](language).markup())
			file := filepath.Join("testdata", "conversation-"+name+"."+language+".txt")
			compareGolden(t, file, got)
		}
	}
}

var (
	tagOrText = regexp.MustCompile(`<(/?)([a-z0-9]+)((?:"(?:[^"\\]|\\.)*"|[^">])*)>|[^<]+`)
	drawing   = regexp.MustCompile(`(?s)<svg.*?</svg>`)
	void      = []string{"input", "img", "br", "hr"}
)

// outline is markup as indented lines: an element with its attributes in order,
// and text in quotes. Drawings are left out.
func outline(markup string) string {
	var b strings.Builder
	depth := 0
	for _, m := range tagOrText.FindAllStringSubmatch(drawing.ReplaceAllString(markup, ""), -1) {
		switch {
		case m[2] == "" && strings.TrimSpace(m[0]) == "":
		case m[2] == "":
			b.WriteString(strings.Repeat("  ", depth) + "“" + strings.TrimSpace(html.UnescapeString(m[0])) + "”\n")
		case m[1] == "/":
			depth--
		default:
			b.WriteString(strings.Repeat("  ", depth) + m[2])
			var attributes []string
			for _, a := range attribute.FindAllString(m[3], -1) {
				attributes = append(attributes, " "+a)
			}
			slices.Sort(attributes)
			b.WriteString(strings.Join(attributes, "") + "\n")
			if !slices.Contains(void, m[2]) {
				depth++
			}
		}
	}
	return b.String()
}

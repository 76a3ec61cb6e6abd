package simulator

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"toolyard/app/jsondoc"
)

const (
	jsonType   = "application/json"
	streamType = "text/event-stream"
)

// created is the time of every answer: the simulator has no clock.
const created = 1767225600 // 2026-01-01

// The pace of a stream: what a person can follow and does not wait for.
const (
	pauseFirst = 280 * time.Millisecond
	pausePiece = 26 * time.Millisecond
	pauseCall  = 120 * time.Millisecond
)

// script is a reply on the wire, streamed or whole.
func (r *request) script(rep reply) Script {
	if !r.stream {
		return Script{200, jsonType, []Chunk{{pauseFirst, r.whole(rep)}}}
	}
	s := stream{request: r}
	s.choice(pauseFirst, `{"role":"assistant","content":`+contentStart(rep)+`}`, "")
	for _, piece := range pieces(rep.text) {
		s.choice(pausePiece, `{"content":`+jsondoc.Quote(piece)+`}`, "")
	}
	for i, c := range rep.calls {
		s.call(i, c)
	}
	s.choice(pausePiece, "{}", rep.finish)
	s.event(pausePiece, r.head("chat.completion.chunk")+`,"choices":[],"usage":`+r.usage(rep)+`}`)
	s.chunks = append(s.chunks, Chunk{0, "data: [DONE]\n\n"})
	return Script{200, streamType, s.chunks}
}

func contentStart(rep reply) string {
	if len(rep.calls) > 0 {
		return "null"
	}
	return `""`
}

// stream collects events.
type stream struct {
	request *request
	chunks  []Chunk
}

func (s *stream) event(pause time.Duration, data string) {
	s.chunks = append(s.chunks, Chunk{pause, "data: " + data + "\n\n"})
}

func (s *stream) choice(pause time.Duration, delta, finish string) {
	reason := "null"
	if finish != "" {
		reason = jsondoc.Quote(finish)
	}
	s.event(pause, s.request.head("chat.completion.chunk")+
		`,"choices":[{"index":0,"delta":`+delta+`,"logprobs":null,"finish_reason":`+reason+`}]}`)
}

// call streams a tool call: first who is called, then the arguments in pieces.
func (s *stream) call(i int, c call) {
	if s.request.legacy {
		s.choice(pauseCall, `{"function_call":{"name":`+jsondoc.Quote(c.name)+`,"arguments":""}}`, "")
		for _, piece := range pieces(c.arguments) {
			s.choice(pausePiece, `{"function_call":{"arguments":`+jsondoc.Quote(piece)+`}}`, "")
		}
		return
	}
	head := `{"tool_calls":[{"index":` + strconv.Itoa(i)
	s.choice(pauseCall, head+`,"id":`+jsondoc.Quote(c.id)+`,"type":"function","function":{"name":`+jsondoc.Quote(c.name)+`,"arguments":""}}]}`, "")
	for _, piece := range pieces(c.arguments) {
		s.choice(pausePiece, head+`,"function":{"arguments":`+jsondoc.Quote(piece)+`}}]}`, "")
	}
}

// whole is the reply as one JSON object.
func (r *request) whole(rep reply) string {
	message := `{"role":"assistant","content":` + jsondoc.Quote(rep.text) + `,"refusal":null}`
	if len(rep.calls) > 0 {
		message = `{"role":"assistant","content":null,"refusal":null,` + r.calls(rep.calls) + `}`
	}
	return r.head("chat.completion") + `,"choices":[{"index":0,"message":` + message +
		`,"logprobs":null,"finish_reason":` + jsondoc.Quote(rep.finish) + `}],"usage":` + r.usage(rep) + `}`
}

func (r *request) calls(calls []call) string {
	if r.legacy {
		return `"function_call":{"name":` + jsondoc.Quote(calls[0].name) + `,"arguments":` + jsondoc.Quote(calls[0].arguments) + `}`
	}
	list := make([]string, len(calls))
	for i, c := range calls {
		list[i] = `{"id":` + jsondoc.Quote(c.id) + `,"type":"function","function":{"name":` + jsondoc.Quote(c.name) +
			`,"arguments":` + jsondoc.Quote(c.arguments) + `}}`
	}
	return `"tool_calls":[` + strings.Join(list, ",") + `]`
}

// head opens an object of the answer; its brace is closed by who goes on.
func (r *request) head(object string) string {
	return `{"id":"chatcmpl-sim-` + hash(r.body)[:12] + `","object":` + jsondoc.Quote(object) +
		`,"created":` + strconv.Itoa(created) + `,"model":` + jsondoc.Quote(r.model) + `,"system_fingerprint":"fp_simulator"`
}

func (r *request) usage(rep reply) string {
	completion := estimate(rep.text)
	for _, c := range rep.calls {
		completion += estimate(c.name) + estimate(c.arguments)
	}
	prompt := estimate(r.body)
	return fmt.Sprintf(`{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d}`, prompt, completion, prompt+completion)
}

// pieces cuts a text as tokens would: at most six bytes or two characters, a
// space at the front.
func pieces(text string) []string {
	var list []string
	for text != "" {
		n := 0
		for n < len(text) && n < 6 {
			_, size := utf8.DecodeRuneInString(text[n:])
			if n > 0 && text[n] == ' ' {
				break
			}
			n += size
		}
		list = append(list, text[:n])
		text = text[n:]
	}
	return list
}

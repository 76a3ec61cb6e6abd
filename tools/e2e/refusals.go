package e2e

import (
	"net/http"
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// refusal is an error that the endpoint answers below /refuses/NAME/v1 while a
// request is what it refuses; any other request goes on to the rehearsal.
type refusal struct {
	status     int
	retryAfter string
	body       string
	refuses    func(r *http.Request, body jsondoc.Doc, before int) bool // how many it refused before
}

// refusals are in the form of providers' own, by name.
var refusals = map[string]refusal{
	"forced": {400, "", `{"error":{"message":"The model does not support this tool_choice.","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}`,
		func(_ *http.Request, body jsondoc.Doc, _ int) bool {
			choice := body.At("/tool_choice")
			text, _ := body.Str(choice)
			return choice != nil && text != "auto"
		}},
	"busy": {429, "2", `{"error":{"message":"Too many requests.","type":"rate_limit_error","param":null,"code":"rate_limit_exceeded"}}`,
		func(r *http.Request, _ jsondoc.Doc, before int) bool {
			return r.Method == http.MethodPost && before < 1
		}},
	"locked": {401, "", `{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}`,
		func(r *http.Request, _ jsondoc.Doc, _ int) bool {
			return r.Header.Get("Authorization") != "Bearer sk-right"
		}},
}

// modelsListed is a list of models in a relay's form.
const modelsListed = `{"object":"list","data":[
  {"id":"text-embedding-9","owned_by":"a"},
  {"id":"plain","owned_by":"a","context_length":131072,"supported_parameters":["tools","tool_choice"]},
  {"id":"vendor/large-thinker","name":"Large Thinker","context_length":1000000,"supported_parameters":["temperature"]},
  {"id":"parallel-calls"}
]}`

// refuse answers what lies below /refuses/NAME, and says whether it did.
func (e *Endpoint) refuse(w http.ResponseWriter, r *http.Request, body string) bool {
	rest, ok := strings.CutPrefix(r.URL.Path, "/refuses/")
	if !ok {
		return false
	}
	name, path, _ := strings.Cut(rest, "/")
	r.URL.Path = "/" + path
	if r.Method == http.MethodOptions {
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Access-Control-Expose-Headers", "Retry-After")
	w.Header().Set("Content-Type", "application/json")
	e.mu.Lock()
	defer e.mu.Unlock()
	f := refusals[name]
	if f.refuses != nil && f.refuses(r, jsondoc.Parse(body), e.refused[name]) {
		e.refused[name]++
		if f.retryAfter != "" {
			w.Header().Set("Retry-After", f.retryAfter)
		}
		w.Header().Set("X-Request-Id", "req-"+strconv.Itoa(e.refused[name]))
		w.WriteHeader(f.status)
		w.Write([]byte(f.body))
		return true
	}
	if strings.HasSuffix(path, "/models") {
		w.Write([]byte(modelsListed))
		return true
	}
	return false
}

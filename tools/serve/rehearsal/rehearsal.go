// Package rehearsal is a provider of chat completions that replays recordings.
//
// A recording is a folder that holds the completions of one turn, in order:
// 1.sse, 2.json, … or, where there is only one, response.sse or response.json.
// The ending is the form (.sse .json .txt .html), and the bytes are sent as they
// are. Beside them may stand meta.txt, with lines of "name: value" and comments
// after #:
//
//	http-status: 401            what it was answered with; 200 without this line
//	content-type: text/html     where the ending does not say it
//	pace: 200ms                 any option below, as this recording's default
//
// or meta.json with a number http_status. A recording is named by the path of
// its folder; the model of a request names the one to replay. Which completion
// is due follows from the request alone: as many assistant messages as stand
// behind its last user message have been given. The last one repeats. Several
// names joined by commas are one turn that takes its completions from each.
//
// Options follow the model's name, or the address, as a query:
//
//	parallel-calls?pace=20ms&chunk=7
//
//	pace=20ms     wait between pieces; a piece is an event of a stream, else everything
//	chunk=7       a piece is this many bytes instead
//	delay=300ms   wait before the headers
//	status=429    answer an error of this status instead of the recording
//	html          answer a proxy's error page instead, with status 502 or the one given
//	cut=500       close the connection after this many bytes of the body
//	badjson=3     break the JSON of the third event, or of the body
//	nocors        leave out what lets another origin read the answer; a preflight
//	              names no model, so it hears this only from the address
//
// Without an option nothing fails. The endpoint is as strict as the strictest
// provider about what it is sent (check.go), and takes any key.
package rehearsal

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
)

// maxBody is the most that a request may weigh, in bytes.
const maxBody = 32 << 20

// Handler is the endpoint: GET /v1/models and POST /v1/chat/completions. Make
// it with New.
type Handler struct {
	mux     *http.ServeMux
	shelves []fs.FS
	log     log
}

// New returns an endpoint with the recordings of this package, and those of
// each shelf: a tree of folders that are found by their path in it. On equal
// names this package's own come first.
func New(shelves ...fs.FS) *Handler {
	h := &Handler{mux: http.NewServeMux(), shelves: append([]fs.FS{own()}, shelves...)}
	h.mux.HandleFunc("GET /v1/models", h.models)
	h.mux.HandleFunc("POST /v1/chat/completions", h.complete)
	return h
}

// ServeHTTP logs the request, answers preflights and hands on the rest.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !r.URL.Query().Has("nocors") {
		allowOrigins(w, r)
	}
	if r.Method == http.MethodOptions {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	h.mux.ServeHTTP(w, r)
}

// allowOrigins sets the headers of one-api, the program behind most relays:
// every origin may read, and a preflight allows every header by a star.
func allowOrigins(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Access-Control-Allow-Credentials", "true")
	if r.Method == http.MethodOptions {
		w.Header().Set("Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS")
		w.Header().Set("Access-Control-Allow-Headers", "*")
		w.Header().Set("Access-Control-Max-Age", "43200")
	}
}

func (h *Handler) models(w http.ResponseWriter, r *http.Request) {
	h.log.add(r, nil)
	type model struct {
		ID      string `json:"id"`
		Object  string `json:"object"`
		Created int    `json:"created"`
		OwnedBy string `json:"owned_by"`
	}
	list := struct {
		Object string  `json:"object"`
		Data   []model `json:"data"`
	}{Object: "list", Data: []model{}}
	for _, name := range recordings(h.shelves) {
		list.Data = append(list.Data, model{ID: name, Object: "model", OwnedBy: "rehearsal"})
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(list)
}

func (h *Handler) complete(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	entry := h.log.add(r, body)
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "", err.Error())
		return
	}
	asked, problem := check(body)
	if problem != nil {
		refuse(w, http.StatusBadRequest, problem.param, problem.message)
		return
	}
	names, query := splitModel(asked.Model)
	for _, values := range []url.Values{r.URL.Query(), query} {
		if _, err := parseOptions(options{}, values); err != nil {
			refuse(w, http.StatusBadRequest, "model", err.Error())
			return
		}
	}
	answer, err := findAnswer(h.shelves, names, asked.given())
	if err != nil {
		refuse(w, http.StatusNotFound, "model", err.Error())
		return
	}
	o := answer.defaults
	o, _ = parseOptions(o, r.URL.Query()) // both were parsed above
	o, _ = parseOptions(o, query)
	if err := perform(r.Context(), w, answer, o); err != nil {
		h.log.abort(entry)
	}
}

// refuse answers an error in OpenAI's form.
func refuse(w http.ResponseWriter, status int, param, message string) {
	type problem struct {
		Message string  `json:"message"`
		Type    string  `json:"type"`
		Param   *string `json:"param"`
		Code    *string `json:"code"`
	}
	p := problem{Message: message, Type: "invalid_request_error"}
	if param != "" {
		p.Param = &param
	}
	if status == http.StatusNotFound {
		code := "model_not_found"
		p.Code = &code
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprint(w, mustJSON(map[string]problem{"error": p}))
}

func mustJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // only for values that hold what JSON can't
	}
	return string(text)
}

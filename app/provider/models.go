package provider

import (
	"strings"

	"toolyard/app/jsondoc"
)

// ModelInfo is one model of an endpoint's list. What the list does not say is
// left empty: it is unknown, not "no".
type ModelInfo struct {
	ID      string // what a request names
	Name    string // what the endpoint calls it for people; "" where that is the id
	Owner   string
	Context int64 // tokens that fit, 0 where unknown
	Output  int64 // tokens that an answer can have, 0 where unknown
	Tools, Parallel, Strict, Reasoning, Vision,
	Chat Ability // Chat is AbilityNo for the id's sake alone, too: hide nothing for it
	Gone string // when or that it goes away
	Raw  string // its own JSON, verbatim
}

// Ability is whether a model can do something.
type Ability string

const (
	AbilityUnknown Ability = ""
	AbilityYes     Ability = "yes"
	AbilityNo      Ability = "no"
)

// Models is an endpoint's list, in its own order but for what is not for chat,
// which stands last.
type Models struct {
	List []ModelInfo
	More bool // the endpoint has further pages, which are not read
}

// ModelsURL is where the endpoint lists its models. Its error is a *FieldError.
func (e Endpoint) ModelsURL() (string, error) {
	address, err := e.URL()
	if err != nil {
		return "", err
	}
	path, query, found := strings.Cut(address, "?")
	address = strings.TrimSuffix(path, completions) + "/models"
	if found {
		address += "?" + query
	}
	return address, nil
}

// ModelsRequest asks for the list of models. It costs nothing, and tries the
// address, the browser's permission and the key on the way.
func ModelsRequest(e Endpoint, key Secret) (Request, error) {
	address, err := e.ModelsURL()
	if err != nil {
		return Request{}, err
	}
	return Request{Method: "GET", URL: address, Header: header(e.Auth, key)[1:]}, nil // no body: no Content-Type
}

// ReadModels reads the answer to a ModelsRequest. The error is nil where it is
// a list, be it an empty one.
func ReadModels(status int, body string) (Models, *Error) {
	d := jsondoc.Parse(strings.TrimPrefix(strings.TrimSpace(body), "\ufeff"))
	list, found := modelList(d)
	if status >= 400 || !d.OK() || !found {
		return Models{}, ReadError(status, body)
	}
	m := Models{More: d.Raw(d.Root.Get("has_more")) == "true" || str(d, d.Root.Get("nextPageToken")) != ""}
	var last []ModelInfo
	also := elements(d.Root.Get("models"))
	for _, n := range list {
		info := modelInfo(d, n)
		switch {
		case info.ID == "":
			continue
		case len(also) > 0 && info.Tools == "":
			info.capabilities(d, named(d, also, info.ID))
		}
		if info.Chat == "" && !sounds(info.ID) {
			info.Chat = AbilityNo
		}
		if info.Chat == AbilityNo {
			last = append(last, info)
		} else {
			m.List = append(m.List, info)
		}
	}
	m.List = append(m.List, last...)
	return m, nil
}

// modelList finds the list in an answer: {"data": […]} as OpenAI's, {"models":
// […]} as Ollama's and Gemini's, or the array itself, as Together's.
func modelList(d jsondoc.Doc) ([]*jsondoc.Node, bool) {
	if d.Root == nil {
		return nil, false
	}
	for _, n := range []*jsondoc.Node{d.Root.Get("data"), d.Root.Get("models"), d.Root} {
		if n != nil && n.Kind == jsondoc.Array && !(n == d.Root && recognise(d) != nil) {
			return n.Elements, true
		}
	}
	// Ollama and relays of the one-api family write null for none.
	data := d.Root.Get("data")
	return nil, data != nil && data.Kind == jsondoc.Null &&
		(d.Raw(d.Root.Get("success")) == "true" || str(d, d.Root.Get("object")) == "list")
}

// named is the model of an id in a second list: llama.cpp writes both forms.
func named(d jsondoc.Doc, list []*jsondoc.Node, id string) *jsondoc.Node {
	for _, n := range list {
		if str(d, n.Get("model")) == id || str(d, n.Get("name")) == id {
			return n
		}
	}
	return nil
}

// notForChat are parts of ids of models that make something else than messages.
var notForChat = []string{
	"embedding", "embed-", "whisper", "tts", "audio", "dall-e", "image", "moderation", "rerank", "sora",
	"veo-", "suno", "mj_", "mj-", "midjourney", "imagen", "transcribe", "speech", "bge-", "flux",
	"stable-diffusion", "kolors", "video",
}

// sounds reports whether an id sounds like that of a chat model.
func sounds(id string) bool {
	id = strings.ToLower(id)
	for _, part := range notForChat {
		if strings.Contains(id, part) {
			return false
		}
	}
	return true
}

// FindModels are the models whose id or name has every word of a text, in
// their order.
func FindModels(list []ModelInfo, text string) []ModelInfo {
	var found []ModelInfo
next:
	for _, m := range list {
		all := strings.ToLower(m.ID + "\n" + m.Name)
		for _, word := range strings.Fields(strings.ToLower(text)) {
			if !strings.Contains(all, word) {
				continue next
			}
		}
		found = append(found, m)
	}
	return found
}

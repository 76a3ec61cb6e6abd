package play

import (
	"context"
	"errors"
	"io"

	"toolyard/app/provider"
)

// Models is the list of an endpoint's models, once the person asked for it. The
// zero Models was not asked for.
type Models struct {
	ID      int
	URL     string // where it was asked for
	Loading bool
	Here    bool // it came
	List    []provider.ModelInfo
	More    bool // the endpoint has more of them
	Error   *provider.Error
	Find    string // what is searched in it
}

// modelsMost is how much of a list is read, in bytes.
const modelsMost = 16 << 20

// Models is the list of the endpoint as it is now.
func (m Model) Models() Models {
	at, err := m.Endpoint.ModelsURL()
	if err != nil || at != m.View.Models.URL {
		return Models{}
	}
	return m.View.Models
}

// Found are the models that the search finds.
func (l Models) Found() []provider.ModelInfo { return provider.FindModels(l.List, l.Find) }

// ModelsAsked: the person asks for the endpoint's models. It costs nothing, and
// tries the address, the browser's permission and the key.
type ModelsAsked struct{}

func (ModelsAsked) apply(m Model) (Model, []Effect) {
	if m.Endpoint.Simulated() {
		return m, nil
	}
	m.Keys = m.Keys.bound(m.Endpoint.Origin())
	r, err := provider.ModelsRequest(m.Endpoint, m.Keys.For(m.Endpoint).Secret)
	if err != nil {
		return m.unsendable(err)
	}
	before := m.View.Models.ID
	m, id := m.next()
	m.View.Models = Models{ID: id, URL: r.URL, Loading: true}
	return m, []Effect{Cancel{before}, LoadModels{id, r, m.via()}}
}

// ModelsStopped: the person waits no longer for the list.
type ModelsStopped struct{}

func (ModelsStopped) apply(m Model) (Model, []Effect) {
	id := m.View.Models.ID
	m.View.Models = Models{}
	return m, []Effect{Cancel{id}, Focus{"models-load"}}
}

// LoadModels asks for a list of models.
type LoadModels struct {
	ID      int
	Request provider.Request
	Via     Via
}

func (e LoadModels) perform(ctx context.Context, r *Runner) {
	ctx, cancel := context.WithCancel(ctx)
	r.started(e.ID, cancel)
	defer r.ended(e.ID)
	list, failed := e.load(ctx, r)
	if failed != nil {
		failed = failed.Redacted(keyIn(e.Request))
	}
	r.post(ModelsCame{e.ID, list, failed})
}

func (e LoadModels) load(ctx context.Context, r *Runner) (provider.Models, *provider.Error) {
	response, err := e.Via.send(ctx, r, e.Request)
	if err != nil {
		return provider.Models{}, unanswered(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, modelsMost))
	if err != nil {
		return provider.Models{}, &provider.Error{Kind: provider.KindStream, Status: response.Status, Message: err.Error()}
	}
	return provider.ReadModels(response.Status, string(body))
}

// ModelsCame: the list is here, or what came in its place.
type ModelsCame struct {
	ID    int
	List  provider.Models
	Error *provider.Error
}

func (l ModelsCame) apply(m Model) (Model, []Effect) {
	if m.View.Models.ID != l.ID {
		return m, nil
	}
	at := &m.View.Models // of the copy that this transition holds
	at.Loading, at.Here, at.Error = false, l.Error == nil, l.Error
	at.List, at.More = l.List.List, l.List.More
	return m, nil
}

// ModelsSearched: the list is searched.
type ModelsSearched struct{ Text string }

// With is the message with the text that was typed.
func (s ModelsSearched) With(text string) Msg { s.Text = text; return s }

func (s ModelsSearched) apply(m Model) (Model, []Effect) {
	m.View.Models.Find = s.Text
	return m, nil
}

// ModelsAdvice is what can be done about a list that did not come.
func (m Model) ModelsAdvice() provider.Advice {
	l := m.Models()
	if l.Error == nil {
		return provider.Advice{}
	}
	if OwnRelay(l.Error) {
		return m.relayAdvice(l.Error)
	}
	asked := m.upcoming()
	asked.Messages = nil
	advice := provider.Advise(l.Error, asked)
	actions := []provider.Action{}
	retry := false
	for _, a := range advice.Actions {
		switch a.ID {
		case provider.ActionRetry, provider.ActionWait, provider.ActionDoctor:
			if a.ID = provider.ActionRetry; retry {
				continue
			}
			retry = true
		case provider.ActionField, provider.ActionMessage, provider.ActionNew:
			continue // nothing was asked yet
		}
		actions = append(actions, a)
	}
	advice.Actions = actions
	return advice
}

// unanswered is the error of a request that no answer came to. A browser tells
// no more than that, whatever the cause.
func unanswered(err error) *provider.Error {
	var own *provider.Error
	if errors.As(err, &own) {
		return own
	}
	return &provider.Error{Kind: provider.KindNetwork, Message: err.Error()}
}

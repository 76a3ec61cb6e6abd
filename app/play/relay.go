package play

import (
	"context"
	"io"
	"net/url"
	"slices"
	"strings"

	"toolyard/app/jsondoc"
	"toolyard/app/provider"
)

// Relay is what the page's own server offers for endpoints that refuse browsers.
// The zero Relay was not asked for yet: nothing is, before the settings open.
type Relay struct {
	State RelayState
	Hosts []string // that it reaches, with their ports
	Token provider.Secret
}

// RelayState is what came of asking.
type RelayState string

const (
	RelayNone    RelayState = "none"
	RelayOffered RelayState = "offered"
	RelayLocked  RelayState = "locked" // it wants its access token first
)

// relayOrigin is where the access token of the relay stands among the keys. No
// endpoint has such an origin.
const relayOrigin = "relay"

// relayFamily is the envelope of a refusal of the page's own relay; its rule is
// the code of the error.
const relayFamily = "toolyard_relay"

// relayMost is how much of an answer of the relay's own is read, in bytes.
const relayMost = 64 << 10

// OwnRelay says whether an error is a refusal of the page's own relay.
func OwnRelay(e *provider.Error) bool { return e.Family == relayFamily }

// IsRelayed says whether an endpoint is asked through the relay.
func (m Model) IsRelayed(e provider.Endpoint) bool {
	return !e.Simulated() && slices.Contains(m.View.Relayed, e.Origin())
}

// Via is how a request goes: the zero Via is straight to its endpoint.
type Via struct {
	Address       string // of the relay
	Token, Access provider.Secret
}

// via is how a request of the endpoint goes now.
func (m Model) via() Via {
	if !m.IsRelayed(m.Endpoint) {
		return Via{}
	}
	return m.relay()
}

func (m Model) relay() Via {
	return Via{m.RelayAddress(), m.View.Relay.Token, m.Keys.of(relayOrigin).Secret}
}

// RelayAddress is where the page's own server would have a relay: at its root.
func (m Model) RelayAddress() string {
	u, err := url.Parse(m.View.Address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host + "/relay"
}

// askRelay asks for the relay once the settings are open, until the answer is known.
func (m Model) askRelay() []Effect {
	if s := m.View.Relay.State; s == RelayNone || s == RelayOffered || m.RelayAddress() == "" {
		return nil
	}
	return []Effect{AskRelay{m.relay()}}
}

// AskRelay asks the page's own server whether it has a relay.
type AskRelay struct{ Via Via }

func (e AskRelay) perform(ctx context.Context, r *Runner) {
	r.post(RelayAnswered{e.Via.ask(ctx, r.host)})
}

// RelayAnswered: it is known whether there is a relay.
type RelayAnswered struct{ Relay Relay }

func (a RelayAnswered) apply(m Model) (Model, []Effect) {
	m.View.Relay = a.Relay
	return m, nil
}

// ask asks for the relay. Whatever is not an offer of one means that there is none.
func (v Via) ask(ctx context.Context, host Host) Relay {
	r := provider.Request{Method: "GET", URL: v.Address, Header: []provider.Header{{Name: "Toolyard-Relay", Prefix: "ask"}}}
	if v.Access != "" {
		r.Header = append(r.Header, provider.Header{Name: "Toolyard-Relay-Token", Secret: v.Access})
	}
	response, err := host.Send(ctx, r)
	if err != nil {
		return Relay{State: RelayNone}
	}
	d := ownAnswer(response)
	token, _ := d.Str(d.At("/token"))
	rule, _ := d.Str(d.At("/toolyard_relay/rule"))
	switch {
	case strings.HasPrefix(rule, "token-"):
		return Relay{State: RelayLocked}
	case response.Status != 200 || token == "":
		return Relay{State: RelayNone}
	}
	offer := Relay{State: RelayOffered, Token: provider.Secret(token)}
	if hosts := d.At("/hosts"); hosts != nil {
		for _, n := range hosts.Elements {
			name, _ := d.Str(n)
			offer.Hosts = append(offer.Hosts, name)
		}
	}
	return offer
}

// ownAnswer reads an answer of the relay's own.
func ownAnswer(r Response) jsondoc.Doc {
	defer r.Body.Close()
	text, _ := io.ReadAll(io.LimitReader(r.Body, relayMost)) // half of it is none
	return jsondoc.Parse(string(text))
}

// send sends a request. A token that the relay no longer knows is asked for once
// more: what is refused for it never left. The error is a *provider.Error where
// the relay refused.
func (v Via) send(ctx context.Context, r *Runner, request provider.Request) (Response, error) {
	if v.Address == "" {
		return r.host.Send(ctx, request)
	}
	for again := true; ; again = false {
		if v.Token == "" {
			offer := v.ask(ctx, r.host)
			r.post(RelayAnswered{offer})
			if v.Token = offer.Token; v.Token == "" {
				return Response{}, refusal(map[RelayState]string{RelayLocked: "token-missing"}[offer.State], Response{})
			}
		}
		response, err := r.host.Send(ctx, v.wrapped(request))
		switch {
		case err != nil && ctx.Err() == nil: // it is the page's own server that does not answer
			e := refusal("", response)
			e.Message = err.Error()
			return Response{}, e
		case err != nil || response.Relay == "upstream":
			return response, err
		}
		d := ownAnswer(response)
		rule, _ := d.Str(d.At("/toolyard_relay/rule"))
		if again && strings.HasPrefix(rule, "token-") {
			v.Token = ""
			continue
		}
		e := refusal(rule, response)
		e.Body = d.Text
		e.Message, _ = d.Str(d.At("/toolyard_relay/message"))
		e.Param, _ = d.Str(d.At("/toolyard_relay/host"))
		return Response{}, e
	}
}

// refusal is the error of a relay that did not send a request on, by its rule; ""
// where what answered is no relay.
func refusal(rule string, r Response) *provider.Error {
	if rule == "" {
		rule = "gone"
	}
	return &provider.Error{Kind: provider.KindRelay, Family: relayFamily, Code: rule, Status: r.Status}
}

// wrapped is the request to the relay that sends another one on.
func (v Via) wrapped(r provider.Request) provider.Request {
	headers := []provider.Header{
		{Name: "Toolyard-Relay-To", Prefix: r.URL},
		{Name: "Toolyard-Relay-Method", Prefix: r.Method},
		{Name: "Toolyard-Relay-Token", Secret: v.Token},
	}
	return provider.Request{Method: "POST", URL: v.Address, Header: append(headers, r.Header...), Body: r.Body}
}

// RelaySwitched: the endpoint's origin is asked through the relay, or straight.
type RelaySwitched struct{ On bool }

func (s RelaySwitched) apply(m Model) (Model, []Effect) {
	origin := m.Endpoint.Origin()
	m.View.Relayed = slices.DeleteFunc(slices.Clone(m.View.Relayed), func(o string) bool { return o == origin })
	if s.On && origin != "" {
		m.View.Relayed = append(m.View.Relayed, origin)
	}
	return m, nil
}

// RelayAccessTyped: the access token of the relay was typed. It is kept as long
// as the tab.
type RelayAccessTyped struct{ Text string }

// With is the message with the text that was typed.
func (a RelayAccessTyped) With(text string) Msg { a.Text = text; return a }

func (a RelayAccessTyped) apply(m Model) (Model, []Effect) {
	m.Keys = m.Keys.with(Key{provider.Secret(a.Text), relayOrigin, InTab})
	if a.Text == "" {
		m.Keys = m.Keys.without(relayOrigin)
	}
	return m, m.keepKeys(InTab)
}

// RelayAccess is what is typed as the access token of the relay.
func (m Model) RelayAccess() provider.Secret { return m.Keys.of(relayOrigin).Secret }

// RelayOpened: the person gives the relay its access token.
type RelayOpened struct{}

func (RelayOpened) apply(m Model) (Model, []Effect) { return m, m.askRelay() }

package play

// KeyOffer is a key that was typed for one origin, while the endpoint is at
// another one that has none. The zero KeyOffer is none.
type KeyOffer struct{ From, To string }

// KeyOffer asks whether the key of the origin that the endpoint had before is to
// be used at the present one. Until the person says so, no request carries it.
func (m Model) KeyOffer() KeyOffer {
	o := KeyOffer{m.View.KeyFrom, m.Endpoint.Origin()}
	if o.To == "" || o.From == o.To || m.Endpoint.Simulated() ||
		m.Keys.of(o.From).Secret == "" || m.Keys.of(o.To).Secret != "" {
		return KeyOffer{}
	}
	return o
}

// leaving notes the origin that the endpoint had, if a key belongs to it.
func (m Model) leaving(origin string) Model {
	if origin != "" && origin != m.Endpoint.Origin() && m.Keys.of(origin).Secret != "" {
		m.View.KeyFrom = origin
	}
	return m
}

// KeyCarried: the key of one origin is to be used at another one, too. The
// message says which, so that a press means what stood there.
type KeyCarried struct{ Offer KeyOffer }

func (k KeyCarried) apply(m Model) (Model, []Effect) {
	if k.Offer == (KeyOffer{}) || m.KeyOffer() != k.Offer {
		return m, nil
	}
	m.Keys = m.Keys.with(Key{m.Keys.of(k.Offer.From).Secret, k.Offer.To, InMemory})
	m.View.KeyFrom = ""
	return m, []Effect{Focus{"api-key"}}
}

// KeyLeft: the key stays with its origin alone.
type KeyLeft struct{}

func (KeyLeft) apply(m Model) (Model, []Effect) {
	m.View.KeyFrom = ""
	return m, []Effect{Focus{"api-key"}}
}

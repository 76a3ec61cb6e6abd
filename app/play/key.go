package play

import (
	"slices"

	"toolyard/app/provider"
)

// Keep says where a key is kept.
type Keep string

const (
	InMemory Keep = "memory" // gone when the page closes
	InTab    Keep = "tab"
	OnDevice Keep = "device"
)

// Keeps lists the choices in the order the page offers them.
var Keeps = []Keep{InMemory, InTab, OnDevice}

// Key is an API key and the origin it was typed for: no request to another
// origin ever carries it. Origin is "" while no base URL was typed yet.
type Key struct {
	Secret provider.Secret
	Origin string
	Keep   Keep
}

// Keys are the keys of a page, at most one an origin.
type Keys []Key

// For is the key that belongs to the origin of an endpoint; the zero Key where
// there is none.
func (k Keys) For(e provider.Endpoint) Key {
	return k.of(e.Origin())
}

func (k Keys) of(origin string) Key {
	for _, key := range k {
		if key.Origin == origin {
			return key
		}
	}
	return Key{Origin: origin, Keep: InMemory}
}

// with puts a key in the place of the one its origin had; an empty one leaves.
func (k Keys) with(key Key) Keys {
	k = slices.DeleteFunc(slices.Clone(k), func(other Key) bool { return other.Origin == key.Origin })
	if key.Secret == "" && key.Keep == InMemory {
		return k
	}
	return append(k, key)
}

// bound gives a key that was typed before its base URL to the origin that was
// typed after it.
func (k Keys) bound(origin string) Keys {
	waiting := k.of("")
	if waiting.Secret == "" || origin == "" {
		return k
	}
	waiting.Origin = origin
	return k.without("").with(waiting)
}

func (k Keys) without(origin string) Keys {
	return k.with(Key{Origin: origin, Keep: InMemory})
}

// KeyTyped: a key was typed for the endpoint's origin.
type KeyTyped struct{ Text string }

// With is the message with the text that was typed.
func (k KeyTyped) With(text string) Msg { k.Text = text; return k }

func (k KeyTyped) apply(m Model) (Model, []Effect) {
	key := m.Keys.For(m.Endpoint)
	key.Secret = provider.Secret(k.Text)
	m.Keys = m.Keys.with(key)
	return m, m.keepKeys(key.Keep)
}

// KeyKept: the person chose where the key is kept.
type KeyKept struct{ Keep Keep }

// With is the message with the choice that was made.
func (k KeyKept) With(text string) Msg { k.Keep = Keep(text); return k }

func (k KeyKept) apply(m Model) (Model, []Effect) {
	key := m.Keys.For(m.Endpoint)
	before := key.Keep
	key.Keep = k.Keep
	m.Keys = m.Keys.with(key)
	return m, m.keepKeys(before, k.Keep)
}

// KeyForgotten: the key of the endpoint's origin is to be erased everywhere.
type KeyForgotten struct{}

func (KeyForgotten) apply(m Model) (Model, []Effect) {
	m.Keys = m.Keys.without(m.Endpoint.Origin())
	m = m.notify("key-forgotten", m.Endpoint.Host())
	return m, m.keepKeys(InTab, OnDevice)
}

// keepKeys is the work of writing the keys to the places that are concerned.
func (m Model) keepKeys(concerned ...Keep) []Effect {
	var effects []Effect
	for _, keep := range []Keep{InTab, OnDevice} {
		if !slices.Contains(concerned, keep) {
			continue
		}
		e := KeepKeys{At: placeOf[keep]}
		for _, key := range m.Keys {
			if key.Keep == keep && key.Origin != "" {
				e.Keys = append(e.Keys, key)
			}
		}
		effects = append(effects, e)
	}
	return effects
}

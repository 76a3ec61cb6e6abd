package play

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
)

// ErrSealed is the error of a Host whose Vault has something under a key that can
// no longer be decrypted: it was changed, or what decrypts it is gone.
var ErrSealed = errors.New("what is kept can't be decrypted")

// placeOf is where keys are kept.
var placeOf = map[Keep]Place{InTab: Tab, OnDevice: Vault}

// KeepKeys writes the keys that the person wants kept at a place, and erases
// all others there.
type KeepKeys struct {
	At   Place
	Keys []Key
}

func (e KeepKeys) note(r *Runner) (due bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, waits := r.keys[e.At]
	r.keys[e.At] = e
	return !waits
}

func (e KeepKeys) perform(ctx context.Context, r *Runner) {
	r.mu.Lock()
	e = r.keys[e.At]
	delete(r.keys, e.At)
	r.mu.Unlock()
	if err := e.write(ctx, r.host); err != nil {
		r.post(KeysNotKept{e.At, len(e.Keys) == 0, err.Error()})
	}
}

func (e KeepKeys) write(ctx context.Context, host Host) error {
	var plain error
	if e.At == Vault {
		plain = host.Erase(ctx, Device, keyKeys) // where earlier versions kept them as they are
	}
	if len(e.Keys) == 0 {
		return cmp.Or(host.Erase(ctx, e.At, keyKeys), plain)
	}
	byOrigin := map[string]string{}
	for _, k := range e.Keys {
		byOrigin[k.Origin] = k.Secret.Reveal() // the person chose this place for it
	}
	return cmp.Or(host.Store(ctx, e.At, keyKeys, marshal(byOrigin)), plain)
}

// KeysNotKept: keys could not be written where the person wants them, or not be
// erased there.
type KeysNotKept struct {
	At     Place
	Erase  bool
	Detail string
}

func (k KeysNotKept) apply(m Model) (Model, []Effect) {
	if k.Erase {
		return m.without("key-forgotten").notify("key-not-erased", k.Detail), nil
	}
	var keys Keys
	for _, key := range m.Keys {
		if placeOf[key.Keep] == k.At && key.Keep != InMemory {
			key.Keep = InMemory // the page says where a key is, not where it was to be
		}
		keys = keys.with(key)
	}
	m.Keys = keys
	return m.notify("key-not-kept", k.Detail), nil
}

// deviceKeys reads the keys of the device. Those that an earlier version kept as
// they are move into the vault first. The kind is that of the notice which tells
// what went wrong, "" where nothing did.
func deviceKeys(ctx context.Context, host Host) (text, kind string, err error) {
	text, _, err = host.Load(ctx, Vault, keyKeys)
	switch {
	case errors.Is(err, ErrSealed):
		kind = "key-sealed"
	case err != nil:
		kind = "key-unread"
	}
	plain, ok, lost := host.Load(ctx, Device, keyKeys)
	if lost != nil || !ok || plain == "" {
		return text, kind, err
	}
	text = joined(plain, text)
	if err := host.Store(ctx, Vault, keyKeys, text); err != nil {
		return text, "key-plain", err
	}
	if err := host.Erase(ctx, Device, keyKeys); err != nil {
		return text, "key-plain", err
	}
	return text, "", nil
}

// joined are the keys of two texts; where both have one for an origin, it is that
// of the newer text.
func joined(older, newer string) string {
	var byOrigin map[string]string
	if json.Unmarshal([]byte(older), &byOrigin) != nil || byOrigin == nil {
		byOrigin = map[string]string{}
	}
	_ = json.Unmarshal([]byte(newer), &byOrigin) // what can't be read adds nothing
	return marshal(byOrigin)
}

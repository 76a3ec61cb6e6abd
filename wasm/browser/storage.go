//go:build js && wasm

package browser

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// tabPrefix keeps our keys apart from those of other pages of the same origin,
// which share the tab's storage: a static host may serve many projects.
const tabPrefix = "toolyard/"

// jotPrefix names what Jot keeps.
const jotPrefix = "toolyard/jot/"

// Jot keeps value on the device before it returns, where there is room for it.
// What a page that is being left asks of IndexedDB may never happen; this does.
func (h *Host) Jot(key, value string) {
	_, _ = callStorage("localStorage", "setItem", jotPrefix+key, value)
}

// Load reads what Store kept under key. Its error is ErrUnavailable, or that of ctx.
func (h *Host) Load(ctx context.Context, at play.Place, key string) (string, bool, error) {
	if at == play.Vault {
		text, ok, err := h.loadSealed(ctx, key)
		if errors.Is(err, play.ErrSealed) {
			return "", false, fail("load", err)
		}
		return text, ok, failStorage("load", err)
	}
	value, err := h.load(ctx, at, key)
	if err != nil || missing(value) {
		return "", false, failStorage("load", err)
	}
	text, err := value.String()
	return text, err == nil, failStorage("load", err)
}

// Store keeps value, valid UTF-8, wholly or not at all. Its error is ErrFull,
// ErrUnavailable, or that of ctx.
func (h *Host) Store(ctx context.Context, at play.Place, key, value string) error {
	if at == play.Vault {
		return failStorage("store", h.storeSealed(ctx, key, value))
	}
	if at == play.Device {
		err := h.device.store(ctx, key, value)
		if err == nil {
			_, _ = callStorage("localStorage", "removeItem", jotPrefix+key)
		}
		return failStorage("store", err)
	}
	_, err := callTab("setItem", tabPrefix+key, value)
	return failStorage("store", err)
}

// Erase forgets what is kept under key, if anything is.
func (h *Host) Erase(ctx context.Context, at play.Place, key string) error {
	if at == play.Vault {
		return failStorage("erase", h.eraseSealed(ctx, key))
	}
	if at == play.Device {
		_, _ = callStorage("localStorage", "removeItem", jotPrefix+key)
		return failStorage("erase", h.device.erase(ctx, key))
	}
	_, err := callTab("removeItem", tabPrefix+key)
	return failStorage("erase", err)
}

// load gives null or undefined where nothing is kept. A jotting is newer than
// what the device has, or it would be gone.
func (h *Host) load(ctx context.Context, at play.Place, key string) (safejs.Value, error) {
	if at == play.Device {
		if jotted, err := callStorage("localStorage", "getItem", jotPrefix+key); err == nil && !missing(jotted) {
			return jotted, nil
		}
		return h.device.load(ctx, key)
	}
	return callTab("getItem", tabPrefix+key)
}

func callTab(method string, args ...any) (safejs.Value, error) {
	return callStorage("sessionStorage", method, args...)
}

// callStorage calls a method of a storage, the mere mention of which throws
// where a person has blocked it.
func callStorage(name, method string, args ...any) (safejs.Value, error) {
	var t try
	storage := t.get(global, name)
	result := t.call(storage, method, args...)
	return result, t.err
}

//go:build js && wasm

package browser

import (
	"context"

	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// tabPrefix keeps our keys apart from those of other pages of the same origin,
// which share the tab's storage: a static host may serve many projects.
const tabPrefix = "toolyard/"

// Load reads what Store kept under key. Its error is ErrUnavailable, or that of ctx.
func (h *Host) Load(ctx context.Context, at play.Place, key string) (string, bool, error) {
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
	if at == play.Device {
		return failStorage("store", h.device.store(ctx, key, value))
	}
	_, err := callTab("setItem", tabPrefix+key, value)
	return failStorage("store", err)
}

// Erase forgets what is kept under key, if anything is.
func (h *Host) Erase(ctx context.Context, at play.Place, key string) error {
	if at == play.Device {
		return failStorage("erase", h.device.erase(ctx, key))
	}
	_, err := callTab("removeItem", tabPrefix+key)
	return failStorage("erase", err)
}

// load gives null or undefined where nothing is kept.
func (h *Host) load(ctx context.Context, at play.Place, key string) (safejs.Value, error) {
	if at == play.Device {
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

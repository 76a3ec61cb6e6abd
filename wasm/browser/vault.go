//go:build js && wasm

package browser

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/hack-pad/go-indexeddb/idb"
	"github.com/hack-pad/safejs"

	"toolyard/app/play"
)

// The vault keeps texts on the device, each encrypted with AES-GCM under a key
// that WebCrypto made and gives to nobody, this program included: it is not
// extractable, and IndexedDB keeps it as an object. A record is
//
//	"1." base64url( iv, 12 bytes | what AES-GCM made of the text, its tag at the end )
//
// with the record's name as additional data. Where a page may not encrypt (plain
// http), nothing is kept.
const (
	vaultKeyName  = "vault-key"
	vaultPrefix   = "vault/"
	recordVersion = "1."
	ivLength      = 12
)

// errInsecure is why nothing can be encrypted.
var errInsecure = errors.New("this page was not loaded over https, so the browser encrypts nothing")

func (h *Host) loadSealed(ctx context.Context, name string) (string, bool, error) {
	value, err := h.device.load(ctx, vaultPrefix+name)
	if err != nil || missing(value) {
		return "", false, err
	}
	record, err := value.String()
	if err != nil {
		return "", false, play.ErrSealed
	}
	key, err := h.device.load(ctx, vaultKeyName)
	if err != nil {
		return "", false, err
	}
	text, err := unseal(ctx, key, name, record)
	return text, err == nil, err
}

func (h *Host) storeSealed(ctx context.Context, name, text string) error {
	key, err := h.vaultKey(ctx)
	if err != nil {
		return err
	}
	record, err := seal(ctx, key, name, text)
	if err != nil {
		return err
	}
	return h.device.store(ctx, vaultPrefix+name, record)
}

// eraseSealed forgets the record, and the key with it: no other record is there.
func (h *Host) eraseSealed(ctx context.Context, name string) error {
	return errors.Join(h.device.erase(ctx, vaultPrefix+name), h.device.erase(ctx, vaultKeyName))
}

// vaultKey is the key of the vault. Of two tabs that make one at the same time,
// the first one's is taken by both.
func (h *Host) vaultKey(ctx context.Context) (safejs.Value, error) {
	key, err := h.device.load(ctx, vaultKeyName)
	if err != nil || !missing(key) {
		return key, err
	}
	subtle, err := subtleCrypto()
	if err != nil {
		return key, err
	}
	var t try
	made := t.await(ctx, t.call(subtle, "generateKey", map[string]any{"name": "AES-GCM", "length": 256}, false, []any{"encrypt", "decrypt"}))
	if t.err != nil {
		return made, t.err
	}
	_, refused := h.device.transact(ctx, idb.TransactionReadWrite, func(kv *idb.ObjectStore) (*idb.Request, error) {
		added, err := kv.AddKey(jsText(vaultKeyName), safejs.Unsafe(made))
		if err != nil {
			return nil, err
		}
		return added.Request, nil
	})
	if key, err = h.device.load(ctx, vaultKeyName); err == nil && missing(key) {
		err = refused
	}
	return key, err
}

// subtleCrypto is the browser's cryptography, which a page without https has not.
func subtleCrypto() (safejs.Value, error) {
	var t try
	subtle := t.get(global, "crypto", "subtle")
	if t.err != nil || missing(subtle) {
		return safejs.Undefined(), errInsecure
	}
	return subtle, nil
}

func seal(ctx context.Context, key safejs.Value, name, text string) (string, error) {
	subtle, err := subtleCrypto()
	if err != nil {
		return "", err
	}
	var t try
	iv := t.call(t.get(global, "crypto"), "getRandomValues", t.construct("Uint8Array", ivLength))
	sealed := t.await(ctx, t.call(subtle, "encrypt", t.gcm(iv, name), key, t.bytes(text)))
	record := append(t.bytesFrom(iv), t.bytesFrom(t.construct("Uint8Array", sealed))...)
	return recordVersion + base64.RawURLEncoding.EncodeToString(record), t.err
}

// unseal fails with play.ErrSealed where the record was changed, or its key is
// gone or another one.
func unseal(ctx context.Context, key safejs.Value, name, record string) (string, error) {
	subtle, err := subtleCrypto()
	if err != nil {
		return "", err
	}
	encoded, ok := strings.CutPrefix(record, recordVersion)
	sealed, err := base64.RawURLEncoding.DecodeString(encoded)
	if !ok || err != nil || len(sealed) < ivLength || missing(key) {
		return "", play.ErrSealed
	}
	var t try
	iv, rest := t.bytes(string(sealed[:ivLength])), t.bytes(string(sealed[ivLength:]))
	opened := t.await(ctx, t.call(subtle, "decrypt", t.gcm(iv, name), key, rest))
	text := t.bytesFrom(t.construct("Uint8Array", opened))
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case t.err != nil:
		return "", fmt.Errorf("%w: %w", play.ErrSealed, thrown(t.err))
	}
	return string(text), nil
}

// gcm are the parameters of AES-GCM for a record.
func (t *try) gcm(iv safejs.Value, name string) map[string]any {
	return map[string]any{"name": "AES-GCM", "iv": iv, "additionalData": t.bytes(vaultPrefix + name)}
}

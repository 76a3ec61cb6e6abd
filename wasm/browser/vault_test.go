//go:build js && wasm

package browser

import (
	"errors"
	"strings"
	"testing"

	"toolyard/app/play"
)

const sealedText = `{"https://a.example":"sk-of-no-one"}`

// everything is all that the device keeps, as texts.
const everything = `(async () => {
	const database = await new Promise((done, fail) => { const o = indexedDB.open("toolyard"); o.onsuccess = () => done(o.result); o.onerror = fail });
	const kv = database.transaction("kv").objectStore("kv");
	const [keys, values] = await Promise.all([kv.getAllKeys(), kv.getAll()].map(r => new Promise(done => { r.onsuccess = () => done(r.result) })));
	database.close();
	return keys.map((k, i) => k + "=" + (typeof values[i] == "string" ? values[i] : values[i].constructor.name + ":" + values[i].extractable)).join("\n");
})()`

func kept(t *testing.T) string {
	t.Helper()
	value, err := await(limited(t), run(t, "return "+everything))
	if err != nil {
		t.Fatal(thrown(err))
	}
	text, _ := value.String()
	return text
}

func TestVaultRoundTrip(t *testing.T) {
	host, ctx := New(), limited(t)
	for _, text := range []string{sealedText, "", "天 \x00"} {
		if err := host.Store(ctx, play.Vault, "keys", text); err != nil {
			t.Fatal(err)
		}
		got, ok, err := New().Load(ctx, play.Vault, "keys")
		if got != text || !ok || err != nil {
			t.Fatalf("loaded %q, %v, %v", got, ok, err)
		}
	}
	if err := host.Erase(ctx, play.Vault, "keys"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := host.Load(ctx, play.Vault, "keys"); ok || err != nil {
		t.Errorf("after Erase: %v, %v", ok, err)
	}
}

func TestVaultKeepsNothingPlain(t *testing.T) {
	host, ctx := New(), limited(t)
	if err := host.Store(ctx, play.Vault, "keys", sealedText); err != nil {
		t.Fatal(err)
	}
	first := kept(t)
	if strings.Contains(first, "sk-of") || !strings.Contains(first, "vault-key=CryptoKey:false") || !strings.Contains(first, "vault/keys=1.") {
		t.Errorf("kept:\n%s", first)
	}
	if err := host.Store(ctx, play.Vault, "keys", sealedText); err != nil {
		t.Fatal(err)
	}
	if kept(t) == first {
		t.Error("the same text gave the same record: the iv is not random")
	}
	if err := host.Erase(ctx, play.Vault, "keys"); err != nil {
		t.Fatal(err)
	}
	if left := kept(t); strings.Contains(left, "vault") {
		t.Errorf("left after Erase:\n%s", left)
	}
}

// TestVaultTampered changes a record, takes its key away, or gives it the name of
// another: it is then unreadable, and says so.
func TestVaultTampered(t *testing.T) {
	changes := map[string]func(*Host, string) error{
		"a byte changed": func(h *Host, record string) error {
			last := "A"
			if record[20] == 'A' {
				last = "B"
			}
			return h.device.store(limited(t), "vault/keys", record[:20]+last+record[21:])
		},
		"cut":          func(h *Host, record string) error { return h.device.store(limited(t), "vault/keys", record[:12]) },
		"no record":    func(h *Host, _ string) error { return h.device.store(limited(t), "vault/keys", "sk-plain") },
		"the key gone": func(h *Host, _ string) error { return h.device.erase(limited(t), vaultKeyName) },
		"a false key":  func(h *Host, _ string) error { return h.device.store(limited(t), vaultKeyName, "key") },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			host, ctx := New(), limited(t)
			if err := host.Store(ctx, play.Vault, "keys", sealedText); err != nil {
				t.Fatal(err)
			}
			value, err := host.device.load(ctx, "vault/keys")
			if err != nil {
				t.Fatal(err)
			}
			record, _ := value.String()
			if err := change(host, record); err != nil {
				t.Fatal(err)
			}
			got, ok, err := host.Load(ctx, play.Vault, "keys")
			if got != "" || ok || !errors.Is(err, play.ErrSealed) || strings.Contains(err.Error(), "sk-") {
				t.Errorf("loaded %q, %v, %v", got, ok, err)
			}
			if err := host.Erase(ctx, play.Vault, "keys"); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestVaultRecordBelongsToItsName(t *testing.T) {
	host, ctx := New(), limited(t)
	defer host.Erase(ctx, play.Vault, "keys")
	if err := host.Store(ctx, play.Vault, "keys", sealedText); err != nil {
		t.Fatal(err)
	}
	value, _ := host.device.load(ctx, "vault/keys")
	record, _ := value.String()
	if err := host.device.store(ctx, "vault/others", record); err != nil {
		t.Fatal(err)
	}
	defer host.device.erase(ctx, "vault/others")
	if _, _, err := host.Load(ctx, play.Vault, "others"); !errors.Is(err, play.ErrSealed) {
		t.Errorf("error %v", err)
	}
}

// Without https there is no encryption, and then nothing is kept.
func TestVaultWithoutCrypto(t *testing.T) {
	replace(t, "crypto", "subtle", `{value: undefined}`)
	host, ctx := New(), limited(t)
	err := host.Store(ctx, play.Vault, "keys", sealedText)
	if err == nil || !strings.Contains(err.Error(), "https") || strings.Contains(kept(t), "sk-of") {
		t.Errorf("error %v, kept:\n%s", err, kept(t))
	}
}

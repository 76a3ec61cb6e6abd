package provider

import (
	"errors"
	"strings"
	"testing"
)

func TestURL(t *testing.T) {
	tests := []struct{ base, url, host string }{
		{"https://api.example.com", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"https://api.example.com/", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"https://api.example.com/v1", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{" https://api.example.com/v1//\n", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"https://api.example.com/v1/chat/completions", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"https://api.example.com/v1/chat/completions/", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"https://api.example.com/chat/completions", "https://api.example.com/chat/completions", "api.example.com"},
		{"api.example.com", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"//api.example.com/v1", "https://api.example.com/v1/chat/completions", "api.example.com"},
		{"localhost:11434", "http://localhost:11434/v1/chat/completions", "localhost:11434"},
		{"127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions", "127.0.0.1:8080"},
		{"[::1]:8080", "http://[::1]:8080/v1/chat/completions", "[::1]:8080"},
		{"0.0.0.0:8000", "http://0.0.0.0:8000/v1/chat/completions", "0.0.0.0:8000"},
		{"localhost.example.com", "https://localhost.example.com/v1/chat/completions", "localhost.example.com"},
		{"http://192.168.1.2:1234/v1", "http://192.168.1.2:1234/v1/chat/completions", "192.168.1.2:1234"},
		{"https://g.example/v1beta/openai/", "https://g.example/v1beta/openai/chat/completions", "g.example"},
		{"https://z.example/api/paas/v4", "https://z.example/api/paas/v4/chat/completions", "z.example"},
		{"https://d.example/compatible-mode/v1", "https://d.example/compatible-mode/v1/chat/completions", "d.example"},
		{"https://o.example/api/v1", "https://o.example/api/v1/chat/completions", "o.example"},
		{"https://q.example/v2", "https://q.example/v2/chat/completions", "q.example"},
		{"https://i.example/inference", "https://i.example/inference/chat/completions", "i.example"},
		{"https://r.openai.azure.com/openai/deployments/d?api-version=2024-10-21",
			"https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21", "r.openai.azure.com"},
		{"https://a.example/v1/chat/completions?x=1#part", "https://a.example/v1/chat/completions?x=1", "a.example"},
		{"https://a.example/a%2Fb/v1", "https://a.example/a%2Fb/v1/chat/completions", "a.example"},
		{"HTTPS://API.Example.com:443/v1", "https://API.Example.com:443/v1/chat/completions", "api.example.com"},
		{"http://a.example:80", "http://a.example:80/v1/chat/completions", "a.example"},
	}
	for _, test := range tests {
		e := Endpoint{BaseURL: test.base}
		got, err := e.URL()
		if got != test.url || err != nil {
			t.Errorf("%q: got %q, %v, want %q", test.base, got, err, test.url)
		}
		scheme, _, _ := strings.Cut(test.url, ":")
		if e.Host() != test.host || e.Origin() != scheme+"://"+test.host {
			t.Errorf("%q: host %q, origin %q", test.base, e.Host(), e.Origin())
		}
	}
}

func TestURLThatCanNotBeRead(t *testing.T) {
	for base, rule := range map[string]string{
		"":                             RuleAddressMissing,
		" \n":                          RuleAddressMissing,
		"https://":                     RuleAddressInvalid,
		"https:///v1":                  RuleAddressInvalid,
		"https://a b/v1":               RuleAddressInvalid,
		"https://a.example/%zz":        RuleAddressInvalid,
		"mailto:someone@a.example":     RuleAddressUser,
		"ftp://a.example":              RuleAddressScheme,
		"javascript://a.example/%0a1":  RuleAddressScheme,
		"https://me:pass@a.example/v1": RuleAddressUser,
		"me:pass@a.example/v1":         RuleAddressUser,
	} {
		e := Endpoint{BaseURL: base}
		got, err := e.URL()
		var fault *FieldError
		if !errors.As(err, &fault) || fault.Rule != rule || fault.Field != FieldBaseURL || got != "" {
			t.Errorf("%q: got %q, %v, want %s", base, got, err, rule)
		}
		if strings.Contains(err.Error(), "pass") || e.Origin() != "" || e.Host() != "" {
			t.Errorf("%q: %v, origin %q, host %q", base, err, e.Origin(), e.Host())
		}
	}
}

func FuzzURL(f *testing.F) {
	f.Add("localhost:11434/v1?x=1#y")
	f.Add("https://me:pass@[::1]:1/v1/chat/completions/")
	f.Fuzz(func(t *testing.T, base string) {
		e := Endpoint{BaseURL: base}
		once, err := e.URL()
		if err != nil {
			return
		}
		twice, err := Endpoint{BaseURL: once}.URL()
		if err != nil || twice != once {
			t.Errorf("%q gives %q, and that %q, %v", base, once, twice, err)
		}
	})
}

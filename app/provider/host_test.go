package provider

import "testing"

// TestHostIsTheOneThatIsCalled holds a host to the name that Chromium calls
// (new URL(…).host), so that nothing else is shown or bound to a key.
func TestHostIsTheOneThatIsCalled(t *testing.T) {
	for address, want := range map[string]string{
		"https://api.openai.com/v1":           "api.openai.com",
		"https://API.OpenAI.com:443/v1":       "api.openai.com",
		"https://аpi.openai.com/v1":           "xn--pi-6kc.openai.com", // Cyrillic а
		"https://api.оpenai.com/v1":           "api.xn--penai-iye.com", // Cyrillic о
		"https://bücher.example:8443/":        "xn--bcher-kva.example:8443",
		"https://BÜCHER.example/":             "xn--bcher-kva.example",
		"https://例子.测试/v1":                    "xn--fsqu00a.xn--0zwm56d",
		"https://他们为什么不说中文.example":           "xn--ihqwcrb4cv8a8dqg056pqjye.example",
		"https://ａｐｉ．openai。com/v1":           "api.openai.com",
		"http://2130706433/v1":                "127.0.0.1",
		"http://0x7f.1:8080/v1":               "127.0.0.1:8080",
		"http://0177.0.0.01/v1":               "127.0.0.1",
		"http://192.168.257/v1":               "192.168.1.1",
		"http://１２７.0.0.1/v1":                 "127.0.0.1",
		"http://[::1]:11434/v1":               "[::1]:11434",
		"https://1.2.3.4.5/v1":                "1.2.3.4.5",
		"https://256.256.256.256/v1":          "256.256.256.256", // which no browser calls
		"https://%D0%B0pi.openai.com/v1":      "xn--pi-6kc.openai.com",
		"https://xn--pi-6kc.openai.com/v1":    "xn--pi-6kc.openai.com",
		"javascript:alert(1)":                 "",
		"javascript://%0aalert(1)//":          "",
		"data:text/html,<b>":                  "",
		"https://api.openai.com@evil.test/":   "",
		"https://evil.test\\@api.openai.com/": "",
	} {
		e := Endpoint{Provider: Custom, BaseURL: address}
		if got := e.Host(); got != want {
			t.Errorf("%s calls %q, want %q", address, got, want)
		}
	}
}

package doctor

import "testing"

func TestSpaceOfHosts(t *testing.T) {
	for host, want := range map[string]Space{
		"api.openai.com": Public, "api.openai.com:8443": Public, "localhost": Loopback, "localhost.:3000": Loopback,
		"127.0.0.1:11434": Loopback, "[::1]:80": Loopback, "[::ffff:10.0.0.1]": Local, "192.168.1.1": Local,
		"nas": Local, "printer.local:631": Local, "169.254.169.254": Local, "0.0.0.0": Loopback,
	} {
		if got := SpaceOf(host); got != want {
			t.Errorf("%s is in space %d, want %d", host, got, want)
		}
	}
}

func TestLooksLike(t *testing.T) {
	for host, want := range map[string]string{
		"api.openai.com": "", "api.opena1.com": "api.openai.com", "api.openai.com.evil.example": "api.openai.com",
		"api.openai.com.evil.example:8443": "api.openai.com", "localhost:11434": "", "llm.example": "",
	} {
		if got := LooksLike(host); got != want {
			t.Errorf("%s looks like %q, want %q", host, got, want)
		}
	}
}

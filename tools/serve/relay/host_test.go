package relay

import (
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestParseHosts(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"api.example.com", "api.example.com:443"},
		{" API.Example.com. , b.example:8443\n# not this: c.example\nd.example # nor this\r\n", "api.example.com:443 b.example:8443 d.example:443"},
		{"192.168.1.20:8000 127.0.0.1", "192.168.1.20:8000 127.0.0.1:443"},
		{"[::1]:11434 [fd12::7] ::1", "[::1]:11434 [fd12::7]:443 [::1]:443"},
		{"[::ffff:10.0.0.1]:80", "10.0.0.1:80"},
		{"private:localhost:11434", "localhost:11434 private"},
		{"private:gpu.lan", "gpu.lan:443 private"},
		{"169.254.169.254:80", "169.254.169.254:80"},
		{"xn--fiqs8s.example", "xn--fiqs8s.example:443"},
		{"https://api.example.com", "error: list the host alone"},
		{"user@api.example.com", "error: list the host alone"},
		{"api.example.com/v1", "error: list the host alone"},
		{"*.example.com", "error: no patterns"},
		{"中文.example", "error: xn--"},
		{"localhost:11434", "error: write private:localhost:11434"},
		{"private:10.0.0.1", "error: an address needs no mark"},
		{"0.0.0.0:8000", "error: no request can go"},
		{"[::]:8000", "error: no request can go"},
		{"224.0.0.1", "error: no request can go"},
		{"[fe80::1%eth0]:80", "error: zone"},
		{"127.1", "error: neither a name nor an address"},
		{"0x7f000001", "error: neither a name nor an address"},
		{"2130706433", "error: neither a name nor an address"},
		{"a.example:0", "error: from 1 to 65535"},
		{"a.example:65536", "error: from 1 to 65535"},
		{"a.example:", "error: from 1 to 65535"},
		{"a.example:1:2", "error: a port"},
	} {
		hosts, err := ParseHosts(test.text)
		var got []string
		for _, h := range hosts {
			got = append(got, h.String())
			if h.Private {
				got = append(got, "private")
			}
		}
		if want, fails := strings.CutPrefix(test.want, "error: "); fails {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %v, want an error with %q", test.text, err, want)
			}
		} else if err != nil || strings.Join(got, " ") != test.want {
			t.Errorf("%q: %v, %v, want %s", test.text, got, err, test.want)
		}
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]kind{
		"8.8.8.8": public, "1.1.1.1": public, "172.15.0.1": public, "172.32.0.1": public, "100.63.255.255": public, "100.128.0.0": public,
		"2606:4700::1111": public, "2001:4860:4860::8888": public,
		"127.0.0.1": private, "127.255.255.255": private, "10.1.2.3": private, "172.16.0.1": private, "172.31.255.255": private,
		"192.168.0.1": private, "100.64.0.1": private, "100.127.255.255": private, "198.18.0.7": private, "198.19.255.255": private,
		"::1": private, "fc00::1": private, "fdff::1": private,
		"169.254.169.254": special, "169.254.0.1": special, "100.100.100.200": special, "168.63.129.16": special, "192.0.0.192": special,
		"fd00:ec2::254": special, "fd20:ce::254": special, "fe80::1": special, "fe80::1%eth0": special, "fec0::1": special,
		"192.0.2.1": special, "198.51.100.1": special, "203.0.113.1": special, "240.0.0.1": special, "2001::1": special,
		"2001:db8::1": special, "3fff::1": special, "64:ff9b:1::1": special, "::7f00:1": special, "100::1": special, "4000::1": special,
		"0.0.0.0": never, "0.1.2.3": never, "::": never, "224.0.0.1": never, "239.255.255.255": never, "255.255.255.255": never, "ff02::1": never,
		// The same in other clothes.
		"::ffff:127.0.0.1": private, "::ffff:a9fe:a9fe": special, "::ffff:0.0.0.0": never, "::ffff:8.8.8.8": public,
		"64:ff9b::7f00:1": private, "64:ff9b::a9fe:a9fe": special, "64:ff9b::808:808": public,
		"2002:7f00:1::": private, "2002:a9fe:a9fe::1": special, "2002:808:808::1": public,
	} {
		if got := kindOf(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s is of kind %d, want %d", text, got, want)
		}
	}
}

// TestReach holds each way of being listed against each kind.
func TestReach(t *testing.T) {
	addresses := []string{"8.8.8.8", "10.0.0.1", "::ffff:10.0.0.1", "169.254.169.254", "0.0.0.0", "10.0.0.2"}
	for listed, want := range map[string]string{
		"a.example":         "100000",
		"private:a.example": "111001",
		"10.0.0.1":          "111000", // a Host of an address is dialled at no other
		"169.254.169.254":   "100100",
	} {
		hosts, err := ParseHosts(listed)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, a := range addresses {
			got += map[bool]string{true: "1", false: "0"}[hosts[0].reaches(netip.MustParseAddr(a))]
		}
		if got != want {
			t.Errorf("%s reaches %s of %v, want %s", listed, got, addresses, want)
		}
	}
}

func TestTargets(t *testing.T) {
	address, port := untouched(t)
	s := newStage(t, "api.example.com, api.example.com:8443, 10.0.0.1", Options{})
	for _, test := range []struct{ name, to, rule string }{
		{"none", "", "url-wrong"},
		{"no address", "://", "url-wrong"},
		{"a path", "/v1/models", "url-wrong"},
		{"no host", "https:///v1", "url-wrong"},
		{"a file", "file:///etc/passwd", "url-wrong"},
		{"gopher", "gopher://api.example.com/", "url-wrong"},
		{"ftp", "ftp://api.example.com/", "url-wrong"},
		{"opaque", "https:api.example.com", "url-wrong"},
		{"a name and a password", "https://a:b@api.example.com/", "url-wrong"},
		{"a name that looks like the host", "https://api.example.com@evil.example/", "url-wrong"},
		{"a backslash", `https://evil.example\@api.example.com/`, "url-wrong"},
		{"a fragment", "https://api.example.com/#a", "url-wrong"},
		{"a line break", "https://api.example.com/%0d%0a\tx", "url-wrong"},
		{"a port out of range", "https://api.example.com:70000/", "url-wrong"},
		{"an address in other clothes", "http://0x7f.1:" + port + "/", "url-wrong"},
		{"an address as one number", "http://2130706433:" + port + "/", "url-wrong"},
		{"an address with a zone", "http://[fe80::1%25lo]:" + port + "/", "url-wrong"},
		{"another host", "https://evil.example/", "host-unlisted"},
		{"a longer host", "https://api.example.com.evil.example/", "host-unlisted"},
		{"a host below", "https://x.api.example.com/", "host-unlisted"},
		{"this machine, not listed", "http://" + address + "/", "host-unlisted"},
		{"this machine by name", "http://localhost:" + port + "/", "host-unlisted"},
		{"this machine, mapped", "http://[::ffff:127.0.0.1]:" + port + "/", "host-unlisted"},
		{"this machine, mapped in hexadecimal", "http://[::ffff:7f00:1]:" + port + "/", "host-unlisted"},
		{"anywhere", "http://0.0.0.0:" + port + "/", "host-unlisted"},
		{"anywhere, IPv6", "http://[::]:" + port + "/", "host-unlisted"},
		{"metadata", "http://169.254.169.254/latest/meta-data/", "host-unlisted"},
		{"a neighbour of what is listed", "https://10.0.0.2/", "host-unlisted"},
		{"another port", "https://api.example.com:444/", "port-unlisted"},
		{"http where https is listed", "http://api.example.com/", "port-unlisted"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if a := do(t, s.posting(test.to, "{}", nil)); a.refusal.Rule != test.rule {
				t.Errorf("%s: %d %s, want %s", test.to, a.StatusCode, a.body, test.rule)
			}
		})
	}
	a := do(t, s.posting("https://API.example.com.:444/", "", nil))
	if !strings.Contains(a.refusal.Message, "443 and 8443") || a.refusal.Host != "api.example.com:444" {
		t.Errorf("the refusal of a port says %s", a.body)
	}
	for _, m := range []string{"", "PUT", "post", "CONNECT"} {
		if a := do(t, s.posting("https://api.example.com/", "", set(methodHeader, m))); a.refusal.Rule != "method-wrong" {
			t.Errorf("the method %q: %d %s", m, a.StatusCode, a.body)
		}
	}
}

// TestSpellings pins that one host has one spelling: what was checked is dialled.
func TestSpellings(t *testing.T) {
	hosts, _ := ParseHosts("api.example.com, 10.0.0.1:80")
	for to, want := range map[string]string{
		"https://API.EXAMPLE.COM./v1":    "https://api.example.com:443/v1",
		"https://api.example.com:443/v1": "https://api.example.com:443/v1",
		"http://[::ffff:a00:1]/v1":       "http://10.0.0.1:80/v1",
	} {
		got, refusal := readTarget(hosts, http.Header{toHeader: {to}, methodHeader: {"GET"}})
		if refusal != nil || got.url.String() != want {
			t.Errorf("%s: %v, %v", to, got.url, refusal)
		}
	}
}

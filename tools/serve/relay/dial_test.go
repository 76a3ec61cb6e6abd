package relay

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

// nameServer answers questions for the addresses of names: each time with the
// next of a name's answers, the last for ever. An answer is addresses between
// spaces.
type nameServer struct {
	mu      sync.Mutex
	answers map[string][]string // with the type: "a.example. A"
	asked   map[string]int
}

// resolverOf starts a name server and returns what asks it.
func resolverOf(t *testing.T, answers map[string][]string) (*net.Resolver, *nameServer) {
	t.Helper()
	connection, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { connection.Close() })
	n := &nameServer{answers: answers, asked: map[string]int{}}
	go n.serve(connection)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", connection.LocalAddr().String())
	}}, n
}

func (n *nameServer) serve(connection net.PacketConn) {
	question := make([]byte, 1500)
	for {
		size, from, err := connection.ReadFrom(question)
		if err != nil {
			return
		}
		if size > 12 {
			connection.WriteTo(n.answer(question[:size]), from)
		}
	}
}

// answer writes a DNS message (RFC 1035 §4.1): the header, the question as it
// came, and the addresses.
func (n *nameServer) answer(question []byte) []byte {
	name, at := "", 12
	for question[at] != 0 {
		name += string(question[at+1:at+1+int(question[at])]) + "."
		at += 1 + int(question[at])
	}
	asked := question[12 : at+5]
	kind := binary.BigEndian.Uint16(question[at+1:])
	addresses, known := n.next(strings.TrimSuffix(name, "."), kind)
	flags := []byte{0x81, 0x80}
	if !known {
		flags[1] |= 3 // no such name
	}
	message := append([]byte{question[0], question[1], flags[0], flags[1], 0, 1, 0, byte(len(addresses)), 0, 0, 0, 0}, asked...)
	for _, a := range addresses {
		message = append(message, 0xc0, 12, byte(kind>>8), byte(kind), 0, 1, 0, 0, 0, 0, 0, byte(len(a)))
		message = append(message, a...)
	}
	return message
}

func (n *nameServer) next(name string, kind uint16) (addresses [][]byte, known bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	key := name + map[uint16]string{1: " A", 28: " AAAA"}[kind]
	answers, known := n.answers[key]
	if !known {
		_, known = n.answers[name+map[uint16]string{1: " AAAA", 28: " A"}[kind]] // the name is, but not with this type
		return nil, known
	}
	i := min(n.asked[key], len(answers)-1)
	n.asked[key]++
	for _, text := range strings.Fields(answers[i]) {
		addresses = append(addresses, netip.MustParseAddr(text).AsSlice())
	}
	return addresses, true
}

func TestPrivateAddressesByName(t *testing.T) {
	_, port := untouched(t)
	resolver, _ := resolverOf(t, map[string][]string{
		"here.example A":        {"127.0.0.1"},
		"home.example A":        {"192.168.7.7"},
		"carrier.example A":     {"100.64.0.1"},
		"metadata.example A":    {"169.254.169.254"},
		"nowhere.example A":     {"0.0.0.0"},
		"many.example A":        {"10.0.0.1 127.0.0.1"},
		"six.example AAAA":      {"::1"},
		"mapped.example AAAA":   {"::ffff:127.0.0.1"},
		"local.example AAAA":    {"fd12::7"},
		"nat64.example AAAA":    {"64:ff9b::7f00:1"},
		"zero6.example AAAA":    {"::"},
		"marked.example A":      {"169.254.169.254"},
		"marked-zero.example A": {"0.0.0.0"},
	})
	for name, address := range map[string]string{
		"here": "127.0.0.1", "home": "192.168.7.7", "carrier": "100.64.0.1", "metadata": "169.254.169.254", "nowhere": "0.0.0.0",
		"many": "", "six": "::1", "mapped": "127.0.0.1", "local": "fd12::7", "nat64": "64:ff9b::7f00:1", "zero6": "::",
		"private:marked": "169.254.169.254", "private:marked-zero": "0.0.0.0",
	} {
		t.Run(name, func(t *testing.T) {
			listed := name + ".example:" + port
			s := newStage(t, listed, Options{Resolver: resolver})
			host := strings.TrimPrefix(listed, privateMark)
			a := do(t, s.posting("http://"+host+"/v1/models", "{}", nil))
			if a.StatusCode != 403 || a.refusal.Rule != "address-private" || a.refusal.Host != host || address != "" && a.refusal.Address != address {
				t.Errorf("answered %d %s", a.StatusCode, a.body)
			}
			if want := "relay: POST " + host + " 403\n"; s.logged.String() != want {
				t.Errorf("logged %q", s.logged)
			}
		})
	}
}

func TestPrivateAddressesThatAreListed(t *testing.T) {
	address := upstream(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Host) })
	_, port, _ := net.SplitHostPort(address)
	resolver, _ := resolverOf(t, map[string][]string{"gpu.lan A": {"127.0.0.1"}, "gpu.lan AAAA": {""}})
	s := newStage(t, "private:gpu.lan:"+port+", 127.0.0.1:"+port, Options{Resolver: resolver})
	for _, host := range []string{"gpu.lan:" + port, address} {
		if a := do(t, s.posting("http://"+host+"/", "", nil)); a.StatusCode != 200 || a.body != host {
			t.Errorf("%s: %d %s", host, a.StatusCode, a.body)
		}
	}
	if a := do(t, s.posting("http://[::ffff:127.0.0.1]:"+port+"/", "", nil)); a.body != address {
		t.Errorf("the same address in other clothes: %d %s", a.StatusCode, a.body)
	}
}

// TestRebinding gives a name another address each time it is asked, and both at
// once. Where a public address can't be reached, the answer is an upstream's
// failure; the private one is never reached.
func TestRebinding(t *testing.T) {
	_, port := untouched(t)
	const public = "93.184.215.14"
	resolver, names := resolverOf(t, map[string][]string{
		"turning.example A": {public, "127.0.0.1", public, "127.0.0.1"},
		"both.example A":    {public + " 127.0.0.1"},
		"back.example A":    {"127.0.0.1 " + public},
	})
	s := newStage(t, "turning.example:"+port+" both.example:"+port+" back.example:"+port,
		Options{Resolver: resolver, Timeouts: Timeouts{Connect: 300 * time.Millisecond, Header: 300 * time.Millisecond}})
	rules := map[string]int{}
	for range 4 {
		rules[do(t, s.posting("http://turning.example:"+port+"/", "", nil)).refusal.Rule]++
	}
	if rules["address-private"] < 2 || rules[""] > 0 {
		t.Errorf("a name that turns is answered with %v", rules)
	}
	if n := names.asked["turning.example A"]; n != 4 {
		t.Errorf("the name was looked up %d times for 4 requests: what is checked must be what is dialled", n)
	}
	for _, name := range []string{"both", "back"} {
		if a := do(t, s.posting("http://"+name+".example:"+port+"/", "", nil)); a.refusal.Rule == "" {
			t.Errorf("%s: %d %s", name, a.StatusCode, a.body)
		}
	}
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	secret, _ := untouched(t)
	address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
		code := 0
		fmt.Sscan(r.URL.Query().Get("code"), &code)
		w.Header().Set("Location", r.URL.Query().Get("to"))
		w.WriteHeader(code)
	})
	s := newStage(t, address, Options{})
	for _, test := range []struct {
		code     int
		to, want string
	}{
		{301, "https://www.example.com/v1", "https://www.example.com/v1"},
		{302, "http://" + secret + "/latest?key=" + notAKey, "http://" + secret + "/latest"},
		{303, "/other", "http://" + address + "/other"},
		{307, "http://user:" + notAKey + "@" + secret + "/#" + notAKey, "http://" + secret + "/"},
		{308, "", ""},
		{304, "", ""},
	} {
		a := do(t, s.posting(fmt.Sprintf("http://%s/?code=%d&to=%s", address, test.code, strings.NewReplacer("#", "%23", "?", "%3f").Replace(test.to)), "{}", nil))
		if a.StatusCode != 502 || a.refusal.Rule != "redirect" || a.refusal.Upstream != test.code || a.refusal.Location != test.want {
			t.Errorf("a %d to %s: %d %s", test.code, test.to, a.StatusCode, a.body)
		}
		if a.Header.Get("Location") != "" {
			t.Errorf("the browser is sent to %s", a.Header.Get("Location"))
		}
	}
}

func TestFailures(t *testing.T) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	quiet := func(s *httptest.Server) string {
		t.Cleanup(s.Close)
		return s.Listener.Addr().String()
	}
	strange := httptest.NewUnstartedServer(http.NotFoundHandler())
	strange.Config.ErrorLog = log.New(io.Discard, "", 0)
	strange.StartTLS()
	clear := upstream(t, func(http.ResponseWriter, *http.Request) {})
	slow := upstream(t, func(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body); <-r.Context().Done() })
	broken := upstream(t, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	switching := upstream(t, func(w http.ResponseWriter, _ *http.Request) {
		connection, _, _ := http.NewResponseController(w).Hijack()
		fmt.Fprint(connection, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n")
		connection.Close()
	})
	resolver, _ := resolverOf(t, map[string][]string{})
	for _, test := range []struct{ name, scheme, host, rule string }{
		{"nothing listens", "http", closed.Addr().String(), "upstream-refused"},
		{"a certificate of nobody", "https", quiet(strange), "upstream-tls"},
		{"no TLS", "https", clear, "upstream-tls"},
		{"no answer", "http", slow, "upstream-timeout"},
		{"a broken answer", "http", broken, "upstream-broken"},
		{"no answer but a protocol", "http", switching, "upstream-broken"},
		{"no such name", "https", "nothing.example:443", "upstream-name"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newStage(t, test.host, Options{Resolver: resolver, Timeouts: brisk})
			a := do(t, s.posting(test.scheme+"://"+test.host+"/v1?key="+notAKey, notAKey, nil))
			if a.StatusCode != 502 || a.refusal.Rule != test.rule || a.refusal.Host != test.host {
				t.Errorf("answered %d %s, want %s", a.StatusCode, a.body, test.rule)
			}
		})
	}
}

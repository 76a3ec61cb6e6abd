package relay

import (
	"bufio"
	"context"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// lockstep is an upstream that writes an event only after the page has read the
// one before: what is buffered anywhere stands still.
type lockstep struct {
	read  chan struct{}  // the page has read
	wrote chan time.Time // when the next was written
}

func newLockstep() *lockstep {
	return &lockstep{make(chan struct{}), make(chan time.Time, 1)}
}

func (l *lockstep) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	control.Flush()
	for i := range events {
		select {
		case <-l.read:
		case <-r.Context().Done():
			return
		}
		l.wrote <- time.Now()
		fmt.Fprintf(w, "data: %d\n\n", i)
		control.Flush()
	}
}

const events = 40

// follow reads the events, and returns how long each was on its way.
func (l *lockstep) follow(t testing.TB, client *http.Client, req *http.Request) []time.Duration {
	t.Helper()
	response, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		t.Fatal(response.Status)
	}
	lines := bufio.NewReader(response.Body)
	var delays []time.Duration
	for i := range events {
		l.read <- struct{}{}
		wrote := <-l.wrote
		if text, err := lines.ReadString('\n'); err != nil || text != fmt.Sprintf("data: %d\n", i) {
			t.Fatalf("event %d: %q, %v", i, text, err)
		}
		delays = append(delays, time.Since(wrote))
		lines.ReadString('\n')
	}
	return delays
}

// TestStreaming measures, over http/1.1 and over TLS with http/2.
func TestStreaming(t *testing.T) {
	const limit = 50 * time.Millisecond // the first byte's, after the upstream's
	for _, secure := range []bool{false, true} {
		l := newLockstep()
		server := httptest.NewUnstartedServer(http.HandlerFunc(l.serve))
		roots := x509.NewCertPool()
		if secure {
			server.EnableHTTP2 = true
			server.StartTLS()
			roots.AddCert(server.Certificate())
		} else {
			server.Start()
		}
		defer server.Close()
		s := newStage(t, server.Listener.Addr().String(), Options{Roots: roots, Timeouts: Timeouts{Idle: 10 * time.Second}})
		delays := l.follow(t, plain, s.posting(server.URL+"/", "{}", nil))
		first, sorted := delays[0], slices.Sorted(slices.Values(delays))
		t.Logf("%s: the first byte %v after the upstream's, the middle of %d events %v, the slowest %v",
			server.URL[:5], first, len(delays), sorted[len(sorted)/2], sorted[len(sorted)-1])
		if first > limit || sorted[len(sorted)/2] > limit {
			t.Errorf("the first byte came %v after the upstream's, the middle event %v; at most %v", first, sorted[len(sorted)/2], limit)
		}
	}
}

// BenchmarkFirstByte is an event's way from an upstream to the page, through the
// relay and without it, in microseconds.
func BenchmarkFirstByte(b *testing.B) {
	for _, name := range []string{"relayed", "direct"} {
		b.Run(name, func(b *testing.B) {
			l := newLockstep()
			address := upstream(b, l.serve)
			s := newStage(b, address, Options{})
			var delays []time.Duration
			for range b.N {
				req := s.posting("http://"+address+"/", "{}", nil)
				if name == "direct" {
					req.URL, _ = url.Parse("http://" + address + "/")
				}
				delays = append(delays, l.follow(b, plain, req)[0])
			}
			slices.Sort(delays)
			b.ReportMetric(float64(delays[len(delays)/2].Microseconds()), "µs/first-byte")
		})
	}
}

func TestCancelling(t *testing.T) {
	for _, began := range []bool{true, false} {
		started, ended := make(chan struct{}), make(chan struct{})
		address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) // a server hears of a leaving client from here on
			if began {
				fmt.Fprint(w, "data: 1\n\n")
				http.NewResponseController(w).Flush()
			}
			close(started)
			<-r.Context().Done()
			close(ended)
		})
		s := newStage(t, address, Options{Timeouts: Timeouts{Connect: time.Second}})
		ctx, leave := context.WithCancel(t.Context())
		go func() { <-started; leave() }()
		response, err := plain.Do(s.posting("http://"+address+"/", "{}", nil).WithContext(ctx))
		if err == nil {
			_, err = io.ReadAll(response.Body)
			response.Body.Close()
		}
		if err == nil {
			t.Error("the page's own request did not end")
		}
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			t.Fatalf("the upstream goes on after the page left (answer began: %t)", began)
		}
	}
}

// TestLongStream takes longer than every timeout: none may cut what goes on, nor
// stay on the connection and cut what comes next.
func TestLongStream(t *testing.T) {
	const pause, count, short = 100 * time.Millisecond, 15, time.Second
	address := upstream(t, func(w http.ResponseWriter, _ *http.Request) {
		for i := range count {
			time.Sleep(pause)
			fmt.Fprintf(w, "data: %d\n\n", i)
			http.NewResponseController(w).Flush()
		}
	})
	s := newStage(t, address, Options{Timeouts: Timeouts{Connect: short, Body: short, Header: short, Idle: short}})
	for range 2 {
		a := do(t, s.posting("http://"+address+"/", "{}", nil))
		if n := strings.Count(a.body, "data:"); n != count {
			t.Errorf("%d events of %d arrived", n, count)
		}
	}
}

// TestPageOverHTTP2 has the relay where a team hosts it, on a server that speaks
// https itself: its deadlines are the stream's own there.
func TestPageOverHTTP2(t *testing.T) {
	l, body := newLockstep(), 200*time.Millisecond
	left := make(chan struct{})
	address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * body) // by now a deadline that stayed would have ended the request
		l.serve(w, r)
		<-r.Context().Done()
		close(left)
	})
	s := newStage(t, address, Options{Timeouts: Timeouts{Body: body}, Access: access})
	front := httptest.NewUnstartedServer(s.Config.Handler)
	front.EnableHTTP2 = true
	front.StartTLS()
	t.Cleanup(front.Close)
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	req := s.posting("http://"+address+"/", "{}", set("Origin", front.URL)).WithContext(ctx)
	req.URL, _ = url.Parse(front.URL + Path)
	req.Host = req.URL.Host
	delays := l.follow(t, http2Only{t, front.Client()}.client(), req)
	t.Logf("the first byte %v after the upstream's", delays[0])
	leave()
	select {
	case <-left:
	case <-time.After(5 * time.Second):
		t.Error("the upstream goes on after the page left")
	}
}

// http2Only fails a test whose client was answered in another version.
type http2Only struct {
	t testing.TB
	*http.Client
}

func (c http2Only) client() *http.Client { return &http.Client{Transport: c} }

func (c http2Only) RoundTrip(req *http.Request) (*http.Response, error) {
	response, err := c.Transport.RoundTrip(req)
	if err == nil && response.ProtoMajor != 2 {
		c.t.Errorf("answered over %s", response.Proto)
	}
	return response, err
}

// TestBrokenStreams end in an error: a part must not pass for the whole.
func TestBrokenStreams(t *testing.T) {
	for name, after := range map[string]func(*http.Request){
		"cut":      func(*http.Request) { panic(http.ErrAbortHandler) },
		"stalling": func(r *http.Request) { <-r.Context().Done() },
	} {
		t.Run(name, func(t *testing.T) {
			address := upstream(t, func(w http.ResponseWriter, r *http.Request) {
				io.Copy(io.Discard, r.Body)
				fmt.Fprint(w, "data: 1\n\n")
				http.NewResponseController(w).Flush()
				after(r)
			})
			response, err := plain.Do(newStage(t, address, Options{Timeouts: brisk}).posting("http://"+address+"/", "{}", nil))
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			if string(body) != "data: 1\n\n" || err == nil {
				t.Errorf("got %q and %v, want the first event and an error", body, err)
			}
		})
	}
}

func TestBodies(t *testing.T) {
	size := make(chan int64, 1)
	address := upstream(t, func(_ http.ResponseWriter, r *http.Request) {
		n, _ := io.Copy(io.Discard, r.Body)
		size <- n
		if r.ContentLength != n {
			t.Errorf("a body of %d bytes says %d", n, r.ContentLength)
		}
	})
	s := newStage(t, address, Options{})
	unsized := func(r *http.Request) { r.ContentLength = -1 }
	for _, test := range []struct {
		name   string
		weight int
		edit   func(*http.Request)
		rule   string
	}{
		{"none", 0, nil, ""},
		{"the largest", MaxBody, nil, ""},
		{"the largest, unsized", MaxBody, unsized, ""},
		{"one byte more", MaxBody + 1, nil, "body-large"},
		{"one byte more, unsized", MaxBody + 1, unsized, "body-large"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := do(t, s.posting("http://"+address+"/", strings.Repeat("a", test.weight), test.edit))
			if a.refusal.Rule != test.rule || test.rule != "" && a.StatusCode != 413 {
				t.Fatalf("answered %d %q, want %q", a.StatusCode, a.refusal.Rule, test.rule)
			}
			if test.rule == "" {
				if n := <-size; n != int64(test.weight) {
					t.Errorf("%d bytes of %d arrived", n, test.weight)
				}
			}
		})
	}
}

// TestSlowBodies pins that who sends nothing holds nothing, let in or not.
func TestSlowBodies(t *testing.T) {
	address, _ := untouched(t)
	s := newStage(t, address, Options{Timeouts: Timeouts{Body: 100 * time.Millisecond}})
	for status, edit := range map[string]func(*http.Request){"400 Bad Request": nil, "401 Unauthorized": drop(tokenHeader)} {
		connection, err := net.Dial("tcp", s.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer connection.Close()
		connection.SetDeadline(time.Now().Add(5 * time.Second))
		req := s.posting("http://"+address+"/", "", edit)
		fmt.Fprintf(connection, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 10\r\n", Path, req.URL.Host)
		req.Header.Write(connection)
		io.WriteString(connection, "\r\nhalf")
		all, err := io.ReadAll(connection) // ends only when the server lets go
		if first, _, _ := strings.Cut(string(all), "\r\n"); err != nil || first != "HTTP/1.1 "+status {
			t.Errorf("answered %q, %v; want %s", first, err, status)
		}
	}
}

func TestBusy(t *testing.T) {
	began, end := make(chan struct{}), make(chan struct{})
	address := upstream(t, func(http.ResponseWriter, *http.Request) { began <- struct{}{}; <-end })
	s := newStage(t, address, Options{Timeouts: Timeouts{Connect: time.Second}})
	answers := make(chan int)
	for range maxAtOnce {
		go func() {
			response, err := plain.Do(s.posting("http://"+address+"/", "{}", nil))
			if err != nil {
				answers <- 0
				return
			}
			response.Body.Close()
			answers <- response.StatusCode
		}()
		<-began
	}
	if a := do(t, s.posting("http://"+address+"/", "{}", nil)); a.StatusCode != 429 || a.refusal.Rule != "busy" {
		t.Errorf("one too many is answered with %d %s", a.StatusCode, a.body)
	}
	close(end)
	for range maxAtOnce {
		if got := <-answers; got != 200 {
			t.Errorf("one of those on their way ended with %d", got)
		}
	}
	go func() { <-began }()
	if a := do(t, s.posting("http://"+address+"/", "{}", nil)); a.StatusCode != 200 {
		t.Errorf("the next is answered with %d %s", a.StatusCode, a.body)
	}
}

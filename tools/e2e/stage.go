package e2e

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

// Patience is how long a page gets to come to a state.
const Patience = 20 * time.Second

// Stage is one run of one script.
type Stage struct {
	Page     Page
	Endpoint *Endpoint
	Keys     []string // that were typed

	opened string // the link that was opened last
	names  *strings.Replacer
}

// NewStage is a stage with a page, which it closes in the end. These names
// stand for what only this stage knows:
//
//	$ENDPOINT  its endpoint: http://127.0.0.1:PORT
//	$HOST      the same without its scheme
//	$CLOSED    an address on which nothing listens
func NewStage(page Page) (*Stage, error) {
	closed, err := closedPort()
	if err != nil {
		return nil, err
	}
	s := &Stage{Page: page, Endpoint: NewEndpoint(big())}
	s.names = strings.NewReplacer("$ENDPOINT", s.Endpoint.URL, "$HOST", strings.TrimPrefix(s.Endpoint.URL, "http://"),
		"$CLOSED", "http://"+closed)
	return s, nil
}

// Close ends the page, then the endpoint.
func (s *Stage) Close() {
	s.Page.Close()
	s.Endpoint.CloseClientConnections()
	s.Endpoint.Close()
}

// Play performs a script. The error names the step that failed.
func (s *Stage) Play(script Script) error {
	for _, step := range script.Steps {
		step.Rest, step.Block = s.names.Replace(step.Rest), s.names.Replace(step.Block)
		if err := verbTable()[step.Verb](s, step); err != nil {
			return step.errorf("%w", err)
		}
	}
	return nil
}

// closedPort is an address that was free a moment ago.
func closedPort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

// eventually repeats a check until it passes or patience ends; its last error
// is the error.
func eventually(check func() error) error {
	deadline := time.Now().Add(Patience)
	for pause := time.Millisecond; ; pause = min(2*pause, 100*time.Millisecond) {
		err := check()
		var never *neverError
		if err == nil || errors.As(err, &never) || time.Now().After(deadline) {
			return err
		}
		time.Sleep(pause)
	}
}

// neverError is one that waiting does not mend.
type neverError struct{ error }

func never(format string, args ...any) error { return &neverError{fmt.Errorf(format, args...)} }

// one returns the one element that a target means now.
func (s *Stage) one(t Target) (Element, error) {
	found, err := t.find(s.Page)
	if err != nil {
		return Element{}, err
	}
	if len(found) != 1 {
		return Element{}, fmt.Errorf("%d elements are %s, want one", len(found), t)
	}
	return found[0], nil
}

// the returns the one element that a target means, as soon as check passes it.
func (s *Stage) the(t Target, check func(Element) error) (found Element, err error) {
	err = eventually(func() error {
		if found, err = s.one(t); err != nil {
			return err
		}
		return check(found)
	})
	return found, err
}

// anyhow passes every element.
func anyhow(Element) error { return nil }

// usable passes an element that can be acted on.
func usable(e Element) error {
	if e.Disabled {
		return fmt.Errorf("%s is disabled", e.ID)
	}
	return nil
}

// do acts on a target as soon as it is there and can be used.
func (s *Stage) do(t Target, a Act) error {
	e, err := s.the(t, usable)
	if err != nil {
		return err
	}
	if e.ID == "api-key" && a.Text != "" {
		s.Keys = append(s.Keys, a.Text)
	}
	return s.Page.Do(e, a)
}

// recording is the text of a file of the rehearsal's recordings.
func recording(name string) (string, error) {
	text, err := os.ReadFile("../serve/rehearsal/recordings/" + name)
	return string(text), err
}

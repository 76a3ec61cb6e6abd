package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// classic is one session of classic WebDriver.
type classic struct {
	base   string // http://127.0.0.1:PORT, then with the session's path
	client http.Client
}

// starting is how long a driver and its browser may take to open a session.
const starting = 40 * time.Second

// newClassic waits for a driver at an address, and opens a session.
func newClassic(base string, capabilities object) (*classic, error) {
	c := &classic{base: base, client: http.Client{Timeout: starting}}
	deadline := time.Now().Add(starting)
	for c.do(http.MethodGet, "/status", nil, nil) != nil {
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("the driver did not start within %v", starting)
		}
		time.Sleep(20 * time.Millisecond)
	}
	var session struct{ SessionID string }
	err := c.do(http.MethodPost, "/session", object{"capabilities": object{"alwaysMatch": capabilities}}, &session)
	if err != nil {
		return nil, err
	}
	c.base += "/session/" + session.SessionID
	c.client.Timeout = patience
	return c, nil
}

// do sends a command and reads its value.
func (c *classic) do(method, path string, params object, value any) error {
	var body io.Reader
	if method == http.MethodPost {
		text, err := json.Marshal(params)
		if err != nil {
			return err
		}
		body = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, c.base+path, body)
	if err != nil {
		return err
	}
	response, err := c.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var came struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&came); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if response.StatusCode != http.StatusOK {
		var failed struct{ Error, Message string }
		json.Unmarshal(came.Value, &failed)
		return fmt.Errorf("%s: %s: %s", path, failed.Error, failed.Message)
	}
	if value == nil {
		return nil
	}
	return json.Unmarshal(came.Value, value)
}

func (c *classic) post(path string, params object) error {
	return c.do(http.MethodPost, path, params, nil)
}

// evaluate reads the value of an expression, as JSON.
func (c *classic) evaluate(expression string) ([]byte, error) {
	var text string
	script := object{"script": "return " + wrapped(expression), "args": []any{}}
	err := c.do(http.MethodPost, "/execute/sync", script, &text)
	return []byte(text), err
}

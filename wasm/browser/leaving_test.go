//go:build js && wasm

package browser

import (
	"errors"
	"io"
	"testing"
	"time"
)

// A reload in Firefox and WebKit: the requests break first, then the page ends.
func TestBrokenWhileLeaving(t *testing.T) {
	usual := leavingTime
	leavingTime = 300 * time.Millisecond
	t.Cleanup(func() { leavingTime = usual; leaving.Store(0) })
	fakeFetch(t, streamed)
	response := send(t, limited(t), ping)
	push(t, "one")
	if _, err := response.Body.Read(make([]byte, 8)); err != nil {
		t.Fatal(err)
	}
	run(t, `dispatchEvent(new Event("beforeunload"))`)
	began := time.Now()
	run(t, `feed.error(new TypeError("NetworkError when attempting to fetch resource."))`)
	_, err := io.ReadAll(response.Body)
	var thrown *Error
	if !errors.As(err, &thrown) || time.Since(began) < 200*time.Millisecond {
		t.Errorf("%v is told after %v", err, time.Since(began))
	}
	fakeFetch(t, `throw new TypeError("NetworkError")`)
	began = time.Now()
	if _, err := New().Send(limited(t), ping); err == nil || time.Since(began) > 5*time.Second {
		t.Errorf("%v is told after %v", err, time.Since(began))
	}
}

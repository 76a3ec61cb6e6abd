//go:build js && wasm

package browser

import (
	"io"
	"testing"
	"time"
)

// TestBodyLetsTheBrowserBreathe: while what is there already is read piece by piece,
// the browser gets its turn between them.
func TestBodyLetsTheBrowserBreathe(t *testing.T) {
	fakeFetch(t, streamed)
	body := send(t, limited(t), ping).Body
	const chunks = 20
	for range chunks {
		push(t, "one and two") // of which a Read takes half
	}
	run(t, `feed.close();
		globalThis.turns = 0;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => { turns++; port2.postMessage(0); };
		port2.postMessage(0);
		globalThis.stop = () => port1.close();`)
	read := 0
	for buffer := make([]byte, 6); ; {
		n, err := body.Read(buffer)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		read += n
		for begun := time.Now(); time.Since(begun) < 3*time.Millisecond; { // what is done with a chunk
		}
	}
	turns, err := run(t, `return turns`).Int()
	if err != nil {
		t.Fatal(err)
	}
	run(t, `stop()`)
	if read != len("one and two")*chunks {
		t.Errorf("%d bytes came", read)
	}
	if turns < 5 {
		t.Errorf("the browser had %d turns in 120 ms", turns)
	}
}

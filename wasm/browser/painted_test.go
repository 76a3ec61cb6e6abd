//go:build js && wasm

package browser

import (
	"testing"
	"time"
)

// TestPainted: what waits for the drawing runs, also where nothing is drawn.
func TestPainted(t *testing.T) {
	ran := make(chan int, 2)
	for i := range 2 {
		New().Painted(func() { ran <- i })
	}
	for range 2 {
		select {
		case <-ran:
		case <-time.After(2 * time.Second):
			t.Fatal("it never ran")
		}
	}
}

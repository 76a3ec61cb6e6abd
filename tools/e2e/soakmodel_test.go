package e2e

import (
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
)

func inUse() float64 {
	runtime.GC()
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return float64(s.HeapAlloc) / 1e6
}

func TestSoakModel(t *testing.T) {
	p, err := NewModelPage()
	if err != nil {
		t.Fatal(err)
	}
	stage, err := NewStage(p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stage.Close)
	k := &soak{Stage: stage, chance: rand.New(rand.NewPCG(*soakSeed, 0)), faults: map[string]int{}}
	stage.Endpoint.Recast = k.recast
	if err := k.run("empty", "tool get_weather", "endpoint soak sk-none"); err != nil {
		t.Fatal(err)
	}
	length := 10
	if os.Getenv("ONE") != "" {
		length = 1 << 30
	}
	for n := 1; n <= *soakTurns; n++ {
		if err := k.turn(n); err != nil {
			t.Fatal(err)
		}
		if n%length == 0 {
			if err := k.run("press conversation-new"); err != nil {
				t.Fatal(err)
			}
			k.said = nil
		}
		if n%20 == 0 {
			stage.Endpoint.received = nil
			m := stage.Page.(*modelPage).life.now()
			req, bod := 0, 0
			for _, c := range m.Completions {
				req += len(c.Request().Body)
				bod += c.Body.Len()
			}
			t.Logf("%d turns: heap %.2f MB; %d completions, requests %.2f MB, bodies %.2f MB, nodes %d", n, inUse(), len(m.Completions), float64(req)/1e6, float64(bod)/1e6, len(m.Conversation.Nodes()))
		}
	}
	if f := os.Getenv("PROF"); f != "" {
		w, _ := os.Create(f)
		pprof.Lookup("heap").WriteTo(w, 0)
		w.Close()
	}
}

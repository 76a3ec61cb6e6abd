package workshop

import (
	"context"
	"strings"
	"testing"

	"toolyard/app/job"
	"toolyard/app/simulator"
	"toolyard/app/validate"
)

// A script crosses the border byte for byte: a chunk may end inside a character.
func TestScript(t *testing.T) {
	const body = `{"model":"m","stream":true,"messages":[{"role":"user","content":"北京天气怎么样？"}]}`
	got, err := job.Script.Ask(context.Background(), Work, job.Request{Body: body, Language: "zh"})
	want := simulator.Answer(body, "zh")
	if err != nil || got.Status != want.Status || got.ContentType != want.ContentType || len(got.Chunks) != len(want.Chunks) {
		t.Fatalf("%v %+v", err, got)
	}
	for i, c := range want.Chunks {
		if string(got.Chunks[i].Text) != c.Text || got.Chunks[i].Pause != c.Pause {
			t.Errorf("chunk %d is %q after %v", i, got.Chunks[i].Text, got.Chunks[i].Pause)
		}
	}
}

func TestCheck(t *testing.T) {
	got, err := job.Check.Ask(context.Background(), Work, []job.Question{{Schema: `{"type":"string"}`, Value: `"天"`}, {Schema: `{"type":"string"}`, Value: ` 1`}})
	if err != nil || len(got) != 2 || got[0].State != validate.Valid || got[1].State != validate.Mismatch || got[1].Problems[0].Start != 1 {
		t.Errorf("%v %+v", err, got)
	}
}

func TestJobsThatFail(t *testing.T) {
	if _, err := Do("sweep", nil); err == nil || !strings.Contains(err.Error(), `"sweep"`) {
		t.Errorf("a job that nobody knows: %v", err)
	}
	if _, err := Do(job.Check.Name, []byte("{")); err == nil {
		t.Error("an input that is no JSON")
	}
	_, work := job.Check.By(func([]job.Question) []validate.Result { panic("no") })
	if _, err := work([]byte("[]")); err == nil || !strings.Contains(err.Error(), "panic: no") {
		t.Errorf("a panic: %v", err)
	}
}

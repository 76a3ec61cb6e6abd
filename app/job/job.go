// Package job is the border between the page's program and its workshop.
//
// The workshop is a second program, which is loaded when the page is usable: it
// does what is pure and heavy, so that the first press need not wait for its
// bytes. A job is one kind of such work, with what goes in and what comes out.
// Both cross the border as JSON, so both are plain values, and every text in
// them is valid UTF-8 or bytes. A job that fails says why in words for a
// developer; one that panics fails, and nothing else does.
//
// A page calls a job by its Ask; package workshop does it.
package job

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	"toolyard/app/validate"
)

// Job is one kind of work.
type Job[In, Out any] struct{ Name string }

// The jobs.
var (
	Script = Job[Request, Response]{"script"}            // a response of the simulator's
	Check  = Job[[]Question, []validate.Result]{"check"} // values held against schemas, in their order
)

// Request is what the simulator answers.
type Request struct {
	Body     string
	Language string // of the person (BCP 47)
}

// Response is the simulator's script.
type Response struct {
	Status      int // of HTTP
	ContentType string
	Chunks      []Chunk
}

// Chunk is a piece of a body, sent after a pause. It may end inside a character.
type Chunk struct {
	Pause time.Duration
	Text  []byte
}

// Question is whether a value satisfies a schema, both as JSON.
type Question struct{ Schema, Value string }

// Work has the workshop do a job by its name. It waits until there is one.
type Work func(ctx context.Context, name string, input []byte) (output []byte, err error)

// Ask has a job done.
func (j Job[In, Out]) Ask(ctx context.Context, work Work, in In) (out Out, err error) {
	input, err := json.Marshal(in)
	if err != nil {
		return out, fmt.Errorf("job: %s: %w", j.Name, err)
	}
	output, err := work(ctx, j.Name, input)
	if err == nil {
		err = json.Unmarshal(output, &out)
	}
	if err != nil {
		return out, fmt.Errorf("job: %s: %w", j.Name, err)
	}
	return out, nil
}

// By is the job as do does it.
func (j Job[In, Out]) By(do func(In) Out) (name string, work func(input []byte) ([]byte, error)) {
	return j.Name, func(input []byte) (output []byte, err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = fmt.Errorf("job: %s: panic: %v\n%s", j.Name, cause, debug.Stack())
			}
		}()
		var in In
		if err := json.Unmarshal(input, &in); err != nil {
			return nil, fmt.Errorf("job: %s: %w", j.Name, err)
		}
		return json.Marshal(do(in))
	}
}

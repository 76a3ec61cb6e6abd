// Package workshop does the jobs of package job: it links what is heavy, and
// knows neither page nor network nor clock. In a browser it is a program of its
// own (wasm/workshop); tests call it directly.
package workshop

import (
	"context"
	"fmt"

	"toolyard/app/job"
	"toolyard/app/simulator"
	"toolyard/app/validate"
	"toolyard/app/validate/checker"
)

var jobs = func() map[string]func([]byte) ([]byte, error) {
	all := map[string]func([]byte) ([]byte, error){}
	add := func(name string, work func([]byte) ([]byte, error)) { all[name] = work }
	add(job.Script.By(script))
	add(job.Check.By(check))
	return all
}()

// Do does a job.
func Do(name string, input []byte) (output []byte, err error) {
	work, ok := jobs[name]
	if !ok {
		return nil, fmt.Errorf("workshop: no job is called %q", name)
	}
	return work(input)
}

// Work is Do for who has no second program.
func Work(_ context.Context, name string, input []byte) (output []byte, err error) {
	return Do(name, input)
}

func script(r job.Request) job.Response {
	s := simulator.Answer(r.Body, r.Language)
	response := job.Response{Status: s.Status, ContentType: s.ContentType}
	for _, c := range s.Chunks {
		response.Chunks = append(response.Chunks, job.Chunk{Pause: c.Pause, Text: []byte(c.Text)})
	}
	return response
}

func check(questions []job.Question) []validate.Result {
	results := make([]validate.Result, len(questions))
	for i, q := range questions {
		results[i] = checker.Check(q.Schema, q.Value)
	}
	return results
}

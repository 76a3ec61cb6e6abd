package play

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"toolyard/app/job"
	"toolyard/app/provider"
)

// Ask sends a request and posts its answer piece by piece as it arrives.
type Ask struct {
	Completion int
	Request    provider.Request
	Endpoint   provider.Endpoint
	Via        Via
	Language   string // of what the simulator says
}

// Cancel ends the request of a completion.
type Cancel struct{ Completion int }

func (e Cancel) perform(_ context.Context, r *Runner) { r.ended(e.Completion) }

func (e Ask) perform(ctx context.Context, r *Runner) {
	ctx, cancel := context.WithCancel(ctx)
	r.started(e.Completion, cancel)
	defer r.ended(e.Completion)

	began := r.host.Now()
	since := func() time.Duration { return r.host.Now().Sub(began) }
	response, err := e.send(ctx, r)
	if err != nil {
		failed := unanswered(err)
		if e.Endpoint.Simulated() {
			failed.Kind = provider.KindWorkshop
		}
		r.post(ResponseEnded{e.Completion, provider.Outcome{Error: failed}, since()})
		return
	}
	defer response.Body.Close()
	r.post(ResponseBegan{e.Completion, response.Status, response.ContentType, response.RequestID, response.RetryAfter, since()})
	e.read(response, r.post, since)
}

func (e Ask) send(ctx context.Context, r *Runner) (Response, error) {
	if e.Endpoint.Simulated() {
		script, err := job.Script.Ask(ctx, r.host.Work, job.Request{Body: e.Request.Body, Language: e.Language})
		if err != nil {
			return Response{}, err
		}
		return simulate(ctx, r.host, script), nil
	}
	return e.Via.send(ctx, r, e.Request)
}

// pieceMost is how many bytes of a body are read and decoded in one go. Between two
// pieces the browser may draw.
const pieceMost = 32 << 10

// read posts what a body brings until it ends or breaks.
func (e Ask) read(response Response, post func(Msg), since func() time.Duration) {
	dialect, _ := provider.ByName(e.Endpoint.Dialect)
	reader := provider.NewReader(dialect, response.Status, response.ContentType)
	buffer := make([]byte, pieceMost)
	for {
		n, err := response.Body.Read(buffer)
		if n > 0 {
			piece := string(buffer[:n])
			post(PieceArrived{e.Completion, piece, reader.Feed(buffer[:n]), since()})
		}
		if err == nil {
			continue
		}
		batch, outcome := reader.End()
		if broke := !errors.Is(err, io.EOF); broke && (outcome.Error == nil || outcome.Error.Kind == provider.KindEmpty) {
			outcome.Error = &provider.Error{Kind: provider.KindStream, Status: response.Status, Message: err.Error()}
		}
		if outcome.Error != nil {
			outcome.Error = outcome.Error.Redacted(keyIn(e.Request))
		}
		post(PieceArrived{e.Completion, "", batch, since()})
		post(ResponseEnded{e.Completion, outcome, since()})
		return
	}
}

// simulate plays a script as if it came over the network.
func simulate(ctx context.Context, host Host, script job.Response) Response {
	body, pipe := io.Pipe()
	go func() {
		for _, chunk := range script.Chunks {
			if err := host.Sleep(ctx, chunk.Pause); err != nil {
				pipe.CloseWithError(err)
				return
			}
			if _, err := io.Copy(pipe, bytes.NewReader(chunk.Text)); err != nil {
				return
			}
		}
		pipe.Close()
	}()
	return Response{Status: script.Status, ContentType: script.ContentType, Body: body}
}

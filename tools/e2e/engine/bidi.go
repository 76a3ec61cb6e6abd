package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/gobwas/ws"
	"github.com/gobwas/ws/wsutil"
)

// bidi is one session of WebDriver BiDi.
type bidi struct {
	conn  net.Conn
	event func(method string, params json.RawMessage)

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	ended   error
}

// answer is what came for a command.
type answer struct {
	Result json.RawMessage
	err    error
}

// dial opens a session. Events come one at a time.
func dial(address string, event func(method string, params json.RawMessage)) (*bidi, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, early, _, err := ws.Dial(ctx, address)
	if err != nil {
		return nil, err
	}
	if early != nil {
		ws.PutReader(early)
	}
	b := &bidi{conn: conn, event: event, waiting: map[int]chan answer{}}
	go b.listen()
	if err := b.do("session.new", object{"capabilities": object{}}, nil); err != nil {
		conn.Close()
		return nil, err
	}
	return b, nil
}

// do sends a command and reads its result.
func (b *bidi) do(method string, params object, result any) error {
	came, err := b.send(method, params)
	if err != nil {
		return err
	}
	select {
	case a := <-came:
		if a.err != nil {
			return fmt.Errorf("%s: %w", method, a.err)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(a.Result, result)
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer within %v", method, patience)
	}
}

func (b *bidi) send(method string, params object) (chan answer, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended != nil {
		return nil, b.ended
	}
	b.last++
	text, err := json.Marshal(object{"id": b.last, "method": method, "params": params})
	if err != nil {
		return nil, err
	}
	came := make(chan answer, 1)
	b.waiting[b.last] = came
	return came, wsutil.WriteClientText(b.conn, text)
}

// listen takes what comes until the connection ends.
func (b *bidi) listen() {
	for {
		text, err := wsutil.ReadServerText(b.conn)
		if err != nil {
			b.end(fmt.Errorf("the browser went away: %w", err))
			return
		}
		var message struct {
			Type           string
			ID             int
			Method         string
			Params, Result json.RawMessage
			Error, Message string
		}
		if err := json.Unmarshal(text, &message); err != nil {
			b.end(err)
			return
		}
		switch message.Type {
		case "event":
			b.event(message.Method, message.Params)
		case "success":
			b.answered(message.ID, answer{Result: message.Result})
		default:
			b.answered(message.ID, answer{err: errors.New(message.Error + ": " + message.Message)})
		}
	}
}

func (b *bidi) answered(id int, a answer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if came := b.waiting[id]; came != nil {
		came <- a
		delete(b.waiting, id)
	}
}

// end fails every command that waits, and those to come.
func (b *bidi) end(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = err
	for id, came := range b.waiting {
		came <- answer{err: err}
		delete(b.waiting, id)
	}
}

package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// wanted is a value that an effect puts into the views: of the property at this
// place, in this field. Name is the property's, where the views need it.
type wanted struct {
	Index int
	Field string
	Value any
	Name  string
}

// press is one input and what comes of it. Before is done first and not timed.
type press struct {
	before func() error
	do     func() error
	wanted wanted
}

// action is what a person does again and again.
type action struct {
	name    string
	event   string // of the DOM, that the time counts from
	only    string // the only view that shows the effect; "" is all on the screen, "then" is all that the press brings there
	presses int    // 0 is the usual number
	prepare func() error
	press   func(i int) (press, error)
}

// row is what was measured of one action.
type row struct {
	name    string
	views   []string  // in which the effect was seen
	times   []float64 // in milliseconds
	longs   int       // tasks over 50 ms
	longest float64   // of them, in milliseconds
	missing string    // why there are no times, or no more of them
}

// pace waits before a press: 110 to 150 ms.
func pace() { time.Sleep(110*time.Millisecond + time.Duration(rand.IntN(40))*time.Millisecond) }

// limits say when a row ends: after so many presses, or, once it has enough of
// them, after some time.
type limits struct {
	presses, enough int
	time            time.Duration
}

// measure does an action again and again.
func (t *tab) measure(a action, l limits) row {
	r := row{name: a.name}
	if a.presses > 0 {
		l.presses = a.presses
	}
	if a.prepare != nil {
		if err := a.prepare(); err != nil {
			r.missing = reason(err)
			return r
		}
	}
	time.Sleep(500 * time.Millisecond) // for what follows the preparation
	begun := time.Now()
	for i := range l.presses {
		if i >= l.enough && i%2 == 0 && time.Since(begun) > l.time { // in pairs: the second press takes the first one back
			break
		}
		took, err := t.once(a, i, &r)
		if err != nil {
			r.missing = reason(err)
			return r
		}
		r.times = append(r.times, took)
	}
	return r
}

// once does an action once, and says how long its effect took, in milliseconds.
func (t *tab) once(a action, i int, r *row) (float64, error) {
	p, err := a.press(i)
	if err != nil {
		return 0, err
	}
	if p.before != nil {
		if err := p.before(); err != nil {
			return 0, err
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err := t.call(&r.views, "stopwatch.arm", a.event, p.wanted, a.only); err != nil {
		return 0, err
	}
	if err := t.call(nil, "stopwatch.longTasks"); err != nil {
		return 0, err
	}
	pace()
	if err := p.do(); err != nil {
		return 0, err
	}
	return t.timed(r)
}

// timed waits for what the stopwatch measures.
func (t *tab) timed(r *row) (float64, error) {
	var took struct {
		Took    float64
		Failure string
	}
	if err := t.call(&took, "stopwatch.done", drawn.Milliseconds()); err != nil {
		return 0, err
	}
	if took.Failure != "" {
		return 0, errors.New(took.Failure)
	}
	var long struct {
		Count   int
		Longest float64
	}
	if err := t.call(&long, "stopwatch.longTasks"); err != nil {
		return 0, err
	}
	r.longs += long.Count
	r.longest = max(r.longest, long.Longest)
	return took.Took, nil
}

// reason is an error as a cell of the table.
func reason(err error) string { return fmt.Sprint(err) }

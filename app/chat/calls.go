package chat

import (
	"strconv"
	"strings"

	"toolyard/app/jsondoc"
)

// callDraft is a tool call while deltas are folded into it.
type callDraft struct {
	was             ToolCall
	id              string // as the provider sent it, "" as long as it sent none
	madeUp          string // stands in for it meanwhile
	name            string
	arguments       grown
	extra, function fields
	slot            slot
	seq             int // number of the delta that began it, within the batch
}

func openCall(c ToolCall) *callDraft {
	d := &callDraft{was: c, id: c.ID, name: c.Name, slot: c.slot}
	if c.Synthetic {
		d.id, d.madeUp = "", c.ID
	}
	d.arguments.set(c.Arguments)
	d.extra.was, d.function.was = c.Extra, c.Function
	return d
}

func (c *callDraft) call() ToolCall {
	c.was.ID, c.was.Synthetic = c.id, c.id == ""
	if c.was.Synthetic {
		c.was.ID = c.madeUp
	}
	c.was.Name = c.name
	c.was.Arguments = c.arguments.String()
	c.was.Extra, c.was.Function = c.extra.members(), c.function.members()
	c.was.slot = c.slot
	return c.was
}

// add puts the next piece of the call to it. Id and name are set once.
func (c *callDraft) add(d CallDelta) {
	if c.id == "" {
		c.id = d.ID
	}
	if c.name == "" {
		c.name = d.Name
	}
	if d.Indexed {
		c.slot = slot{d.Index, true}
	}
	if d.Replace {
		c.arguments.set(d.Arguments)
	} else {
		c.arguments.add(d.Arguments)
	}
	c.extra.merge(d.Extra)
	c.function.merge(d.Function)
}

// full reports whether the arguments so far are JSON, so that another name can
// only mean another call.
func (c *callDraft) full() bool {
	text := strings.TrimRight(c.arguments.String(), " \t\r\n")
	return strings.HasSuffix(text, "}") && jsondoc.Parse(text).OK()
}

// find resolves which call a piece continues; nil means that it begins one.
// The id decides where there is one, then the index, then the order. A name
// that comes again can mean another call, too, where nothing else tells them
// apart: providers leave out ids and indexes, or send index 0 for every call.
func find(calls []*callDraft, d CallDelta, seq int) *callDraft {
	var found *callDraft
	switch {
	case d.Legacy:
		return latest(calls, func(c *callDraft) bool { return c.was.Legacy })
	case d.ID != "":
		found = byID(calls, d)
	case d.Indexed:
		found = byIndex(calls, d)
	default:
		found = latest(calls, func(c *callDraft) bool { return !c.was.Legacy })
	}
	if found != nil && found.name != "" && d.Name != "" && found.endsBefore(d, seq) {
		return nil
	}
	return found
}

// byID finds the call that has the id, or that has the index and no id yet.
func byID(calls []*callDraft, d CallDelta) *callDraft {
	same := latest(calls, func(c *callDraft) bool {
		return c.id == d.ID && (!d.Indexed || !c.slot.known || c.slot.index == d.Index)
	})
	if same != nil || !d.Indexed {
		return same
	}
	if c := atIndex(calls, d.Index); c != nil && c.id == "" {
		return c
	}
	return nil
}

// byIndex finds the call that has the index, or the last one where that has
// none and the piece can't be the beginning of another.
func byIndex(calls []*callDraft, d CallDelta) *callDraft {
	if c := atIndex(calls, d.Index); c != nil || d.Name != "" || len(calls) == 0 {
		return c
	}
	if c := calls[len(calls)-1]; !c.slot.known && !c.was.Legacy {
		return c
	}
	return nil
}

func atIndex(calls []*callDraft, index int) *callDraft {
	return latest(calls, func(c *callDraft) bool { return c.slot.known && c.slot.index == index })
}

// endsBefore reports whether a piece with a name is the beginning of another
// call, although it looks like one of this call. Without an id, the last two
// tell a second call of the same function from a name that is only repeated.
func (c *callDraft) endsBefore(d CallDelta, seq int) bool {
	switch other := d.Name != c.name; {
	case other && d.ID == "" && !d.Indexed:
		return true
	case d.ID == "" && c.seq == seq:
		return true
	case other || d.ID == "":
		return d.Arguments != "" && c.full()
	}
	return false
}

func latest(calls []*callDraft, is func(*callDraft) bool) *callDraft {
	for i := len(calls) - 1; i >= 0; i-- {
		if is(calls[i]) {
			return calls[i]
		}
	}
	return nil
}

// freeID makes up an id: call_1 for the first call of the message, and so on,
// passing over ids that are taken.
func freeID(calls []*callDraft, position int) string {
	for n := position + 1; ; n++ {
		id := "call_" + strconv.Itoa(n)
		if latest(calls, func(c *callDraft) bool { return c.id == id || c.madeUp == id }) == nil {
			return id
		}
	}
}

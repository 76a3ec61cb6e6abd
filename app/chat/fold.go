package chat

import "slices"

// Add folds deltas into the answer, in order. What the answer held before is
// not written to. A batch costs as much as the texts that it touches are long,
// so thousands of deltas of one network chunk belong in one call.
func (a Answer) Add(deltas ...Delta) Answer {
	f := fold{answer: a, repairs: repairs{list: a.Repairs}, drafts: map[int]*draft{}}
	for i, d := range deltas {
		f.add(d, i+1)
	}
	return f.done()
}

// fold is one batch on its way into an answer.
type fold struct {
	answer  Answer
	repairs repairs
	order   []int          // of choices that the answer did not have
	drafts  map[int]*draft // of choices that the batch touches, by index
}

func (f *fold) add(d Delta, seq int) {
	if f.answer.ID == "" {
		f.answer.ID = d.ID
	}
	if d.Model != "" {
		f.answer.Model = d.Model
	}
	if d.Usage.Raw != "" {
		f.answer.Usage = d.Usage
	}
	for _, r := range d.Repairs {
		f.repairs.add(r.Rule, r.Detail, d.Event)
	}
	if d.Choice == NoChoice {
		return
	}
	c := f.draft(d.Choice)
	if d.Finish != "" {
		c.choice.Finish = d.Finish
	}
	if d.Whole {
		f.dropMadeUp(c.calls)
		c.reset()
	}
	c.add(d)
	for _, piece := range d.Calls {
		f.addCall(c, d, piece, seq)
	}
}

// draft opens a choice for the rest of the batch.
func (f *fold) draft(index int) *draft {
	if c, ok := f.drafts[index]; ok {
		return c
	}
	choice, known := f.answer.Choice(index)
	if !known {
		choice = Choice{Index: index}
		f.order = append(f.order, index)
	}
	f.drafts[index] = openDraft(choice)
	return f.drafts[index]
}

// addCall puts a piece to the call it belongs to, or begins one.
func (f *fold) addCall(c *draft, d Delta, piece CallDelta, seq int) {
	var call *callDraft
	if !d.Whole {
		call = find(c.calls, piece, seq)
	}
	if call == nil {
		if piece.empty() && !d.Whole {
			return
		}
		f.tellNew(c, d, piece)
		call = &callDraft{was: ToolCall{Legacy: piece.Legacy}, seq: seq}
		c.calls = append(c.calls, call)
	} else if call.name != "" && piece.Name != "" && piece.Name != call.name {
		f.repairs.add(RuleCallNameChanged, piece.Name, d.Event)
	}
	if d.Whole {
		call.extra.was, call.function.was = piece.Extra, piece.Function
		piece.Extra, piece.Function = nil, nil
	}
	call.add(piece)
	f.name(c.calls, call, d.Event)
}

// name makes up an id for a call that has none, or takes it back once one came.
// Another call whose made-up id has now been sent gets a new one.
func (f *fold) name(calls []*callDraft, call *callDraft, event int) {
	if call.id == "" {
		if call.madeUp == "" {
			f.makeUp(calls, call, event)
		}
		return
	}
	if call.madeUp != "" {
		f.dropMadeUp([]*callDraft{call})
	}
	if other := latest(calls, func(c *callDraft) bool { return c.madeUp == call.id }); other != nil {
		f.dropMadeUp([]*callDraft{other})
		f.makeUp(calls, other, event)
	}
}

func (f *fold) makeUp(calls []*callDraft, call *callDraft, event int) {
	call.madeUp = freeID(calls, slices.Index(calls, call))
	if !call.was.Legacy {
		f.repairs.add(RuleCallIDMissing, call.madeUp, event)
	}
}

func (f *fold) dropMadeUp(calls []*callDraft) {
	for _, c := range calls {
		if c.madeUp != "" {
			f.repairs.drop(RuleCallIDMissing, c.madeUp)
			c.madeUp = ""
		}
	}
}

// tellNew tells what had to be guessed to see that a piece begins a call.
func (f *fold) tellNew(c *draft, d Delta, piece CallDelta) {
	if piece.ID != "" && latest(c.calls, func(c *callDraft) bool { return c.id == piece.ID }) != nil {
		f.repairs.add(RuleCallIDRepeated, piece.ID, d.Event)
	}
	switch {
	case d.Whole || piece.Legacy:
	case !piece.Indexed:
		f.repairs.add(RuleCallIndexMissing, piece.Name, d.Event)
	case atIndex(c.calls, piece.Index) != nil:
		f.repairs.add(RuleCallIndexReused, piece.Name, d.Event)
	}
}

// done writes the drafts into a new answer.
func (f *fold) done() Answer {
	a := f.answer
	a.Choices = slices.Clone(a.Choices)
	for _, index := range f.order {
		a.Choices = append(a.Choices, Choice{Index: index})
	}
	for i, c := range a.Choices {
		if d, touched := f.drafts[c.Index]; touched {
			a.Choices[i] = d.done()
		}
	}
	a.Repairs = f.repairs.list
	return a
}

package play

import (
	"slices"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// history is what undo and redo go back and forth through: Builds as they
// were. The zero history is empty.
type history struct {
	past, future []*step
	last         change // of the text of a tool, since the last step
}

// step is a Build as it stood before a change, and which change that was. Where
// a whole playground was replaced, talk is what was said in it. Only the nearest
// steps have their schemas whole; those of the others are told by what makes
// them of the schemas of the step that is nearer.
type step struct {
	build  Build
	change string
	talk   *talk
	thin   []thinned // of build.Tools, by position; nil while they are whole
	size   int       // bytes in thin and talk
}

// thinned is the text of a schema as edits of the text that the tool has in the
// next step, or all of it where the next step lacks the tool.
type thinned struct {
	edits []jsondoc.Edit
	whole bool
	text  string
}

// change is how the text of a tool changed: the edits that take it back, of the
// last time only.
type change struct {
	tool  int
	back  []jsondoc.Edit
	times int
}

// talk is what a playground holds beside its Build.
type talk struct {
	prompt       string
	conversation chat.Conversation
	drafts       []Draft
	completions  []*Completion
	lineage      string
}

// What undo remembers is bounded by how many steps it is, and by their bytes: of
// the edits between them, and of the playgrounds that were replaced. The newest
// step stays, whatever it weighs. What falls out is in the history of the device
// where it was a whole playground, and else gone.
const (
	historyLimit = 500
	historyBytes = 8 << 20
)

// step notes the Build before a change. A change is its kind, which undo says,
// and where it is typed a space and what it is typed in: such changes of the same
// name in a row are one step, so that undo takes back a word and not a letter.
func (m Model) step(name string) Model {
	m = m.unsaid()
	past := m.history.past
	if len(past) > 0 && strings.Contains(name, " ") && past[len(past)-1].change == name && len(m.history.future) == 0 {
		m.history.future = nil
		return m
	}
	m.history = history{past: bounded(m.pushed(past, &step{build: m.Build, change: name}))}
	return m
}

// pushed is a list of steps with one more, after which the one before it needs no
// schemas of its own.
func (m Model) pushed(steps []*step, next *step) []*step {
	steps = append(make([]*step, 0, len(steps)+1), steps...)
	if last := len(steps) - 1; last >= 0 {
		steps[last] = steps[last].thinner(next.build, m.history.last)
	}
	return append(steps, next)
}

// bounded is the newest of the steps, as many as may be remembered.
func bounded(past []*step) []*step {
	past = past[max(0, len(past)-historyLimit):]
	size := 0
	for i := len(past) - 1; i >= 0; i-- {
		if size += past[i].size; size > historyBytes && i < len(past)-1 {
			return slices.Clone(past[i+1:]) // not of the same memory, which would hold the rest
		}
	}
	return past
}

// thinner is the step without what the next one has of the same tools.
func (s *step) thinner(next Build, last change) *step {
	if s.thin != nil {
		return s
	}
	t := *s
	t.build.Tools, t.thin = slices.Clone(s.build.Tools), make([]thinned, len(s.build.Tools))
	for i := range t.build.Tools {
		old := &t.build.Tools[i]
		now, ok := next.toolByID(old.ID)
		if !ok {
			t.thin[i].whole, t.thin[i].text = true, old.Parameters.Doc.Text
			t.size += len(t.thin[i].text)
			old.Parameters = schema.Schema{}
			continue
		}
		t.thin[i].edits = between(now, *old, last)
		for _, e := range t.thin[i].edits {
			t.size += len(e.Text)
		}
		old.Parameters = schema.Schema{}
	}
	return &t
}

// between is the edits that make the text of a tool of the one that it has now.
func between(now, old tool.Tool, last change) []jsondoc.Edit {
	text := old.Parameters.Doc.Text
	switch {
	case now.Parameters.Doc.Text == text:
		return nil
	case last.tool == now.ID && last.times == 1 && last.back != nil && jsondoc.Apply(now.Parameters.Doc.Text, last.back) == text:
		return own(last.back)
	}
	return own([]jsondoc.Edit{jsondoc.Difference(now.Parameters.Doc.Text, text)})
}

// own is the edits without the text that theirs were cut from, which may go then.
func own(edits []jsondoc.Edit) []jsondoc.Edit {
	edits = slices.Clone(edits)
	for i := range edits {
		edits[i].Text = strings.Clone(edits[i].Text)
	}
	return edits
}

// whole is the Build of a step, told by the one that stands now.
func (s *step) whole(now Build) Build {
	b := s.build
	if s.thin == nil {
		return b
	}
	b.Tools = slices.Clone(b.Tools)
	for i := range b.Tools {
		if s.thin[i].whole {
			b.Tools[i].Parameters = schema.Read(s.thin[i].text)
		} else {
			t, _ := now.toolByID(b.Tools[i].ID)
			b.Tools[i].Parameters = t.Parameters
			if len(s.thin[i].edits) > 0 {
				b.Tools[i].Parameters = t.Parameters.After(s.thin[i].edits)
			}
		}
	}
	return b
}

// replaced notes the whole playground before another takes its place.
func (m Model) replaced() Model {
	m = m.step("playground")
	last := m.history.past[len(m.history.past)-1] // the step that was just made
	last.talk, last.size = m.talk(), m.talkSize()
	m.history.past = bounded(m.history.past)
	return m
}

func (m Model) talk() *talk {
	return &talk{m.Prompt, m.Conversation, m.Drafts, m.Completions, m.lineage}
}

// talkSize is how many bytes are let go with a talk.
func (m Model) talkSize() int {
	n := len(m.Prompt)
	for _, weight := range m.weights() {
		n += weight
	}
	return n
}

// CanUndo says whether there is a change to take back.
func (m Model) CanUndo() bool { return len(m.history.past) > 0 }

// CanRedo says whether an undone change can come back.
func (m Model) CanRedo() bool { return len(m.history.future) > 0 }

// Undone: the last change of the Build was taken back.
type Undone struct{}

func (Undone) apply(m Model) (Model, []Effect) {
	past, future := m.history.past, m.history.future
	if len(past) == 0 || m.Run() == Streaming {
		return m, nil
	}
	last := past[len(past)-1]
	m.history = history{past: past[: len(past)-1 : len(past)-1], future: m.pushed(future, m.counter(last))}
	return m.back(last).said("undone", last, m.Build)
}

// Redone: the last change that was taken back is made again.
type Redone struct{}

func (Redone) apply(m Model) (Model, []Effect) {
	past, future := m.history.past, m.history.future
	if len(future) == 0 || m.Run() == Streaming {
		return m, nil
	}
	last := future[len(future)-1]
	m.history = history{past: m.pushed(past, m.counter(last)), future: future[: len(future)-1 : len(future)-1]}
	return m.back(last).said("redone", last, m.Build)
}

// counter is the step that undoes a step.
func (m Model) counter(s *step) *step {
	back := &step{build: m.Build, change: s.change}
	if s.talk != nil {
		back.talk, back.size = m.talk(), m.talkSize()
	}
	return back
}

// back puts a Build in place and keeps a tool selected.
func (m Model) back(s *step) Model {
	m.Build = s.whole(m.Build)
	if s.talk != nil {
		m.Prompt, m.Conversation = s.talk.prompt, s.talk.conversation
		m.Drafts, m.Completions, m.lineage = s.talk.drafts, s.talk.completions, s.talk.lineage
		m.View.WireOf, m.View.Editing = 0, Editing{}
	}
	if _, ok := m.Tool(); !ok && len(m.Tools) > 0 {
		m.View.Tool = m.Tools[0].ID
	}
	return m
}

package play

import (
	"slices"
	"strings"

	"toolyard/app/chat"
)

// history is what undo and redo go back and forth through: Builds as they
// were. The zero history is empty.
type history struct {
	past, future []step
}

// step is a Build as it stood before a change, and which change that was. Where
// a whole playground was replaced, talk is what was said in it.
type step struct {
	build  Build
	change string
	talk   *talk
}

// talk is what a playground holds beside its Build.
type talk struct {
	prompt       string
	conversation chat.Conversation
	drafts       []Draft
	completions  []Completion
}

// historyLimit bounds what undo remembers: Builds share what they have in
// common, so a step costs little more than what it changed.
const historyLimit = 500

// step notes the Build before a change. A change is its kind, which undo says,
// and where it is typed a space and what it is typed in: such changes of the same
// name in a row are one step, so that undo takes back a word and not a letter.
func (m Model) step(change string) Model {
	m = m.unsaid()
	past := m.history.past
	if len(past) == 0 || !strings.Contains(change, " ") || past[len(past)-1].change != change || len(m.history.future) > 0 {
		past = append(slices.Clip(past), step{build: m.Build, change: change})
	}
	m.history = history{past: past[max(0, len(past)-historyLimit):]}
	return m
}

// replaced notes the whole playground before another takes its place.
func (m Model) replaced() Model {
	m = m.step("playground")
	m.history.past[len(m.history.past)-1].talk = m.talk() // of the copy that step made
	return m
}

func (m Model) talk() *talk {
	return &talk{m.Prompt, m.Conversation, m.Drafts, m.Completions}
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
	m.history = history{past[:len(past)-1], append(slices.Clip(future), m.counter(last))}
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
	m.history = history{append(slices.Clip(past), m.counter(last)), future[:len(future)-1]}
	return m.back(last).said("redone", last, m.Build)
}

// counter is the step that undoes a step.
func (m Model) counter(s step) step {
	back := step{build: m.Build, change: s.change}
	if s.talk != nil {
		back.talk = m.talk()
	}
	return back
}

// back puts a Build in place and keeps a tool selected.
func (m Model) back(s step) Model {
	m.Build = s.build
	if s.talk != nil {
		m.Prompt, m.Conversation = s.talk.prompt, s.talk.conversation
		m.Drafts, m.Completions = s.talk.drafts, s.talk.completions
		m.View.WireOf, m.View.Editing = 0, Editing{}
	}
	if _, ok := m.Tool(); !ok && len(m.Tools) > 0 {
		m.View.Tool = m.Tools[0].ID
	}
	return m
}

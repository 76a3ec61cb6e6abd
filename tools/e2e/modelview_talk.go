package e2e

import (
	"slices"
	"strconv"

	"toolyard/app/chat"
	"toolyard/app/play"
	"toolyard/app/validate"
)

// conversation draws the messages, the results inside the message that asked
// for them, and what goes next.
func (s *sketch) conversation() {
	m := s.m
	s.system()
	path, earlier := m.Shown()
	if earlier > 0 {
		s.button("messages-earlier", true, play.EarlierMessagesShown{})
	}
	for i, node := range path {
		switch message := node.Message.(type) {
		case chat.User:
			s.user(node, message)
		case chat.Assistant:
			s.assistant(node, message, path[i+1:])
		}
	}
	switch c, running := m.Running(); {
	case running:
		if message, ok := c.Message(); ok {
			s.assistant(chat.Node{Message: message}, message, nil)
		}
	default:
		s.failure()
	}
	s.spent()
	s.button("conversation-new", len(path) > 0 && m.Run() != play.Streaming, play.ConversationCleared{})
	s.concerns()
	s.control("prompt", m.Prompt, play.PromptTyped{})
	switch m.Run() {
	case play.Streaming:
		s.button("stop", true, play.Stopped{})
	case play.Waiting:
		s.button("results-send", len(m.Missing()) == 0, play.ResultsSent{})
		s.button("send", false, play.Sent{})
	default:
		s.button("send", m.CanSend(), play.Sent{})
	}
}

func (s *sketch) system() {
	role := map[string]string{"role": "system"}
	if s.m.System == "" {
		s.control("system", "", play.SystemTyped{})
		return
	}
	s.inside(widget{Element: Element{ID: "message", State: role}}, func() {
		s.control("system", s.m.System, play.SystemTyped{})
		s.text("message-text", s.m.System)
	})
}

func (s *sketch) user(node chat.Node, message chat.User) {
	s.inside(widget{Element: Element{ID: "message", State: map[string]string{"role": "user"}}}, func() {
		s.branches(node.ID)
		s.text("message-text", message.Text)
		s.revision(play.Editing{Node: node.ID}, "message-edit", field("revision", nil))
	})
}

func (s *sketch) assistant(node chat.Node, message chat.Assistant, after []chat.Node) {
	state := map[string]string{"role": "assistant"}
	if message.Incomplete {
		state["incomplete"] = "true"
	}
	finish := "stop"
	if message.Incomplete {
		finish = ""
	}
	c, ours := s.m.Completion(node.Completion)
	if ours = ours && c.Node == node.ID && len(c.Answer.Choices) > 0; ours {
		finish = c.Answer.Choices[0].Finish
	}
	s.inside(widget{Element: Element{ID: "message", State: state}}, func() {
		s.branches(node.ID)
		s.said("message-reasoning", message.Reasoning)
		s.text("message-text", message.Text)
		s.said("message-refusal", message.Refusal)
		if ours {
			for _, r := range c.Answer.Repairs {
				s.add(widget{Element: Element{ID: "repair", State: map[string]string{"rule": r.Rule}}})
			}
		}
		if node.ID != 0 && s.m.Run() != play.Streaming {
			s.revision(play.Editing{Node: node.ID}, "message-edit", field("revision", nil))
			s.button("message-rerun", true, play.Rerun{Node: node.ID})
		}
		s.calls(node, message.Calls, pairing{after, finish})
	})
}

// said draws what is only there if there is something.
func (s *sketch) said(id, text string) {
	if text != "" {
		s.text(id, text)
	}
}

// pairing is what the calls of a message are drawn with: the messages that
// follow it, and its finish reason.
type pairing struct {
	after  []chat.Node
	finish string
}

func (s *sketch) calls(node chat.Node, calls []chat.ToolCall, p pairing) {
	for i, call := range calls {
		state := map[string]string{"name": call.Name, "call-id": call.ID, "arguments": s.judge(node, i, call, p.finish)}
		s.inside(widget{Element: Element{ID: "tool-call", State: state}}, func() {
			s.text("tool-call-arguments", call.Arguments)
			s.revision(play.Editing{Node: node.ID, Call: i + 1}, "call-edit", field("revision", nil))
		})
		if node.ID != 0 {
			s.result(node, i, p.after)
		}
	}
}

// result draws a call's result that was sent, or the field for it.
func (s *sketch) result(node chat.Node, i int, after []chat.Node) {
	call := node.Message.(chat.Assistant).Calls[i]
	id := map[string]string{"call-id": call.ID}
	if i < len(after) {
		if result, ok := after[i].Message.(chat.ToolResult); ok {
			state := map[string]string{"role": "tool", "call-id": call.ID}
			s.inside(widget{Element: Element{ID: "message", State: state}}, func() {
				s.branches(after[i].ID)
				s.text("message-text", result.Text)
				s.revision(play.Editing{Node: after[i].ID}, "result-edit", field("tool-result", id))
			})
			return
		}
	}
	w := field("tool-result", id)
	w.Text, w.edit = s.m.Draft(node.ID, i), play.ResultTyped{Node: node.ID, Call: i}
	s.add(w)
}

func field(id string, state map[string]string) widget {
	return widget{Element: Element{ID: id, State: state}}
}

// revision draws the field that a sent text is changed in, if this is the one,
// or else the button that opens it.
func (s *sketch) revision(of play.Editing, button string, field widget) {
	editing := s.m.View.Editing
	if editing.Node != of.Node || editing.Call != of.Call || of.Node == 0 {
		if s.m.Run() != play.Streaming {
			s.button(button, true, play.RevisionBegan{Node: of.Node, Call: of.Call})
		}
		return
	}
	field.Text, field.edit = editing.Text, play.RevisionTyped{}
	s.add(field)
	s.button("revision-run", true, play.RevisionRun{})
	s.button("revision-cancel", true, play.RevisionCancelled{})
}

// branches draws the way between the versions of a message.
func (s *sketch) branches(id chat.NodeID) {
	siblings := s.m.Conversation.Siblings(id)
	at := slices.Index(siblings, id)
	if len(siblings) < 2 || id == 0 {
		return
	}
	step := func(name string, to int) {
		inside := to >= 0 && to < len(siblings)
		var msg play.Msg
		if inside {
			msg = play.BranchChosen{Node: siblings[to]}
		}
		s.button(name, inside, msg)
	}
	step("branch-previous", at-1)
	s.text("branch-count", strconv.Itoa(at+1)+"/"+strconv.Itoa(len(siblings)))
	step("branch-next", at+1)
}

// judge is the word on a call's arguments.
func (s *sketch) judge(node chat.Node, at int, call chat.ToolCall, finish string) string {
	if node.ID == 0 {
		return string(chat.ArgumentsIncomplete)
	}
	state := chat.ArgumentState(call.Arguments, finish)
	_, known := s.m.ToolNamed(call.Name)
	if state != chat.ArgumentsOK {
		return string(state)
	}
	if !known {
		return string(validate.Valid)
	}
	verdict, judged := s.m.Verdict(node.ID, at, call)
	found := verdict.State
	if !judged {
		return string(chat.ArgumentsIncomplete)
	}
	if found == validate.Unchecked {
		found = validate.Valid
	}
	return string(found)
}

// failure draws the error that the conversation stands at.
func (s *sketch) failure() {
	c, failed := s.m.Failure()
	if !failed {
		return
	}
	advice := s.m.Advice(c)
	state := map[string]string{"kind": string(c.Error.Kind), "status": strconv.Itoa(c.Error.Status), "advice": advice.ID}
	s.inside(widget{Element: Element{ID: "message", State: map[string]string{"role": "error"}}}, func() {
		s.inside(widget{Element: Element{ID: "error", State: state}}, func() {
			raw := c.Error.Body
			if raw == "" {
				raw = c.Body.String()
			}
			s.said("error-raw", raw)
			if w := s.m.View.Wait; w.Completion == c.ID && w.ID != 0 {
				s.add(field("wait", map[string]string{"left": strconv.Itoa(w.Left)}))
				s.button("wait-cancel", true, play.WaitCancelled{})
			} else {
				s.actions(c.ID, advice)
			}
			s.examined(c)
		})
	})
}

// examined draws what the doctor found.
func (s *sketch) examined(c play.Completion) {
	if c.Examinable() {
		s.button("doctor", true, play.ExaminationBegan{Completion: c.ID})
	}
	if e := c.Examination; e != nil && e.Over {
		s.add(field("diagnosis", map[string]string{"diagnosis": e.Diagnosis.ID}))
	}
}

// spent draws what the last completion that told it has cost.
func (s *sketch) spent() {
	for i := len(s.m.Completions) - 1; i >= 0; i-- {
		if u := s.m.Completions[i].Answer.Usage; u.Raw != "" {
			number := func(n int64) string { return strconv.FormatInt(n, 10) }
			s.add(field("usage", map[string]string{
				"prompt": number(u.Prompt), "completion": number(u.Completion), "total": number(u.Total)}))
			return
		}
	}
}

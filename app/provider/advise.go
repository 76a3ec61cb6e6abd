package provider

import (
	"strconv"
	"strings"
)

// Advice is what an error comes to: which sentences explain it, and what can be
// done. The first action is the one to offer first.
type Advice struct {
	ID      string // one of AdviceIDs: a kind, or something finer
	Actions []Action
}

// Action is one thing to do about an error.
type Action struct {
	ID      string // one of ActionIDs
	Field   string // of ActionField: the data-testid of the control; "" where only the free object could hold it
	Tool    string // of ActionField: the tool whose control it is
	Text    string // of ActionCommand
	Seconds int    // of ActionWait: for the first try; Error.Wait knows the next
	Change  Change // of ActionChange
}

// Actions. The page has one label an action; a change has a label of its own.
const (
	ActionKey      = "edit-key"
	ActionAddress  = "edit-address"
	ActionModel    = "pick-model"
	ActionField    = "open-field"
	ActionMessage  = "edit-message"
	ActionNew      = "new-conversation"
	ActionRetry    = "retry"
	ActionWait     = "wait"
	ActionTopUp    = "top-up" // at the provider's own site
	ActionChange   = "change"
	ActionCommand  = "copy-command" // to run where the server runs
	ActionCurl     = "copy-curl"
	ActionDoctor   = "open-doctor"
	ActionOperator = "ask-operator" // whoever runs the relay
)

// ActionIDs lists every action.
var ActionIDs = []string{
	ActionKey, ActionAddress, ActionModel, ActionField, ActionMessage, ActionNew, ActionRetry, ActionWait, ActionTopUp,
	ActionChange, ActionCommand, ActionCurl, ActionDoctor, ActionOperator,
}

// Advise finds what a person can do about an error of a completion.
func Advise(e *Error, c Completion) Advice {
	a := advisor{e: e, c: c, said: e.said()}
	a.preset, _ = PresetByID(c.Endpoint.Provider)
	row := a.row()
	advice := Advice{ID: row.id}
	actions := strings.Fields(row.actions)
	if !c.Endpoint.Simulated() {
		actions = append(actions, ActionCurl)
	}
	for _, id := range actions {
		id, detail, _ := strings.Cut(id, ":")
		if action, ok := a.action(id, detail); ok {
			advice.Actions = append(advice.Actions, action)
		}
	}
	return advice
}

// Fallbacks are the changes of the request that the advice on an error offers.
func Fallbacks(e *Error, c Completion) []Change {
	var changes []Change
	for _, action := range Advise(e, c).Actions {
		if action.ID == ActionChange {
			changes = append(changes, action.Change)
		}
	}
	return changes
}

// advisor is an error with everything that its advice depends on.
type advisor struct {
	e      *Error
	c      Completion
	said   string
	preset Preset
}

func (a *advisor) action(id, detail string) (Action, bool) {
	action := Action{ID: id}
	switch id {
	case ActionChange:
		change, ok := a.change(detail)
		action.Change = change
		return action, ok
	case ActionField:
		if action.Field = detail; detail == "" {
			action.Field = a.c.fieldOf(a.refused())
		}
		if action.Field == "" {
			action.ID = ActionMessage
		}
		if action.Field == FieldSchema || action.Field == FieldToolName {
			action.Tool = a.tool()
		}
	case ActionWait:
		action.Seconds = a.e.Wait(1)
	case ActionCommand:
		action.Text = strings.ReplaceAll(strings.ReplaceAll(detail, "_", " "), "{model}", a.c.Endpoint.Model)
	}
	return action, true
}

// refused is the member of the request that an error is about: the one it names
// as its param, or in quotes, or one whose name is no word of everyday.
func (a *advisor) refused() string {
	param, _, _ := strings.Cut(strings.NewReplacer("[", ".", "body.", "").Replace(a.e.Param), ".")
	for _, member := range a.members() {
		if member == param {
			return member
		}
	}
	for _, quotes := range []string{"''", "``", `""`} {
		for _, member := range a.members() {
			if strings.Contains(a.said, quotes[:1]+strings.ToLower(member)+quotes[1:]) {
				return member
			}
		}
	}
	for _, member := range a.members() {
		if (strings.Contains(member, "_") || member == "temperature") && strings.Contains(a.said, strings.ToLower(member)) {
			return member
		}
	}
	return ""
}

// members are the members that the request has.
func (a *advisor) members() []string {
	o, s := a.c.Options, []string{}
	add := func(name, value string) {
		if value != "" {
			s = append(s, name)
		}
	}
	legacy := a.c.Endpoint.Dialect == ChatFunctions.Name()
	if d, _ := a.c.extra(""); d.Root != nil {
		for _, m := range d.Root.Members {
			add(m.Name, m.Name)
		}
	}
	add("temperature", o.Temperature)
	add("max_tokens", o.MaxTokens)
	add("parallel_tool_calls", o.ParallelToolCalls)
	add("stream", o.Stream)
	if legacy {
		add("function_call", o.ToolChoice)
		return append(s, "functions", "messages", "model")
	}
	add("tool_choice", o.ToolChoice)
	return append(s, "tools", "messages", "model")
}

// tool is the name of the offered tool that an error is about, "" where it
// tells of none, or of several.
func (a *advisor) tool() string {
	for _, start := range []string{"tools[", "tools.", "functions["} {
		_, after, _ := strings.Cut(strings.ToLower(a.e.Param+"\n"+a.e.Message), start)
		digits := len(after) - len(strings.TrimLeft(after, "0123456789"))
		if i, err := strconv.Atoi(after[:digits]); err == nil && i < len(a.c.Tools) {
			return a.c.Tools[i].Name
		}
	}
	name := ""
	for _, t := range a.c.Tools {
		for _, quote := range []string{"'", "`", `"`} {
			if t.Name != "" && strings.Contains(a.e.Message+a.e.Upstream, quote+t.Name+quote) {
				if name != "" && name != t.Name {
					return ""
				}
				name = t.Name
			}
		}
	}
	if name == "" && len(a.c.Tools) == 1 {
		return a.c.Tools[0].Name
	}
	return name
}

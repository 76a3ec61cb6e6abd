package play

import (
	"slices"

	"toolyard/app/chat"
	"toolyard/app/provider"
)

// ActionTaken: the person takes an action that the advice on an error names: that
// of a completion, or with 0 that of the list of models. Detail is the id of a
// change, or the field that is opened.
type ActionTaken struct {
	Completion int
	ID, Detail string
}

// Taking is the message that takes an action.
func Taking(completion int, a provider.Action) ActionTaken {
	return ActionTaken{completion, a.ID, a.Change.ID + a.Field}
}

func (a ActionTaken) apply(m Model) (Model, []Effect) {
	if m.Run() == Streaming {
		return m, nil
	}
	advice, asked, err := m.adviceOn(a.Completion)
	at := slices.IndexFunc(advice.Actions, func(b provider.Action) bool { return Taking(a.Completion, b) == a })
	if at < 0 {
		return m, nil
	}
	action := advice.Actions[at]
	switch a.ID {
	case provider.ActionKey:
		return m.openSetup("api-key")
	case provider.ActionAddress:
		return m.openSetup(provider.FieldBaseURL)
	case provider.ActionModel:
		return m.openSetup(provider.FieldModel)
	case provider.ActionField:
		return m.openField(action)
	case provider.ActionMessage:
		return m.reviseLast()
	case provider.ActionNew:
		return ConversationCleared{}.apply(m)
	case provider.ActionRetry:
		if a.Completion == 0 {
			return ModelsAsked{}.apply(m)
		}
		return Retried{}.apply(m)
	case provider.ActionWait:
		return m.wait(a.Completion, action.Seconds)
	case provider.ActionChange:
		m = m.step("request-changed")
		m.Build = m.changedBy(action.Change)
		return m, []Effect{Focus{"error-action"}}
	case provider.ActionCommand:
		return m.handOut(Handout{Kind: "command", Text: action.Text, Focus: "error-action"})
	case provider.ActionCurl:
		return m.handOut(Handout{Kind: "curl", Text: m.curl(a.Completion), Focus: "error-action"})
	case provider.ActionOperator:
		return m.handOut(Handout{Kind: "report", Text: err.Report(asked), Focus: "error-action"})
	}
	return m, nil
}

// adviceOn is the advice on the error of a completion, or of the list of models,
// with what was asked and the error.
func (m Model) adviceOn(completion int) (provider.Advice, provider.Completion, *provider.Error) {
	if completion == 0 {
		if l := m.Models(); l.Error != nil {
			return m.ModelsAdvice(), m.upcoming(), l.Error
		}
		return provider.Advice{}, provider.Completion{}, nil
	}
	c, ok := m.Failure()
	if !ok || c.ID != completion {
		return provider.Advice{}, provider.Completion{}, nil
	}
	return m.Advice(c), c.Asked(), c.Error
}

// curl is the command that sends what failed.
func (m Model) curl(completion int) string {
	if c, ok := m.Completion(completion); ok {
		return c.Request().Curl()
	}
	r, err := provider.ModelsRequest(m.Endpoint, m.Keys.For(m.Endpoint).Secret)
	if err != nil {
		return ""
	}
	return r.Curl()
}

// openSetup opens the settings at one of their controls.
func (m Model) openSetup(field string) (Model, []Effect) {
	return DialogOpened{Name: "setup", Field: field}.apply(m)
}

// openField goes to the control of what was refused: a setting, or a part of a
// tool.
func (m Model) openField(a provider.Action) (Model, []Effect) {
	field := a.Field
	switch field {
	case provider.FieldSchema, provider.FieldToolName, provider.FieldToolStrict:
	default:
		return m.openSetup(field)
	}
	if t, ok := m.ToolNamed(a.Tool); ok {
		m.View.Tool = t.ID
	}
	m.View.Dialog, m.View.Pane = "", "tools"
	if field == provider.FieldSchema {
		m, _ = m.turned(asText, m.View.Beside)
	}
	return m, []Effect{Focus{field}}
}

// reviseLast opens the last message of the person for change.
func (m Model) reviseLast() (Model, []Effect) {
	path := m.Conversation.Path()
	for i := len(path) - 1; i >= 0; i-- {
		if _, ok := path[i].Message.(chat.User); ok {
			return RevisionBegan{Node: path[i].ID}.apply(m)
		}
	}
	return m, []Effect{Focus{"prompt"}}
}

package play

import (
	"slices"

	"toolyard/app/chat"
	"toolyard/app/importer"
	"toolyard/app/provider"
	"toolyard/app/schema"
	"toolyard/app/tool"
)

// Model is the whole state of the page. Nothing reachable from it is written.
type Model struct {
	Build        // what undo and redo go through
	Prompt       string
	Conversation chat.Conversation
	Drafts       []Draft
	Completions  []*Completion // oldest first; never written
	Keys         Keys
	View         View
	Offer        *Offer // a link that waits; nil where none does
	Elsewhere    bool   // another tab works on this playground, and the person is to choose
	Notices      []Notice
	Ready        bool // what was kept has been read: the page answers

	history history
	born    int    // the last id given to a tool, a completion or a notice
	tab     string // a name that no other tab has
	desk    desk   // where the work is kept
	lineage string // of the playground
	begins  int    // how many lineages and desks began here

	unreadable string     // what was kept and can't be read
	given      *TextGiven // what came before the page answered
}

// Build is what a person built before any message: the part of a playground
// that undo and redo restore.
type Build struct {
	Title    string
	Sample   string // id of the sample it began as, "" where none
	Tools    []tool.Tool
	System   string
	Endpoint provider.Endpoint
	Options  provider.Options
}

// Draft is the result of one tool call, typed and not yet sent.
type Draft struct {
	Node chat.NodeID // the assistant message that asks
	Call int         // position among its calls
	Text string
}

// View is what the page shows, and how.
type View struct {
	Language string // en or zh
	Theme    string // "" follows the system; light or dark
	Tool     int    // id of the selected tool
	Schema   string // how parameters are edited: visual, json or both
	Beside   bool   // the text stands beside the form
	Editor   bool   // the editor of JSON text has been loaded
	Pane     string // the one pane of a narrow page: tools, conversation or wire
	Wire     bool   // the wire pane is open where it slides over
	WireTab  string // request, response, tool-calls, events
	WireOf   int    // id of the completion that the wire shows; 0 is the next request
	Event    int    // the event that is open; -1 where none is
	Dialog   string // setup, share, examples, import or history; "" where none is open
	Share    string // setup or session
	Shared   Shared // what the share dialog shows
	Embeds   bool   // it shows what goes into other pages
	Embed    Frame  // of the snippet there
	Frame    Frame  // that this page stands in
	Fragment string // that was opened last
	Instead  string // the host in whose place the simulator runs in a frame
	Folded   []string
	Import   importer.Found // in the text of the import dialog, which is its Text
	Editing  Editing
	Address  string // of the page, without a fragment: what a link begins with
	Events   int    // how many events the wire shows beyond the usual number
	Messages int    // likewise, of messages
	Typing   Typing
	Keyed    []Keyed  // what is typed in keywords
	Valid    []Valid  // of the tools whose text is not JSON now
	Judged   []Judged // of the tools, in their order
	Checks   Checks
	Near     Near
	WireSeen bool                 // the wire is on the screen
	Preview  *provider.Completion // of a long request, as it was when typing paused; nil where nobody sees it
	Held     schema.Place         // the row that has, or is about to have, the focus
	At       Spot
	Select   Selection
	Fix      Remedy // that shows what it would change
	Wrong    Wrong  // the problem that was shown last
	Listed   Listed
	Moved    Moved  // the parameter that was moved last
	Clip     Clip   // the parameter that was copied last
	Search   Search // among the parameters
	Past     Past   // the history of playgrounds
	Wait     Wait
	Models   Models
	Relay    Relay
	Relayed  []string  // origins that are asked through the relay
	KeyFrom  string    // the origin that the endpoint had before, where that has a key
	Question *Question // what waits to be handed out; nil where nothing does
	Cleared  Clearance // what was decided in the dialog that is open
}

// Editing is the message that is being changed. The zero Editing is none.
type Editing struct {
	Node chat.NodeID
	Call int // 1-based position of the tool call whose arguments change; 0 is the message itself
	Text string
}

// Notice tells something that neither an error nor a problem can: what
// happened, named by Kind; Detail is foreign text.
type Notice struct {
	ID     int
	Kind   string
	Detail string
	Cause  error // why nothing was sent, of the kind unsendable
}

// Run is what the conversation is doing.
type Run string

const (
	Idle      Run = "idle"
	Streaming Run = "streaming"
	Waiting   Run = "waiting" // for tool results
	Failed    Run = "failed"
)

// Run says what the conversation is doing now.
func (m Model) Run() Run {
	if _, ok := m.Running(); ok {
		return Streaming
	}
	if len(m.Conversation.Pending()) > 0 {
		return Waiting
	}
	if _, ok := m.Failure(); ok {
		return Failed
	}
	return Idle
}

// Running is the completion that is under way.
func (m Model) Running() (Completion, bool) {
	if len(m.Completions) > 0 {
		last := *m.Completions[len(m.Completions)-1]
		return last, last.State == Asked || last.State == Arriving
	}
	return Completion{}, false
}

// Failure is the completion that ended in an error where the conversation
// stands now.
func (m Model) Failure() (Completion, bool) {
	tip := m.Conversation.Tip()
	for i := len(m.Completions) - 1; i >= 0; i-- {
		c := *m.Completions[i]
		if c.Node == tip && c.Node != 0 || c.Node == 0 && c.After == tip {
			return c, c.Error != nil
		}
	}
	return Completion{}, false
}

// Completion finds a completion by its id.
func (m Model) Completion(id int) (Completion, bool) {
	for _, c := range m.Completions {
		if c.ID == id {
			return *c, true
		}
	}
	return Completion{}, false
}

// Tool is the selected tool.
func (m Model) Tool() (tool.Tool, bool) { return m.toolByID(m.View.Tool) }

func (b Build) toolByID(id int) (tool.Tool, bool) {
	for _, t := range b.Tools {
		if t.ID == id {
			return t, true
		}
	}
	return tool.Tool{}, false
}

// Offered are the tools that go with a request.
func (b Build) Offered() []tool.Tool {
	if !slices.ContainsFunc(b.Tools, func(t tool.Tool) bool { return t.Off }) {
		return slices.Clip(b.Tools)
	}
	var offered []tool.Tool
	for _, t := range b.Tools {
		if !t.Off {
			offered = append(offered, t)
		}
	}
	return offered
}

// ToolNamed is the tool that a call means: one that is offered before one that is not.
func (b Build) ToolNamed(name string) (tool.Tool, bool) {
	found, ok := tool.Tool{}, false
	for _, t := range b.Tools {
		if t.Name == name && (!ok || found.Off && !t.Off) {
			found, ok = t, true
		}
	}
	return found, ok
}

// Draft is what is typed as the result of one call, "" where nothing is.
func (m Model) Draft(node chat.NodeID, call int) string {
	for _, d := range m.Drafts {
		if d.Node == node && d.Call == call {
			return d.Text
		}
	}
	return ""
}

// next gives an id that nothing else in the Model has.
func (m Model) next() (Model, int) {
	m.born++
	return m, m.born
}

// notify adds a notice, in place of one of the same kind.
func (m Model) notify(kind, detail string) Model {
	m, id := m.without(kind).next()
	m.Notices = append(slices.Clip(m.Notices), Notice{ID: id, Kind: kind, Detail: detail})
	return m
}

// without takes the notices of a kind away.
func (m Model) without(kind string) Model {
	m.Notices = slices.DeleteFunc(slices.Clone(m.Notices), func(n Notice) bool { return n.Kind == kind })
	return m
}

// upcoming is the completion that Send would ask for now.
func (m Model) upcoming() provider.Completion {
	messages := m.Conversation.Messages()
	if m.System != "" {
		messages = append([]chat.Message{chat.System{Text: m.System}}, messages...)
	}
	return provider.Completion{
		Endpoint: m.Endpoint, Key: m.Keys.For(m.Endpoint).Secret, Options: m.Options,
		Messages: messages, Tools: m.Offered(),
	}
}

// Next is the completion that a press of Send, or of Send results, would ask
// for now: with what is typed but not sent.
func (m Model) Next() provider.Completion {
	if len(m.Conversation.Pending()) > 0 {
		m = m.withResults()
	} else if m.Prompt != "" {
		m.Conversation, _ = m.Conversation.Append(chat.User{Text: m.Prompt}, 0)
	}
	return m.upcoming()
}

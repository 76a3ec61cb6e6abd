package past

import (
	"reflect"
	"slices"

	"toolyard/app/chat"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// Change is one thing that differs between two snapshots. Detail is the name of
// what changed, or what it became; Count is how many.
type Change struct {
	Kind   string `json:"kind"`
	Detail string `json:"detail,omitempty"`
	Count  int    `json:"count,omitempty"`
}

// The kinds of changes, in the order that they are told in.
const (
	ToolAdded       = "tool-added"
	ToolRemoved     = "tool-removed"
	ToolRenamed     = "tool-renamed" // Detail "old → new"
	ToolChanged     = "tool-changed"
	ToolsOrdered    = "tools-ordered"
	EndpointChanged = "endpoint" // Detail: the host
	ModelChanged    = "model"
	OptionsChanged  = "options"
	SystemChanged   = "system"
	PromptChanged   = "prompt"
	TitleChanged    = "title"
	MessagesAdded   = "messages-added"
	MessagesRemoved = "messages-removed"
	BranchChanged   = "branch" // the same messages, another path through them
)

// Kinds lists the kinds of changes, for whoever must have words for each.
func Kinds() []string {
	return []string{ToolAdded, ToolRemoved, ToolRenamed, ToolChanged, ToolsOrdered, EndpointChanged, ModelChanged,
		OptionsChanged, SystemChanged, PromptChanged, TitleChanged, MessagesAdded, MessagesRemoved, BranchChanged}
}

// Changes is what makes a snapshot of an earlier one.
func Changes(was, is share.Snapshot) []Change {
	changes := toolChanges(was.Tools, is.Tools)
	note := func(changed bool, kind, detail string) {
		if changed {
			changes = append(changes, Change{Kind: kind, Detail: detail})
		}
	}
	before, after := was.Endpoint, is.Endpoint
	before.Model, after.Model = "", ""
	note(before != after, EndpointChanged, is.Endpoint.Host())
	note(was.Endpoint.Model != is.Endpoint.Model, ModelChanged, is.Endpoint.Model)
	note(was.Options != is.Options, OptionsChanged, "")
	note(was.System != is.System, SystemChanged, "")
	note(was.Prompt != is.Prompt, PromptChanged, "")
	note(was.Title != is.Title, TitleChanged, is.Title)
	return append(changes, messageChanges(was, is)...)
}

// toolChanges pairs tools by their names, and what is left by everything else.
func toolChanges(was, is []tool.Tool) []Change {
	var added, removed, renamed, changed []Change
	kept, old := paired(was, is)
	for i, t := range is {
		switch {
		case kept[i] < 0:
			added = append(added, Change{Kind: ToolAdded, Detail: t.Name})
		case was[kept[i]].Name != t.Name:
			renamed = append(renamed, Change{Kind: ToolRenamed, Detail: was[kept[i]].Name + " → " + t.Name})
		case !alike(was[kept[i]], t):
			changed = append(changed, Change{Kind: ToolChanged, Detail: t.Name})
		}
	}
	for i, t := range was {
		if !old[i] {
			removed = append(removed, Change{Kind: ToolRemoved, Detail: t.Name})
		}
	}
	if places := slices.DeleteFunc(kept, func(at int) bool { return at < 0 }); !slices.IsSorted(places) {
		changed = append(changed, Change{Kind: ToolsOrdered})
	}
	return slices.Concat(added, removed, renamed, changed)
}

// paired gives the place of each tool among the earlier ones, -1 where it is
// new, and which of those are still there.
func paired(was, is []tool.Tool) (places []int, old []bool) {
	places, old = make([]int, len(is)), make([]bool, len(was))
	for i := range places {
		places[i] = -1
	}
	for _, fits := range []func(a, b tool.Tool) bool{
		func(a, b tool.Tool) bool { return a.Name == b.Name },
		alike,
	} {
		for i, t := range is {
			for j := 0; j < len(was) && places[i] < 0; j++ {
				if !old[j] && fits(was[j], t) {
					places[i], old[j] = j, true
				}
			}
		}
	}
	return places, old
}

// alike says whether two tools differ in nothing but their names.
func alike(a, b tool.Tool) bool {
	return a.Description == b.Description && a.Parameters.Doc.Text == b.Parameters.Doc.Text &&
		a.Strict == b.Strict && a.Off == b.Off
}

func messageChanges(was, is share.Snapshot) []Change {
	added, removed := unlike(is.Nodes, was.Nodes), unlike(was.Nodes, is.Nodes)
	var changes []Change
	if added > 0 {
		changes = append(changes, Change{Kind: MessagesAdded, Count: added})
	}
	if removed > 0 {
		changes = append(changes, Change{Kind: MessagesRemoved, Count: removed})
	}
	if changes == nil && was.Tip != is.Tip {
		changes = append(changes, Change{Kind: BranchChanged})
	}
	return changes
}

// unlike counts the messages that another conversation does not have.
func unlike(nodes, others []chat.Node) int {
	byID := map[chat.NodeID]chat.Node{}
	for _, n := range others {
		byID[n.ID] = n
	}
	count := 0
	for _, n := range nodes {
		if other, ok := byID[n.ID]; !ok || !reflect.DeepEqual(n, other) {
			count++
		}
	}
	return count
}

package play

import (
	"slices"
	"unicode/utf8"

	"toolyard/app/chat"
	"toolyard/app/provider"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// Holding is one kind of thing that a link or a file holds: title, tools,
// system, prompt, messages, endpoint, settings or extra.
type Holding struct {
	Kind       string
	Names      []string // of the tools; host and model; settings with their values; a text itself
	Off        []bool   // which of the tools are switched off
	Count      int      // of tools or messages
	Branches   int      // beside the path that the messages follow
	Characters int      // of the text; of what is no text, as a file has it
}

// Holdings are everything that a snapshot holds, in the order of the page.
func Holdings(s share.Snapshot) []Holding {
	all := []Holding{
		textHolding("title", s.Title),
		toolsHolding(s.Tools),
		textHolding("system", s.System),
		textHolding("prompt", s.Prompt),
		messagesHolding(s),
		endpointHolding(s.Endpoint),
		settingsHolding(s.Options),
		textHolding("extra", s.Options.Extra),
	}
	return slices.DeleteFunc(all, func(h Holding) bool { return h.Characters == 0 })
}

func textHolding(kind, text string) Holding {
	return Holding{Kind: kind, Names: []string{text}, Characters: utf8.RuneCountInString(text)}
}

// written is how many characters a file needs for a part of a playground.
func written(part share.Snapshot) int {
	return utf8.RuneCountInString(share.Marshal(part)) - len(share.Marshal(share.Snapshot{}))
}

func toolsHolding(tools []tool.Tool) Holding {
	h := Holding{Kind: "tools", Count: len(tools), Characters: written(share.Snapshot{Tools: tools})}
	for _, t := range tools {
		h.Names, h.Off = append(h.Names, t.Name), append(h.Off, t.Off)
	}
	return h
}

// messagesHolding counts the ends of the tree: every one but the active path's
// own is a branch.
func messagesHolding(s share.Snapshot) Holding {
	h := Holding{Kind: "messages", Count: len(s.Nodes), Characters: written(share.Snapshot{Nodes: s.Nodes, Tip: s.Tip})}
	inner := map[chat.NodeID]bool{}
	for _, n := range s.Nodes {
		inner[n.Parent] = true
	}
	for _, n := range s.Nodes {
		if !inner[n.ID] {
			h.Branches++
		}
	}
	h.Branches = max(h.Branches-1, 0)
	if h.Count == 0 {
		h.Characters = 0
	}
	return h
}

func endpointHolding(e provider.Endpoint) Holding {
	h := Holding{Kind: "endpoint", Characters: written(share.Snapshot{Endpoint: e})}
	for _, name := range []string{e.Host(), e.Model} {
		if name != "" {
			h.Names = append(h.Names, name)
		}
	}
	return h
}

// settingsHolding lists the options that are set, by the names of the wire.
func settingsHolding(o provider.Options) Holding {
	o.Extra = ""
	h := Holding{Kind: "settings", Characters: written(share.Snapshot{Options: o})}
	for _, set := range []struct{ name, value string }{
		{"stream", o.Stream}, {"temperature", o.Temperature}, {"max_tokens", o.MaxTokens},
		{"tool_choice", o.ToolChoice}, {"parallel_tool_calls", o.ParallelToolCalls},
	} {
		if set.value != "" {
			h.Names = append(h.Names, set.name+" "+set.value)
		}
	}
	return h
}

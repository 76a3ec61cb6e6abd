// Package share writes a playground as text and reads it back: as a file, and
// as a link that carries everything behind its #, so that no server sees it.
//
// A snapshot is what may be written of a playground. It has no field for a key.
// A link is a snapshot in the fragment of an address. The setup is a snapshot
// without its conversation. A fault is what is wrong with a text that someone
// else wrote; each has a sentence of its own on the page.
//
// # The file
//
// Goals: a person can read it and write it by hand; a text comes back byte for
// byte; what a version of this program wrote, every later one reads. Non-goals:
// to be the request, or the log of what went over the wire.
//
// The file is one JSON object. What is left out has its default, what is unknown
// is ignored, and what has the wrong type is an error with its place.
//
//	playground = { "toolyard": 1, "title"?, "endpoint"?, "options"?, "system"?, "prompt"?,
//	               "tools"?: [tool…], "messages"?: [message…], "tip"?: id }
//	endpoint   = { "provider"? = "custom", "url"?, "auth"? = "bearer", "dialect"? = "chat-tools", "model"?, "echo"? }
//	options    = { "stream"?: bool, "temperature"?, "max_tokens"?, "tool_choice"?, "parallel_tool_calls"?, "extra"? }
//	tool       = { "id"? = one more than the previous tool's, "name"?, "description"?, "parameters"?: value,
//	               "strict"?: bool, "off"?: bool }
//	message    = { "id"? = one more than the previous message's, "parent"? = the previous message's id,
//	               "completion"?, "role", … }
//	  system, user: "content"?
//	  assistant:    "content"?: null, text or value, "text"?, "reasoning"?, "refusal"?,
//	                "tool_calls"?: [call…], "extra"?: members, "incomplete"?: bool
//	  tool:         "tool_call_id"?, "name"?, "content"?
//	call       = { "id"?, "synthetic"?: bool, "legacy"?: bool, "name"?, "arguments"?, "extra"?: members, "function"?: members }
//
// A field without a type is a string, "" if it is left out; a bool is false. Of
// "completion" the default is 0, and for an assistant message one more than the
// greatest before it. The tip is the last message if it is left out, and 0 is
// none.
//
// A value is foreign JSON, kept byte for byte. It stands as itself if it can be
// restored from there: parameters, an object, if they are indented by two
// spaces; content, an array, if it has no white space. Otherwise it stands as a
// string: parameters under the same name, content as "parts". Members are an
// object, or, where a value has white space, an array of [name, text] pairs.
//
// # The link
//
//	fragment = "s1." dictionary "." payload "." check "z"
//
// The payload is the compact file, deflated (RFC 1951) with a preset dictionary,
// in base64url without padding. The dictionary is its number in decimal; a
// released one never changes. The check is the CRC-32 (IEEE) of everything
// before its ".", big-endian, in base64url: it tells a link that was cut from
// one that was changed. A letter ends the link, so that no program that finds
// links in a text takes the last "-" or "_" for punctuation.
package share

import (
	"toolyard/app/chat"
	"toolyard/app/provider"
	"toolyard/app/tool"
)

// Snapshot is what a file or a link may hold. Nodes and Tip are those of a
// chat.Conversation; parents stand before their children.
type Snapshot struct {
	Title    string
	Tools    []tool.Tool
	System   string
	Prompt   string
	Endpoint provider.Endpoint
	Options  provider.Options
	Nodes    []chat.Node
	Tip      chat.NodeID
}

// Setup is the snapshot without its conversation: what began it, the first user
// message of the active path, is the prompt again.
func Setup(s Snapshot) Snapshot {
	for _, m := range chat.Restore(s.Nodes, s.Tip).Messages() {
		if user, ok := m.(chat.User); ok {
			s.Prompt = user.Text
			break
		}
	}
	s.Nodes, s.Tip = nil, 0
	return s
}

package chat

import (
	"fmt"
	"reflect"
	"testing"
)

// talk appends messages to an empty conversation.
func talk(messages ...Message) (c Conversation) {
	for _, m := range messages {
		c, _ = c.Append(m, 0)
	}
	return c
}

func calling(ids ...string) Assistant {
	var m Assistant
	for _, id := range ids {
		m.Calls = append(m.Calls, ToolCall{ID: id, Name: "f"})
	}
	return m
}

func TestPending(t *testing.T) {
	result := func(id string) Message { return ToolResult{CallID: id, Name: "f"} }
	tests := []struct {
		name     string
		messages []Message
		want     string // ids of the calls without a result
	}{
		{"nothing", nil, "[]"},
		{"no calls", []Message{User{"a"}, Assistant{Text: "b"}}, "[]"},
		{"two calls", []Message{User{"a"}, calling("x", "y")}, "[x y]"},
		{"one answered", []Message{User{"a"}, calling("x", "y"), result("x")}, "[y]"},
		{"all answered", []Message{User{"a"}, calling("x", "y"), result("x"), result("y")}, "[]"},
		{"calls with one id", []Message{User{"a"}, calling("x", "x"), result("x")}, "[x]"},
		{"a later turn", []Message{User{"a"}, calling("x"), result("x"), calling("z")}, "[z]"},
		{"a user after calls", []Message{User{"a"}, calling("x"), User{"b"}}, "[]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ids := []string{}
			for _, c := range talk(test.messages...).Pending() {
				ids = append(ids, c.ID)
			}
			if got := fmt.Sprint(ids); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestBranchKeepsWhatStoodThere(t *testing.T) {
	before := talk(System{"s"}, User{"a"}, Assistant{Text: "b"})
	after, id := before.Branch(2, User{"a2"})
	if got := fmt.Sprint(after.Messages()); got != "[{s} {a2}]" {
		t.Errorf("the new path is %s", got)
	}
	if got := after.Siblings(id); !reflect.DeepEqual(got, []NodeID{2, id}) {
		t.Errorf("siblings %v", got)
	}
	if back := after.Select(2); !reflect.DeepEqual(back.Path(), before.Path()) {
		t.Errorf("selecting the old branch gives %v", back.Path())
	}
	if got := len(before.Nodes()); got != 3 {
		t.Errorf("the conversation before has %d messages", got)
	}
	if same, none := after.Branch(99, User{}); none != 0 || !reflect.DeepEqual(same, after) {
		t.Error("a branch beside nothing changed the conversation")
	}
}

func TestConversationsShareNothingThatIsWritten(t *testing.T) {
	base := talk(User{"a"})
	one, _ := base.Append(User{"one"}, 0)
	two, _ := base.Append(User{"two"}, 0)
	if one.Messages()[1] != (User{"one"}) || two.Messages()[1] != (User{"two"}) {
		t.Errorf("got %v and %v", one.Messages(), two.Messages())
	}
}

func TestRewind(t *testing.T) {
	c := talk(User{"a"}, User{"b"})
	if got := len(c.Rewind(1).Path()); got != 1 {
		t.Errorf("%d messages after rewinding to the first", got)
	}
	if got := len(c.Rewind(0).Path()); got != 0 {
		t.Errorf("%d messages after rewinding to nothing", got)
	}
	if c.Rewind(9).Tip() != 2 {
		t.Error("rewinding to nowhere moved the tip")
	}
}

func TestRestore(t *testing.T) {
	c := talk(User{"a"}, User{"b"})
	c, _ = c.Branch(2, User{"c"})
	nodes := c.Nodes()
	if got := Restore(nodes, c.Tip()); !reflect.DeepEqual(got, c) {
		t.Errorf("got %+v, want %+v", got, c)
	}
	if got := Restore(nodes, 99).Tip(); got != 3 {
		t.Errorf("an unknown tip became %d, want the newest end", got)
	}
	tests := []struct {
		name string
		bad  Node
	}{
		{"unknown parent", Node{ID: 4, Parent: 9, Message: User{}}},
		{"id twice", Node{ID: 2, Parent: 1, Message: User{}}},
		{"no message", Node{ID: 4, Parent: 1}},
		{"no id", Node{Parent: 1, Message: User{}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			broken := append(nodes[:2:2], test.bad, nodes[2])
			if got := len(Restore(broken, 2).Nodes()); got != 2 {
				t.Errorf("%d messages, want those before the fault", got)
			}
		})
	}
	if got := Restore(nil, 1); got.Tip() != 0 {
		t.Error("nothing restored has a tip")
	}
}

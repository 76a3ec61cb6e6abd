package chat

import "testing"

func TestArgumentState(t *testing.T) {
	tests := []struct {
		arguments, finish string
		want              State
	}{
		{`{"a":1}`, "tool_calls", ArgumentsOK},
		{"\n{}", "stop", ArgumentsOK},
		{`{"a":1}`, "length", ArgumentsOK},
		{`[1]`, "tool_calls", ArgumentsOK},
		{`null`, "tool_calls", ArgumentsOK},
		{``, "tool_calls", ArgumentsEmpty},
		{" \n", "length", ArgumentsEmpty},
		{`{"a":`, "", ArgumentsIncomplete},
		{`{"a":`, "length", ArgumentsIncomplete},
		{`{"a":`, "tool_calls", ArgumentsInvalid},
		{`invalid_arguments_format`, "tool_calls", ArgumentsInvalid},
		{`{"a":1}{"a":1}`, "tool_calls", ArgumentsInvalid},
	}
	for _, test := range tests {
		if got := ArgumentState(test.arguments, test.finish); got != test.want {
			t.Errorf("%q with finish %q: %s, want %s", test.arguments, test.finish, got, test.want)
		}
	}
}

func TestResent(t *testing.T) {
	tests := []struct {
		name, arguments, want string // want "" is no offer
	}{
		{"once", `{"a":1}`, ""},
		{"twice", `{"a":1}{"a":1}`, `{"a":1}`},
		{"three times, spelled differently", `{"a":1.0} {"a": 1}` + "\n" + `{"a":1}`, `{"a":1}`},
		{"two different", `{"a":1}{"a":2}`, ""},
		{"placeholder", `{}{"a":1}`, `{"a":1}`},
		{"two placeholders", `{}{}{"a":1}`, `{"a":1}`},
		{"placeholder last", `{"a":1}{}`, ""},
		{"braces in texts", `{"a":"}{"}{"a":"}{"}`, `{"a":"}{"}`},
		{"accumulated", `{"ci{"city":"x{"city":"x"}`, `{"city":"x"}`},
		{"accumulated from one byte", `{{"{"a":{"a":{"b":1}}`, `{"a":{"b":1}}`},
		{"accumulated whole", `{"a":1{"a":1}`, `{"a":1}`},
		{"another beginning", `{"b":{"a":1}`, ""},
		{"cut", `{"a":`, ""},
		{"text", `not JSON`, ""},
		{"empty", ``, ""},
		{"repeated, then cut", `{"a":1}{"a":`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := Resent(test.arguments)
			if got != test.want || ok != (test.want != "") {
				t.Errorf("got %q, %v, want %q", got, ok, test.want)
			}
		})
	}
}

func FuzzResent(f *testing.F) {
	f.Add(`{"a":1}{"a":1}`)
	f.Add(`{"ci{"city":"x{"city":"x"}`)
	f.Fuzz(func(t *testing.T, arguments string) {
		offered, ok := Resent(arguments)
		if ok && ArgumentState(offered, "stop") != ArgumentsOK {
			t.Errorf("offers %q for %q", offered, arguments)
		}
	})
}

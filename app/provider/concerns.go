package provider

import "strings"

// Concerns are the quirks of the endpoint's preset that the request as it
// stands runs into: what a person should know before it is sent, as some of it
// no error will say. Quirks about an endpoint as a whole are not among them.
func (c Completion) Concerns() []Quirk {
	preset, _ := PresetByID(c.Endpoint.Provider)
	var list []Quirk
	for _, q := range preset.Quirks {
		if c.concerned(q) {
			list = append(list, q)
		}
	}
	return list
}

func (c Completion) concerned(q Quirk) bool {
	switch q {
	case QuirkChoiceAutoOnly, QuirkChoiceThinking, QuirkChoiceIgnored:
		return c.forces()
	case QuirkNoParallel:
		return c.Options.ParallelToolCalls != ""
	case QuirkNoSampling:
		t := strings.TrimSpace(c.Options.Temperature)
		return t != "" && strings.TrimRight(t, "0") != "1." && t != "1"
	case QuirkNoStrict:
		for _, t := range c.Tools {
			if t.Strict {
				return true
			}
		}
	case QuirkToolNames:
		for _, t := range c.Tools {
			first := t.Name + " "
			letter := first[0] == '_' || 'a' <= first[0]|0x20 && first[0]|0x20 <= 'z'
			if len(t.Name) < 3 || len(t.Name) > 64 || !letter {
				return true
			}
		}
		return len(c.Tools) > 128
	}
	return false
}

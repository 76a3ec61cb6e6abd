// Package sample holds playgrounds to start from, one file each in samples/.
//
// A sample is a playground in the form of package share, with a few members
// more: "title" first, so that a reader of the folder sees what it is; "group",
// which is starter or vendor; and "prompts", further messages that its tools can
// answer. A starter runs on the simulator; a vendor's sample is the example of
// its own documentation, request for request.
//
// A file's name is ORDER-ID.json for every language, or ORDER-ID.LANGUAGE.json
// where the texts differ. To add a sample is to add its files.
package sample

import (
	"embed"
	"path"
	"slices"
	"strings"
	"sync"

	"toolyard/app/jsondoc"
	"toolyard/app/share"
)

// Group says who a sample is by.
type Group string

const (
	Starter Group = "starter"
	Vendor  Group = "vendor"
)

// Sample is a playground to start from.
type Sample struct {
	ID       string // the same in every language, and for ever
	Title    string
	Group    Group
	Snapshot share.Snapshot
	Prompts  []string // messages that suit the tools, besides the one in Snapshot

	language string // "" for every language
}

//go:embed samples/*.json
var files embed.FS

// fallback is the language of those who read none of the samples'.
const fallback = "en"

// All lists the samples for a language (BCP 47), in the order of the files.
func All(language string) []Sample {
	language, _, _ = strings.Cut(language, "-")
	list := read()
	if language == "" || !slices.ContainsFunc(list, func(s Sample) bool { return s.language == language }) {
		language = fallback
	}
	return slices.DeleteFunc(slices.Clone(list), func(s Sample) bool {
		return s.language != "" && s.language != language
	})
}

// First is the sample that a new visitor finds.
func First(language string) Sample { return All(language)[0] }

// read parses every file once. A broken file is a broken build, which this
// package's tests can't miss.
var read = sync.OnceValue(func() []Sample {
	entries, err := files.ReadDir("samples")
	if err != nil {
		panic("sample: " + err.Error())
	}
	list := make([]Sample, len(entries))
	for i, e := range entries {
		text, err := files.ReadFile("samples/" + e.Name())
		if err == nil {
			list[i], err = parse(e.Name(), string(text))
		}
		if err != nil {
			panic("sample: " + e.Name() + ": " + err.Error())
		}
	}
	return list
})

func parse(name, text string) (Sample, error) {
	snapshot, err := share.Unmarshal(text)
	s := Sample{Title: snapshot.Title, Snapshot: snapshot}
	_, name, _ = strings.Cut(strings.TrimSuffix(name, path.Ext(name)), "-")
	s.ID, s.language, _ = strings.Cut(name, ".")
	d := jsondoc.Parse(text)
	group, _ := d.Str(d.Root.Get("group"))
	s.Group = Group(group)
	if prompts := d.Root.Get("prompts"); prompts != nil {
		for _, p := range prompts.Elements {
			prompt, _ := d.Str(p)
			s.Prompts = append(s.Prompts, prompt)
		}
	}
	return s, err
}

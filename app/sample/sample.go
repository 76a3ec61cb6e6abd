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
}

//go:embed samples/*.json
var files embed.FS

// fallback is the language of those who read none of the samples'.
const fallback = "en"

// All lists the samples for a language (BCP 47), in the order of the files.
func All(language string) []Sample {
	var list []Sample
	for _, f := range of(language) {
		list = append(list, f.sample())
	}
	return list
}

// First is the sample that a new visitor finds.
func First(language string) Sample { return of(language)[0].sample() }

// Find is the sample of this ID, in a language.
func Find(language, id string) (s Sample, ok bool) {
	for _, f := range of(language) {
		if f.id == id {
			return f.sample(), true
		}
	}
	return s, false
}

// file is one that is not read before it is asked for: the page opens with one of
// them all.
type file struct {
	id       string
	language string // "" for every language
	sample   func() Sample
}

// of are the files for a language.
func of(language string) []file {
	language, _, _ = strings.Cut(language, "-")
	all := list()
	if language == "" || !slices.ContainsFunc(all, func(f file) bool { return f.language == language }) {
		language = fallback
	}
	return slices.DeleteFunc(slices.Clone(all), func(f file) bool { return f.language != "" && f.language != language })
}

var list = sync.OnceValue(func() []file {
	entries, err := files.ReadDir("samples")
	if err != nil {
		panic("sample: " + err.Error())
	}
	all := make([]file, len(entries))
	for i, e := range entries {
		_, name, _ := strings.Cut(strings.TrimSuffix(e.Name(), path.Ext(e.Name())), "-")
		all[i].id, all[i].language, _ = strings.Cut(name, ".")
		all[i].sample = sync.OnceValue(func() Sample { return read(e.Name(), all[i].id) })
	}
	return all
})

// read reads a file. One that is broken is a broken build, which this package's
// tests can't miss.
func read(name, id string) Sample {
	text, err := files.ReadFile("samples/" + name)
	var s Sample
	if err == nil {
		s, err = parse(string(text))
	}
	if err != nil {
		panic("sample: " + name + ": " + err.Error())
	}
	s.ID = id
	return s
}

func parse(text string) (Sample, error) {
	snapshot, err := share.Unmarshal(text)
	s := Sample{Title: snapshot.Title, Snapshot: snapshot}
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

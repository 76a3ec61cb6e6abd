package e2e

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Script is a play. Its file opens with prose: what is shown, and which bugs
// stay mended by it. A line of three dashes ends the prose. Then comes one step
// a line:
//
//	fill prompt What is the weather?     a verb and what it needs
//	conversation                         a verb that takes a block:
//	  user: What is the weather?         the lines behind it that are indented by two spaces
//	# a comment
//
// Names that begin with $ stand for what is only known at play (stage.go).
type Script struct {
	Name  string // of the file, without its ending
	Prose string
	Steps []Step
}

// Step is one line of a script, with its block.
type Step struct {
	File  string
	Line  int
	Verb  string
	Rest  string // behind the verb and one space
	Block string // without its indentation and the last line's end
}

func (s Step) String() string { return strings.TrimRight(s.Verb+" "+s.Rest, " ") }

// errorf is an error at the step's place.
func (s Step) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s\n%w", s.File, s.Line, s, fmt.Errorf(format, args...))
}

// ReadScripts reads every script of a folder, in the order of their names.
func ReadScripts(folder fs.FS) ([]Script, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	var scripts []Script
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		s, err := parse(name, string(text))
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, s)
	}
	return scripts, nil
}

// parse reads a script. Its error names the file and the line.
func parse(file, text string) (Script, error) {
	s := Script{Name: strings.TrimSuffix(path.Base(file), path.Ext(file))}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	dashes := slices.Index(lines, "---")
	if dashes < 0 {
		return s, fmt.Errorf("%s:1: no line --- ends the prose", file)
	}
	s.Prose = strings.TrimSpace(strings.Join(lines[:dashes], "\n"))
	if s.Prose == "" {
		return s, fmt.Errorf("%s:1: open with prose: what is shown, and which bug stays mended", file)
	}
	for i := dashes + 1; i < len(lines); i++ {
		line := lines[i]
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			return s, fmt.Errorf("%s:%d: an indented line without a step before it", file, i+1)
		}
		step := Step{File: file, Line: i + 1}
		step.Verb, step.Rest, _ = strings.Cut(line, " ")
		block := blockOf(lines[i+1:])
		step.Block = strings.Join(block, "\n")
		i += len(block)
		if !slices.Contains(verbs(), step.Verb) {
			return s, step.errorf("no verb %q; there are: %s", step.Verb, strings.Join(verbs(), ", "))
		}
		s.Steps = append(s.Steps, step)
	}
	return s, nil
}

// blockOf takes the indented lines that lines begin with, blank ones among them.
func blockOf(lines []string) []string {
	var block []string
	for i, line := range lines {
		inner, indented := strings.CutPrefix(line, "  ")
		switch {
		case indented:
			block = append(block, inner)
		case line == "" && len(blockOf(lines[i+1:])) > 0:
			block = append(block, "")
		default:
			return block
		}
	}
	return block
}

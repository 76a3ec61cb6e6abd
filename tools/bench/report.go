package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// result is what one run measured.
type result struct {
	when    time.Time
	machine string
	browser string
	load    string // of the machine when the run began
	commit  string // of the repository
	bare    row    // a key in a page that does nothing
	sizes   []int
	columns map[int][]column // by size
	notes   []string
}

// about is the head of a report.
func (r result) about() string {
	return fmt.Sprintf("%s, %s, on %s; load when it began: %s; Toolyard at %s. A key in a text field of a page that holds nothing else: %s ms, p95 %s ms.\n",
		r.when.Format("2006-01-02 15:04"), r.browser, r.machine, r.load, r.commit, milliseconds(median(r.bare.times)), milliseconds(p95(r.bare.times)))
}

// tables writes the figures of all sizes.
func (r result) tables() string {
	var b strings.Builder
	for _, n := range r.sizes {
		fmt.Fprintf(&b, "\n## A schema of %d properties\n\n%s", n, table(r.columns[n]))
	}
	for _, note := range r.notes {
		fmt.Fprintf(&b, "\n%s\n", note)
	}
	return b.String()
}

// document is the report as docs/bench.md holds it.
func (r result) document() string {
	return "# How fast the schema builder is\n\n" +
		"`make bench` measures it in a real browser, and jsonjoy-builder 1.0.4 with monaco-editor 0.52.2 beside it: in the same run, by the same stopwatch, with the same schema. " +
		"`cd tools && go run ./bench -o ../docs/bench.md` writes this page.\n\n" +
		r.about() + "\n" + method + r.tables()
}

// method says what a figure is. The package comment says how it is measured.
const method = `A figure is the time from the input (a key, a press of the mouse) to the end of the frame that draws its effect in every view named under "drawn in": the form, and the JSON text beside it where both are on the screen. The longest task is the longest time for which the page did not answer, where that was over 50 ms. The parameter that is worked on is the third one: both pages show it, and everything behind it moves. A row that takes long ends early, after at least a quarter of the presses; its p95 says less.

- *mount*: to the first rows of a schema that the page has got already. In Toolyard that is to choose another tool; in the peer's page, to mount its components, with their code loaded.
- *load of the page*: a reload, with everything in the browser's cache.
- *Enter behind a name*: jsonjoy-builder keeps what is typed in a field of its form to itself until Enter. Toolyard's text follows each key, and the figure of its key stands here again.
- *type*: in Toolyard by the arrow keys, in jsonjoy-builder by a press on its list, which is open.
- *undo in the JSON text*: Ctrl+Z, which in jsonjoy-builder is Monaco's own.
`

// newResult describes the machine, the browser and the repository.
func newResult(browser, root string) result {
	r := result{when: time.Now(), browser: browser, machine: machine(), load: "unknown", commit: commit(root), columns: map[int][]column{}}
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		r.load, _, _ = strings.Cut(string(text), " ")
	}
	return r
}

// machine names the processor, where the system tells it, and its cores.
func machine() string {
	name := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if m := regexp.MustCompile(`model name\s*: (.*)`).FindSubmatch(text); m != nil {
			name = string(m[1])
		}
	}
	return fmt.Sprintf("%d cores of %s, %s", runtime.NumCPU(), name, runtime.GOOS)
}

// commit is the short name of the commit that was measured, with a mark where
// the files are others.
func commit(root string) string {
	command := exec.Command("git", "describe", "--always", "--dirty", "--exclude=*")
	command.Dir = root
	name, err := command.Output()
	if err != nil {
		return "an unknown commit"
	}
	return strings.TrimSpace(string(name))
}

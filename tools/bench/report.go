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

// about is the first line of a section: when and where it was measured.
func (b *bench) about() string {
	load := "unknown"
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		load, _, _ = strings.Cut(string(text), " ")
	}
	return fmt.Sprintf("%s, %s, on %s; load when it began: %s; Toolyard at %s.",
		time.Now().Format("2006-01-02 15:04"), b.version, machine(), load, commit(b.root))
}

// measureFloor measures a key in a page that does nothing, once a run.
func (b *bench) measureFloor() error {
	if len(b.floor.times) > 0 {
		return nil
	}
	r, err := floor(b.chromium, b.usual)
	b.floor = r
	return err
}

// bare is what the browser takes for a key by itself.
func (b *bench) bare() string {
	return fmt.Sprintf("A key in a text field of a page that holds nothing else: %s ms, p95 %s ms.\n",
		milliseconds(median(b.floor.times)), milliseconds(p95(b.floor.times)))
}

// keep keeps the section of a part, for pages that later runs write.
func (b *bench) keep(p part, text string) error {
	if err := os.MkdirAll(b.scratch("sections"), 0o755); err != nil {
		return err
	}
	return os.WriteFile(b.scratch("sections", p.name+".md"), []byte(text), 0o644)
}

// document is the page of figures: the sections that were measured last.
func (b *bench) document() string {
	var text strings.Builder
	text.WriteString("# Figures\n\nWhat `make bench` printed; [bench.md](bench.md) says what it means. `cd tools && go run ./bench -o ../docs/figures.md` writes this page. " +
		"Each section says when, where and of which commit it was measured. Times are in milliseconds, medians and p95 of the number of visits or presses beside them.\n")
	for _, p := range parts {
		section, err := os.ReadFile(b.scratch("sections", p.name+".md"))
		if err == nil {
			text.WriteString("\n" + strings.TrimSpace(string(section)) + "\n")
		}
	}
	return text.String()
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

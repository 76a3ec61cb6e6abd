package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// contract is the table of test ids that the page promises to keep.
const contract = "docs/automation.md"

var (
	tableRow = regexp.MustCompile("^\\| (`[^|]+`) \\|")
	inTicks  = regexp.MustCompile("`([a-z-]+)`")
	shellID  = regexp.MustCompile(`data-testid="([a-z-]+)"|dataset\.testid = "([a-z-]+)"|button\([^"]*"(ended-[a-z-]+)"`)
)

// promised reads a section's rows: the ids of its first column.
func promised(t *testing.T, section string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	inside := false
	for _, line := range strings.Split(read(t, contract), "\n") {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			inside = title == section
		}
		if m := tableRow.FindStringSubmatch(line); inside && m != nil && m[1] != "`data-testid`" {
			for _, id := range inTicks.FindAllStringSubmatch(m[1], -1) {
				ids[id[1]] = true
			}
		}
	}
	if len(ids) == 0 && section != "Reserved" {
		t.Fatalf("%s: no rows under %q", contract, section)
	}
	return ids
}

// given are the ids that the view and the shell put on elements; the view takes
// some from the names of the Model's settings.
func given(t *testing.T) testIDs {
	t.Helper()
	in := func(dir string) testIDs {
		return testIDsOf(goFiles(t, func(f goFile) bool { return f.dir == dir && !f.test() }))
	}
	all := in("app/ui")
	maps.Copy(all.ids, in("app/play").ids)
	for _, p := range list("web", ".html", ".js") {
		for _, m := range shellID.FindAllStringSubmatch(read(t, p), -1) {
			all.ids[m[1]+m[2]+m[3]] = p
		}
	}
	return all
}

func TestAutomationContractIsKept(t *testing.T) {
	present, later := promised(t, "On the page"), promised(t, "Reserved")
	all := given(t)
	for id := range present {
		if !all.has(id) {
			t.Errorf("%s promises %q, and app/ui gives it to no element; an id is never renamed or dropped", contract, id)
		}
	}
	for id, where := range all.ids {
		if !present[id] {
			fix := "add its row"
			if later[id] {
				fix = "move its row from Reserved to On the page"
			}
			t.Errorf("%s: data-testid %q is not in %s; %s", where, id, contract, fix)
		}
	}
	for prefix, where := range all.prefixes {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(present)), func(id string) bool { return strings.HasPrefix(id, prefix) }) {
			t.Errorf("%s: no data-testid that begins with %q is in %s; add the rows", where, prefix, contract)
		}
	}
}

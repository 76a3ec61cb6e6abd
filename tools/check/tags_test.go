package check

import (
	"strings"
	"testing"
)

func TestBuildTags(t *testing.T) {
	const tag = "//go:build js && wasm\n"
	for _, f := range goFiles(t, func(goFile) bool { return true }) {
		switch {
		case under(f.dir, "wasm"):
			if !strings.HasPrefix(f.text, tag) {
				t.Errorf("%s: begin the file with %q and an empty line", f.path, strings.TrimSpace(tag))
			}
		case under(f.dir, "app") && !f.test():
			if strings.Contains(f.text, "\n//go:build ") || strings.HasPrefix(f.text, "//go:build ") {
				t.Errorf("%s: app/ is portable; drop the build tag, or move what needs it to wasm/browser", f.path)
			}
		}
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"toolyard/tools/serve/relay"
)

// TestHostingCommands parses the commands of README.md as the binary would, and
// holds them against the files that they are from.
func TestHostingCommands(t *testing.T) {
	var text []byte
	for _, file := range []string{"README.md", "docs/relay.md", "docs/deploy/Containerfile"} {
		content, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range regexp.MustCompile(`(?m)^(?:ExecStart=|ENTRYPOINT ).*$`).FindAll(content, -1) {
			if file != "README.md" && !strings.Contains(string(text), string(line)) {
				t.Errorf("%s says %s, README.md does not", file, line)
			}
		}
		text = append(text, content...)
	}
	credentials := t.TempDir()
	for name, content := range map[string]string{"hosts": "api.example.com\n", "token": token} {
		if err := os.WriteFile(filepath.Join(credentials, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	unit := regexp.MustCompile(`(?m)^ExecStart=\S+ (.*)$`).FindSubmatch(text)
	container := regexp.MustCompile(`(?m)^ENTRYPOINT (.*)$`).FindSubmatch(text)
	if unit == nil || container == nil {
		t.Fatal("README.md shows a unit and a container no more")
	}
	w, err := parse(strings.Fields(strings.ReplaceAll(string(unit[1]), "${CREDENTIALS_DIRECTORY}", credentials)), environment())
	if err != nil || !w.relay || w.token != token || len(w.hosts) != 1 {
		t.Errorf("the unit: %v, %v", w, err)
	}
	var entry []string
	if err := json.Unmarshal(container[1], &entry); err != nil {
		t.Fatal(err)
	}
	if w, err := parse(entry[1:], environment("RELAY=1", "RELAY_TOKEN=@"+credentials+"/token")); err != nil || !w.relay || w.token != token {
		t.Errorf("the container: %v, %v", w, err)
	}
	for _, m := range regexp.MustCompile(`RELAY_HOSTS=([^\s@]\S*)`).FindAllSubmatch(text, -1) {
		if _, err := relay.ParseHosts(string(m[1])); err != nil {
			t.Error(err)
		}
	}
}

// TestRulesAreDocumented holds the table of refusals against the code's.
func TestRulesAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/relay.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := regexp.MustCompile("`([a-z]+-[a-z]+|busy|proxied|redirect)`").FindAllSubmatch(text, -1)
	documented, used := map[string]bool{}, map[string]bool{}
	for _, m := range rules {
		documented[string(m[1])] = true
	}
	files, _ := filepath.Glob("relay/*.go")
	rule := regexp.MustCompile(`(?:Rule: |Rule, refusal\.Message = |outside\(|wrong\(|failure\()"([a-z-]+)"`)
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range rule.FindAllSubmatch(source, -1) {
			if !strings.HasSuffix(file, "_test.go") {
				used[string(m[1])] = true
			}
		}
	}
	if len(used) < 20 {
		t.Errorf("only %d rules were found in the code", len(used))
	}
	for name := range used {
		if !documented[name] {
			t.Errorf("docs/relay.md: the rule %s has no line", name)
		}
	}
	for name := range documented {
		if !used[name] {
			t.Errorf("docs/relay.md: %s is no rule of the relay", name)
		}
	}
}

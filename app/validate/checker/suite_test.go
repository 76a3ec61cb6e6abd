package checker

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"toolyard/app/jsondoc"
	"toolyard/app/validate"
)

// TestSuite runs the required cases of the official test suite.
func TestSuite(t *testing.T) {
	suite := os.Getenv("TOOLYARD_SCHEMA_SUITE")
	if suite == "" {
		t.Skip("TOOLYARD_SCHEMA_SUITE names no copy of JSON-Schema-Test-Suite")
	}
	drafts := map[string]*jsonschema.Draft{
		"draft2020-12": jsonschema.Draft2020,
		"draft7":       jsonschema.Draft7,
	}
	for name, draft := range drafts {
		t.Run(name, func(t *testing.T) {
			files, _ := filepath.Glob(filepath.Join(suite, "tests", name, "*.json"))
			passed, total := 0, 0
			for _, file := range files {
				p, n := runSuiteFile(t, suite, file, draft)
				passed, total = passed+p, total+n
			}
			t.Logf("%d of %d required cases", passed, total)
			if total == 0 || passed != total {
				t.Errorf("passed %d of %d", passed, total)
			}
		})
	}
}

func runSuiteFile(t *testing.T, suite, file string, draft *jsonschema.Draft) (passed, total int) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := jsondoc.Parse(string(text))
	for _, group := range doc.Root.Elements {
		p := compile(doc.Raw(group.Get("schema")), func(c *jsonschema.Compiler) {
			c.DefaultDraft(draft)
			c.UseLoader(suiteRemotes(suite))
		})
		for _, test := range group.Get("tests").Elements {
			total++
			got := validate.Result{State: validate.Unchecked, Reason: p.reason, Detail: p.detail}
			if p.reason == "" {
				got = p.check(jsondoc.Parse(doc.Raw(test.Get("data"))))
			}
			want := validate.Mismatch
			if doc.Raw(test.Get("valid")) == "true" {
				want = validate.Valid
			}
			if got.State == want {
				passed++
				continue
			}
			t.Errorf("%s: %s: %s: %+v", filepath.Base(file), doc.Raw(group.Get("description")),
				doc.Raw(test.Get("description")), got)
		}
	}
	return passed, total
}

// suiteRemotes serves the suite's own remote documents from its folder.
type suiteRemotes string

func (dir suiteRemotes) Load(url string) (any, error) {
	path, ok := strings.CutPrefix(url, "http://localhost:1234/")
	if !ok {
		return nil, errors.New("not of the suite")
	}
	f, err := os.Open(filepath.Join(string(dir), "remotes", path))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return jsonschema.UnmarshalJSON(f)
}

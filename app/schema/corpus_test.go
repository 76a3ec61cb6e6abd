package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"toolyard/app/jsondoc"
)

// texts reads the .json files of the folder that an environment variable names.
func texts(t *testing.T, variable string) map[string]jsondoc.Doc {
	t.Helper()
	folder := os.Getenv(variable)
	if folder == "" {
		t.Skipf("%s does not name a folder", variable)
	}
	found := map[string]jsondoc.Doc{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		text, err := os.ReadFile(path)
		found[path] = jsondoc.Parse(string(text))
		return err
	})
	if err != nil || len(found) == 0 {
		t.Fatalf("%s=%s: %d files, %v", variable, folder, len(found), err)
	}
	return found
}

// TestRealTools makes every edit on the schemas of real MCP servers, and says
// that those which have a way back leave no trace.
func TestRealTools(t *testing.T) {
	tools := 0
	for path, d := range texts(t, "TOOLYARD_TOOLS") {
		for _, tool := range d.At("/tools").Elements {
			tools++
			text := d.Raw(tool.Get("inputSchema"))
			s := Read(text)
			if !s.Doc.OK() || len(s.Problems()) > 0 {
				t.Errorf("%s: %s: %v", path, d.Raw(tool.Get("name")), s.Problems())
			}
			if want := properties(s.Doc.Root); len(s.Parameters()) < want {
				t.Errorf("%s: %s: %d rows, but %d properties", path, d.Raw(tool.Get("name")), len(s.Parameters()), want)
			}
			checkEdits(t, text)
			for _, p := range s.Parameters() {
				thereAndBack(t, s, p)
			}
		}
	}
	t.Logf("%d tools", tools)
}

func properties(n *jsondoc.Node) int { return len(n.Get("properties").Members) }

func thereAndBack(t *testing.T, s Schema, p Parameter) {
	t.Helper()
	ways := map[string]struct{ there, back func(Schema) []jsondoc.Edit }{
		"rename": {
			func(s Schema) []jsondoc.Edit { return s.Rename(p.Place, "renamed") },
			func(s Schema) []jsondoc.Edit { return s.Rename(p.Place, p.Name) },
		},
		"describe": {
			func(s Schema) []jsondoc.Edit { return s.Describe(p.Place, "described") },
			func(s Schema) []jsondoc.Edit { return s.Describe(p.Place, p.Description) },
		},
		"duplicate": {
			func(s Schema) []jsondoc.Edit { return s.Duplicate(p.Place) },
			func(s Schema) []jsondoc.Edit { return s.Remove(p.Object.Property(p.Index + 1)) },
		},
		"move": {
			func(s Schema) []jsondoc.Edit { return s.Move(p.Object, p.Index, 0) },
			func(s Schema) []jsondoc.Edit { return s.Move(p.Object, 0, p.Index) },
		},
		"insert": {
			func(s Schema) []jsondoc.Edit { return s.Insert(p.Object, p.Index, "inserted") },
			func(s Schema) []jsondoc.Edit { return s.Remove(p.Object.Property(p.Index)) },
		},
	}
	for name, way := range ways {
		if p.Item && name != "describe" {
			continue
		}
		there := Read(jsondoc.Apply(s.Doc.Text, way.there(s)))
		back := jsondoc.Apply(there.Doc.Text, way.back(there))
		if again := jsondoc.Parse(back); back != s.Doc.Text && !(name == "describe" && jsondoc.Equal(s.Doc, s.Doc.Root, again, again.Root)) {
			t.Errorf("%s %s there and back:\n%s\nbecame\n%s", name, p.Place, s.Doc.Text, back)
		}
	}
}

// TestSuite reads every schema of the official suite, and edits those that have
// rows.
func TestSuite(t *testing.T) {
	schemas := 0
	for path, d := range texts(t, "TOOLYARD_SCHEMA_SUITE") {
		if !d.OK() {
			t.Errorf("%s: %v", path, d.Errors)
			continue
		}
		for _, group := range d.Root.Elements {
			schemas++
			text := d.Raw(group.Get("schema"))
			again := jsondoc.Parse(jsondoc.Indent(d, group.Get("schema"), "", "  "))
			if !jsondoc.Equal(d, group.Get("schema"), again, again.Root) {
				t.Errorf("%s: printed, %s is another value", path, text)
			}
			checkEdits(t, text)
		}
	}
	t.Logf("%d schemas", schemas)
}

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

// realTools are the schemas of the tools of real MCP servers, by name.
func realTools(t *testing.T) map[string]string {
	t.Helper()
	tools := map[string]string{}
	for path, d := range texts(t, "TOOLYARD_TOOLS") {
		for _, tool := range d.At("/tools").Elements {
			name, _ := d.Str(tool.Get("name"))
			tools[filepath.Base(path)+" "+name] = d.Raw(tool.Get("inputSchema"))
		}
	}
	return tools
}

// TestRealTools makes every edit on the schemas of real MCP servers, and says
// that those which have a way back leave no trace, and that nothing but
// descriptions is missing in them.
func TestRealTools(t *testing.T) {
	tools := realTools(t)
	rows := 0
	for name, text := range tools {
		s := Read(text)
		for _, p := range s.Problems() {
			if p.Severity != Info {
				t.Errorf("%s: %+v", name, p)
			}
		}
		if want := propertyCount(s.Doc.Root); len(s.Parameters()) < want {
			t.Errorf("%s: %d rows, but %d properties", name, len(s.Parameters()), want)
		}
		printsTheSame(t, name, s.Doc, s.Doc.Root)
		checkEdits(t, text)
		checkKeywords(t, text)
		checkListed(t, name, s)
		for _, p := range s.Parameters() {
			rows++
			thereAndBack(t, s, p)
		}
	}
	t.Logf("%d tools, %d parameters", len(tools), rows)
}

// checkListed says that every member of every schema of a text is in Keywords,
// and that nothing but the values of keywords is left out of the schemas.
func checkListed(t *testing.T, name string, s Schema) {
	t.Helper()
	for _, at := range append([]Parameter{{}}, s.Outline()...) {
		found, ok := s.find(at.Place)
		listed := s.Keywords(at.Place)
		if !ok || len(listed) != len(found.node.Members) {
			t.Fatalf("%s: %s lists %d of %d keywords", name, at.Place, len(listed), len(found.node.Members))
		}
		for i, m := range found.node.Members {
			if k := listed[i]; k.Name != m.Name || k.Raw != s.Doc.Raw(m.Value) || k.Index != i {
				t.Errorf("%s: %s lists %+v for %s", name, at.Place, k, m.Name)
			}
		}
	}
}

// printsTheSame says that print and parse give the same value back.
func printsTheSame(t *testing.T, name string, d jsondoc.Doc, n *jsondoc.Node) {
	t.Helper()
	for _, printed := range []string{jsondoc.Indent(d, n, "", "  "), jsondoc.Compact(d, n), d.Raw(n)} {
		if again := jsondoc.Parse(printed); !jsondoc.Equal(d, n, again, again.Root) {
			t.Errorf("%s: printed, it is another value: %s", name, printed)
		}
	}
}

func propertyCount(n *jsondoc.Node) int { return len(n.Get("properties").Members) }

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

// TestSuite reads every schema of the official suite, prints it, and edits it.
func TestSuite(t *testing.T) {
	schemas := 0
	for path, d := range texts(t, "TOOLYARD_SCHEMA_SUITE") {
		if !d.OK() {
			t.Errorf("%s: %v", path, d.Errors)
			continue
		}
		for _, group := range d.Root.Elements {
			schemas++
			name := filepath.Base(path) + ": " + d.Raw(group.Get("description"))
			text := d.Raw(group.Get("schema"))
			printsTheSame(t, name, d, group.Get("schema"))
			checkEdits(t, text)
			checkKeywords(t, text)
			checkProblems(t, text)
			if Read(text).Doc.OK() {
				checkListed(t, name, Read(text))
			}
		}
	}
	t.Logf("%d schemas", schemas)
}

package provider

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// TestModels reads every shape that lists of models come in.
func TestModels(t *testing.T) {
	path := "testdata/models.txtar"
	a := readArchive(t, path)
	sorted := archive{prose: a.prose, files: a.files}
	for _, name := range a.names {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		sorted.names = append(sorted.names, name, name+".want")
		t.Run(name, func(t *testing.T) {
			status, _ := strconv.Atoi(name[:3])
			models, err := ReadModels(status, a.files[name])
			a.golden(t, name+".want", describeModels(models, err))
			for _, m := range models.List {
				if !strings.Contains(a.files[name], m.Raw) || m.Raw == "" {
					t.Errorf("%s is not verbatim", m.Raw)
				}
			}
		})
	}
	if *update {
		sorted.write(t, path)
	}
}

func describeModels(models Models, err *Error) string {
	if err != nil {
		return fmt.Sprintf("%s: %s\n", err.Kind, err.Message)
	}
	var b strings.Builder
	for _, m := range models.List {
		b.WriteString(m.ID)
		for _, f := range [][2]string{{"name", m.Name}, {"owner", m.Owner}, {"tools", string(m.Tools)}, {"parallel", string(m.Parallel)},
			{"strict", string(m.Strict)}, {"reasoning", string(m.Reasoning)}, {"vision", string(m.Vision)},
			{"chat", string(m.Chat)}, {"gone", m.Gone}} {
			if f[1] != "" {
				b.WriteString(", " + f[0] + " " + f[1])
			}
		}
		if m.Context > 0 || m.Output > 0 {
			fmt.Fprintf(&b, ", %d in, %d out", m.Context, m.Output)
		}
		b.WriteByte('\n')
	}
	if len(models.List) == 0 {
		b.WriteString("none\n")
	}
	if models.More {
		b.WriteString("and more\n")
	}
	return b.String()
}

func TestModelsRequest(t *testing.T) {
	for _, test := range []struct {
		e    Endpoint
		want string
	}{
		{Endpoint{BaseURL: "https://api.example.com", Auth: AuthBearer}, "GET https://api.example.com/v1/models\nAuthorization: Bearer •••\n\n"},
		{Endpoint{BaseURL: "https://a.example/api/v3/chat/completions?x=1", Auth: AuthRaw}, "GET https://a.example/api/v3/models?x=1\nAuthorization: •••\n\n"},
		{Endpoint{BaseURL: "localhost:11434/v1", Auth: AuthNone}, "GET http://localhost:11434/v1/models\n\n"},
	} {
		r, err := ModelsRequest(test.e, testKey)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "request", r.HTTP(), test.want)
	}
	if r, err := ModelsRequest(Endpoint{}, testKey); err == nil {
		t.Errorf("asks %s", r.URL)
	}
}

func TestFindModels(t *testing.T) {
	list := []ModelInfo{{ID: "gpt-4o-mini"}, {ID: "qwen3", Name: "Qwen 3 Mini"}, {ID: "o3"}}
	for text, want := range map[string]string{"": "gpt-4o-mini qwen3 o3", "MINI": "gpt-4o-mini qwen3", "mini gpt": "gpt-4o-mini", "x": ""} {
		var got []string
		for _, m := range FindModels(list, text) {
			got = append(got, m.ID)
		}
		check(t, text, strings.Join(got, " "), want)
	}
}

func FuzzReadModels(f *testing.F) {
	a := readArchive(f, "testdata/models.txtar")
	for _, name := range a.names {
		f.Add(200, a.files[name])
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		models, err := ReadModels(status, body)
		if err != nil && (err.Kind == "" || len(models.List) > 0) {
			t.Errorf("%+v", err)
		}
		chat := true
		for _, m := range models.List {
			if m.ID == "" || !chat && m.Chat != AbilityNo {
				t.Errorf("%+v", m)
			}
			chat = m.Chat != AbilityNo
		}
	})
}

package rehearsal

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
)

//go:embed recordings
var embedded embed.FS

func own() fs.FS {
	shelf, err := fs.Sub(embedded, "recordings")
	if err != nil {
		panic(err) // only for an invalid path
	}
	return shelf
}

// answer is one recorded completion.
type answer struct {
	status      int
	contentType string
	body        []byte
	defaults    options
}

// contentTypes are the forms of a recorded body, by its ending.
var contentTypes = map[string]string{
	".sse":  "text/event-stream",
	".json": "application/json",
	".txt":  "text/plain; charset=utf-8",
	".html": "text/html; charset=utf-8",
}

// recordings returns the names of all recordings, in order.
func recordings(shelves []fs.FS) []string {
	var names []string
	for _, shelf := range shelves {
		fs.WalkDir(shelf, ".", func(p string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && len(bodies(shelf, p)) > 0 {
				names = append(names, p)
			}
			return nil // what can't be read is not offered
		})
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// bodies returns the files of a recording's completions, in their order.
func bodies(shelf fs.FS, name string) []string {
	entries, err := fs.ReadDir(shelf, name)
	if err != nil {
		return nil
	}
	numbered := map[int]string{}
	for _, e := range entries {
		ext := path.Ext(e.Name())
		stem := strings.TrimSuffix(e.Name(), ext)
		if contentTypes[ext] == "" {
			continue
		}
		if stem == "response" {
			return []string{e.Name()}
		}
		if n, err := strconv.Atoi(stem); err == nil {
			numbered[n] = e.Name()
		}
	}
	var files []string
	for n := 1; numbered[n] != ""; n++ {
		files = append(files, numbered[n])
	}
	return files
}

// findAnswer returns the completion that is due after given others.
func findAnswer(shelves []fs.FS, names []string, given int) (answer, error) {
	type place struct {
		shelf      fs.FS
		name, file string
	}
	var turn []place
	for _, name := range names {
		before := len(turn)
		for _, shelf := range shelves {
			for _, file := range bodies(shelf, name) {
				turn = append(turn, place{shelf, name, file})
			}
			if len(turn) > before {
				break
			}
		}
		if len(turn) == before {
			return answer{}, fmt.Errorf("the model `%s` does not exist: there is no recording of this name", name)
		}
	}
	due := turn[min(given, len(turn)-1)]
	return readAnswer(due.shelf, due.name, due.file)
}

func readAnswer(shelf fs.FS, name, file string) (answer, error) {
	body, err := fs.ReadFile(shelf, path.Join(name, file))
	if err != nil {
		return answer{}, err
	}
	a := answer{status: http.StatusOK, contentType: contentTypes[path.Ext(file)], body: body}
	if text, err := fs.ReadFile(shelf, path.Join(name, "meta.txt")); err == nil {
		err = a.readMeta(string(text))
		return a, err
	}
	if text, err := fs.ReadFile(shelf, path.Join(name, "meta.json")); err == nil {
		var meta struct {
			Status int `json:"http_status"`
		}
		if err := json.Unmarshal(text, &meta); err != nil {
			return a, fmt.Errorf("rehearsal: %s/meta.json: %w", name, err)
		}
		if meta.Status != 0 {
			a.status = meta.Status
		}
	}
	return a, nil
}

// readMeta applies the lines of a meta.txt.
func (a *answer) readMeta(text string) error {
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		var err error
		switch name {
		case "":
		case "http-status":
			a.status, err = count(value)
		case "content-type":
			a.contentType = value
		default:
			err = a.defaults.set(name, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/andybalholm/brotli"
	"github.com/evanw/esbuild/pkg/api"
)

// budget is the most that the bundle may weigh in brotli, in bytes: what
// CodeMirror with a history and no search came to.
const budget = 100_000

// bundle joins the editor's modules and what they import into one script, and
// names the packages that it holds parts of.
func bundle(dir string) (script []byte, packages []string, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("editor: %w", err)
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: dir,
		EntryPoints:   []string{"editor.js"},
		Outfile:       "dist/" + bundleFile,
		Bundle:        true,
		Format:        api.FormatIIFE,
		Target:        api.ES2022,
		Charset:       api.CharsetUTF8,
		// The original writes <style> elements, which the page's policy refuses.
		Alias:             map[string]string{"style-mod": "./style-mod.js"},
		LegalComments:     api.LegalCommentsNone, // licences come in front, all of them
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		Metafile:          true,
	})
	if len(result.Errors) > 0 {
		e := result.Errors[0]
		return nil, nil, fmt.Errorf("editor: %s (npm ci in web/editor fetches the packages)", e.Text)
	}
	packages, err = contained(result.Metafile)
	return result.OutputFiles[0].Contents, packages, err
}

// contained names the packages of which a byte came into the bundle, and the one
// that style-mod.js is a copy of.
func contained(metafile string) ([]string, error) {
	var made struct {
		Outputs map[string]struct {
			Inputs map[string]struct{ BytesInOutput int }
		}
	}
	if err := json.Unmarshal([]byte(metafile), &made); err != nil {
		return nil, fmt.Errorf("editor: esbuild's account: %w", err)
	}
	packages := map[string]bool{"style-mod": true}
	inPackage := regexp.MustCompile(`^node_modules/((?:@[^/]+/)?[^/]+)/`)
	for _, output := range made.Outputs {
		for input, part := range output.Inputs {
			if match := inPackage.FindStringSubmatch(input); match != nil && part.BytesInOutput > 0 {
				packages[match[1]] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(packages)), nil
}

// weight is the size of a script in the best brotli.
func weight(script []byte) (int, error) {
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: 11, LGWin: 24})
	if _, err := w.Write(script); err != nil {
		return 0, err
	}
	err := w.Close()
	return packed.Len(), err
}

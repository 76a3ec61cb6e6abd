package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licences is the text that must go wherever the bundle goes: for each licence,
// the packages under it and its words. Packages whose licence has the same
// words share it.
func licences(dir string, packages []string) (string, error) {
	const permission = "Permission is hereby granted"
	var b strings.Builder
	b.WriteString("The JSON editor of Toolyard holds parts of these packages:\n\n")
	terms := ""
	for _, name := range packages {
		folder := filepath.Join(dir, "node_modules", filepath.FromSlash(name))
		version, err := packageVersion(folder)
		if err != nil {
			return "", err
		}
		text, err := os.ReadFile(filepath.Join(folder, "LICENSE"))
		if err != nil {
			return "", fmt.Errorf("editor: %s: %w", name, err)
		}
		holder, words, ok := strings.Cut(string(text), permission)
		words = permission + strings.Join(strings.Fields(words), " ")
		if !ok || terms != "" && words != terms {
			return "", fmt.Errorf("editor: %s is not under the licence of the others: let licences give it in full", name)
		}
		terms = words
		fmt.Fprintf(&b, "%s %s: %s\n", name, version, copyright(holder))
	}
	fmt.Fprintf(&b, "\nMIT License\n\n%s\n", strings.TrimSpace(terms))
	return b.String(), nil
}

// copyright is the line of a licence that names the holders.
func copyright(text string) string {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "Copyright") {
			return strings.TrimSpace(line)
		}
	}
	return ""
}

func packageVersion(folder string) (string, error) {
	content, err := os.ReadFile(filepath.Join(folder, "package.json"))
	if err != nil {
		return "", fmt.Errorf("editor: %w", err)
	}
	var about struct{ Version string }
	if err := json.Unmarshal(content, &about); err != nil {
		return "", fmt.Errorf("editor: %s: %w", folder, err)
	}
	return about.Version, nil
}

// hashes lists the SHA-256 of every source of the bundle, the lock file that
// pins the packages among them, and of the bundle: where there are no packages
// to build from, a change that wasn't built shows all the same.
func hashes(dir string, script []byte) (string, error) {
	sources, err := filepath.Glob(filepath.Join(dir, "*.js"))
	if err != nil {
		return "", fmt.Errorf("editor: %w", err)
	}
	sources = append(sources, filepath.Join(dir, "package.json"), filepath.Join(dir, "package-lock.json"))
	slices.Sort(sources)
	var b strings.Builder
	for _, file := range sources {
		content, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("editor: %w", err)
		}
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(content), filepath.Base(file))
	}
	fmt.Fprintf(&b, "%x  dist/%s\n", sha256.Sum256(script), bundleFile)
	return b.String(), nil
}

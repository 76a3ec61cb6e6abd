package main

import (
	"fmt"
	"strings"

	"toolyard/app/sample"
	"toolyard/app/share"
	"toolyard/app/tool"
)

// The tools of the playground that is measured: mounting is to switch from the
// small one to the big one.
const (
	bigTool   = "big"
	smallTool = "small"
)

// worked is the place of the property that is worked on: near the top, so that
// it is on the screen in both views, and everything behind it moves.
const worked = 2

// propertyName is the name of a property by its place.
func propertyName(i int) string { return fmt.Sprintf("property_%04d", i) }

// propertyDescription is the description of a property by its place.
func propertyDescription(i int) string {
	return fmt.Sprintf("What value %d of the request is for, in a sentence of usual length.", i)
}

// schemaText is a schema of n properties as JSON.stringify(…, null, 2) writes
// it. What is required stands first, so that it is on the screen with them.
func schemaText(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "{\n  \"type\": \"object\",\n  \"required\": [\n    %q,\n    %q\n  ],\n  \"properties\": {\n", propertyName(0), propertyName(1))
	for i := range n {
		typ := []string{"string", "integer", "string", "boolean", "string", "number"}[i%6]
		fmt.Fprintf(&b, "    %q: {\n      \"type\": %q,\n      \"description\": %q\n    }", propertyName(i), typ, propertyDescription(i))
		if i < n-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("  }\n}")
	return b.String()
}

// link is the fragment of a link to the playground with n properties.
func link(n int) (string, error) {
	s := sample.First("en").Snapshot
	small := "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"city\": {\n      \"type\": \"string\",\n      \"description\": \"A city.\"\n    }\n  }\n}"
	s.Tools = []tool.Tool{
		tool.New(1, smallTool, "A tool of one parameter.", small),
		tool.New(2, bigTool, "A tool of many parameters.", schemaText(n)),
	}
	return share.Encode(s)
}

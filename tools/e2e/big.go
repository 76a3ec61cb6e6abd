package e2e

import (
	"io/fs"
	"strconv"
	"strings"
	"testing/fstest"

	"toolyard/app/jsondoc"
)

// bigText is more than a megabyte of lines that differ.
func bigText() string {
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		b.WriteString("line " + strconv.Itoa(i) + ": the quick brown fox, 敏捷的棕色狐狸, \"quoted\" <b>&amp;</b>\n")
	}
	return b.String()
}

// bigBody is an answer that calls a tool with bigText as its argument.
func bigBody() string {
	arguments := `{"text":` + jsondoc.Quote(bigText()) + `}`
	return `{"id":"big","object":"chat.completion","model":"big","choices":[{"index":0,"message":{"role":"assistant","content":null,` +
		`"tool_calls":[{"id":"call_big","type":"function","function":{"name":"keep","arguments":` + jsondoc.Quote(arguments) +
		`}}]},"finish_reason":"tool_calls"}]}`
}

// big is a shelf with one recording, named big.
func big() fs.FS {
	return fstest.MapFS{"big/response.json": {Data: []byte(bigBody())}}
}

package provider

import "strings"

// Curl is the request as a command of a shell, with the key as $API_KEY: no key
// is in it. The body comes through a heredoc, byte for byte, and a line feed.
func (r Request) Curl() string {
	var b strings.Builder
	b.WriteString("curl -sS")
	if r.Body != "" {
		b.WriteString(" -N") // an answer that is streamed is shown as it comes
	}
	if strings.ContainsAny(r.URL, "[]{}") {
		b.WriteString(" -g") // brackets are no pattern
	}
	if r.Method != "POST" && r.Method != "GET" || r.Method == "POST" && r.Body == "" {
		b.WriteString(" -X " + single(r.Method))
	}
	b.WriteString(" " + single(r.URL))
	for _, h := range r.Header {
		b.WriteString(" \\\n  -H ")
		prefix, kept := strings.CutSuffix(h.Prefix, mask) // one that was kept without its key
		if kept || h.Secret != "" {
			b.WriteString(withKey(h.Name + ": " + prefix))
		} else {
			b.WriteString(single(h.Name + ": " + h.Prefix))
		}
	}
	if r.Body == "" {
		return b.String() + "\n"
	}
	end := "JSON"
	for strings.Contains("\n"+r.Body+"\n", "\n"+end+"\n") {
		end += "_"
	}
	b.WriteString(" \\\n  --data-binary @- <<'" + end + "'\n" + r.Body + "\n" + end + "\n")
	return b.String()
}

// single quotes a word for a shell: nothing in it means anything.
func single(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// withKey quotes a text that the key follows: of what a shell would read in
// double quotes, only the variable is meant.
func withKey(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(text) + `$API_KEY"`
}

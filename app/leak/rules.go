package leak

import "strings"

// prefix is how the keys of a provider begin, and how many bytes follow at least.
type prefix struct {
	text   string
	rest   int
	spread bool // "-", "_" and "." may stand anywhere in what follows
}

// leastRun is how many letters and digits stand side by side in a key. In names
// of things that begin like one (xai-grok-4-fast) they don't.
const leastRun = 12

// prefixes are sorted so that of two that fit the longer one comes first.
var prefixes = []prefix{
	{"sk-ant-", 16, false}, {"sk-or-", 16, false}, {"sk-proj-", 16, false}, {"sk-", 16, false}, {"sk_live_", 16, false}, {"sk_test_", 16, false}, {"rk_live_", 16, false},
	{"AIza", 30, true}, {"gsk_", 20, false}, {"xai-", 20, false}, {"hf_", 20, false}, {"pplx-", 20, false}, {"nvapi-", 20, false}, {"r8_", 30, false}, {"tvly-", 16, false},
	{"ghp_", 30, false}, {"gho_", 30, false}, {"ghu_", 30, false}, {"ghs_", 30, false}, {"ghr_", 30, false}, {"github_pat_", 20, false}, {"glpat-", 16, false},
	{"xoxa-", 10, true}, {"xoxb-", 10, true}, {"xoxp-", 10, true}, {"xoxr-", 10, true}, {"xoxs-", 10, true}, {"xapp-", 20, false}, {"npm_", 30, false}, {"dop_v1_", 30, false},
	{"AKIA", 16, false}, {"ASIA", 16, false}, {"ya29.", 20, true}, {"SG.", 30, true},
}

// ids are how identifiers begin that look as random as keys and open nothing.
var ids = []string{
	"call_", "call-", "toolu_", "chatcmpl-", "cmpl-", "msg_", "resp_", "rs_", "fc_", "ws_", "run_", "step_", "thread_",
	"asst_", "file-", "file_", "req_", "gen-", "fp_", "srvtoolu_", "batch_", "vs_", "item_", "ctc_", "functions.",
}

// secretNames are names whose value is a secret, in small letters with neither
// "-" nor "_". What is true in a query of "key" is not true in a JSON text, where
// anything has a key: shortNames count there alone.
var (
	secretNames = []string{
		"apikey", "xapikey", "xgoogapikey", "accesskey", "secretkey", "privatekey", "accesstoken", "refreshtoken", "authtoken",
		"idtoken", "bearertoken", "secretaccesskey", "awssecretaccesskey", "clientsecret", "secret", "password", "passwd", "pwd",
		"authorization", "proxyauthorization", "bearer", "openaiapikey", "anthropicapikey", "sessiontoken", "sastoken",
	}
	shortNames = []string{"key", "token", "auth", "sig", "signature", "subscriptionkey", "code"}
)

// openNames are names whose value looks random and is none of anybody's secret.
var openNames = []string{"id", "sha", "sha1", "sha256", "sha512", "md5", "hash", "digest", "checksum", "etag", "integrity",
	"commit", "signature", "encryptedcontent", "thoughtsignature", "cursor", "pagetoken", "nextpagetoken", "fingerprint", "uuid"}

// word is a run of what keys are made of, and the name that stands before it.
type word struct {
	start, end int
	text       string
	name       string // "" where none does
	query      bool   // the name stands in the query of an address
}

// inWord reports whether a key can have this byte.
func inWord(c byte) bool {
	return c == '-' || c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// inBase64 reports whether encoded data can have this byte.
func inBase64(c byte) bool { return inWord(c) && c != '.' || c == '+' || c == '/' || c == '=' }

// mostLooked bounds how far a word is read for what it begins with.
const mostLooked = 4096

// leastWord is the length of the shortest run that is looked at.
const leastWord = 8

// words are the secrets among the runs of a text.
func words(text string) []span {
	var found []span
	for i := 0; i < len(text); {
		if !inWord(text[i]) {
			i++
			continue
		}
		end := i
		for end < len(text) && inWord(text[end]) {
			end++
		}
		if end-i >= leastWord {
			w := word{start: i, end: end, text: text[i:end]}
			from, _ := data(text, i, end)
			w.name, w.query = nameBefore(text, from)
			if s, ok := w.secret(text); ok {
				found = append(found, s)
			}
		}
		i = end
	}
	return found
}

// secret is what of a word looks like one.
func (w word) secret(text string) (span, bool) {
	for at := range len(w.text) {
		if at > 0 && (inBase62(w.text[at-1]) || w.text[at-1] == '_' || w.text[at-1] == '-') {
			continue
		}
		if rest := w.text[at:]; known(rest) {
			return span{w.start + at, w.end, Known}, true
		} else if isJWT(rest) {
			return span{w.start + at, w.end, Token}, true
		}
	}
	start, end := data(text, w.start, w.end)
	switch {
	case w.named() && end-start <= mostRandom:
		return span{w.start, end, Named}, true
	case end-start <= mostRandom && w.random():
		return span{w.start, w.end, Random}, true
	}
	return span{}, false
}

// known reports whether a word begins as a provider's keys do and goes on like
// one: a word of a language, and a row of x, do not.
func known(text string) bool {
	text = text[:min(len(text), mostLooked)]
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(text, p.text)
		if !ok || len(rest) < p.rest {
			continue
		}
		upper := p.text == "AKIA" || p.text == "ASIA"
		if upper && (len(rest) != p.rest || strings.ToUpper(rest) != rest) {
			continue
		}
		return various(rest) && strings.ContainsAny(rest, "0123456789") && (p.spread || longestRun(rest) >= leastRun)
	}
	return false
}

// isJWT reports whether a word begins with two JSON objects in base64, a dot
// between them.
func isJWT(text string) bool {
	text = text[:min(len(text), mostLooked)]
	if !strings.HasPrefix(text, "eyJ") || len(text) < 40 {
		return false
	}
	_, rest, _ := strings.Cut(text, ".")
	return strings.HasPrefix(rest, "eyJ")
}

// named reports whether the name before a word says that it is a secret.
func (w word) named() bool {
	if w.name == "basic" {
		return strings.ToLower(w.text) != w.text && strings.ToUpper(w.text) != w.text
	}
	secret := in(secretNames, w.name) || w.query && in(shortNames, w.name)
	return secret && len(w.text) >= leastWord && various(w.text) && strings.ContainsAny(w.text, "0123456789") && letters(w.text)
}

// leastRandom is the length from which a run without a pattern is taken for a
// secret; what is longer than mostRandom is data.
const (
	leastRandom = 32
	mostRandom  = 200
)

// random reports whether a word has no pattern: kinds of characters that change
// as often as by chance, which they do not in words, in identifiers and in hex.
func (w word) random() bool {
	if len(w.text) < leastRandom || in(openNames, w.name) || strings.HasSuffix(w.name, "id") || strings.Contains(w.text, ".") {
		return false
	}
	for _, id := range ids {
		if strings.HasPrefix(w.text, id) {
			return false
		}
	}
	var kinds [4]int
	hex, turns := true, 0
	for i := range len(w.text) {
		kinds[kindOf(w.text[i])]++
		hex = hex && strings.IndexByte("0123456789abcdefABCDEF-", w.text[i]) >= 0
		if i > 0 && kindOf(w.text[i]) != kindOf(w.text[i-1]) {
			turns++
		}
	}
	n := len(w.text)
	switch {
	case hex || !manifold(w.text) || kinds[3]*10 > n || kinds[0] < 2 || kinds[1] == 0 && kinds[2] == 0:
		return false
	case kinds[1] > 0 && kinds[2] > 0:
		return turns*100 >= 40*(n-1)
	}
	return turns*100 >= 28*(n-1) && kinds[0]*100 >= 15*n
}

func kindOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return 0
	case 'a' <= c && c <= 'z':
		return 1
	case 'A' <= c && c <= 'Z':
		return 2
	}
	return 3
}

func inBase62(c byte) bool { return kindOf(c) != 3 }

func letters(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' })
}

// various and manifold report whether a text has enough different bytes to be a
// short secret, and a long one.
func various(text string) bool  { return distinct(text) >= 6 }
func manifold(text string) bool { return distinct(text) >= 14 }

func longestRun(text string) int {
	longest, run := 0, 0
	for i := range len(text) {
		if run++; !inBase62(text[i]) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

func distinct(text string) int {
	var seen [256]bool
	n := 0
	for i := range len(text) {
		if !seen[text[i]] {
			seen[text[i]] = true
			n++
		}
	}
	return n
}

func in(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

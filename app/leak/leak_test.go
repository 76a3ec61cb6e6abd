package leak

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// long is what follows a prefix: no key of anybody's.
const long = "Zq3vT8kLm2Xw9Rb5Yc7Ndf4Hj6Gs1Ap0"

// jwt says nothing of anybody.
var jwt = b64(`{"alg":"HS256","typ":"JWT"}`) + "." + b64(`{"sub":"1234567890"}`) + ".c2lnbmF0dXJl"

func b64(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

// seen are texts, and what is to be found in each.
var seen = []struct {
	name, text string
	rule       Rule // "" where nothing is to be found
}{
	{"openai", "use sk-" + long, Known},
	{"project", "sk-proj-" + long, Known},
	{"anthropic", `{"k":"sk-ant-api03-` + long + `"}`, Known},
	{"openrouter", "sk-or-v1-" + strings.Repeat("0123456789abcdef", 4), Known},
	{"google", "AIza" + long + "abc", Known},
	{"groq", "gsk_" + long, Known},
	{"xai", "xai-" + long, Known},
	{"hugging face", "hf_" + long, Known},
	{"github", "ghp_" + long + "abcd", Known},
	{"github, fine", "github_pat_11" + long, Known},
	{"gitlab", "glpat-" + long[:20], Known},
	{"slack", "xoxb-123456789012-" + long[:12], Known},
	{"aws", "AKIA" + "Q3EGRZ7PSXN5TDWM", Known},
	{"google oauth", "ya29." + long, Known},
	{"inside an address", "https://a.example/v1/sk-" + long + "/x", Known},
	{"bearer", "Authorization: Bearer " + long[:20], Named},
	{"basic", "Authorization: Basic dXNlcjpwYXNzMTIz", Named},
	{"query", "https://a.example/v1?key=a1b2c3d4e5", Named},
	{"query, escaped", `"url":"https://a.example/v1?x=1&token=a1b2c3d4e5"`, Named},
	{"json", `{"api_key": "a1b2c3d4e5f6"}`, Named},
	{"json in json", `{"arguments":"{\"password\":\"correct9horse\"}"}`, Named},
	{"header", "X-Api-Key: a1b2c3d4e5f6", Named},
	{"jwt", "token " + jwt, Token},
	{"pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", PEM},
	{"pem in json", `-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----`, PEM},
	{"random", "the secret is " + long, Random},
	{"random, small letters", "k9x2v7q4m1z8w3t6r5p0n2y7g4j1s8d3", Random},

	{"uuid", "6f1c9a52-8f0b-4c1e-9d3a-2b7e5f4c1a90", ""},
	{"call id", `{"id":"call_` + long + `"}`, ""},
	{"toolu id", "toolu_01" + long, ""},
	{"completion id", "chatcmpl-" + long, ""},
	{"request id", `{"request_id": "` + long + `"}`, ""},
	{"sha", `{"sha":"356a192b7913b04c54574d18c28d46e6395428ab"}`, ""},
	{"bare hash", "da39a3ee5e6b4b0d3255bfef95601890afd80709", ""},
	{"integrity", `"sha256": "` + long + `"`, ""},
	{"image", "data:image/png;base64,iVBORw0KGgo" + strings.Repeat(long, 20), ""},
	{"identifier", "getRepositoriesByOwnerAndNameForUser2WithPagination", ""},
	{"words with lines", "a-very-long-name-of-a-branch-that-goes-on-and-on-2", ""},
	{"placeholder", "sk-" + strings.Repeat("x", 32), ""},
	{"placeholder in words", "Authorization: Bearer YOUR_API_KEY", ""},
	{"class", "sk-" + "fading-circle-container-inner", ""},
	{"masked", "Authorization: Bearer •••", ""},
	{"tokens", `{"max_tokens": 1000000000, "nextPageToken": "` + long + `"}`, ""},
	{"a description", `"password": "the password of the user"`, ""},
	{"model", "xai-" + "grok-4-fast-multi-tool-streaming-0", ""},
	{"signature", `"thought_signature": "AVSoXO4/` + long + long + `+` + long + `"`, ""},
	{"sentence", "The api_key: see the documentation of your provider.", ""},
}

func TestScan(t *testing.T) {
	for _, test := range seen {
		t.Run(test.name, func(t *testing.T) {
			found := Scan([]Part{{Place{Kind: "message", Number: 3}, test.text}})
			if test.rule == "" {
				for _, f := range found {
					t.Errorf("%s: %s", f.Rule, *f.secret)
				}
				return
			}
			if len(found) != 1 || found[0].Rule != test.rule || found[0].Place.Number != 3 {
				t.Fatalf("found %+v, want %s", found, test.rule)
			}
			check(t, test.text, found)
			if left := Scan([]Part{{Text: Masked(test.text, found)}}); len(left) > 0 {
				t.Errorf("left: %+v in %s", left, Masked(test.text, found))
			}
		})
	}
}

// check holds findings to giving nothing away.
func check(t *testing.T, text string, found []Finding) {
	t.Helper()
	masked := Masked(text, found)
	for _, f := range found {
		if len(*f.secret) >= 8 && !strings.Contains(Mask, *f.secret) && strings.Contains(masked, *f.secret) {
			t.Errorf("%s is still in %q", f.Rule, masked)
		}
		printed := fmt.Sprintf("%v %+v %#v %s %v", f, f, f, f.Excerpt, found)
		if len(*f.secret) >= 8 && strings.Contains(printed, *f.secret) {
			t.Errorf("a finding of %s shows it: %s", f.Rule, printed)
		}
	}
}

func TestKeyInUse(t *testing.T) {
	const key = "pässword~9/+x"
	for name, text := range map[string]string{
		"plain": "before " + key + " after", "in a query": "?a=" + url.QueryEscape(key), "in a path": "/" + url.PathEscape(key),
		"base64":            base64.StdEncoding.EncodeToString([]byte(key)),
		"basic":             base64.StdEncoding.EncodeToString([]byte("u:" + key)),
		"shifted by one":    base64.StdEncoding.EncodeToString([]byte("u" + key + "!")),
		"in an address too": base64.RawURLEncoding.EncodeToString([]byte("Bearer " + key + "?")),
	} {
		found := Scan([]Part{{Text: text}}, "", "short", key)
		if len(found) != 1 || found[0].Rule != InUse {
			t.Errorf("%s: %s gives %+v", name, text, found)
			continue
		}
		check(t, text, found)
	}
	if found := Scan([]Part{{Text: "nothing of the kind"}}, key, ""); found != nil {
		t.Errorf("found %+v", found)
	}
}

// trimmed is what the recordings leave of encrypted data, which was too long for
// any key.
var trimmed = regexp.MustCompile(`[A-Za-z0-9+/_-]+_TRIMMED_[0-9]+`)

// TestNoFalseAlarms reads the recordings of other projects and the tools of a
// real server. What is found there must be in the list.
func TestNoFalseAlarms(t *testing.T) {
	for _, name := range []string{"TOOLYARD_FIXTURES", "TOOLYARD_TOOLS"} {
		folder := os.Getenv(name)
		if folder == "" {
			t.Logf("%s names no folder", name)
			continue
		}
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			whole := trimmed.ReplaceAllString(string(text), "")
			for _, f := range Scan([]Part{{Text: whole}}) {
				t.Errorf("%s: %s: %s in %s", path, f.Rule, *f.secret, f.Excerpt)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, text := range []string{"sk-" + long, "Bearer " + long, "?key=a1b2c3d4", "-----BEGIN PRIVATE KEY-----", "eyJ.eyJ.", "•••", long} {
		f.Add(text, "key-in-use")
	}
	f.Fuzz(func(t *testing.T, text, key string) {
		found := Scan([]Part{{Text: text}}, key)
		check(t, text, found)
		if len(key) >= leastInUse && strings.Contains(text, key) && len(found) == 0 {
			t.Errorf("the key in use is not found in %q", text)
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat(`{"role":"user","content":"What is the weather like in Paris today? `+strings.Repeat("A/", 40)+`"},`, 10000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan([]Part{{Text: text}}, "sk-a-key-in-use")
	}
}

package check

import (
	"regexp"
	"strings"
	"testing"
)

var han = regexp.MustCompile(`\p{Han}`)

// typography is how Chinese is set: what it must not hold, and what to do.
var typography = []struct {
	wrong *regexp.Regexp
	fix   string
}{
	{regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`), "put one space between Han and Latin letters or digits"},
	{regexp.MustCompile(`\p{Han}  +\S|\S  +\p{Han}`), "one space, not more"},
	{regexp.MustCompile(`\p{Han}[,;:?!.]|[,;:?!]\p{Han}`), "use ，；：？！。 beside Han"},
	{regexp.MustCompile(`\p{Han}[()]|[()]\p{Han}`), "use （ and ） beside Han"},
	{regexp.MustCompile(` [，。：；？！、（）]|[，。：；？！、（）] |\p{Han} [“”]|[“”] \p{Han}`), "no space beside full-width punctuation"},
	{regexp.MustCompile(`\.\.\.`), "use … for an ellipsis"},
	{regexp.MustCompile(`["']`), "use “ and ” for quotes"},
}

// chineseFaults are the sentences' faults, as what to do about them.
func chineseFaults(text string) []string {
	if !han.MatchString(text) {
		return nil
	}
	var faults []string
	for _, rule := range typography {
		if m := rule.wrong.FindString(text); m != "" {
			faults = append(faults, rule.fix+" ("+m+")")
		}
	}
	return faults
}

func TestChineseIsSetWell(t *testing.T) {
	files := goFiles(t, func(f goFile) bool { return under(f.dir, "app/locale") && !f.test() })
	for _, f := range files {
		literals(f, func(at node, text string) {
			for _, fault := range chineseFaults(text) {
				t.Errorf("%s: %q: %s", f.at(at), text, fault)
			}
		})
	}
	for _, p := range list("web", ".html", ".webmanifest") {
		for i, line := range strings.Split(read(t, p), "\n") {
			for _, text := range regexp.MustCompile(`>[^<]+<`).FindAllString(line, -1) {
				for _, fault := range chineseFaults(strings.Trim(text, "<>")) {
					t.Errorf("%s:%d: %s", p, i+1, fault)
				}
			}
		}
	}
}

// TestTypographyRules holds the rules against sentences that are right and wrong.
func TestTypographyRules(t *testing.T) {
	for text, wrong := range map[string]int{
		"发送": 0, "第 2 次补全": 0, "打开 Paris 的链接，再发送。": 0, "接收中…": 0, "“天气”（已关闭）": 0,
		"第2次": 1, "发送,再看": 1, "接收中...": 2, "工具 ，参数": 1, "“天气” 已关闭": 1, "天气(已关闭)": 1, `"天气"`: 1,
		"plain English, of course...": 0,
	} {
		if got := chineseFaults(text); len(got) != wrong {
			t.Errorf("%q has %d faults, want %d: %v", text, len(got), wrong, got)
		}
	}
}

// TestSentencesLiveInTheCatalogue finds Han outside it: a sentence that one
// language would never see.
func TestSentencesLiveInTheCatalogue(t *testing.T) {
	for _, f := range goFiles(t, func(f goFile) bool { return under(f.dir, "app/ui") && !f.test() }) {
		literals(f, func(at node, text string) {
			if han.MatchString(text) {
				t.Errorf("%s: %q belongs to app/locale", f.at(at), text)
			}
		})
	}
}

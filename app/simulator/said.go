package simulator

import (
	"regexp"
	"slices"
	"strings"

	"toolyard/app/jsondoc"
)

// said is the ask in the parameter's words: a query, a title, a statement of
// SQL, or all of it for a text to write.
func (f *filler) said(name string, n *jsondoc.Node) string {
	about := strings.ToLower(name + " " + text(f.doc, n.Get("description")))
	switch {
	case strings.Contains(about, "sql"):
		return f.statement()
	case containsAny(about, "message", "content", "body", "prompt", "question", "正文", "内容", "问题"):
		return strings.TrimSpace(f.ask)
	case containsAny(about, "query", "keyword", "search", "term", "title", "subject", "topic", "summary", "name", "text",
		"关键词", "搜索", "标题", "主题", "名称", "商品"):
		return f.subject()
	}
	return ""
}

func containsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

var reWanted = regexp.MustCompile(`(?i)(?:search(?: for)?|find(?: me)?|look(?:ing)? for|looking up|show me|buy|need|order|book|set up|schedule|add|create|搜索一下|搜索|搜一下|搜一搜|搜|查找|查一下|约一个|约|找一下|找一款|找一件|找一个|找|买一件|买|安排一个|安排|预约|创建|新建)\s*([^,.?!;，。？！；\n]+)`)

// subject is what the ask is about: what follows the verb, else its words.
func (f *filler) subject() string {
	blanked := []byte(f.ask)
	for _, fa := range f.facts {
		for i := fa.at; i < fa.end && fa.kind != quoted; i++ {
			blanked[i] = ' '
		}
	}
	phrase := string(blanked)
	if m := reWanted.FindStringSubmatch(phrase); m != nil {
		phrase = m[1]
	}
	var words []string
	for _, w := range strings.Fields(strings.Trim(phrase, " ?!.,，。？！")) {
		bare := strings.ToLower(strings.Trim(w, "?!.,"))
		if stopWords[bare] || bare != "" && isLatin(bare) && unitOf(bare, true) != "" || currencyCodes[bare] != "" || fillers[bare] {
			continue
		}
		words = append(words, strings.Trim(w, "?!.,，。？！"))
	}
	return trimChinese(strings.Join(words, " "))
}

// fillers are words that people put around what they look for.
var fillers = set(strings.Fields("some something me under below over less more than has have best cheap around tomorrow today tonight help find search whats what's it's i'm"))

var reChineseFrame = regexp.MustCompile(`^(?:并且|然后|另外|顺便|分钟|小时|欧?元|以内的?|以下的?|帮我|请|我想|我要|给我|一下|一款|一件|一个|一把|一双|的)+|(?:价格|多少钱|怎么样|好吗|吗|吧|呢|元?以内的?|以下的?|左右)+$`)

func trimChinese(s string) string {
	return strings.TrimSpace(reChineseFrame.ReplaceAllString(strings.TrimSpace(s), ""))
}

var reTable = regexp.MustCompile(`\b([a-z][a-z_]+)\s*(?:\(|（)`)

// statement is a harmless query on the table that the ask is about.
func (f *filler) statement() string {
	table := "items"
	asked := terms(f.ask)
	for i, m := range reTable.FindAllStringSubmatch(f.about+" "+f.ask, -1) {
		if i == 0 || asked[stem(m[1])] || overlaps(asked, terms(m[1])) {
			table = m[1]
		}
	}
	if containsAny(strings.ToLower(f.ask), "how many", "count", "number of", "多少", "几个", "数量") {
		return "SELECT COUNT(*) FROM " + table
	}
	return "SELECT * FROM " + table + " LIMIT 10"
}

func overlaps(a, b map[string]bool) bool {
	for w := range b {
		if a[w] {
			return true
		}
	}
	return false
}

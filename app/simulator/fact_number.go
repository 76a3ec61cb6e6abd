package simulator

import (
	"regexp"
	"strings"
)

// units are the words that a number's unit is known by, after or before it, and
// the words of a parameter that wants that unit.
var units = []struct {
	unit  string
	words []string
}{
	{"minute", strings.Fields("minute min duration 分钟 时长")},
	{"hour", strings.Fields("hour 小时 钟头")},
	{"day", strings.Fields("day night week 天 日 晚 周")},
	{"person", strings.Fields("people person guest passenger seat 人 位")},
	{"money", strings.Fields("price amount budget cost total dollar euro eur usd yuan cny rmb pound yen jpy gbp money $ € £ ¥ 价格 价 金额 预算 元 块 欧 美元")},
	{"count", strings.Fields("limit top first result count quantity item piece copy page 数量 条 个 件 前 份 台 款 双 把")},
}

var currencyCodes = map[string]string{
	"euro": "EUR", "euros": "EUR", "eur": "EUR", "€": "EUR", "欧元": "EUR",
	"dollar": "USD", "dollars": "USD", "usd": "USD", "$": "USD", "美元": "USD", "美金": "USD",
	"yuan": "CNY", "rmb": "CNY", "cny": "CNY", "人民币": "CNY", "元": "CNY",
	"yen": "JPY", "jpy": "JPY", "日元": "JPY", "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "£": "GBP", "英镑": "GBP",
	"hkd": "HKD", "港币": "HKD", "won": "KRW", "韩元": "KRW", "franc": "CHF", "francs": "CHF", "chf": "CHF",
}

var reCurrency = regexp.MustCompile(`(?i)\b(?:euros?|eur|dollars?|usd|yuan|rmb|cny|yen|jpy|pounds?|gbp|hkd|won|francs?|chf)\b|[€$£]|欧元|美元|美金|人民币|日元|英镑|港币|韩元|元`)

// currencies are noted and left in place: they are the units of amounts, too.
func (s *scan) currencies() {
	for _, span := range reCurrency.FindAllIndex(s.left, -1) {
		word := strings.ToLower(string(s.left[span[0]:span[1]]))
		s.facts = append(s.facts, fact{kind: currency, value: currencyCodes[word], at: span[0]})
	}
}

const numerals = "一两二三四五六七八九十"

var numberWords = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "twelve": "12", "twenty": "20", "thirty": "30",
}

func (s *scan) numbers() {
	for _, span := range reNumber.FindAllIndex(s.left, -1) {
		at, end := span[0], span[1]
		value := strings.ToLower(strings.ReplaceAll(string(s.left[at:end]), ",", ""))
		unit := unitAround(string(s.left[:at]), string(s.left[end:]))
		if word, ok := numberWords[value]; ok {
			value = word
		} else if value[0] >= 0x80 {
			numeral := strings.TrimRightFunc(value, func(r rune) bool { return !strings.ContainsRune(numerals, r) })
			unit = unitOf(strings.TrimPrefix(value, numeral), true)
			value = chineseNumber(numeral)
		}
		value = strings.TrimLeft(value, "0")
		if value == "" || value[0] == '.' {
			value = "0" + value
		}
		s.take(fact{kind: number, value: value, unit: unit, at: at}, end)
	}
}

// unitAround finds a number's unit in what follows it, else in what precedes it.
func unitAround(before, after string) string {
	after = strings.TrimLeft(after, " -")
	next, _, _ := strings.Cut(after, " ")
	if unit := unitOf(next, true); unit != "" {
		return unit
	}
	words := strings.Fields(before)
	if len(words) == 0 {
		return ""
	}
	return unitOf(words[len(words)-1], false)
}

// unitOf finds the unit that a word names, a Chinese one at the word's
// beginning or at its end.
func unitOf(word string, front bool) string {
	word = strings.ToLower(word)
	bare := stem(strings.Trim(word, ".,!?|;:"))
	for _, u := range units {
		for _, w := range u.words {
			switch {
			case bare == w:
				return u.unit
			case isLatin(w) && w[0] != '$':
			case front && strings.HasPrefix(word, w), !front && strings.HasSuffix(word, w):
				return u.unit
			}
		}
	}
	return ""
}

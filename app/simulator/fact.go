package simulator

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// kind is what a fact can fill.
type kind uint8

const (
	place kind = iota
	currency
	number
	day
	clock
	identifier
	quoted
	email
	address
	person
)

// fact is something that an ask names.
type fact struct {
	kind  kind
	value string // what an argument holds
	unit  string // of a number: day, minute, money, count, or ""
	at    int    // its bytes in the ask
	end   int
	taken bool // an argument holds it already
}

var (
	reEmail   = regexp.MustCompile(`[\w.+-]+@[\w-]+(\.[\w-]+)+`)
	reAddress = regexp.MustCompile(`https?://[^\s"'<>）)]+`)
	reISO     = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
	reClock   = regexp.MustCompile(`(?i)\b(\d{1,2}):(\d{2})\b|\b(\d{1,2})\s?(am|pm)\b|(上午|下午|晚上|中午)?([0-9]{1,2}|[一二三四五六七八九十]{1,2})点(半)?`)
	reID      = regexp.MustCompile(`\b[A-Z]{1,6}-?\d{2,}\b|#\d+\b|\b\d{7,}\b`)
	reQuoted  = regexp.MustCompile(`"([^"]+)"|“([^”]+)”|「([^」]+)」|《([^》]+)》|‘([^’]+)’`)
	reNumber  = regexp.MustCompile(`\d[\d,]*(\.\d+)?|\b(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b|[两三四五六七八九十]+(?:小时|分钟|[天个人位款件条双把])`)
	rePerson  = regexp.MustCompile(`\bwith ((?:[A-Z][a-z]+)(?:(?:, | and )[A-Z][a-z]+)*)|(?:和|跟|与)([\p{Han}]{2,3}(?:、[\p{Han}]{2,3})*)(?:开|见|一起|约|谈)`)
	rePlace   = regexp.MustCompile(`\b(?:in|to|for|from|at|near|and|or|of|between)\s+([A-Z][\p{L}'-]+(?:\s[A-Z][\p{L}'-]+)*)`)
)

// findFacts reads an ask. Base is the day that "today" is; what one kind has
// read, no later one reads again.
func findFacts(ask string, base time.Time) []fact {
	s := scan{left: []byte(ask)}
	s.each(address, reAddress, func(m []string) string { return strings.TrimRight(m[0], ".,;。，") })
	s.each(email, reEmail, whole)
	s.each(quoted, reQuoted, firstGroup)
	s.each(day, reISO, whole)
	s.days(base)
	s.each(clock, reClock, readClock)
	s.each(identifier, reID, func(m []string) string { return strings.TrimPrefix(m[0], "#") })
	s.currencies()
	s.numbers()
	s.people()
	s.places()
	slices.SortStableFunc(s.facts, func(a, b fact) int { return a.at - b.at })
	return s.facts
}

// scan blanks out what it has read, so that offsets stay.
type scan struct {
	left  []byte
	facts []fact
}

func (s *scan) each(k kind, re *regexp.Regexp, value func(groups []string) string) {
	for _, span := range re.FindAllSubmatchIndex(s.left, -1) {
		var groups []string
		for i := 0; i < len(span); i += 2 {
			if span[i] < 0 {
				groups = append(groups, "")
				continue
			}
			groups = append(groups, string(s.left[span[i]:span[i+1]]))
		}
		if v := value(groups); v != "" {
			s.take(fact{kind: k, value: v, at: span[0]}, span[1])
		}
	}
}

func (s *scan) take(f fact, end int) {
	f.end = end
	s.facts = append(s.facts, f)
	for i := f.at; i < end; i++ {
		s.left[i] = '|'
	}
}

func whole(groups []string) string { return groups[0] }

func firstGroup(groups []string) string {
	for _, g := range groups[1:] {
		if g != "" {
			return g
		}
	}
	return ""
}

func (s *scan) people() {
	for _, span := range rePerson.FindAllSubmatchIndex(s.left, -1) {
		for g := 2; g < len(span); g += 2 {
			if span[g] < 0 {
				continue
			}
			at := span[g]
			names := strings.NewReplacer(" and ", ",", ", ", ",", "、", ",").Replace(string(s.left[at:span[g+1]]))
			for _, name := range strings.Split(names, ",") {
				s.take(fact{kind: person, value: name, at: at}, span[g+1])
			}
		}
	}
}

func (s *scan) places() {
	lower := strings.ToLower(string(s.left))
	for _, city := range cities {
		for from := 0; ; {
			i := strings.Index(lower[from:], city)
			if i < 0 {
				break
			}
			at, end := from+i, from+i+len(city)
			from = end
			if isWord(lower, at, end) && len(lower) == len(s.left) {
				s.take(fact{kind: place, value: string(s.left[at:end]), at: at}, end)
			}
		}
	}
	for _, span := range rePlace.FindAllSubmatchIndex(s.left, -1) {
		name := string(s.left[span[2]:span[3]])
		if !notPlaces[strings.ToLower(strings.Fields(name)[0])] {
			s.take(fact{kind: place, value: name, at: span[2]}, span[3])
		}
	}
}

// isWord is false where a Latin name is only part of a longer word.
func isWord(text string, at, end int) bool {
	if text[at] >= 0x80 {
		return true
	}
	before, after := byte(' '), byte(' ')
	if at > 0 {
		before = text[at-1]
	}
	if end < len(text) {
		after = text[end]
	}
	return !isLetter(before) && !isLetter(after)
}

func isLetter(c byte) bool { return c < 0x80 && unicode.IsLetter(rune(c)) }

// notPlaces begin with a capital after a preposition, and are none.
var notPlaces = set(strings.Fields(`monday tuesday wednesday thursday friday saturday sunday january february march
	april may june july august september october november december i english chinese french german spanish
	celsius fahrenheit sql json markdown christmas easter the a an my our`))

var cities = strings.Fields(`北京 上海 广州 深圳 成都 杭州 武汉 西安 重庆 南京 天津 苏州 长沙 郑州 青岛 沈阳 大连 厦门 昆明 哈尔滨
	济南 福州 合肥 宁波 无锡 三亚 拉萨 乌鲁木齐 兰州 贵阳 南宁 海口 太原 石家庄 长春 南昌 台北 香港 澳门 东京 大阪 京都 首尔
	新加坡 曼谷 巴黎 伦敦 纽约 柏林 罗马 悉尼 莫斯科 旧金山 洛杉矶 奥斯陆 拉各斯 里斯本 马德里 维也纳 多伦多 迪拜
	beijing shanghai guangzhou shenzhen chengdu hangzhou wuhan chongqing nanjing taipei tokyo osaka kyoto seoul
	singapore bangkok paris london berlin rome sydney moscow oslo lagos lisbon madrid vienna toronto dubai boston
	chicago seattle amsterdam barcelona munich hamburg zurich geneva prague warsaw istanbul cairo nairobi mumbai
	delhi jakarta stockholm copenhagen helsinki dublin brussels lyon milan athens`)

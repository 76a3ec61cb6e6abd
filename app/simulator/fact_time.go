package simulator

import (
	"strconv"
	"strings"
	"time"
)

// someday is today where the conversation names no day: the simulator has no clock.
var someday = time.Date(2026, time.January, 12, 0, 0, 0, 0, time.UTC)

// baseDay is the first day that the system's texts, or else the others, name.
func baseDay(messages []message) time.Time {
	for _, system := range []bool{true, false} {
		for _, m := range messages {
			if (m.role == "system" || m.role == "developer") != system {
				continue
			}
			if d, err := time.Parse(time.DateOnly, reISO.FindString(m.text)); err == nil {
				return d
			}
		}
	}
	return someday
}

// dayWords name a day by its distance from today; longer words come first.
var dayWords = []struct {
	word string
	days int
}{
	{"day after tomorrow", 2}, {"tomorrow", 1}, {"tonight", 0}, {"today", 0}, {"yesterday", -1}, {"next week", 7},
	{"大后天", 3}, {"后天", 2}, {"明天", 1}, {"明晚", 1}, {"今天", 0}, {"今晚", 0}, {"昨天", -1}, {"下周", 7},
}

var weekdays = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
	"周一": 1, "周二": 2, "周三": 3, "周四": 4, "周五": 5, "周六": 6, "周日": 0, "星期一": 1, "星期五": 5,
}

// days reads words for days. Tomorrow is a day, and two days ahead as well.
func (s *scan) days(base time.Time) {
	lower := strings.ToLower(string(s.left))
	if len(lower) != len(s.left) {
		return
	}
	for _, w := range dayWords {
		if at := strings.Index(lower, w.word); at >= 0 && s.left[at] != '|' {
			d := base.AddDate(0, 0, w.days)
			s.take(fact{kind: day, value: d.Format(time.DateOnly), at: at}, at+len(w.word))
			s.facts = append(s.facts, fact{kind: number, value: strconv.Itoa(max(w.days, 0) + 1), unit: "day", at: at})
		}
	}
	for word, weekday := range weekdays {
		if at := strings.Index(lower, word); at >= 0 && s.left[at] != '|' {
			ahead := (int(weekday-base.Weekday())+6)%7 + 1
			s.take(fact{kind: day, value: base.AddDate(0, 0, ahead).Format(time.DateOnly), at: at}, at+len(word))
		}
	}
}

// readClock is a time of day as 15:04; groups are those of reClock.
func readClock(groups []string) string {
	hour, minute := groups[1]+groups[3], groups[2]
	half := strings.ToLower(groups[4])
	if groups[6] != "" {
		hour, half = chineseNumber(groups[6]), groups[5]
	}
	h, err := strconv.Atoi(hour)
	if err != nil || h > 24 {
		return ""
	}
	switch half {
	case "pm", "下午", "晚上":
		h = h%12 + 12
	case "am", "上午":
		h %= 12
	}
	if groups[7] != "" {
		minute = "30"
	}
	if minute == "" {
		minute = "00"
	}
	return twoDigits(h%24) + ":" + minute
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// chineseNumber reads 一 to 九十九; digits stay as they are.
func chineseNumber(text string) string {
	const digits = "零一二三四五六七八九"
	n, digit := 0, -1
	for _, r := range text {
		switch i := strings.IndexRune(digits, r); {
		case r == '十':
			n, digit = max(digit, 1)*10, -1
			if n < 10 {
				n = 10
			}
		case r == '两':
			digit = 2
		case i >= 0:
			digit = i / len("零")
		default:
			return text
		}
	}
	return strconv.Itoa(n + max(digit, 0))
}

package simulator

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestFacts holds what is read from asks: kind, value, unit. Today is Monday,
// 2026-01-12.
func TestFacts(t *testing.T) {
	names := []string{"place", "currency", "number", "day", "clock", "identifier", "quoted", "email", "address", "person"}
	for ask, want := range map[string]string{
		"What should I wear in Beijing and Paris tomorrow?": "place Beijing; place Paris; day 2026-01-13; number 2 day",
		"in beijing":           "place beijing",
		"a trip to New York":   "place New York",
		"I was in Monday mood": "day 2026-01-19",
		"the parisian way":     "",
		"比较奥斯陆、拉各斯和上海未来五天":                        "place 奥斯陆; place 拉各斯; place 上海; number 5 day",
		"后天下午三点半":                                 "day 2026-01-14; number 3 day; clock 15:30",
		"晚上十一点":                                   "clock 23:00",
		"周五九点":                                    "day 2026-01-16; clock 09:00",
		"at 9:05 or 12 am, not 3PM":               "clock 09:05; clock 00:00; clock 15:00",
		"on 2026-02-28 for 45 minutes":            "day 2026-02-28; number 45 minute",
		"200 euro in yuan":                        "number 200 money; currency EUR; currency CNY",
		"under $1,250.50":                         "currency USD; number 1250.50 money",
		"120 欧元以内":                                "number 120 money; currency EUR",
		"两小时，三个人":                                 "number 2 hour; number 3 count",
		"the top 5 of twelve":                     "number 5 count; number 12",
		"orders A-1001 and #42, parcel 12345678":  "identifier A-1001; identifier 42; identifier 12345678",
		"find “rain boots” or 《三体》":               "quoted rain boots; quoted 三体",
		"mail mia@example.com https://a.b/c?d=1.": "email mia@example.com; address https://a.b/c?d=1",
		"lunch with Ana, Bo and Cy":               "person Ana; person Bo; person Cy",
		"和张伟、李娜一起":                                "person 张伟; person 李娜",
		"":                                        "",
	} {
		var got []string
		for _, f := range findFacts(ask, someday) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", names[f.kind], f.value, f.unit)))
			if f.end < f.at && f.end != 0 || f.end > len(ask) {
				t.Errorf("%s: %+v lies outside", ask, f)
			}
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%s\n got %s\nwant %s", ask, joined, want)
		}
	}
}

func TestClauses(t *testing.T) {
	for ask, want := range map[string][]string{
		"Weather in Oslo and 5 EUR in USD?": {"Weather in Oslo", " and 5 EUR in USD", "?"},
		"One. Two, then three":              {"One", ". Two", ",", " then three"},
		"查天气，顺便搜雨伞":                         {"查天气", "，", "顺便搜雨伞"},
		"3.5 km":                            {"3.5 km"},
	} {
		if got := clauses(ask); !slices.Equal(got, want) || strings.Join(got, "") != ask {
			t.Errorf("%s: got %q, want %q", ask, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"getWeatherForecast":     "forecast weather",
		"search_products":        "product search",
		"queries, boxes, prices": "box price query",
		"the cheapest orders":    "cheap order",
		"天气预报":                   "天气 气预 预报",
	} {
		var got []string
		for w := range terms(text) {
			if w[0] != '#' {
				got = append(got, w)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", text, strings.Join(got, " "), want)
		}
	}
	if !overlaps(terms("该穿什么"), terms("weather")) || overlaps(terms("hello"), terms("weather")) {
		t.Error("topics do not join the languages")
	}
}

func TestMatching(t *testing.T) {
	for pattern, want := range map[string]string{
		`^[A-Z]{3}$`:       "AAA",
		`^P-\d{4}$`:        "P-1111",
		`^(foo|bar)+\.js$`: "foo.js",
		`[^a-z]`:           "1",
		`^.{2}x?$`:         "aa",
		`^\s$`:             " ",
		`(?=a)`:            "",
		`(`:                "",
	} {
		if got := matching(pattern); got != want {
			t.Errorf("%s: got %q, want %q", pattern, got, want)
		}
	}
}

func TestFinding(t *testing.T) {
	for result, want := range map[string]string{
		`{"high":18,"low":7,"sky":"clear"}`:               "Oslo: high 18, low 7, sky clear",
		`{"data":{"max_price":1e400,"tags":["a","b"]}}`:   "Oslo: max price 1e400, a, b",
		`[{"name":"A","price":1},{"name":"B","price":2}]`: "Oslo: A · price 1, B · price 2",
		`[]`:                                    "Oslo: ",
		``:                                      "Oslo: ",
		`sunny,   18 degrees`:                   "Oslo: sunny, 18 degrees",
		`"quoted"`:                              "Oslo: quoted",
		`{"error":null,"n":1}`:                  "Oslo: n 1",
		`{"error":{"message":"no such place"}}`: "Oslo failed: no such place",
		`{"error":"quota"}`:                     "Oslo failed: quota",
		`{"success":false,"message":"try later"}`: "Oslo failed: try later",
		`{"ok":false}`:                          `Oslo failed: {"ok":false}`,
		`Error: timeout`:                        "Oslo failed: Error: timeout",
		`错误：没有这个城市`:                             "Oslo failed: 错误：没有这个城市",
		`{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}`: "Oslo: a 1, b 2, c 3, d 4, e 5",
		strings.Repeat("x", 300):                "Oslo: " + strings.Repeat("x", maxRunes) + "…",
	} {
		f := find(answered{call{name: "get_weather", arguments: `{"n":1,"city":"Oslo"}`}, result})
		got := f.subject + ": " + strings.Join(f.facts, ", ")
		if f.failed {
			got = f.subject + " failed: " + strings.Join(f.facts, ", ")
		}
		if got != want {
			t.Errorf("%.60s\n got %s\nwant %s", result, got, want)
		}
	}
	if got := find(answered{call: call{name: "now", arguments: "{}"}}).subject; got != "now" {
		t.Errorf("a call without arguments is about %q", got)
	}
}

func TestAdvice(t *testing.T) {
	for result, want := range map[string]string{
		`{"temp":-3}`:              "Take a warm coat. ",
		`{"low":12,"rain":0.8}`:    "A jacket over a light layer will do. Pack an umbrella. ",
		`{"high":28,"rain":0.05}`:  "Light clothes will do. ",
		`{"high":28,"sky":"阵雨"}`:   "Light clothes will do. Pack an umbrella. ",
		`[{"name":"Rain jacket"}]`: "",
		`{"temperature":"18 °C"}`:  "Light clothes will do. ",
	} {
		got := english.advice(turn{ask: "What should I wear?", done: []answered{{result: result}}})
		if got != want {
			t.Errorf("%s: got %q, want %q", result, got, want)
		}
	}
}

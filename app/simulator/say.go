package simulator

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// words are the sentences of the simulator in one language. Each text begins
// with the mark, so that nobody takes it for a model's.
type words struct {
	mark, empty                 string
	returned, failed, askAgain  string
	noTools, chosenNone, nobody string
	needs, nothingNeeded        string
	coat, layers, light, rain   string
	colon, comma                string
	stop, semicolon             string
}

var english = words{
	mark:          "(Simulated) ",
	empty:         "the tool returned nothing",
	returned:      "Here is what the tools returned. ",
	failed:        "did not work",
	askAgain:      "Shall I try once more, or will you give me other values?",
	noTools:       "No tool is offered, so this is all I can say: a simulator has no knowledge of its own. Add a tool, or choose a real model.",
	chosenNone:    "tool_choice is none, so I may not call a tool, and a simulator has no knowledge of its own.",
	nobody:        "None of the tools offered seems to fit “%s”. Ask for something that one of them can do: ",
	needs:         " needs ",
	nothingNeeded: " needs nothing",
	coat:          "Take a warm coat. ",
	layers:        "A jacket over a light layer will do. ",
	light:         "Light clothes will do. ",
	rain:          "Pack an umbrella. ",
	colon:         ": ", comma: ", ", stop: ". ", semicolon: "; ",
}

var chinese = words{
	mark:          "（模拟）",
	empty:         "工具没有返回内容",
	returned:      "工具返回的结果如下。",
	failed:        "没有成功",
	askAgain:      "要我再试一次，还是换一组参数？",
	noTools:       "这次请求没有提供工具，模拟器自己也没有知识，只能说到这里。请添加一个工具，或换用真实模型。",
	chosenNone:    "tool_choice 是 none，我不能调用工具，模拟器自己也没有知识。",
	nobody:        "提供的工具里，没有能办“%s”的。请提一个它们能办到的请求：",
	needs:         " 需要 ",
	nothingNeeded: " 不需要参数",
	coat:          "建议穿厚外套。",
	layers:        "一件外套配薄衫就够了。",
	light:         "穿轻便的衣服即可。",
	rain:          "记得带伞。",
	colon:         "：", comma: "，", stop: "。", semicolon: "；",
}

// answer phrases the end of a turn from the results of its calls.
func (w words) answer(t turn) string {
	var b strings.Builder
	b.WriteString(w.mark)
	failures := 0
	for i, a := range t.done {
		f := find(a)
		if i == 0 && !f.failed {
			b.WriteString(w.returned)
		}
		if f.failed {
			failures++
			b.WriteString(a.call.name + " (" + f.subject + ") " + w.failed + w.colon + strings.Join(f.facts, w.comma) + w.stop)
			continue
		}
		if len(f.facts) == 0 {
			f.facts = []string{w.empty}
		}
		b.WriteString(f.subject + w.colon + strings.Join(f.facts, w.comma) + w.stop)
	}
	if failures > 0 {
		b.WriteString(w.askAgain)
	} else {
		b.WriteString(w.advice(t))
	}
	return strings.TrimSpace(b.String())
}

var (
	reDressing = regexp.MustCompile(`(?i)\b(?:wear|pack|umbrella|jacket|coat)\b|穿|伞|外套|行李`)
	reDegrees  = regexp.MustCompile(`(?i)"(?:temp\w*|high|low|温度|最高\w*|最低\w*)"\s*:\s*"?(-?\d{1,2})`)
	reRain     = regexp.MustCompile(`(?i):\s*"[^"]*(?:rain|shower|drizzle|雨)|"[^"]*(?:rain|precip|雨|降水)[^"]*"\s*:\s*(?:0\.[4-9]|1\b|[4-9]\d|100)`)
)

// advice is what to put on, where the ask is about that and the results tell.
func (w words) advice(t turn) string {
	if !reDressing.MatchString(t.ask) {
		return ""
	}
	advice, coldest := "", 100
	for _, a := range t.done {
		degrees := reDegrees.FindAllStringSubmatch(a.result, -1)
		for _, m := range degrees {
			if d, err := strconv.Atoi(m[1]); err == nil {
				coldest = min(coldest, d)
			}
		}
		if len(degrees) > 0 && reRain.MatchString(a.result) {
			advice = w.rain
		}
	}
	switch {
	case coldest == 100:
		return ""
	case coldest < 5:
		advice = w.coat + advice
	case coldest < 16:
		advice = w.layers + advice
	default:
		advice = w.light + advice
	}
	return advice
}

// nothingFits says why no tool is called, and what the tools would need.
func (w words) nothingFits(r *request, ask string) string {
	switch {
	case len(r.offers) == 0:
		return w.mark + w.noTools
	case r.choice == choiceNone:
		return w.mark + w.chosenNone
	}
	var b strings.Builder
	b.WriteString(w.mark + fmt.Sprintf(w.nobody, shorten(ask)))
	for i, o := range r.offers[:min(len(r.offers), 5)] {
		if i > 0 {
			b.WriteString(w.semicolon)
		}
		b.WriteString(o.name + w.needed(r, o))
	}
	return b.String() + strings.TrimSpace(w.stop)
}

// needed lists the required parameters of an offer.
func (w words) needed(r *request, o offer) string {
	var names []string
	for _, e := range elements(o.parameters.Get("required")) {
		names = append(names, text(r.doc, e))
	}
	if len(names) == 0 {
		return w.nothingNeeded
	}
	return w.needs + strings.Join(names, ", ")
}

// estimate is about how many tokens a text has.
func estimate(text string) int { return (len(text) + 3) / 4 }

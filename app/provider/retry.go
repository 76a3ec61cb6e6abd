package provider

import "strings"

// Retry says whether the same request may be sent again.
type Retry string

const (
	RetryNever Retry = "never" // it would fail in the same way
	RetryPress Retry = "press" // it may work; as it may have cost something already, only a person decides
	RetryWait  Retry = "wait"  // nothing was computed: it may go again by itself, after a wait that is shown
)

// Retry follows the kind and the status. Of 4xx only 408, 409, 425 and 429 may
// go again, and 429 only where it is about the rate: no balance comes as 429,
// too. An answer that began may have cost something, whatever it said later; so
// may a call that Groq's model wrote and Groq refused.
func (e *Error) Retry() Retry {
	switch e.Kind {
	case KindRate, KindRelay, KindProvider:
		if e.Status == 429 || e.Status == 503 || e.Status == 529 {
			return RetryWait
		}
	case KindStream, KindEmpty, KindNetwork, KindWorkshop:
		return RetryPress
	case KindRequest:
		if e.Generation == "" && e.Status != 409 && e.Status != 425 {
			return RetryNever
		}
	default:
		return RetryNever
	}
	if e.Status == 408 || e.Status == 409 || e.Status == 425 {
		return RetryWait
	}
	return RetryPress
}

// Wait is how many seconds to wait before a try: what the provider asks for, or
// twice as long each time, up to a minute. The first try after an error is 1.
func (e *Error) Wait(try int) int {
	if try <= 1 && e.RetryAfter > 0 {
		return e.RetryAfter
	}
	return max(e.RetryAfter, min(5<<min(max(try-1, 0), 4), 60))
}

// WithRetryAfter is the error with what the header Retry-After says, where a
// browser may read it: whole seconds. A date is not read, as it would take a
// clock; neither is what would be more than a day.
func (e *Error) WithRetryAfter(header string) *Error {
	r := *e
	if s, rest := seconds(strings.TrimSpace(header)); rest == "" && s > 0 {
		r.RetryAfter = s
	}
	return &r
}

// waits are the words that a number of seconds follows.
var waits = []string{
	"try again in ", "retry in ", "retry after ", "try again after ", "wait ", "available in ",
	`"retrydelay":"`, `"retrydelay": "`, `"retry_after":`, `"retry_after": `, `"retry_after_seconds":`, `"retry_after_seconds": `,
	"请在", "请于", "等待",
}

// retryAfter finds how long a provider asks to wait, in its own words: OpenAI
// writes "in 1.2s", "in 6m0s" and "in 20ms", Azure "after 12 seconds", Google
// "retryDelay": "36s". It is 0 where nothing is said.
func retryAfter(text string) int {
	text = strings.ToLower(text)
	for _, word := range waits {
		for rest := text; ; {
			_, after, found := strings.Cut(rest, word)
			if !found {
				break
			}
			if s, _ := seconds(strings.TrimLeft(after, " ")); s > 0 {
				return s
			}
			rest = after
		}
	}
	return 0
}

// units are how long one of a unit is, in milliseconds, longer names first.
var units = []struct {
	name string
	ms   int
}{
	{"milliseconds", 1}, {"ms", 1}, {"minutes", 60_000}, {"minute", 60_000}, {"min", 60_000}, {"seconds", 1000},
	{"second", 1000}, {"hours", 3_600_000}, {"hour", 3_600_000}, {"分钟", 60_000}, {"秒", 1000},
	{"m", 60_000}, {"s", 1000}, {"h", 3_600_000},
}

// seconds reads a duration that a text begins with, rounded up, and what
// follows it. A number without a unit is of seconds. More than a day is 0.
func seconds(text string) (int, string) {
	const day = 86_400_000
	total, any := 0, false
	for {
		n, digits := 0, 0
		for digits < len(text) && digits < 9 && '0' <= text[digits] && text[digits] <= '9' {
			n, digits = n*10+int(text[digits]-'0'), digits+1
		}
		if digits == 0 {
			break
		}
		rest, fraction := text[digits:], 0
		if len(rest) > 1 && rest[0] == '.' && '0' <= rest[1] && rest[1] <= '9' {
			fraction, rest = 1, strings.TrimLeft(rest[1:], "0123456789")
		}
		rest = strings.TrimLeft(rest, " ")
		ms := 1000
		for _, unit := range units {
			if after, ok := strings.CutPrefix(rest, unit.name); ok {
				ms, rest = unit.ms, after
				break
			}
		}
		if n > day {
			return 0, ""
		}
		total, text, any = total+(n+fraction)*ms, rest, true
	}
	if !any || total > day {
		return 0, text
	}
	return (total + 999) / 1000, text
}

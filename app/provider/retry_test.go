package provider

import (
	"strings"
	"testing"
)

func TestRetryAfter(t *testing.T) {
	for text, want := range map[string]int{
		"":                                     0,
		"Please try again in 20s.":             20,
		"Please try again in 7.66s":            8,
		"try again in 6m0s":                    360,
		"try again in 250ms.":                  1,
		"try again in 1h2m3s":                  3723,
		"Please retry after 12 seconds":        12,
		"Try again in 2 minutes":               120,
		"Please retry in 36.909s.":             37,
		`{"retryDelay": "36s"}`:                36,
		`"retry_after":3,`:                     3,
		"请在 30 秒后重试":                           30,
		"请在2分钟后重试":                             120,
		"try again in a while, or retry in 4s": 4,
		"try again in 99999999999999s":         0,
		"try again in 100h":                    0,
		"wait until 5 o'clock":                 0,
		"try again in 5":                       5,
	} {
		check(t, text, retryAfter(text), want)
	}
}

func TestRetry(t *testing.T) {
	for _, test := range []struct {
		kind   Kind
		status int
		want   Retry
	}{
		{KindRate, 429, RetryWait}, {KindRate, 200, RetryPress}, {KindQuota, 429, RetryNever}, {KindKey, 401, RetryNever},
		{KindProvider, 500, RetryPress}, {KindProvider, 502, RetryPress}, {KindProvider, 503, RetryWait}, {KindProvider, 529, RetryWait},
		{KindProvider, 408, RetryWait}, {KindRelay, 500, RetryPress}, {KindStream, 200, RetryPress}, {KindNetwork, 0, RetryPress},
		{KindRequest, 400, RetryNever}, {KindModel, 503, RetryNever}, {KindEmpty, 200, RetryPress}, {KindRequest, 409, RetryWait},
	} {
		e := &Error{Kind: test.kind, Status: test.status}
		check(t, string(test.kind), e.Retry(), test.want)
	}
}

func TestWait(t *testing.T) {
	e := &Error{Kind: KindRate}
	for try, want := range []int{5, 5, 10, 20, 40, 60, 60} {
		check(t, "try", e.Wait(try), want)
	}
	after := e.WithRetryAfter(" 3 ")
	check(t, "asked for", after.Wait(1), 3)
	check(t, "later", after.Wait(2), 10)
	check(t, "the error itself", e.RetryAfter, 0)
	for _, header := range []string{"", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "1e9", strings.Repeat("9", 40)} {
		check(t, header, e.WithRetryAfter(header).RetryAfter, 0)
	}
}

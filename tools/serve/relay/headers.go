package relay

import (
	"net/http"
	"slices"
	"strings"
)

// The relay hands on the headers that it knows, and no others: what a browser, a
// proxy or the next version of either adds to a request stays here (Cookie,
// Origin, Referer, User-Agent, Sec-*, Toolyard-*, X-Forwarded-*, an identity that
// a proxy vouches for), and so does what an upstream says to browsers
// (Set-Cookie, WWW-Authenticate, Location, policies).

// sent are headers that the upstream is given as the page wrote them.
var sent = []string{"Accept", "Content-Type", "Authorization", "X-Api-Key", "Api-Key", "X-Goog-Api-Key", "X-Goog-User-Project"}

// sentPrefixes begin the names of vendors' own headers.
var sentPrefixes = []string{"Anthropic-", "Openai-", "X-Dashscope-"}

// received are headers that the page is given as the upstream wrote them.
var received = []string{"Content-Type", "Content-Encoding", "Content-Language", "Retry-After", "Retry-After-Ms",
	"Cf-Ray", "Server", "Via", "X-New-Api-Version", "X-Provider-Name", "X-Should-Retry"}

// receivedParts are in the names of ids and limits, which vendors spell in many
// ways: x-request-id, request-id, apim-request-id, x-oneapi-request-id,
// x-amzn-requestid, x-ratelimit-remaining-tokens, anthropic-ratelimit-….
var receivedParts = []string{"Request-Id", "Requestid", "Trace-Id", "Traceid", "Generation-Id", "Ratelimit", "Processing-Ms"}

// product is what upstreams are told in place of the person's browser.
const product = "toolyard-relay"

// outgoing are the headers of the upstream's request. An upstream that compresses
// might hold back what it streams.
func outgoing(page http.Header) http.Header {
	h := http.Header{"User-Agent": {product}, "Accept-Encoding": {"identity"}}
	for name, values := range page {
		if slices.Contains(sent, name) || slices.ContainsFunc(sentPrefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
			h[name] = values
		}
	}
	return h
}

// incoming sets the headers of the page's answer.
func incoming(answer, upstream http.Header) {
	for name, values := range upstream {
		if slices.Contains(received, name) || slices.ContainsFunc(receivedParts, func(p string) bool { return strings.Contains(name, p) }) {
			answer[name] = values
		}
	}
	if answer["Content-Type"] == nil {
		answer["Content-Type"] = nil // or the server would guess one
	}
	answer.Set(answerHeader, "upstream")
}

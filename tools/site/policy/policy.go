// Package policy says what a browser may do with the site and how long it may
// keep each part.
//
// A policy is a set of response headers for a path of the site. The site tool
// writes it for static hosts, and into the page for hosts that send no headers;
// the server sends it. Paths are relative to the site's root: "" is the page.
package policy

import (
	"net/url"
	"strings"
)

// Content is the Content-Security-Policy that also works inside a page. The
// person may type any endpoint, one on their own machine as well, so requests
// may go everywhere; code, styles and workers come from the site alone.
const Content = "default-src 'none'; " +
	"script-src 'self' 'wasm-unsafe-eval'; " +
	"style-src 'self'; " +
	"img-src 'self' data:; " +
	"font-src 'none'; " +
	"connect-src 'self' https: http:; " +
	"manifest-src 'self'; " +
	"worker-src 'self'; " +
	"base-uri 'none'; " +
	"form-action 'none'"

// Assets is the folder of the files whose names hold a hash of their content.
const Assets = "assets/"

// Header is one response header.
type Header struct{ Name, Value string }

// Security are the headers that every path carries. That the page may stand in
// nobody's frame is not among them: a static host can't tell the page from the
// one that is to be embedded, whose query asks for it (?embed=1). What stands in a
// frame is embedded in any case, whatever its address: it has no key, keeps
// nothing and sends nothing.
var Security = []Header{
	{"Content-Security-Policy", Content},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
}

// Unframed is what a server that can read the query sends in the place of
// Content, unless it asks for the page that is to be embedded.
const Unframed = Content + "; frame-ancestors 'none'"

// Embedded says whether a query asks for that page.
func Embedded(query url.Values) bool { return query.Get("embed") == "1" }

// Values of Cache-Control: what a hash names never changes, the rest is asked
// for again each time.
const (
	Immutable  = "public, max-age=31536000, immutable"
	Revalidate = "no-cache"
)

// Cache returns the Cache-Control of a path.
func Cache(path string) string {
	if strings.HasPrefix(path, Assets) {
		return Immutable
	}
	return Revalidate
}

package doctor

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Remedy is one way to mend a cause. Remedies of one ID are the same way on
// different platforms, or its steps.
type Remedy struct {
	ID       string
	Platform string // macOS, Linux, Windows, Docker; "" where they don't differ
	Text     string // lines to copy, exactly; "" where the words say it all
	// Guessed says that the server was recognised by its port or its preset: it
	// stands first, and is still a guess.
	Guessed bool
}

// Ways to mend a cause.
const (
	Ollama     = "ollama"
	LMStudio   = "lmstudio"
	LlamaCpp   = "llamacpp"
	VLLM       = "vllm"
	OneAPI     = "one-api"
	Nginx      = "nginx"
	Caddy      = "caddy"
	Relay      = "relay"      // the program's own server sends on what pages may not
	OwnPage    = "own-page"   // the page, served by the person's own device
	Permission = "permission" // the browser's switch for this page
	SendAgain  = "send-again"
	UseHTTP    = "use-http"  // Text is a base URL
	UseHTTPS   = "use-https" // Text is a base URL
	UseBase    = "use-base"  // Text is a base URL
	UseHost    = "use-host"  // Text is a base URL
	Look       = "look"      // Text is an address to open in a tab: the browser tells people more than pages
	Check      = "check"     // Text is a command that tells more than a browser does
	Start      = "start"     // Text is a command that starts the server
)

// RemedyIDs are all ways, in the order they stand in where nothing is guessed.
var RemedyIDs = []string{Ollama, LMStudio, LlamaCpp, VLLM, OneAPI, Nginx, Caddy, Relay, OwnPage, Permission, SendAgain,
	UseHTTP, UseHTTPS, UseBase, UseHost, Look, Check, Start}

// ways are the remedies of each diagnosis, the best first.
var ways = [][2]string{
	{Mixed, "use-https own-page relay"},
	{Port, "relay"},
	{LocalInsecure, "own-page"},
	{LocalDenied, "permission own-page"},
	{LocalPrompt, "send-again start permission own-page"},
	{Name, "use-host look check"},
	{Closed, "start use-http look check"},
	{Unreachable, "look check use-http"},
	{Timeout, "look check"},
	{Redirected, "look check"},
	{CORSNone, "servers nginx caddy relay own-page"},
	{CORSErrors, "nginx caddy check relay"},
	{CORSHeader, "nginx caddy servers relay"},
	{CORSPreflight, "nginx caddy servers relay"},
	{CORSPath, "nginx caddy relay"},
	{HTMLPage, "look use-base"},
	{WrongPath, "use-base look"},
	{NoCompletions, "look"},
	{Passing, "send-again check"},
}

// server is one that people run themselves: its usual port, and what tells it to
// allow a page, {origin} (Ollama, LM Studio, llama.cpp, vLLM: their documents
// and sources as of 2026-10; one-api and new-api: their CORS settings).
type server struct {
	id, port, start string
	allow           []Remedy
}

var servers = []server{
	{Ollama, "11434", "ollama serve", []Remedy{
		{Platform: "macOS", Text: "launchctl setenv OLLAMA_ORIGINS \"{origin}\"\nosascript -e 'quit app \"Ollama\"'; sleep 2; open -a Ollama\n"},
		{Platform: "Linux", Text: "sudo mkdir -p /etc/systemd/system/ollama.service.d\n" +
			"printf '[Service]\\nEnvironment=\"OLLAMA_ORIGINS={origin}\"\\n' | sudo tee /etc/systemd/system/ollama.service.d/origins.conf\n" +
			"sudo systemctl daemon-reload\nsudo systemctl restart ollama\n"},
		{Platform: "Windows", Text: "setx OLLAMA_ORIGINS \"{origin}\"\n"},
		{Platform: "Docker", Text: "docker run -d -p 11434:11434 -v ollama:/root/.ollama -e OLLAMA_ORIGINS={origin} --name ollama ollama/ollama\n"},
	}},
	{LMStudio, "1234", "lms server start --cors", []Remedy{{Text: "lms server start --cors\n"}}},
	{LlamaCpp, "8080", "llama-server -m MODEL.gguf --jinja --port {port}", []Remedy{{Text: "llama-server -m MODEL.gguf --jinja --port {port} --cors-origins {origin}\n"}}},
	{VLLM, "8000", "vllm serve MODEL --port {port}", []Remedy{{Text: "vllm serve MODEL --port {port} --allowed-origins '[\"{origin}\"]' --allowed-headers '[\"*\"]'\n"}}},
	{OneAPI, "3000", "", []Remedy{{Text: "location {path}/ {\n    proxy_pass http://127.0.0.1:3000;\n    proxy_set_header Host $host;\n    proxy_buffering off;\n}\n"}}},
}

// lines are the texts of the other ways. nginx: a header without "always" is
// missing on errors, and one that the server behind sends as well stands twice,
// which browsers refuse. Caddy: header applies to every answer.
var lines = [][2]string{
	{Nginx, `location {path}/ {
    proxy_hide_header Access-Control-Allow-Origin;
    proxy_hide_header Access-Control-Allow-Headers;
    add_header Access-Control-Allow-Origin "{origin}" always;
    add_header Access-Control-Allow-Methods "GET, POST, OPTIONS" always;
    add_header Access-Control-Allow-Headers "{headers}" always;
    add_header Access-Control-Max-Age 600 always;
    add_header Vary Origin always;
    if ($request_method = OPTIONS) {
        return 204;
    }
    proxy_pass http://127.0.0.1:8080;
    proxy_buffering off;
}
`},
	{Caddy, `{host} {
    header {
        Access-Control-Allow-Origin "{origin}"
        Access-Control-Allow-Methods "GET, POST, OPTIONS"
        Access-Control-Allow-Headers "{headers}"
        Access-Control-Max-Age 600
        +Vary Origin
    }
    @preflight method OPTIONS
    respond @preflight 204
    reverse_proxy 127.0.0.1:8080 {
        header_down -Access-Control-Allow-Origin
        header_down -Access-Control-Allow-Headers
    }
}
`},
	{Relay, "RELAY=1 RELAY_HOSTS={relay} make run\n"},
	{OwnPage, "make run\n"},
	{Permission, "chrome://settings/content/siteDetails?site={escaped}\n"},
	{SendAgain, ""},
	{Look, "{look}"},
	{Check, "curl -v -H 'Origin: {origin}' '{look}'\n"},
}

// of finds an entry of a table, "" where there is none.
func of(table [][2]string, key string) string {
	for _, entry := range table {
		if entry[0] == key {
			return entry[1]
		}
	}
	return ""
}

// Remedies are what mends a diagnosis, the likeliest first: the servers that
// people run on their own devices come last for an endpoint that is elsewhere.
func Remedies(d Diagnosis, f Facts) []Remedy {
	var all, rest []Remedy
	fill := f.filler()
	add := func(id, text string) { all = append(all, Remedy{ID: id, Text: fill.Replace(text)}) }
	for _, way := range strings.Fields(of(ways, d.ID)) {
		switch way {
		case "servers":
			likely, others := f.allowing(fill)
			all = append(likely, all...)
			if rest = others; spaceOf(f.Target().Hostname()) != Public {
				all, rest = append(all, rest...), nil
			}
		case Start:
			for _, s := range f.likely() {
				if s.start != "" {
					add(Start, s.start+"\n")
				}
			}
		case UseHTTP, UseHTTPS, UseBase, UseHost:
			if text := f.instead(way, d); text != "" {
				add(way, text)
			}
		case OwnPage:
			if spaceOf(parse(f.Page).Hostname()) != Loopback {
				add(way, of(lines, way))
			}
		default:
			add(way, of(lines, way))
		}
	}
	return append(all, rest...)
}

// likely are the servers that this may be, by preset or port.
func (f Facts) likely() []server {
	var found []server
	for _, s := range servers {
		if s.id == f.Preset || s.port == f.Target().Port() {
			found = append(found, s)
		}
	}
	return found
}

// allowing are the settings of the servers: of the likely ones, and of the others.
func (f Facts) allowing(fill *strings.Replacer) (likely, others []Remedy) {
	guesses := f.likely()
	for _, s := range servers {
		guessed := slices.ContainsFunc(guesses, func(l server) bool { return l.id == s.id })
		for _, r := range s.allow {
			r.ID, r.Text, r.Guessed = s.id, fill.Replace(r.Text), guessed
			if guessed {
				likely = append(likely, r)
			} else {
				others = append(others, r)
			}
		}
	}
	return likely, others
}

// instead is the base URL that a remedy proposes, "" where there is none.
func (f Facts) instead(way string, d Diagnosis) string {
	u := f.Target()
	switch {
	case way == UseBase:
		return d.Base
	case way == UseHost && d.Meant != "":
		return u.Scheme + "://" + d.Meant + base(u)
	case way == UseHTTPS:
		return "https://" + u.Host + base(u)
	case way == UseHTTP && u.Scheme == "https" && spaceOf(u.Hostname()) != Public:
		return "http://" + u.Host + base(u)
	}
	return ""
}

// filler puts what is there into the lines.
func (f Facts) filler() *strings.Replacer {
	u := f.Target()
	port := u.Port()
	if port == "" {
		port = "443"
		if u.Scheme == "http" {
			port = "80"
		}
	}
	headers := strings.ToLower(strings.Join(f.Headers, ", "))
	if headers == "" {
		headers = "authorization, content-type"
	}
	origin := f.Origin()
	relay := u.Host // as docs/relay.md wants it
	if u.Port() == "" && port == "80" {
		relay += ":80"
	}
	if _, err := netip.ParseAddr(u.Hostname()); err != nil && spaceOf(u.Hostname()) != Public {
		relay = "private:" + relay
	}
	return strings.NewReplacer("{origin}", origin, "{escaped}", url.QueryEscape(origin), "{port}", port, "{host}", plain(u.Host), "{relay}", plain(relay),
		"{path}", plain(base(u)), "{headers}", plain(headers), "{look}", plain(originOf(u)+base(u)+"/models"))
}

// plain makes an address harmless in a shell and in a configuration: a link can
// bring a base URL that someone else wrote. What could mean anything there is
// percent-encoded, as it may be in any address.
func plain(address string) string {
	var b strings.Builder
	for i := range len(address) {
		switch c := address[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~:/[]%, ", c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
		}
	}
	return b.String()
}

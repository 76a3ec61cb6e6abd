package doctor

import "strings"

// Diagnoses. Each has a sentence in the locale.
const (
	Offline       = "offline"
	Mixed         = "mixed"          // an http endpoint, and a page that came over https
	Port          = "port"           // a port that browsers never speak to
	LocalInsecure = "local-insecure" // a public page over http may never reach a local address
	LocalDenied   = "local-denied"   // the person refused the page its own device or network
	LocalPrompt   = "local-prompt"   // nobody has allowed it yet; a name may also lead nowhere
	Name          = "name"           // a name that leads nowhere
	Closed        = "closed"         // nothing listens at a certain address
	Unreachable   = "unreachable"    // no such name, nothing listens, or no valid certificate
	Timeout       = "timeout"
	Redirected    = "redirect"
	CORSNone      = "cors-none"      // it is up, and its answers allow no page
	CORSErrors    = "cors-errors"    // it allows pages, but not to read its errors
	CORSHeader    = "cors-header"    // its preflight lacks some header of the request
	CORSPreflight = "cors-preflight" // its preflight lacks every one, or is refused
	CORSPath      = "cors-path"      // other addresses of it may be read
	HTMLPage      = "html"           // a web page answers: a proxy's, a login's, a site's
	WrongPath     = "path"           // no endpoint at this path
	NoCompletions = "no-completions" // the base URL is right: it lists models
	Passing       = "passing"        // everything answers now
)

// IDs are all diagnoses.
var IDs = []string{Offline, Mixed, Port, LocalInsecure, LocalDenied, LocalPrompt, Name, Closed, Unreachable, Timeout, Redirected,
	CORSNone, CORSErrors, CORSHeader, CORSPreflight, CORSPath, HTMLPage, WrongPath, NoCompletions, Passing}

// Diagnosis is a cause, and what it concerns; the rest is empty.
type Diagnosis struct {
	ID    string
	Names []string // of the headers that are refused
	Meant string   // the host that a misspelled one was meant to be
	Base  string   // the base URL under which an endpoint was found
	Title string   // of the web page that answers
}

// Diagnose is what the facts mean when there is no Next.
func Diagnose(f Facts) Diagnosis {
	models, _ := f.of(Models)
	switch {
	case f.offline():
		return Diagnosis{ID: Offline}
	case models.Outcome == Answer:
		return f.readable(models)
	case f.Status != 0:
		return f.lost(models)
	case models.Outcome == Redirect:
		return Diagnosis{ID: Redirected}
	}
	if reach, _ := f.of(Reach); reach.Outcome != Opaque {
		return f.unreached(reach.Outcome == Late || models.Outcome == Late)
	}
	if options, _ := f.of(Options); options.Outcome == Answer {
		return Diagnosis{ID: CORSErrors}
	}
	return Diagnosis{ID: CORSNone}
}

// offline is what the browser says; this device is there without a network, too.
func (f Facts) offline() bool {
	page, ok := f.of(Page)
	return ok && !page.Online && spaceOf(f.Target().Hostname()) != Loopback
}

// readable is the cause where the list of models can be read.
func (f Facts) readable(models Tried) Diagnosis {
	if names := f.refused(); len(names) > 0 {
		if len(names) == len(f.Headers) {
			return Diagnosis{ID: CORSPreflight, Names: names}
		}
		return Diagnosis{ID: CORSHeader, Names: names}
	}
	completions, tried := f.of(Completions)
	if tried && completions.Outcome == Nothing {
		return Diagnosis{ID: CORSPath}
	}
	if !models.Found() {
		return f.lost(models)
	}
	if f.HTML || completions.html() {
		return Diagnosis{ID: HTMLPage, Title: f.Title}
	}
	if f.Status != 0 {
		return Diagnosis{ID: NoCompletions}
	}
	return Diagnosis{ID: Passing}
}

// lost is the cause where something else than an endpoint answers.
func (f Facts) lost(models Tried) Diagnosis {
	d := Diagnosis{ID: WrongPath, Title: f.Title}
	if f.HTML || models.html() {
		d.ID = HTMLPage
	}
	if d.Title == "" {
		d.Title = titleOf(models.Text)
	}
	if path, _ := f.of(Path); path.Found() {
		d.ID, d.Base = WrongPath, originOf(f.Target())+pathBase(path)
	}
	return d
}

// unreached is the cause where not even an unreadable answer comes.
func (f Facts) unreached(late bool) Diagnosis {
	u, page, now := f.Target(), parse(f.Page), f.last()
	host := u.Hostname()
	space := spaceOf(host)
	switch {
	case forbidden(u.Port()):
		return Diagnosis{ID: Port}
	case page.Scheme == "https" && u.Scheme == "http" && (space == Public || space == Local && now.Permission == ""):
		return Diagnosis{ID: Mixed}
	case f.farther() && !now.Secure:
		return Diagnosis{ID: LocalInsecure}
	case f.farther() && now.Permission == "denied":
		return Diagnosis{ID: LocalDenied}
	case f.farther() && now.Permission == "prompt":
		return Diagnosis{ID: LocalPrompt}
	case late:
		return Diagnosis{ID: Timeout}
	case numbered(host):
		return Diagnosis{ID: Closed}
	case nameless(host):
		return Diagnosis{ID: Name, Meant: meant(host)}
	}
	return Diagnosis{ID: Unreachable}
}

// titleOf is the title of a web page, "" where its beginning holds none.
func titleOf(text string) string {
	lower := strings.ToLower(text)
	_, after, found := strings.Cut(lower, "<title>")
	title, _, closed := strings.Cut(after, "<")
	if !found || !closed || len(lower) != len(text) {
		return ""
	}
	start := len(text) - len(after)
	return strings.TrimSpace(text[start : start+len(title)])
}

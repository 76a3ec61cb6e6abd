package doctor

import "strings"

// Next is the cheapest probe that tells more; ok is false where none would.
func Next(f Facts) (p Probe, ok bool) {
	if _, tried := f.of(Page); !tried {
		return f.probe(Page, ""), true
	}
	if f.offline() {
		return Probe{}, false
	}
	models, tried := f.of(Models)
	if !tried {
		return f.probe(Models, base(f.Target())+"/models"), true
	}
	switch models.Outcome {
	case Answer:
		return f.nextReadable(models)
	case Nothing:
		return f.nextHidden()
	}
	return Probe{}, false
}

// probe is a GET at a path, "" for none.
func (f Facts) probe(kind, path string) Probe {
	u := f.Target()
	p := Probe{Kind: kind, Method: "GET", Permission: spaceOf(u.Hostname()).permission()}
	if path != "" {
		p.URL = originOf(u) + path
	}
	return p
}

// nextHidden goes on where the list of models can't be read: is the server there,
// and does it know of pages at all?
func (f Facts) nextHidden() (Probe, bool) {
	path := base(f.Target()) + "/models"
	reach, tried := f.of(Reach)
	if !tried {
		p := f.probe(Reach, path)
		p.Opaque = true
		return p, true
	}
	if _, tried = f.of(Options); tried || reach.Outcome != Opaque {
		return Probe{}, false
	}
	p := f.probe(Options, path)
	p.Method = "OPTIONS"
	return p, true
}

// nextReadable goes on where the list of models can be read: what is it about
// the failed request that can't be?
func (f Facts) nextReadable(models Tried) (Probe, bool) {
	if f.Status == 0 {
		if p, ok := f.nextHeader(); ok {
			return p, true
		}
		if len(f.refused()) > 0 {
			return Probe{}, false
		}
		if _, tried := f.of(Completions); !tried {
			p := f.probe(Completions, f.Target().EscapedPath())
			p.Headers = f.Headers
			return p, true
		}
	}
	if models.Found() {
		return Probe{}, false
	}
	return f.nextPath()
}

// nextHeader finds out which of the request's headers its preflight fails for.
func (f Facts) nextHeader() (Probe, bool) {
	if len(f.Headers) == 0 {
		return Probe{}, false
	}
	p := f.probe(Headers, base(f.Target())+"/models")
	all, tried := f.of(Headers)
	if !tried {
		p.Headers = f.Headers
		return p, true
	}
	if all.Outcome != Nothing || len(f.Headers) == 1 {
		return Probe{}, false
	}
	asked := 0
	for _, t := range f.Tried {
		if t.Kind == Header {
			asked++
		}
	}
	if asked == len(f.Headers) {
		return Probe{}, false
	}
	p.Kind, p.Headers = Header, f.Headers[asked:asked+1]
	return p, true
}

// refused are the headers whose preflight fails. Where it only fails for all of
// them together, all are.
func (f Facts) refused() []string {
	all, _ := f.of(Headers)
	if all.Outcome != Nothing {
		return nil
	}
	var names []string
	for _, t := range f.Tried {
		if t.Kind == Header && t.Outcome == Nothing {
			names = append(names, t.Headers...)
		}
	}
	if names == nil {
		return f.Headers
	}
	return names
}

// bases are where the endpoints of api.md's presets have their base URL, the
// commonest first.
var bases = []string{"/v1", "/api/v1", "/openai/v1", "/compatible-mode/v1", "/v1beta/openai", "/api/paas/v4", "/api/v3", "/inference/v1"}

// nextPath looks for the list of models elsewhere, until it is found.
func (f Facts) nextPath() (Probe, bool) {
	here := base(f.Target())
	asked := map[string]bool{here: true}
	for _, t := range f.Tried {
		if t.Kind == Path {
			if t.Found() {
				return Probe{}, false
			}
			asked[pathBase(t)] = true
		}
	}
	for _, path := range append([]string{here + "/v1"}, bases...) {
		if !asked[path] && !strings.HasSuffix(path, "/v1/v1") {
			return f.probe(Path, path+"/models"), true
		}
	}
	return Probe{}, false
}

// pathBase is the path of the base URL that a probe looked below.
func pathBase(t Tried) string { return strings.TrimSuffix(parse(t.URL).EscapedPath(), "/models") }

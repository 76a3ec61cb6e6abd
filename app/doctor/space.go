package doctor

import (
	"strings"

	"toolyard/app/provider"
)

// SpaceOf is what the host of an endpoint, with or without a port, tells of its
// space.
func SpaceOf(host string) Space { return spaceOf(parse("http://" + host).Hostname()) }

// LooksLike is the known provider's host that a host of somebody else's may be
// taken for: it is a misspelling, or begins with it. "" where it is none.
func LooksLike(host string) string {
	name := parse("http://" + host).Hostname()
	for _, p := range provider.Presets {
		known := parse(p.BaseURL).Hostname()
		if strings.Contains(known, ".") && strings.HasPrefix(name, known+".") {
			return known
		}
	}
	return meant(name)
}

package doctor

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"toolyard/app/provider"
)

// completions is what the address of a request ends in, behind the base URL.
const completions = "/chat/completions"

// parse reads an address that provider wrote; anything else is an empty one.
func parse(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil {
		return &url.URL{}
	}
	return u
}

func originOf(u *url.URL) string { return u.Scheme + "://" + u.Host }

// base is the path before /chat/completions.
func base(u *url.URL) string {
	return strings.TrimRight(strings.TrimSuffix(u.EscapedPath(), completions), "/")
}

// Space is how far a host is away from the browser.
type Space uint8

const (
	Public   Space = iota
	Local          // the person's own network
	Loopback       // the person's own device
)

// localNames end names that only a network of its own knows (RFC 6762, RFC 8375,
// ICANN's .internal of 2024, and customs).
var localNames = []string{".local", ".lan", ".internal", ".home.arpa", ".home", ".intranet", ".corp"}

// spaceOf is what a host's name or number tells of its space. A public name may
// still lead to a local address: only the browser sees that.
func spaceOf(host string) Space {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if ip, err := netip.ParseAddr(host); err == nil {
		ip = ip.Unmap()
		switch {
		case ip.IsLoopback() || ip.IsUnspecified():
			return Loopback
		case ip.IsPrivate() || ip.IsLinkLocalUnicast():
			return Local
		}
		return Public
	}
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return Loopback
	}
	if !strings.Contains(host, ".") || endsIn(host, localNames) {
		return Local
	}
	return Public
}

func endsIn(host string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(host, end) })
}

// numbered says whether a host needs no look-up of its name.
func numbered(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil || spaceOf(host) == Loopback
}

// permission is what the browser calls the leave to reach a space (Chrome 145
// and Firefox 153; Chrome 142 to 144 knew one name for both).
func (s Space) permission() string {
	return [...]string{"", "local-network", "loopback-network"}[s]
}

// closed are the ports that no browser speaks to (Fetch standard, "bad port",
// read in 2026).
const closed = " 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080 "

func forbidden(port string) bool { return port != "" && strings.Contains(closed, " "+port+" ") }

// nowhere end names that no public server has (RFC 2606, RFC 6761), and those
// that only a container knows.
var nowhere = []string{".invalid", ".example", ".docker.internal"}

// nameless says whether a name most likely leads nowhere from a browser.
func nameless(host string) bool {
	return endsIn(host, nowhere) || !numbered(host) && !strings.Contains(host, ".") || meant(host) != ""
}

// meant is the known provider's host that a name is a misspelling of, "" where
// it is none.
func meant(host string) string {
	for _, p := range provider.Presets {
		known := parse(p.BaseURL).Hostname()
		if known == host {
			return ""
		}
	}
	for _, p := range provider.Presets {
		if known := parse(p.BaseURL).Hostname(); len(known) > 8 && distance(host, known) <= 2 {
			return known
		}
	}
	return ""
}

// distance is how many letters are to be added, left out or changed.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

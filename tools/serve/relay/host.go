package relay

import (
	"fmt"
	"net"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
)

// httpsPort is the port of a host that was listed without one.
const httpsPort = 443

// Host is one that the person listed.
type Host struct {
	Name    string // a name in lower case, or an address in its shortest form
	Port    uint16
	Private bool       // the name may lead to a private address
	addr    netip.Addr // of a Host that was listed by its address
}

// String is the host as the page is told of it: always with its port.
func (h Host) String() string { return net.JoinHostPort(h.Name, strconv.Itoa(int(h.Port))) }

// privateMark stands before a name that may lead to a private address.
const privateMark = "private:"

// ParseHosts reads a list of hosts: words between commas or white space, and
// comments from # to the end of the line.
//
//	api.example.com          port 443
//	api.example.com:8443
//	192.168.1.20:8000        this address, although it is private
//	[fd12::7]:8000
//	private:gpu.lan:8000     a name that may lead to a private address
func ParseHosts(text string) ([]Host, error) {
	var hosts []Host
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' }) {
			h, err := parseHost(word)
			if err != nil {
				return nil, fmt.Errorf("relay: host %q: %w", word, err)
			}
			hosts = append(hosts, h)
		}
	}
	return hosts, nil
}

func parseHost(word string) (Host, error) {
	rest, private := strings.CutPrefix(word, privateMark)
	if strings.Contains(rest, "/") || strings.Contains(rest, "@") {
		return Host{}, fmt.Errorf("list the host alone, as in api.example.com or api.example.com:8443")
	}
	name, port, err := splitPort(rest)
	if err != nil {
		return Host{}, err
	}
	name, err = canonical(name)
	if err != nil {
		return Host{}, err
	}
	h := Host{Name: name, Port: port, Private: private}
	h.addr, _ = netip.ParseAddr(name)
	switch {
	case h.addr.IsValid() && kindOf(h.addr) == never:
		return Host{}, fmt.Errorf("no request can go to this address")
	case h.addr.IsValid() && private:
		return Host{}, fmt.Errorf("an address needs no mark; %s is for names", privateMark)
	case name == "localhost" && !private:
		return Host{}, fmt.Errorf("this name leads to a private address; write %s%s", privateMark, rest)
	}
	return h, nil
}

// splitPort takes the port off; without one it is httpsPort.
func splitPort(text string) (name string, port uint16, err error) {
	if bare, ok := strings.CutPrefix(text, "["); ok && strings.HasSuffix(text, "]") {
		return strings.TrimSuffix(bare, "]"), httpsPort, nil
	}
	if _, err := netip.ParseAddr(text); err == nil || !strings.Contains(text, ":") {
		return text, httpsPort, nil
	}
	name, digits, err := net.SplitHostPort(text)
	if err != nil {
		return "", 0, fmt.Errorf("a port is missing or one too many")
	}
	port, err = parsePort(digits)
	return name, port, err
}

func parsePort(digits string) (uint16, error) {
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || n == 0 {
		return 0, fmt.Errorf("a port is a number from 1 to 65535")
	}
	return uint16(n), nil
}

// names are those that a resolver is asked for. Their last label is no number:
// some systems read 127.1 or 0x7f000001 as addresses.
var (
	names   = regexp.MustCompile(`^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)
	numbers = regexp.MustCompile(`(^|\.)(\d+|0x[0-9a-f]*)$`)
)

// canonical is the one way to write a name or an address: what is equal is the
// same text, so that a list can't be evaded by another spelling.
func canonical(name string) (string, error) {
	if addr, err := netip.ParseAddr(name); err == nil {
		if addr.Zone() != "" {
			return "", fmt.Errorf("an address with a zone is not relayed to")
		}
		return addr.Unmap().String(), nil
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if len(name) > 253 || !names.MatchString(name) || numbers.MatchString(name) {
		return "", fmt.Errorf("this is neither a name nor an address; no patterns, and xn-- for names in other scripts")
	}
	return name, nil
}

// find returns the listed host with this name and port. Otherwise ports are
// those that are listed for the name.
func find(hosts []Host, name string, port uint16) (h Host, ports []string, ok bool) {
	for _, h := range hosts {
		if h.Name != name {
			continue
		}
		if h.Port == port {
			return h, nil, true
		}
		ports = append(ports, strconv.Itoa(int(h.Port)))
	}
	return Host{}, ports, false
}

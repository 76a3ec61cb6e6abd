package relay

import "net/netip"

// kind sorts addresses by what a host must be listed as to be reached there.
type kind uint8

const (
	public  kind = iota // a name
	private             // a name with the mark, or this very address
	special             // this very address
	never               // nothing is reached there
)

// kinds are the ranges that aren't public; the first that holds an address
// counts. They follow IANA's registries of special-purpose addresses (2025-10),
// and the clouds' documentation for the addresses that give out credentials.
var kinds = []struct {
	prefix netip.Prefix
	kind   kind
}{
	{netip.MustParsePrefix("0.0.0.0/8"), never}, // this machine, by another name
	{netip.MustParsePrefix("224.0.0.0/4"), never},
	{netip.MustParsePrefix("255.255.255.255/32"), never},
	{netip.MustParsePrefix("::/128"), never},
	{netip.MustParsePrefix("ff00::/8"), never},

	{netip.MustParsePrefix("169.254.0.0/16"), special},     // link-local; metadata of most clouds
	{netip.MustParsePrefix("100.100.100.200/32"), special}, // metadata of Alibaba Cloud
	{netip.MustParsePrefix("168.63.129.16/32"), special},   // Azure's wire server
	{netip.MustParsePrefix("192.0.0.0/24"), special},       // protocols; metadata of Oracle's cloud
	{netip.MustParsePrefix("fd00:ec2::/32"), special},      // metadata of AWS
	{netip.MustParsePrefix("fd20:ce::/32"), special},       // metadata of Google Cloud

	{netip.MustParsePrefix("127.0.0.0/8"), private},
	{netip.MustParsePrefix("10.0.0.0/8"), private},
	{netip.MustParsePrefix("172.16.0.0/12"), private},
	{netip.MustParsePrefix("192.168.0.0/16"), private},
	{netip.MustParsePrefix("100.64.0.0/10"), private}, // behind a carrier's translation
	{netip.MustParsePrefix("198.18.0.0/15"), private}, // benchmarks; proxies that invent addresses for names
	{netip.MustParsePrefix("::1/128"), private},
	{netip.MustParsePrefix("fc00::/7"), private},

	{netip.MustParsePrefix("192.0.2.0/24"), special}, // documentation
	{netip.MustParsePrefix("198.51.100.0/24"), special},
	{netip.MustParsePrefix("203.0.113.0/24"), special},
	{netip.MustParsePrefix("192.88.99.0/24"), special},
	{netip.MustParsePrefix("240.0.0.0/4"), special},
	{netip.MustParsePrefix("2001::/23"), special}, // protocols; Teredo
	{netip.MustParsePrefix("2001:db8::/32"), special},
	{netip.MustParsePrefix("3fff::/20"), special},
	{netip.MustParsePrefix("2000::/3"), public},
	{netip.MustParsePrefix("::/0"), special},
}

// Ranges that hold an IPv4 address, which is the one that counts.
var (
	nat64   = netip.MustParsePrefix("64:ff9b::/96") // its last four bytes
	sixTo4  = netip.MustParsePrefix("2002::/16")    // its bytes from the third
	within4 = map[netip.Prefix]int{nat64: 12, sixTo4: 2}
)

// kindOf sorts an address, written in whatever form.
func kindOf(addr netip.Addr) kind {
	addr = addr.WithZone("").Unmap()
	for prefix, at := range within4 {
		if prefix.Contains(addr) {
			b := addr.As16()
			return kindOf(netip.AddrFrom4([4]byte(b[at : at+4])))
		}
	}
	for _, k := range kinds {
		if k.prefix.Contains(addr) {
			return k.kind
		}
	}
	return public
}

// reaches reports whether a host may be reached at an address.
func (h Host) reaches(addr netip.Addr) bool {
	addr = addr.Unmap()
	switch kindOf(addr) {
	case never:
		return false
	case special:
		return h.addr == addr
	case private:
		return h.addr == addr || h.Private
	}
	return true
}

package provider

import (
	"net/netip"
	"strconv"
	"strings"
	"unicode"
)

// asCalled is a host as a browser calls it: full-width letters are those of ASCII,
// a number in any spelling is four decimals, and a label with other letters is
// Punycode. So what is shown, what a key belongs to and what is asked are one
// name, and a look-alike can be told from what it looks like. What no browser
// would call stays as it is.
func asCalled(host string) string {
	narrow := strings.Map(narrowed, host)
	if ip, ok := numberedHost(narrow); ok {
		return ip.String()
	}
	if isASCII(narrow) {
		return narrow
	}
	labels := strings.Split(strings.Map(unicode.ToLower, narrow), ".")
	for i, label := range labels {
		if !isASCII(label) {
			labels[i] = "xn--" + punycode([]rune(label))
		}
	}
	return strings.Join(labels, ".")
}

// narrowed maps what every browser maps first: full-width letters and dots.
func narrowed(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case r == '。' || r == '｡':
		return '.'
	}
	return r
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// numberedHost reads an IPv4 address as browsers do (URL Standard, "IPv4
// parser"): one to four numbers, decimal, octal or hexadecimal, of which the
// last one fills what is left.
func numberedHost(host string) (ip netip.Addr, ok bool) {
	parts := strings.Split(strings.TrimSuffix(host, "."), ".")
	if len(parts) > 4 {
		return ip, false
	}
	var bytes [4]byte
	for i, part := range parts {
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (4 - i)
		}
		n, err := numeral(part, bits)
		if err != nil {
			return ip, false
		}
		if bits == 8 {
			bytes[i] = byte(n)
			continue
		}
		for at := 3; at >= i; at-- {
			bytes[at], n = byte(n), n>>8
		}
	}
	return netip.AddrFrom4(bytes), true
}

func numeral(text string, bits int) (uint64, error) {
	lower := strings.ToLower(text)
	if hex, found := strings.CutPrefix(lower, "0x"); found {
		if hex == "" {
			return 0, nil
		}
		return strconv.ParseUint(hex, 16, bits)
	}
	if len(lower) > 1 && lower[0] == '0' {
		return strconv.ParseUint(lower, 8, bits)
	}
	return strconv.ParseUint(lower, 10, bits)
}

// punycode writes a label in ASCII (RFC 3492), without the prefix.
func punycode(label []rune) string {
	const first, skew, damp, bias0 = 0x80, 38, 700, 72
	var out []byte
	for _, r := range label {
		if r < first {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(first), 0, bias0
	for handled := basic; handled < len(label); n++ {
		next := nextPoint(label, n)
		delta += int(next-n) * (handled + 1)
		n = next
		for _, r := range label {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			out = appendInteger(out, delta, bias)
			if handled == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			delta += delta / (handled + 1)
			for bias = 0; delta > (base-tMin)*tMax/2; bias += base {
				delta /= base - tMin
			}
			bias += (base - tMin + 1) * delta / (delta + skew)
			delta, handled = 0, handled+1
		}
		delta++
	}
	return string(out)
}

// The digits of Punycode, and the least and greatest threshold of one.
const base, tMin, tMax = 36, 1, 26

// nextPoint is the least letter of a label from n on.
func nextPoint(label []rune, n rune) rune {
	least := rune(unicode.MaxRune)
	for _, r := range label {
		if r >= n {
			least = min(least, r)
		}
	}
	return least
}

// appendInteger writes a delta in digits of falling weight.
func appendInteger(out []byte, delta, bias int) []byte {
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	for k := base; ; k += base {
		t := min(max(k-bias, tMin), tMax)
		if delta < t {
			return append(out, digits[delta])
		}
		out = append(out, digits[t+(delta-t)%(base-t)])
		delta = (delta - t) / (base - t)
	}
}

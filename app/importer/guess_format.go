package importer

import (
	"net/url"
	"strings"
	"time"
)

// formats are the formats that are guessed. No string has two of them.
var formats = map[string]func(string) bool{
	"date":      isDate,
	"date-time": isDateTime,
	"email":     isEmail,
	"uri":       isURI,
	"uuid":      isUUID,
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func isDateTime(s string) bool {
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}

// isEmail wants one @ between a name and a domain with a dot; stranger addresses
// are strings to a guess.
func isEmail(s string) bool {
	name, domain, ok := strings.Cut(s, "@")
	dot := strings.LastIndexByte(domain, '.')
	strange := func(c rune) bool { return c >= 0x80 || !isWord(byte(c)) && !strings.ContainsRune(".-+%", c) }
	return ok && name != "" && dot > 0 && dot < len(domain)-1 && !strings.Contains(s, "..") &&
		strings.IndexFunc(name, strange) < 0 && strings.Trim(strings.ToLower(domain), "abcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}

// isURI wants a scheme and a host.
func isURI(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && u.Scheme != "" && !strings.ContainsAny(s, " \t\r\n<>\"{}|\\^`") && isASCII(s)
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c > 0x7f }) < 0
}

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i, c := range []byte(strings.ToLower(s)) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (c == '-') || !dash && (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

package locale

// words is a map of pairs: a key, then its text. As a literal, a map of this size
// is written out as code that sets each of its entries; a list of texts is data.
func words(pairs ...string) map[string]string {
	m := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return m
}

package rehearsal

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// options say how a recording is replayed. The zero value replays it at once
// and whole.
type options struct {
	pace, delay time.Duration
	chunk       int // bytes of a piece; 0 leaves the recording's own pieces
	status      int // of an error in place of the recording; 0 for none
	html        bool
	cut         int // bytes of the body after which the connection closes
	cuts        bool
	badJSON     int // number of the event to break, from 1; 0 for none
	noCORS      bool
}

// splitModel separates the names of the recordings from the options behind
// them. A query that can't be read is an option that isn't known.
func splitModel(model string) (names []string, query url.Values) {
	list, text, _ := strings.Cut(model, "?")
	query, err := url.ParseQuery(text)
	if err != nil {
		query = url.Values{text: nil}
	}
	return strings.Split(list, ","), query
}

// parseOptions returns o with the values of a query in place.
func parseOptions(o options, query url.Values) (options, error) {
	for name := range query {
		if err := o.set(name, query.Get(name)); err != nil {
			return o, err
		}
	}
	return o, nil
}

func (o *options) set(name, value string) error {
	var err error
	switch name {
	case "pace":
		o.pace, err = time.ParseDuration(value)
	case "delay":
		o.delay, err = time.ParseDuration(value)
	case "chunk":
		o.chunk, err = count(value)
	case "status":
		o.status, err = count(value)
	case "cut":
		o.cuts = true
		o.cut, err = count(value)
	case "badjson":
		o.badJSON, err = count(value)
	case "html":
		o.html = true
	case "nocors":
		o.noCORS = true
	default:
		return fmt.Errorf("rehearsal: no option %q", name)
	}
	if err != nil {
		return fmt.Errorf("rehearsal: option %s: %w", name, err)
	}
	return nil
}

func count(value string) (int, error) {
	n, err := strconv.ParseUint(value, 10, 31)
	return int(n), err
}

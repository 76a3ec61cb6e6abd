package jsondoc

import "strings"

// Difference is the one edit, as small as can be, that makes a text of another.
// Of repetitions it takes the last.
func Difference(old, text string) Edit {
	start := same(old, text)
	end, most := 0, min(len(old), len(text))-start
	for end+stride <= most && old[len(old)-end-stride:len(old)-end] == text[len(text)-end-stride:len(text)-end] {
		end += stride
	}
	for end < most && old[len(old)-1-end] == text[len(text)-1-end] {
		end++
	}
	return Edit{start, len(old) - end, text[start : len(text)-end]}
}

// stride is how many bytes are compared at once: that takes a tenth of the time
// of one after the other.
const stride = 1 << 10

// same is how many bytes two texts begin with alike.
func same(a, b string) int {
	n, most := 0, min(len(a), len(b))
	for n+stride <= most && a[n:n+stride] == b[n:n+stride] {
		n += stride
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

const (
	longChange = 1 << 10 // bytes of an edit that may hide several
	farApart   = 256     // bytes by which one place may have grown or shrunk
	sameAgain  = 32      // bytes that must agree where two texts meet again
)

// Differences is Difference as several edits, where what lies between the places
// that changed is long: a name that changes where it stands and where it is
// required would else be an edit of all between.
func Differences(old, text string) []Edit {
	whole := Difference(old, text)
	var edits []Edit
	from, to := whole.Start, 0 // what is left begins there in old, and in whole.Text
	for whole.End-from > longChange && len(whole.Text)-to > longChange {
		i, j, ok := meeting(old[from:whole.End], whole.Text[to:])
		if !ok {
			break
		}
		edits = append(edits, Edit{from, from + i, whole.Text[to : to+j]})
		alike := same(old[from+i:whole.End], whole.Text[to+j:])
		from, to = from+i+alike, to+j+alike
	}
	return append(edits, Edit{from, whole.End, whole.Text[to:]})
}

// meeting is where two texts that begin differently are the same again.
func meeting(a, b string) (i, j int, ok bool) {
	for far := 1; far <= farApart; far++ {
		for i := 0; i <= far; i++ {
			j := far - i
			if i+sameAgain <= len(a) && j+sameAgain <= len(b) && a[i] == b[j] && strings.HasPrefix(b[j:], a[i:i+sameAgain]) {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

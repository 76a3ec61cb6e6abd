package ui

import "reflect"

// go-app tells by reflection whether two values are the same, which for the rows
// on a screen takes longer than to draw one of them. Two pointers to the same row
// are told at once: so a row that shows what it showed is the row of before.

// sharing is n with those rows of before, nil for none, that show the same.
func (n *NearRows) sharing(before *NearRows) *NearRows {
	if before == nil {
		return n
	}
	same := n.P == before.P && n.T == before.T && n.Tool == before.Tool && len(n.Rows) == len(before.Rows)
	for i := range min(len(n.Rows), len(before.Rows)) {
		if n.Rows[i].equal(before.Rows[i]) {
			n.Rows[i] = before.Rows[i]
		} else {
			same = false
		}
	}
	if same {
		return before
	}
	return n
}

// equal reports whether two rows show the same.
func (r *Row) equal(o *Row) bool {
	return r.Parameter.Equal(&o.Parameter) &&
		r.Shown == o.Shown && r.ItemsType == o.ItemsType && r.Values == o.Values && r.Ends == o.Ends &&
		r.Folded == o.Folded && r.More == o.More && r.Found == o.Found && r.Clip == o.Clip &&
		r.Current == o.Current && r.NoNull == o.NoNull && r.Uses == o.Uses &&
		alike(r.Problems, o.Problems) &&
		r.Mending.Fix == o.Mending.Fix && r.Mending.Most == o.Mending.Most && alike(r.Mending.Diff, o.Mending.Diff) &&
		(!r.Block.Open && !o.Block.Open || reflect.DeepEqual(r.Block, o.Block))
}

// alike reports whether two lists are the same, which most often are none, or one.
func alike[T any](a, b []T) bool {
	if len(a) != len(b) || (a == nil) != (b == nil) {
		return false
	}
	return len(a) == 0 || &a[0] == &b[0] || reflect.DeepEqual(a, b)
}

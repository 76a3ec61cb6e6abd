package importer

import (
	"toolyard/app/jsondoc"
	"toolyard/app/past"
)

// isBundle knows the file of many playgrounds.
func isBundle(_ jsondoc.Doc, n *jsondoc.Node) bool { return past.IsBundle(n) }

// bundle reads the file of many playgrounds: all of them, or none.
func (r *reading) bundle(n *jsondoc.Node) {
	records, err := past.Unbundle(r.doc, n)
	if err != nil {
		r.rejectShare(err, nil, Span{Start: n.Start, End: n.End})
		return
	}
	r.found.Records = records
	r.rest(RuleMemberLeftOut, n, "toolyard", "playgrounds")
}

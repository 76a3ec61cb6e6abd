package simulator

import (
	"slices"
	"strings"
	"time"
)

// fitting is the least score of an offer that an ask seems to be about: one
// word of its name, one topic, or two words of its description.
const fitting = 8

// maxCalls bounds a plan; no ask of a person wants more at once.
const maxCalls = 8

// aim is an offer with the part of the ask that is about it.
type aim struct {
	offer offer
	ask   string
}

// plan is every call that the ask needs, in order.
func (r *request) plan(ask string) []call {
	var calls []call
	for _, a := range r.aims(ask) {
		for _, f := range r.fanOut(a, ask) {
			calls = append(calls, call{name: a.offer.name, arguments: f.arguments()})
		}
	}
	return calls[:min(len(calls), maxCalls)]
}

// aims picks the offers that the clauses of an ask are about.
func (r *request) aims(ask string) []aim {
	if len(r.offers) == 0 || r.choice == choiceNone {
		return nil
	}
	if r.choice == choiceNamed {
		o, _ := r.offer(r.forced)
		return []aim{{o, ask}}
	}
	r.weigh()
	var aims []aim
	before := "" // clauses that no offer fits yet
	for _, clause := range clauses(ask) {
		best, score := r.best(clause)
		at := slices.IndexFunc(aims, func(a aim) bool { return a.offer.name == best.name })
		switch {
		case score < fitting && len(aims) == 0:
			before += clause
			continue
		case score < fitting:
			at = len(aims) - 1
		case at < 0:
			at = len(aims)
			aims = append(aims, aim{offer: best})
		}
		aims[at].ask += before + clause
		before = ""
	}
	if len(aims) > 0 {
		return aims
	}
	if best, score := r.best(ask); score >= fitting || r.choice == choiceRequired {
		return []aim{{best, ask}}
	}
	return nil
}

// best is the offer that shares most with a text, the first of equals. What all
// offers share tells nothing, so a term counts less the more of them have it.
func (r *request) best(text string) (offer, int) {
	asked := terms(text)
	facts := findFacts(text, someday)
	best, most := r.offers[0], -1
	for i, o := range r.offers {
		score := 0
		for w := range asked {
			score += 12 * r.weights[i][w] / (1 + r.common[w])
		}
		if score += r.bonus(o, facts); score > most {
			best, most = o, score
		}
	}
	return best, most
}

// weigh prepares the offers for best.
func (r *request) weigh() {
	r.weights, r.common = make([]map[string]int, len(r.offers)), map[string]int{}
	for i, o := range r.offers {
		r.weights[i] = r.weightsOf(o)
		for w := range r.weights[i] {
			r.common[w]++
		}
	}
}

// weightsOf is what terms tell about an offer, from 1 to 3.
func (r *request) weightsOf(o offer) map[string]int {
	weights := map[string]int{}
	f := filler{doc: r.doc, root: o.parameters}
	for _, m := range f.members() {
		part := f.resolve(m.Value)
		about := m.Name + " " + text(r.doc, part.Get("description"))
		for _, e := range elements(part.Get("enum")) {
			about += " " + text(r.doc, e)
		}
		for w := range terms(about) {
			weights[w] = 1
		}
	}
	for w := range terms(o.description) {
		weights[w] = 1
		if w[0] == '#' {
			weights[w] = 2
		}
	}
	for w := range terms(o.name) {
		weights[w] = 3
	}
	return weights
}

// bonus is for an offer that can use the kinds of facts there are.
func (r *request) bonus(o offer, facts []fact) int {
	f := filler{doc: r.doc, root: o.parameters, facts: facts}
	score := 0
	for _, m := range f.members() {
		if _, ok := f.find(m.Name, f.resolve(m.Value)); ok {
			score += 3
		}
	}
	return min(score, 6)
}

// fanOut is one filler for each place or number that the ask names, where the
// offer takes only one at a time; otherwise a single one.
func (r *request) fanOut(a aim, whole string) []filler {
	base := baseDay(r.messages)
	facts := shared(findFacts(a.ask, base), findFacts(whole, base))
	f := filler{
		doc: r.doc, root: a.offer.parameters, ask: a.ask, about: r.system(),
		today: base.Format(time.DateOnly), facts: facts,
	}
	for _, k := range []kind{place, identifier} {
		values := distinct(facts, k)
		if len(values) < 2 || f.takers(k) != 1 {
			continue
		}
		var each []filler
		for _, v := range values {
			one := f
			one.facts = slices.DeleteFunc(slices.Clone(facts), func(fa fact) bool { return fa.kind == k && fa.value != v })
			each = append(each, one)
		}
		return each
	}
	return []filler{f}
}

// shared adds the days and places that the whole ask names, where the part that
// is about one offer names none.
func shared(own, all []fact) []fact {
	for _, k := range []kind{place, day} {
		if len(distinct(own, k)) > 0 {
			continue
		}
		for _, fa := range all {
			if fa.kind == k {
				fa.at, fa.end = 0, 0 // it stands elsewhere
				own = append(own, fa)
			}
		}
	}
	return own
}

// takers counts the parameters that take one fact of a kind each.
func (f *filler) takers(k kind) (n int) {
	for _, m := range f.members() {
		part := f.resolve(m.Value)
		if f.typeOf(part) == "array" {
			if items := f.resolve(part.Get("items")); items != nil && slices.Contains(f.roleOf(m.Name, items).kinds, k) {
				return 0
			}
			continue
		}
		if f.typeOf(part) == "string" && part.Get("enum") == nil && slices.Contains(f.roleOf(m.Name, part).kinds, k) {
			n++
		}
	}
	return n
}

func distinct(facts []fact, k kind) []string {
	var values []string
	for _, fa := range facts {
		if fa.kind == k && !slices.Contains(values, fa.value) {
			values = append(values, fa.value)
		}
	}
	return values
}

// system is what the conversation's instructions say.
func (r *request) system() string {
	var texts []string
	for _, m := range r.messages {
		if m.role == "system" || m.role == "developer" {
			texts = append(texts, m.text)
		}
	}
	return strings.Join(texts, "\n")
}

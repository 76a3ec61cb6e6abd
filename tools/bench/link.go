package main

import (
	"fmt"
	"strings"

	"toolyard/app/chat"
	"toolyard/app/sample"
	"toolyard/app/share"
)

// This part opens links to a running page, and makes them. Opening is from the new
// address to the offer, and from the press that takes it to the tools on the
// screen; making is from the press on Share to the link.

const linkTimes = 5

func measureLink(b *bench) (string, error) {
	lines := [][]string{{"median (p95), ms", "characters", "address to offer", "press to tools", "longest task", "Share to link", "longest task"}}
	for _, l := range []struct {
		name string
		of   share.Snapshot
	}{
		{"1 tool", ofTools(1)}, {"3 tools", ofTools(3)}, {"10 tools", ofTools(10)}, {"100 tools", ofTools(100)},
		{"10 tools and a conversation of 1 MB", withTalk(ofTools(10))},
	} {
		if !strings.Contains(l.name, b.rows) {
			continue
		}
		fragment, err := share.Encode(l.of)
		if err != nil {
			return "", err
		}
		var offers, takes, makes []course
		for range linkTimes {
			offer, take, made, err := b.openAndMake(l.of, fragment)
			if err != nil {
				return "", fmt.Errorf("%s: %w", l.name, err)
			}
			say("%s: %+v %+v %+v", l.name, offer, take, made)
			offers, takes, makes = append(offers, offer), append(takes, take), append(makes, made)
		}
		total := func(all []course) string {
			values := of(all, func(c course) float64 { return c.Total })
			return fmt.Sprintf("%.0f (%.0f)", median(values), p95(values))
		}
		longest := func(all []course) string {
			return fmt.Sprintf("%.0f", median(of(all, func(c course) float64 { return c.Longest })))
		}
		lines = append(lines, []string{l.name, fmt.Sprint(len(fragment)), total(offers), total(takes), longest(append(offers, takes...)), total(makes), longest(makes)})
	}
	return linkMethod + "\n" + markdown(lines), nil
}

const linkMethod = `Medians of 5, with p95 behind them. A tool has 20 parameters. The link is opened in a page that runs and holds a sample; a link to a page that is not open costs its opening besides.
`

// openAndMake opens a link in a page of its own, takes it, and makes one of it.
func (b *bench) openAndMake(s share.Snapshot, fragment string) (offer, take, made course, err error) {
	t, err := b.openPlayground(sample.First("en").Snapshot, courseProbe)
	if err != nil {
		return offer, take, made, err
	}
	defer t.close()
	for _, step := range []struct {
		ended string
		do    func() error
		seen  *course
	}{
		{`controls.there("offer-accept")`, func() error { return t.call(nil, "course.go", fragment) }, &offer},
		{fmt.Sprintf(`controls.gone("offer-accept") && controls.count("tool") === %d`, len(s.Tools)), func() error { return t.use("offer-accept") }, &take},
		{`controls.by("share-link")?.value.length > 100`, func() error { return t.use("share-open") }, &made},
	} {
		if err = t.call(nil, "course.until", step.ended); err != nil {
			return offer, take, made, err
		}
		if *step.seen, err = t.course(step.do); err != nil {
			return offer, take, made, err
		}
	}
	return offer, take, made, nil
}

// ofTools is a playground of n tools.
func ofTools(n int) share.Snapshot {
	s := sample.First("en").Snapshot
	s.Tools = tools(n)
	return s
}

// withTalk is a playground with 1 MB of conversation.
func withTalk(s share.Snapshot) share.Snapshot {
	var talk chat.Conversation
	for i := range 64 {
		var b strings.Builder
		for line := 0; b.Len() < argumentsSize/128; line++ {
			fmt.Fprintf(&b, "Line %d of message %d, which says %d of what there is to say.\n", line, i, (line*7919+i*104729)%9973)
		}
		talk, _ = talk.Append(chat.User{Text: b.String()}, 0)
		talk, _ = talk.Append(chat.Assistant{Text: b.String()}, i+1)
	}
	s.Nodes, s.Tip = talk.Nodes(), talk.Tip()
	return s
}

package e2e

import (
	"strconv"

	"toolyard/app/play"
)

// offer is a link that waits.
func (s *sketch) offer() {
	o := s.m.Offer
	if o == nil {
		return
	}
	s.inside(widget{Element: Element{ID: "offer", State: map[string]string{"host": o.Host()}}}, func() {
		s.button("offer-look", true, play.OfferUnfolded{})
		s.button("offer-decline", true, play.OfferDeclined{})
		s.button("offer-accept", true, play.OfferAccepted{})
		for _, h := range o.Hazards {
			s.add(field("offer-warning", map[string]string{"rule": h.Rule, "severity": "warning"}))
		}
		if o.Open {
			s.add(field("offer-holds", nil))
		}
	})
}

// share is the dialog that makes a link.
func (s *sketch) share() {
	m := s.m
	link := m.ShareText("link")
	s.control("share-kind", m.View.Share, play.ShareKindChosen{})
	s.add(field("share-holds", nil))
	if link == "" {
		s.add(field("share-none", nil))
		return
	}
	s.add(field("share-length", map[string]string{"length": strconv.Itoa(len(link))}))
	s.add(field("share-fits", nil))
	s.control("share-link", link, play.LinkTyped{})
	s.button("share-copy", true, play.CopyPressed{What: "link"})
	if m.View.Embeds {
		s.control("embed-kind", string(m.View.Embed), play.EmbedKindChosen{})
		s.control("embed-snippet", m.ShareText("embed"), play.LinkTyped{})
		s.button("embed-copy", true, play.CopyPressed{What: "embed"})
		s.control("badge-markdown", m.ShareText("badge"), play.LinkTyped{})
		s.button("badge-copy", true, play.CopyPressed{What: "badge"})
	}
	s.button("share-embed", true, play.EmbedUnfolded{})
}

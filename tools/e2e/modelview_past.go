package e2e

import (
	"cmp"
	"strconv"
	"strings"

	"toolyard/app/locale"
	"toolyard/app/past"
	"toolyard/app/play"
)

// past is the history of playgrounds.
func (s *sketch) past() {
	h := s.m.View.Past
	s.control("history-name", h.Name, play.SnapshotNamed{})
	s.button("history-keep", true, play.SnapshotKept{})
	s.control("history-search", h.Query, play.HistorySearched{})
	if h.Gone != nil {
		s.inside(widget{Element: Element{ID: "history-gone"}}, func() { s.button("history-back", true, play.EntryBack{}) })
	}
	for _, e := range h.Found() {
		s.entry(e)
	}
	s.button("history-export", len(h.Entries) > 0, play.HistoryExported{})
	s.button("file-export", true, play.FileExported{})
}

func (s *sketch) entry(e past.Entry) {
	h := s.m.View.Past
	state := map[string]string{"id": e.ID, "why": string(e.Why), "pinned": strconv.FormatBool(e.Pinned)}
	s.inside(widget{Element: Element{ID: "history-item", State: state}}, func() {
		if h.Renaming == e.ID {
			s.control("history-new-name", h.NewName, play.RenameTyped{})
			s.button("history-rename-done", true, play.Renamed{})
		} else {
			s.text("history-item-name", cmp.Or(e.Name, e.Title, locale.English.Bar.Untitled))
		}
		changes(s, e.Changes)
		if h.Open == e.ID && h.Compared {
			s.inside(widget{Element: Element{ID: "history-difference"}}, func() { changes(s, h.Changes) })
		}
		s.button("history-restore", e.Why != past.Damaged, play.RestorePressed{ID: e.ID})
		s.button("history-compare", e.Why != past.Damaged, play.EntryOpened{ID: e.ID})
		s.button("history-pin", true, play.EntryPinned{ID: e.ID, On: !e.Pinned})
		s.button("history-rename", true, play.RenameBegun{ID: e.ID})
		s.button("history-download", true, play.EntryExported{ID: e.ID})
		s.button("history-delete", !s.m.At(e.ID), play.EntryDeleted{ID: e.ID})
	})
}

func changes(s *sketch, list []past.Change) {
	for _, c := range list {
		text := locale.English.Past.Change(c.Kind, c.Detail, c.Count)
		s.add(widget{Element: Element{ID: "history-change", State: map[string]string{"change": c.Kind}, Text: filled(text, c)}})
	}
}

// filled is a sentence with what it says of a change.
func filled(text string, c past.Change) string {
	return strings.ReplaceAll(text, "{name}", c.Detail)
}

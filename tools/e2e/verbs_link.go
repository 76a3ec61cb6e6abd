package e2e

import (
	"fmt"
	"strings"

	"toolyard/app/share"
)

func openLink(s *Stage, step Step) error {
	kind, where, _ := strings.Cut(step.Rest, " ")
	link, err := s.link(kind)
	if err != nil {
		return err
	}
	s.opened = link
	s.Page, err = s.Page.Open(link, where != "here")
	return err
}

// link is the one that the share dialog makes.
func (s *Stage) link(kind string) (string, error) {
	if err := s.run("press share-open", "choose share-kind "+kind); err != nil {
		return "", err
	}
	link, err := s.the(Target{{id: "share-link"}}, anyhow)
	if err == nil {
		err = s.checkLink(link.Text)
	}
	if err == nil {
		err = s.run("press dialog-close")
	}
	return link.Text, err
}

// linkAgain holds what a link opened to the whole of what it was made of: every
// byte of it comes out again.
func linkAgain(s *Stage, step Step) error {
	link, err := s.link(step.Rest)
	if err != nil {
		return err
	}
	return same("link", link, s.opened)
}

// checkLink holds a link to carrying none of the keys that were typed.
func (s *Stage) checkLink(link string) error {
	_, fragment, _ := strings.Cut(link, "#")
	snapshot, err := share.Decode(fragment)
	if err != nil {
		return err
	}
	text := share.Marshal(snapshot)
	for _, key := range s.Keys {
		if strings.Contains(text, key) || strings.Contains(link, key) {
			return fmt.Errorf("the link holds a key")
		}
	}
	return nil
}

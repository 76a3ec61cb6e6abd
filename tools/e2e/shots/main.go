// Command shots takes pictures of the main states of the page, as PNGs, to be
// looked at: wide and narrow, light and dark, in both languages.
//
//	cd tools && go run ./e2e/shots -o /tmp/shots
//	cd tools && go run ./e2e/shots -install -o ../web/screenshots
//
// A picture is called STATE-WIDTH-LANGUAGE-SCHEME.png. With -install it takes the
// two that the manifest shows to who may install the app: wide.webp, narrow.webp.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"toolyard/tools/e2e"
)

func main() {
	out := flag.String("o", "shots", "the `folder` to write to")
	site := flag.String("site", "", "a `folder` with a built site; without it the site is built")
	install := flag.Bool("install", false, "take the manifest's two screenshots")
	flag.Parse()
	if err := run(*out, *site, *install); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, site string, install bool) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if site == "" {
		temp, err := os.MkdirTemp("", "toolyard-shots-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		site = filepath.Join(temp, "site")
		if err := e2e.Build(".", site); err != nil {
			return err
		}
	}
	server, err := e2e.Serve(os.DirFS(site), "/")
	if err != nil {
		return err
	}
	defer server.Close()
	browser, err := e2e.NewBrowser()
	if err != nil {
		return err
	}
	defer browser.Close()
	if install {
		return shootInstall(browser, server.URL+"/", out)
	}
	for _, language := range []string{"en", "zh"} {
		page, err := browser.Open(server.URL+"/", e2e.Opening{Language: language})
		if err != nil {
			return err
		}
		if err := shoot(page, out, language); err != nil {
			return err
		}
	}
	return nil
}

// shoot goes through the states on one page.
func shoot(page *e2e.BrowserPage, out, language string) error {
	stage, err := e2e.NewStage(page)
	if err != nil {
		return err
	}
	defer stage.Close()
	for _, state := range e2e.MainStates() {
		if err := stage.Show(state); err != nil {
			return err
		}
		for _, look := range looks {
			if err := look.shoot(page, filepath.Join(out, state.Name+"-"+look.name(language)+".png")); err != nil {
				return err
			}
		}
		if err := wide.apply(page); err != nil { // the next state is reached there
			return err
		}
	}
	return nil
}

// look is a window and a scheme of colours.
type look struct {
	width, height int64
	scheme        string
}

var (
	wide  = look{1440, 900, "light"}
	looks = []look{wide, {1440, 900, "dark"}, {390, 844, "light"}, {390, 844, "dark"}}
)

func (l look) name(language string) string {
	return fmt.Sprintf("%d-%s-%s", l.width, language, l.scheme)
}

func (l look) apply(page *e2e.BrowserPage) error {
	if err := page.Size(l.width, l.height); err != nil {
		return err
	}
	return page.Scheme(l.scheme)
}

func (l look) shoot(page *e2e.BrowserPage, file string) error {
	if err := l.apply(page); err != nil {
		return err
	}
	picture, err := page.Picture()
	if err != nil {
		return err
	}
	return os.WriteFile(file, picture, 0o644)
}

// shootInstall takes the two pictures of the manifest: small, so that a shop
// window costs little.
func shootInstall(browser *e2e.Browser, address, out string) error {
	page, err := browser.Open(address, e2e.Opening{})
	if err != nil {
		return err
	}
	stage, err := e2e.NewStage(page)
	if err != nil {
		return err
	}
	defer stage.Close()
	if err := stage.Show(e2e.State{Name: "install", Lines: "press send\nwait waiting\npress wire-tab[tab=tool-calls]"}); err != nil {
		return err
	}
	for name, l := range map[string]look{"wide": {1280, 800, "light"}, "narrow": {390, 844, "light"}} {
		if err := l.apply(page); err != nil {
			return err
		}
		picture, err := page.WebP(70)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name+".webp"), picture, 0o644); err != nil {
			return err
		}
	}
	return nil
}

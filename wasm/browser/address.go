//go:build js && wasm

package browser

import "strings"

// Address is the page's address up to its fragment.
func (h *Host) Address() string {
	address, _ := splitAddress()
	return address
}

// Framed says whether the page stands inside another one. Where the browser
// doesn't tell, it does: a frame may do less.
func (h *Host) Framed() bool {
	var t try
	same := t.call(t.get(global, "Object"), "is", t.get(global, "window", "top"), t.get(global, "window", "self"))
	return t.err != nil || !t.truthy(same)
}

// Fragment is what stands behind the #, percent-encoded as the address has it.
func (h *Host) Fragment() string {
	_, fragment := splitAddress()
	return fragment
}

// SetFragment replaces the fragment; "" takes the # away too. The page hears no
// hashchange. A browser that refuses, as some do when asked too often, keeps the
// fragment it has.
func (h *Host) SetFragment(fragment string) {
	address := h.Address()
	if fragment != "" {
		address += "#" + fragment
	}
	var t try
	history := t.get(global, "history")
	t.call(history, "replaceState", t.get(history, "state"), "", address)
}

func splitAddress() (address, fragment string) {
	var t try
	address, fragment, _ = strings.Cut(t.text(t.get(global, "location", "href")), "#")
	return address, fragment
}

package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// strokes are the drawings of the icons on a grid of 16 by 16, by name.
var strokes = map[string]string{
	"beside": `<rect x="2.5" y="3" width="11" height="10" rx="1.5"/><path d="M8 3v10"/>`,
	"bin":    `<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5M6.9 7v3.5M9.1 7v3.5"/>`,
	"call":   `<path d="M5.5 3.5 2.5 8l3 4.5M10.5 3.5l3 4.5-3 4.5"/>`,
	"chat":   `<path d="M3 3.5h10v7H7.5L4.5 13v-2.5H3z"/>`,
	"check":  `<path d="m3.5 8.5 3 3 6-7"/>`,
	"copy":   `<rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.5"/><path d="M10.5 3H4.5A1.5 1.5 0 0 0 3 4.5v6"/>`,
	"cut":    `<circle cx="4.5" cy="11.5" r="1.8"/><circle cx="11.5" cy="11.5" r="1.8"/><path d="M5.5 10 11 3M10.5 10 5 3"/>`,
	"down":   `<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
	"lower":  `<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9"/>`,
	"eye":    `<path d="M1.8 8S4 4 8 4s6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4Z"/><circle cx="8" cy="8" r="1.6"/>`,
	"file":   `<path d="M4 2.5h5l3 3v8H4z"/><path d="M9 2.5v3h3"/>`,
	"fold":   `<path d="m5 3 3 3 3-3M5 13l3-3 3 3"/>`,
	"grip":   `<g fill="currentColor" stroke="none"><circle cx="5.5" cy="3.5" r="1.2"/><circle cx="10.5" cy="3.5" r="1.2"/><circle cx="5.5" cy="8" r="1.2"/><circle cx="10.5" cy="8" r="1.2"/><circle cx="5.5" cy="12.5" r="1.2"/><circle cx="10.5" cy="12.5" r="1.2"/></g>`,
	"import": `<path d="M8 2.5v7M5 6.8l3 3 3-3M3 12.5h10"/>`,
	"link":   `<path d="M7 9.5a2.5 2.5 0 0 0 3.5 0l2-2A2.5 2.5 0 0 0 9 4l-.6.6"/><path d="M9 6.5a2.5 2.5 0 0 0-3.5 0l-2 2A2.5 2.5 0 0 0 7 12l.6-.6"/>`,
	"mark":   `<path d="M3 5.5h10M3 10.5h6"/><path d="m10.5 8.5 2.5 2-2.5 2"/>`,
	"moon":   `<path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z"/>`,
	"more":   `<circle cx="3.5" cy="8" r=".6" fill="currentColor"/><circle cx="8" cy="8" r=".6" fill="currentColor"/><circle cx="12.5" cy="8" r=".6" fill="currentColor"/>`,
	"panel":  `<rect x="2.5" y="3.5" width="11" height="9" rx="1.5"/><path d="M10 3.5v9"/>`,
	"paste":  `<path d="M5.5 4H4v9h8V4h-1.5"/><path d="M6 2.5h4v2.5H6z"/>`,
	"plus":   `<path d="M8 3.5v9M3.5 8h9"/>`,
	"redo":   `<path d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10"/><path d="M10.5 4 13 6.5 10.5 9"/>`,
	"result": `<path d="M13 4v3a2.5 2.5 0 0 1-2.5 2.5H3"/><path d="M5.5 7 3 9.5 5.5 12"/>`,
	"retry":  `<path d="M13 8a5 5 0 1 1-1.5-3.5L13 6"/><path d="M13 2.8V6H9.8"/>`,
	"right":  `<path d="m6.5 4.5 3.5 3.5-3.5 3.5"/>`,
	"search": `<circle cx="7" cy="7" r="3.75"/><path d="m10 10 3 3"/>`,
	"stop":   `<rect x="4.5" y="4.5" width="7" height="7" rx="1" fill="currentColor"/>`,
	"sun":    `<circle cx="8" cy="8" r="2.75"/><path d="M8 1.75v1M8 13.25v1M1.75 8h1M13.25 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M12.4 3.6l-.7.7M4.3 11.7l-.7.7"/>`,
	"tool":   `<path d="M9.8 3a3.2 3.2 0 0 0-2.9 4.4L2.8 11.5l1.7 1.7 4.1-4.1A3.2 3.2 0 0 0 13 6.2l-2 2-1.9-.4-.4-1.9 2-2A3.2 3.2 0 0 0 9.8 3Z"/>`,
	"twice":  `<rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.5"/><path d="M10.5 3H4.5A1.5 1.5 0 0 0 3 4.5v6M9.25 7.5v3.5M7.5 9.25H11"/>`,
	"undo":   `<path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6"/><path d="M5.5 4 3 6.5 5.5 9"/>`,
	"unfold": `<path d="m5 6 3-3 3 3M5 10l3 3 3-3"/>`,
	"up":     `<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7"/>`,
	"warn":   `<path d="M8 2.5 14 13H2L8 2.5Z"/><path d="M8 6.5v3M8 11.2v.1"/>`,
	"wire":   `<path d="M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13"/>`,
	"x":      `<path d="m4.5 4.5 7 7m0-7-7 7"/>`,
}

// icon draws one of the strokes. It says nothing to a screen reader: the words
// beside it, or its button's label, do.
func icon(name string) app.UI {
	return app.Raw(`<svg class="i" viewBox="0 0 16 16" aria-hidden="true">` + strokes[name] + `</svg>`)
}

// Package message prints untranslated sentences. It stands in for
// golang.org/x/text/message as far as the schema library uses it.
package message

import (
	"fmt"

	"golang.org/x/text/language"
)

// Printer formats like package fmt, whatever its language.
type Printer struct{}

// NewPrinter returns a Printer; the tag changes nothing.
func NewPrinter(language.Tag) *Printer { return &Printer{} }

// Sprintf is fmt.Sprintf.
func (*Printer) Sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

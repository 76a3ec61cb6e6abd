// Package locale is every sentence that the page says, in every language it
// speaks. A file holds one part of the page: the type of its sentences, and
// their values in English and in Chinese, side by side.
//
// Words of the wire (tool_calls, required, POST) are never translated. In
// Chinese one space stands between Han and Latin letters or digits, and
// punctuation is full width.
package locale

// Text is one language.
type Text struct {
	Bar          Bar
	Tools        Tools
	Parameters   Parameters
	Keywords     Keywords
	Conversation Conversation
	Composer     Composer
	Wire         Wire
	Setup        Setup
	Share        Share
	Examples     Examples
	Errors       Errors
	Notices      Notices
	Repairs      Repairs
	Problems     Problems
	Import       Import
	Fixes        Fixes
	Doctor       Doctor
	Endpoints    Endpoints
	Relay        Relay
	Past         Past
}

// English and Chinese are the languages of the page.
var (
	English = Text{barEN, toolsEN, parametersEN, keywordsEN, conversationEN, composerEN, wireEN, setupEN,
		shareEN, examplesEN, errorsEN, noticesEN, repairsEN, problemsEN, importEN, fixesEN, doctorEN, endpointsEN, relayWordsEN, pastEN}
	Chinese = Text{barZH, toolsZH, parametersZH, keywordsZH, conversationZH, composerZH, wireZH, setupZH,
		shareZH, examplesZH, errorsZH, noticesZH, repairsZH, problemsZH, importZH, fixesZH, doctorZH, endpointsZH, relayWordsZH, pastZH}
)

// For is the text of a language: en or zh.
func For(language string) *Text {
	if language == "zh" {
		return &Chinese
	}
	return &English
}

package importer

// The rules of notes on the text as a whole.
const (
	RuleByteOrderMark = "bom-left-out"        // U+FEFF before the text
	RuleFence         = "fence"               // the JSON was taken out of a Markdown code fence, Detail its language
	RuleFenceOther    = "fence-left-out"      // a code fence has no JSON in it, Detail its language
	RuleProse         = "prose-left-out"      // the words around the JSON were not read
	RuleUnbracketed   = "list-unbracketed"    // values with commas after them, but no brackets around them
	RuleJoined        = "values-joined"       // several JSON values were read as one list, Detail how many
	RuleMemberLeftOut = "member-left-out"     // a member beside the tools, Detail
	RuleMorePages     = "more-pages"          // an MCP list goes on elsewhere (nextCursor)
	RuleConverted     = "dialect-converted"   // a request of another dialect became one of chat completions, Detail the kind
	RuleDefaultName   = "name-made-up"        // nothing names the tool, Detail the name it was given
	RuleRepeated      = "member-repeated"     // a name stands twice in an object: the last one counts, Detail
	RuleRenamed       = "setting-renamed"     // a setting goes by another name here, Detail "old new"
	RuleSettingLost   = "setting-left-out"    // a setting that has no counterpart, Detail
	RuleSecretLost    = "secret-left-out"     // a member that holds a key, Detail its name
	RuleRoleChanged   = "role-changed"        // a role became system, Detail
	RuleFlattened     = "content-flattened"   // a content that was no text, or was in parts, became one text
	RulePartLost      = "part-left-out"       // a part of a message that is no text, Detail its type
	RuleMessageMember = "message-member"      // a member of a message was left out, Detail
	RuleMerged        = "messages-merged"     // two assistant messages in a row became one
	RuleUnpaired      = "result-unpaired"     // a tool result answers no call before it, Detail its id or name
	RuleUnanswered    = "calls-unanswered"    // the conversation goes on although calls have no result
	RuleArguments     = "arguments-rewrapped" // arguments that were a JSON value became text, Detail the tool's name
)

// The rules of notes on a tool.
const (
	RuleToolMember   = "tool-member-left-out" // a member of the tool that has no counterpart, Detail
	RuleTypeAdded    = "tool-type-added"      // {"function": …} without its "type": "function"
	RuleInString     = "parameters-in-string" // the schema stood in a string as JSON text
	RuleDescription  = "description-not-text" // the description is no string and was left out
	RuleTypesLowered = "types-lowered"        // OBJECT became object, Detail how many types
	RuleTitled       = "name-from-title"      // the tool is named after the schema's title, Detail the title
	RuleDescribed    = "description-copied"   // the tool's description is the schema's
	RuleEnumGuessed  = "enum-guessed"         // few distinct strings became an enum, Detail the pointer
	RuleFormat       = "format-guessed"       // all strings had one format, Detail "pointer format"
	RuleTypeUnknown  = "type-unguessed"       // only null was seen: the schema allows everything, Detail the pointer
	RuleItemsUnknown = "items-unguessed"      // only empty arrays were seen, Detail the pointer
)

// The rules of rejects, besides those of jsondoc and share.
const (
	RuleNothing        = "nothing-found"         // nothing in the text that could be imported
	RuleUnsupported    = "form-unsupported"      // known, but not read, Detail what: openapi, tool-call, response
	RuleToolUnreadable = "tool-unreadable"       // an element of a list of tools that is none, Detail its JSON type
	RuleToolBuiltIn    = "tool-built-in"         // a tool that its provider runs, Detail its type
	RuleToolCustom     = "tool-custom"           // a tool that takes free text instead of arguments, Detail its name
	RuleToolName       = "tool-name-not-text"    // the name of the tool is no string
	RuleParameters     = "parameters-not-object" // the parameters are no JSON object, Detail the tool's name
	RuleNoList         = "not-a-list"            // tools or messages that are no array, Detail the member
	RuleMessage        = "message-unreadable"    // a message without a known role, Detail the role
	RuleSecond         = "second-request"        // a further request or playground in the same text
	RuleSampleKind     = "sample-not-object"     // a sample that is no object, Detail its JSON type
	RuleTooDeep        = "sample-too-deep"       // the schema would nest deeper than a text may
)

// Rules lists every rule that a Note or a Reject of this package can have, for
// whoever must have a sentence for each.
func Rules() []string {
	return []string{
		RuleByteOrderMark, RuleFence, RuleFenceOther, RuleProse, RuleUnbracketed, RuleJoined, RuleMemberLeftOut,
		RuleMorePages, RuleConverted, RuleDefaultName, RuleRepeated, RuleRenamed, RuleSettingLost, RuleSecretLost,
		RuleRoleChanged, RuleFlattened, RulePartLost, RuleMessageMember, RuleMerged, RuleUnpaired, RuleUnanswered,
		RuleArguments,
		RuleToolMember, RuleTypeAdded, RuleInString, RuleDescription, RuleTypesLowered, RuleTitled, RuleDescribed,
		RuleEnumGuessed, RuleFormat, RuleTypeUnknown, RuleItemsUnknown,
		RuleNothing, RuleUnsupported, RuleToolUnreadable, RuleToolBuiltIn, RuleToolCustom, RuleToolName,
		RuleParameters, RuleNoList, RuleMessage, RuleSecond, RuleSampleKind, RuleTooDeep,
	}
}

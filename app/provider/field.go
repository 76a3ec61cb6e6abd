package provider

// Fields of FieldError, Set and Action: the data-testid of the control that holds
// the setting.
const (
	FieldBaseURL     = "base-url"
	FieldModel       = "model"
	FieldPreset      = "preset"
	FieldAuth        = "auth-style"
	FieldDialect     = "dialect"
	FieldEcho        = "echo"
	FieldStream      = "stream"
	FieldTemperature = "temperature"
	FieldMaxTokens   = "max-tokens"
	FieldToolChoice  = "tool-choice"
	FieldParallel    = "parallel-tool-calls"
	FieldExtra       = "extra-body"
	FieldToolName    = "tool-name"
	FieldToolStrict  = "tool-strict"
	FieldSchema      = "schema-json"
)

// Rules of FieldError. The page has one sentence a rule. Where the setting is
// that of a tool, Detail is the tool's name.
const (
	RuleAddressMissing      = "address-missing"      // no base URL
	RuleAddressInvalid      = "address-invalid"      // the base URL can't be read
	RuleAddressScheme       = "address-scheme"       // neither http nor https, Detail
	RuleAddressUser         = "address-user"         // a name or password in the base URL: it would be sent and shared
	RuleModelMissing        = "model-missing"        // no model
	RuleNumberInvalid       = "number-invalid"       // not a JSON number, Detail
	RuleIntegerInvalid      = "integer-invalid"      // not a whole number above zero, Detail
	RuleTruthInvalid        = "truth-invalid"        // neither true nor false, Detail
	RuleJSONInvalid         = "json-invalid"         // not JSON
	RuleObjectExpected      = "object-expected"      // JSON, but no object
	RuleNameMissing         = "name-missing"         // a tool without a name
	RuleChoiceUnknown       = "choice-unknown"       // a tool choice that no dialect knows, Detail
	RuleChoiceToolAbsent    = "choice-tool-absent"   // the tool to be called is not offered, Detail is its name
	RuleChoiceUnsupported   = "choice-unsupported"   // the dialect can't say "required"
	RuleParallelUnsupported = "parallel-unsupported" // the dialect can't speak of parallel calls
	RuleStrictUnsupported   = "strict-unsupported"   // the dialect has no strict functions
)

// FieldRules lists every rule that a FieldError can have.
var FieldRules = []string{
	RuleAddressMissing, RuleAddressInvalid, RuleAddressScheme, RuleAddressUser,
	RuleModelMissing, RuleNumberInvalid, RuleIntegerInvalid, RuleTruthInvalid,
	RuleJSONInvalid, RuleObjectExpected, RuleNameMissing,
	RuleChoiceUnknown, RuleChoiceToolAbsent, RuleChoiceUnsupported,
	RuleParallelUnsupported, RuleStrictUnsupported,
}

package provider

// Preset fills an endpoint in. Presets are data: adding one is a row of Presets
// and needs no code.
type Preset struct {
	ID      string // stable: links and the page know it by this
	Name    string // as the provider writes it
	Group   Group
	BaseURL string // "" where the person has to type it; {…} stands for a part that is the person's own
	Auth    AuthStyle
	Dialect string
	Models  []string // as documented or recorded, the first one filled in; none where only the endpoint knows them
	Echo    Echo     // what goes back of reasoning; "" is EchoAlways
	Quirks  []Quirk  // what a person should know before the first request
	Twin    string   // the preset of the same provider's other site, whose keys are others
	Docs    string   // where a person reads on
	Browser Browser
}

// Group is where a preset stands in the list.
type Group string

const (
	GroupNone   Group = ""       // the simulator and the custom endpoint
	GroupRelay  Group = "relay"  // one key for the models of several vendors
	GroupVendor Group = "vendor" // whoever serves models of their own, or of others under one roof
	GroupLocal  Group = "local"  // a server on the person's own machine
)

// Groups are the groups in the order of Presets.
var Groups = []Group{GroupNone, GroupRelay, GroupVendor, GroupLocal}

// Quirk is something that a provider does otherwise than most. The page has one
// sentence a quirk.
type Quirk string

const (
	QuirkErrorsInSuccess  Quirk = "errors-in-success" // errors come under HTTP 200
	QuirkFunctionsOnly    Quirk = "functions-only"    // documents the legacy functions alone, and calls them required
	QuirkManyVendors      Quirk = "many-vendors"      // a model keeps the rules of the vendor behind it
	QuirkNoSampling       Quirk = "no-sampling"       // no temperature but 1 while a model reasons
	QuirkReasoningTools   Quirk = "reasoning-tools"   // no function tools while a model reasons
	QuirkBadKeyIs400      Quirk = "bad-key-is-400"    // 400, where others say 401
	QuirkKeysPerSite      Quirk = "keys-per-site"     // a key is good on the site that made it
	QuirkChoiceAutoOnly   Quirk = "choice-auto-only"  // no tool choice but auto
	QuirkChoiceThinking   Quirk = "choice-thinking"   // no forced tool choice while it thinks
	QuirkChoiceIgnored    Quirk = "choice-ignored"    // a tool choice is read over
	QuirkOneCall          Quirk = "one-call"          // one call a message unless parallel calls are asked for
	QuirkNoParallel       Quirk = "no-parallel"       // parallel_tool_calls is refused
	QuirkToolNames        Quirk = "tool-names"        // names of 3 to 64 characters that begin with a letter; 128 tools
	QuirkBalanceIs429     Quirk = "balance-is-429"    // no balance comes as 429
	QuirkDebtIs403        Quirk = "debt-is-403"       // an account in debt comes as 403
	QuirkArgumentsChecked Quirk = "arguments-checked" // a call that does not fit its schema is an error
	QuirkSmallStrict      Quirk = "small-strict"      // strict: 100 properties, 5 levels
	QuirkNoStrict         Quirk = "no-strict"         // strict is not known
	QuirkSchemaSubset     Quirk = "schema-subset"     // a part of JSON Schema only
	QuirkErrorsHidden     Quirk = "errors-hidden"     // a browser can't read its errors
	QuirkOwnModelNames    Quirk = "own-model-names"   // the model is the name of one's own deployment
	QuirkNeedsOrigins     Quirk = "needs-origins"     // Ollama: OLLAMA_ORIGINS
	QuirkNeedsCORS        Quirk = "needs-cors"        // LM Studio: its switch
	QuirkNeedsJinja       Quirk = "needs-jinja"       // llama.cpp: --jinja
	QuirkNeedsToolFlags   Quirk = "needs-tool-flags"  // vLLM: --enable-auto-tool-choice, --tool-call-parser
	QuirkLocalNetwork     Quirk = "local-network"     // a page from elsewhere asks for the local network first
)

// Quirks lists every quirk.
var Quirks = []Quirk{
	QuirkErrorsInSuccess, QuirkFunctionsOnly, QuirkManyVendors, QuirkNoSampling,
	QuirkReasoningTools, QuirkBadKeyIs400, QuirkKeysPerSite, QuirkChoiceAutoOnly,
	QuirkChoiceThinking, QuirkChoiceIgnored, QuirkOneCall, QuirkNoParallel,
	QuirkToolNames, QuirkBalanceIs429, QuirkDebtIs403, QuirkArgumentsChecked,
	QuirkSmallStrict, QuirkNoStrict, QuirkSchemaSubset, QuirkErrorsHidden,
	QuirkOwnModelNames, QuirkNeedsOrigins, QuirkNeedsCORS, QuirkNeedsJinja,
	QuirkNeedsToolFlags, QuirkLocalNetwork,
}

// Browser says whether a page may call the endpoint, and how that is known.
type Browser struct {
	Reach    Reach
	Evidence string
	Date     string // of the evidence: year-month, "" where there is none
}

// Reach is whether browsers get through.
type Reach string

const (
	ReachYes         Reach = "yes"
	ReachNo          Reach = "no"
	ReachConditional Reach = "conditional" // after a setting on the server
	ReachUnknown     Reach = "unknown"
)

// Ids of presets that code asks for by name.
const (
	Custom = "custom" // any other endpoint
	ollama = "ollama"
)

// Endpoint is the preset with its first model.
func (p Preset) Endpoint() Endpoint {
	e := Endpoint{Provider: p.ID, BaseURL: p.BaseURL, Auth: p.Auth, Dialect: p.Dialect}
	if len(p.Models) > 0 {
		e.Model = p.Models[0]
	}
	return e
}

// Covers reports whether an endpoint can be that of the preset, although its
// base URL was typed over: it has the preset's origin, or the preset is of a
// server that every person has at an address of their own.
func (p Preset) Covers(e Endpoint) bool {
	own := p.Endpoint().Origin()
	return own == "" || p.Group == GroupLocal || own == e.Origin()
}

// Has reports whether the preset has a quirk.
func (p Preset) Has(q Quirk) bool {
	for _, own := range p.Quirks {
		if own == q {
			return true
		}
	}
	return false
}

// PresetByID finds a preset.
func PresetByID(id string) (Preset, bool) {
	for i := range Presets {
		if Presets[i].ID == id {
			return Presets[i], true
		}
	}
	return Preset{}, false
}

package provider

// Preset fills an endpoint in. Presets are data: adding one needs no code.
type Preset struct {
	ID      string // stable: links and the page know it by this
	Name    string // as the provider writes it
	BaseURL string
	Auth    AuthStyle
	Dialect string
	Models  []string // as documented, the first one filled in; any other can be typed
	Docs    string   // where a person reads on
	Browser Browser
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

// Custom is the id of the preset for any other endpoint.
const Custom = "custom"

// Endpoint is the preset with its first model.
func (p Preset) Endpoint() Endpoint {
	e := Endpoint{Provider: p.ID, BaseURL: p.BaseURL, Auth: p.Auth, Dialect: p.Dialect}
	if len(p.Models) > 0 {
		e.Model = p.Models[0]
	}
	return e
}

// PresetByID finds a preset.
func PresetByID(id string) (Preset, bool) {
	for _, p := range Presets {
		if p.ID == id {
			return p, true
		}
	}
	return Preset{}, false
}

// Presets are in the order the page offers them. Models and addresses are those
// of the providers' own documents.
var Presets = []Preset{
	{
		ID: Simulator, Name: "Simulator", Auth: AuthNone, Dialect: "chat-tools",
		BaseURL: "simulator:/v1", // no address: nothing leaves the page
		Models:  []string{"simulator"},
		Browser: Browser{ReachYes, "it is part of the page", ""},
	},
	{
		ID: "dmxapi", Name: "DMXAPI", Auth: AuthRaw, Dialect: "chat-tools",
		BaseURL: "https://www.dmxapi.cn/v1",
		Models:  []string{"gpt-5-mini"},
		Docs:    "https://docs.dmxapi.cn",
		Browser: Browser{ReachUnknown, "not measured", ""},
	},
	{
		ID: "bingcheng", Name: "冰橙", Auth: AuthBearer, Dialect: "chat-functions",
		BaseURL: "https://yewu.bcwhkj.cn/v1",
		Models: []string{"gpt-3.5-turbo", "gpt-4o", "gpt-4o-mini", "gpt-4-0613",
			"gpt-3.5-turbo-1106", "gpt-3.5-turbo-0613", "gpt-4-1106-preview"},
		Docs:    "https://app.apifox.com/web/project/3216478/apis/api-124906303-run",
		Browser: Browser{ReachUnknown, "not measured", ""},
	},
	{
		ID: "crazyrouter", Name: "Crazyrouter", Auth: AuthBearer, Dialect: "chat-tools",
		BaseURL: "https://crazyrouter.com/v1",
		Models: []string{"gpt-4o", "gpt-4o-mini", "gpt-4-turbo", "claude-sonnet-4-20250514",
			"claude-opus-4-20250514", "gemini-2.5-pro", "gemini-2.5-flash"},
		Docs:    "https://docs.crazyrouter.com",
		Browser: Browser{ReachUnknown, "not measured; its relay software admits browsers by default", ""},
	},
	{
		ID: "winfull", Name: "伝富AI", Auth: AuthBearer, Dialect: "chat-tools",
		BaseURL: "https://api.winfull.cloud-ip.cc/v1",
		Models:  []string{"gpt-4o"},
		Docs:    "https://winfull.apifox.cn",
		Browser: Browser{ReachUnknown, "not measured; its relay software admits browsers by default", ""},
	},
	{
		ID: "openai", Name: "OpenAI", Auth: AuthBearer, Dialect: "chat-tools",
		BaseURL: "https://api.openai.com/v1",
		Models:  []string{"gpt-4.1-mini", "gpt-4.1", "gpt-5.4-mini", "gpt-5.4"},
		Docs:    "https://developers.openai.com/api",
		Browser: Browser{ReachYes, "preflight for Authorization and Content-Type accepted", "2026-08"},
	},
	{
		ID: "deepseek", Name: "DeepSeek", Auth: AuthBearer, Dialect: "chat-tools",
		BaseURL: "https://api.deepseek.com/v1",
		Models:  []string{"deepseek-flash", "deepseek-v4-flash", "deepseek-v4-pro"},
		Docs:    "https://api-docs.deepseek.com",
		Browser: Browser{ReachYes, "called from a page; answers mirror the origin", "2026-06"},
	},
	{
		ID: "openrouter", Name: "OpenRouter", Auth: AuthBearer, Dialect: "chat-tools",
		BaseURL: "https://openrouter.ai/api/v1",
		Models:  []string{"openai/gpt-4o-mini", "anthropic/claude-sonnet-4", "google/gemini-2.5-flash"},
		Docs:    "https://openrouter.ai/docs",
		Browser: Browser{ReachYes, "every recorded answer allows any origin", "2026-08"},
	},
	{
		ID: "ollama", Name: "Ollama", Auth: AuthNone, Dialect: "chat-tools",
		BaseURL: "http://localhost:11434/v1",
		Models:  []string{"qwen3", "gpt-oss:20b"},
		Docs:    "https://docs.ollama.com",
		Browser: Browser{ReachConditional, "only pages on this machine, unless OLLAMA_ORIGINS names others", "2026-10"},
	},
	{
		ID: Custom, Name: "Custom", Auth: AuthBearer, Dialect: "chat-tools",
		Browser: Browser{ReachUnknown, "depends on the endpoint", ""},
	},
}

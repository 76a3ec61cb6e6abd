package sample

import (
	"testing"

	"toolyard/app/chat"
	"toolyard/app/jsondoc"
	"toolyard/app/provider"
	"toolyard/app/tool"
)

// documented are the example requests of the vendors' own documents.
var documented = map[string]string{
	"dmxapi": `{"model":"gpt-5-mini","max_tokens":16384,"temperature":1,"stream":false,
		"messages":[{"role":"user","content":"上海今天几度？"}],
		"tools":[{"type":"function","function":{"name":"get_current_weather","description":"获得天气信息",
		"parameters":{"type":"object","properties":{"location":{"type":"string","description":"上海, 中国"},
		"unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}}}]}`,
	"bingcheng": `{"messages":[{"role":"system","content":"你是一个能干的助手."},
		{"role":"user","content":"谁赢得了2020年的世界职业棒球大赛?"},
		{"role":"assistant","content":"洛杉矶道奇队在2020年赢得了世界职业棒球大赛冠军."},
		{"role":"user","content":"它在哪里举办的?"}],"model":"gpt-3.5-turbo","max_tokens":4000,"stream":false}`,
	"crazyrouter": `{"model":"gpt-4o","tool_choice":"auto",
		"messages":[{"role":"user","content":"北京今天天气怎么样?顺便帮我搜一下雨伞"}],
		"tools":[{"type":"function","function":{"name":"get_weather","description":"获取指定城市的天气信息",
		"parameters":{"type":"object","properties":{"city":{"type":"string","description":"城市名称,如:北京"},
		"unit":{"type":"string","enum":["celsius","fahrenheit"],"description":"温度单位"}},"required":["city"]}}},
		{"type":"function","function":{"name":"search_products","description":"搜索商品",
		"parameters":{"type":"object","properties":{"query":{"type":"string","description":"搜索关键词"},
		"max_price":{"type":"number","description":"最高价格"}},"required":["query"]}}}]}`,
	"winfull": `{"stream":false,"messages":[{"role":"user","content":"北京今天天气怎么样"}],
		"tools":[{"type":"function","function":{"name":"get_current_weather",
		"description":"Get the current weather in a given location",
		"parameters":{"type":"object","properties":{"location":{"type":"string",
		"description":"The city and state, e.g. San Francisco, CA"},
		"unit":{"type":"string","enum":["celsius","fahrenheit"]}},"required":["location"]}}}],
		"max_tokens":1000,"temperature":0.8,"model":"gpt-4o"}`,
}

// TestVendorsSendTheirExample: the request of a vendor's sample has the JSON
// values of the vendor's own example.
func TestVendorsSendTheirExample(t *testing.T) {
	seen := 0
	for _, s := range All("zh") {
		example, ok := documented[s.ID]
		if !ok {
			continue
		}
		seen++
		got, want := jsondoc.Parse(request(t, s).Body), jsondoc.Parse(example)
		if !want.OK() || !jsondoc.Equal(got, got.Root, want, want.Root) {
			t.Errorf("%s:\n got %s\nwant %s", s.ID, got.Text, jsondoc.Compact(want, want.Root))
		}
	}
	if seen != len(documented) {
		t.Errorf("%d of %d vendors have a sample", seen, len(documented))
	}
}

// request is what the page sends for a sample's prompt.
func request(t *testing.T, s Sample) provider.Request {
	t.Helper()
	dialect, ok := provider.ByName(s.Snapshot.Endpoint.Dialect)
	if !ok {
		t.Fatalf("%s: dialect %q", s.ID, s.Snapshot.Endpoint.Dialect)
	}
	var messages []chat.Message
	if s.Snapshot.System != "" {
		messages = append(messages, chat.System{Text: s.Snapshot.System})
	}
	messages = append(messages, chat.Restore(s.Snapshot.Nodes, s.Snapshot.Tip).Messages()...)
	r, err := dialect.Request(provider.Completion{
		Endpoint: s.Snapshot.Endpoint,
		Options:  s.Snapshot.Options,
		Messages: append(messages, chat.User{Text: s.Snapshot.Prompt}),
		Tools:    tool.Offered(s.Snapshot.Tools),
	})
	if err != nil {
		t.Fatalf("%s: %v", s.ID, err)
	}
	return r
}

// TestEndpointsAreThePresets: a sample names a preset, and has what it fills in.
func TestEndpointsAreThePresets(t *testing.T) {
	for _, language := range languages {
		for _, s := range All(language) {
			e := s.Snapshot.Endpoint
			preset, ok := provider.PresetByID(e.Provider)
			if want := preset.Endpoint(); !ok || e != want {
				t.Errorf("%s: endpoint %+v, preset %+v", s.ID, e, want)
			}
			request(t, s)
		}
	}
}

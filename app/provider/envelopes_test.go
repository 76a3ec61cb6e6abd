package provider

import (
	"slices"
	"strconv"
	"testing"
)

// TestEveryEnvelope has a case for each row of the recogniser, in its order; a
// row that could be taken for a later one stands for itself.
func TestEveryEnvelope(t *testing.T) {
	seen := map[string]bool{}
	for i, test := range []struct {
		status int
		body   string
		family string
		kind   Kind
	}{
		{400, `{"type":"error","error":{"type":"invalid_request_error","message":"m"},"request_id":"req_1"}`, "anthropic", KindRequest},
		{500, `{"type":"error","error":{"type":"new_api_error","message":"m (request id: 1)"}}`, "anthropic", KindProvider}, // new-api for Claude
		{400, `{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}`, "google", KindKey},
		{503, `{"error":{"message":"当前分组 a 下对于模型 m 无可用渠道 (request id: 2)","type":"one_api_error"}}`, "one-api", KindModel},
		{500, `{"error":{"message":"m","type":"shell_api_error","code":"x"}}`, "one-api", KindProvider},
		{200, `{"error":{"message":"Provider returned error","code":502,"metadata":{"provider_name":"P","raw":"bad gateway"}}}`, "openrouter", KindProvider},
		{200, `{"error":{"code":502,"message":"Bad gateway.","param":null,"type":"cf_bad_gateway"}}`, "openrouter", KindProvider},
		{429, `{"error":{"message":"m","type":"requests","param":null,"code":"rate_limit_exceeded"}}`, "openai", KindRate},
		{200, `{"codes":900,"mess":"密钥错误或已过期","data":"token"}`, "bingcheng", KindKey},
		{200, `{"codes":"300","mess":"额度不足","data":""}`, "bingcheng", KindQuota},
		{200, `{"base_resp":{"status_code":1004,"status_msg":"login fail"}}`, "minimax", KindKey},
		{401, `{"id":"1","base_resp":{"status_code":2049,"status_msg":"invalid api key"}}`, "minimax", KindKey},
		{400, `{"code":20012,"message":"Model does not exist.","data":null}`, "siliconflow", KindModel},
		{400, `{"code":"invalid-argument","error":"Incorrect API key provided"}`, "xai", KindKey},
		{400, `{"object":"error","message":"Invalid model: m","type":"invalid_model","param":null,"code":"1500","raw_status_code":400}`, "mistral", KindModel},
		{401, `{"detail":"Invalid API Key"}`, "fastapi", KindKey},
		{422, `{"detail":[{"loc":["body","tools"],"msg":"m","type":"t"}]}`, "fastapi", KindRequest},
		{401, `{"id":"1","message":"Incorrect API key provided"}`, "cohere", KindKey},
		{400, `{"error_type":"TOO_MANY_TOKENS","message":"m","id":"1"}`, "cohere", KindContext},
		{403, `{"message":"m"}`, "cohere", KindPermission}, // AWS
		{404, `{"error":"model 'x' not found"}`, "ollama", KindModel},
		{200, `{"success":false,"message":"无效的令牌"}`, "new-api", KindKey},
		{500, `{"msg":"m"}`, "relay", KindProvider},
		{500, `{"err":"m"}`, "relay", KindProvider},
		{500, `{"error_msg":"m"}`, "relay", KindProvider},
		{500, `{"header":{"message":"m"}}`, "relay", KindProvider},
		{500, `{"response":{"error":{"message":"m"}}}`, "relay", KindProvider},
		{401, `"Invalid token"`, "text", KindKey},
		{404, `404 page not found`, "text", KindEndpoint},
		{403, `<html><title>Attention Required! | Cloudflare</title></html>`, "html", KindEndpoint},
		{200, `{"choices":[]}`, "", KindEmpty},
		{200, `{"id":"1","object":"chat.completion"}`, "text", KindEndpoint},
	} {
		r := NewReader(ChatTools, test.status, "application/json")
		r.Feed([]byte(test.body))
		_, outcome := r.End()
		if outcome.Error == nil {
			t.Errorf("%s: no error", test.body)
			continue
		}
		what := strconv.Itoa(i) + " " + test.body
		check(t, what+": family", outcome.Error.Family, test.family)
		check(t, what+": kind", outcome.Error.Kind, test.kind)
		seen[test.family] = true
	}
	for _, e := range envelopes {
		if !seen[e.family] {
			t.Errorf("no case of %s", e.family)
		}
	}
}

// TestRelaySentences holds what relays of the one-api family say, in their
// source, to what it means for a person.
func TestRelaySentences(t *testing.T) {
	p, _ := PresetByID("one-api")
	for _, test := range []struct {
		status        int
		code, message string
		kind          Kind
		advice        string
	}{
		{401, "", "无效的令牌", KindKey, "key"},
		{401, "", "Invalid token", KindKey, "key"},
		{401, "", "未提供令牌", KindKey, "key-header"},
		{401, "", "该令牌已过期", KindKey, "key-expired"},
		{401, "", "该令牌状态不可用", KindKey, "key-disabled"},
		{401, "", "该令牌额度已用尽", KindQuota, "quota-token"},
		{401, "", "该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = -1", KindQuota, "quota-token"},
		{403, "pre_consume_token_quota_failed", "token quota is not enough", KindQuota, "quota-token"},
		{403, "insufficient_user_quota", "用户额度不足", KindQuota, "quota"},
		{403, "", "用户已被封禁", KindPermission, "account-banned"},
		{403, "", "该令牌只能在指定网段使用：10.0.0.0/8", KindPermission, "address-barred"},
		{403, "", "您的 IP 不在令牌允许访问的列表中", KindPermission, "address-barred"},
		{403, "", "该令牌无权使用模型：m", KindModel, "model-group"},
		{403, "", "该令牌无权访问模型 m", KindModel, "model-group"},
		{403, "", "分组 vip 已被禁用", KindPermission, "key-group"},
		{403, "", "令牌分组 vip 已被弃用", KindPermission, "key-group"},
		{503, "", "当前分组 a 下对于模型 m 无可用渠道", KindModel, "model-group"},
		{503, "model_not_found", "No available channel for model m under group a", KindModel, "model-group"},
		{500, "do_request_failed", "请求上游地址失败", KindRelay, "relay-upstream"},
		{500, "get_channel_failed", "m", KindRelay, "relay"},
		{500, "channel:no_available_key", "m", KindRelay, "relay-key"},
		{500, "channel:invalid_key", "m", KindRelay, "relay-key"},
		{500, "channel:model_mapped_error", "m", KindRelay, "relay"},
		{500, "channel:response_time_exceeded", "m", KindRelay, "relay"},
		{500, "bad_response_status_code", "m", KindRelay, "relay-upstream"},
		{500, "bad_response_body", "m", KindRelay, "relay-upstream"},
		{500, "empty_response", "m", KindRelay, "relay-upstream"},
		{500, "sensitive_words_detected", "m", KindContent, "content"},
		{400, "prompt_blocked", "m", KindContent, "content"},
		{500, "model_price_error", "m", KindModel, "model"},
		{403, "access_denied", "m", KindPermission, "permission"},
		{400, "invalid_request", "m", KindRequest, "request"},
		{429, "", "您已达到请求数限制：1 分钟内最多请求 10 次", KindRate, "rate"},
		{429, "", "当前分组上游负载已饱和，请稍后再试", KindRate, "rate-upstream"},
	} {
		body := `{"error":{"message":"` + test.message + ` (request id: 20261100)","type":"new_api_error","param":"","code":"` + test.code + `"}}`
		e := ReadError(test.status, body)
		what := test.message + test.code
		check(t, what+": kind", e.Kind, test.kind)
		check(t, what+": request id", e.RequestID, "20261100")
		check(t, what+": advice", Advise(e, Completion{Endpoint: p.Endpoint(), Key: testKey}).ID, test.advice)
	}
}

// TestConcerns: a quirk is told beside a setting that it is about.
func TestConcerns(t *testing.T) {
	for _, test := range []struct {
		preset string
		change func(*Completion)
		want   []Quirk
	}{
		{"ollama", func(*Completion) {}, []Quirk{QuirkChoiceIgnored, QuirkNoStrict}},
		{"ollama", func(c *Completion) { c.Options.ToolChoice, c.Tools = "auto", c.Tools[1:] }, nil},
		{"zhipu", func(*Completion) {}, []Quirk{QuirkChoiceAutoOnly}},
		{"deepseek", func(c *Completion) { c.Options.ToolChoice = "required" }, []Quirk{QuirkChoiceThinking}},
		{"cerebras", func(*Completion) {}, []Quirk{QuirkNoParallel}},
		{"cerebras", func(c *Completion) { c.Options.ParallelToolCalls = "" }, nil},
		{"moonshot", func(c *Completion) { c.Options.ToolChoice = "" }, []Quirk{QuirkNoSampling}},
		{"moonshot", func(c *Completion) { c.Options.ToolChoice = ""; c.Options.Temperature = "1"; c.Tools[0].Name = "to" },
			[]Quirk{QuirkToolNames}},
		{"openai", func(c *Completion) { c.Options.Temperature = "" }, nil},
		{"nobody", func(*Completion) {}, nil},
	} {
		c := forced(test.preset)
		test.change(&c)
		if got := c.Concerns(); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.preset, got, test.want)
		}
	}
}

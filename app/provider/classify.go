package provider

import (
	"strconv"
	"strings"
)

// sign is words by which an error gives its kind away, wherever they stand in
// its code, type or message; all in lower case.
type sign struct {
	kind  Kind
	words []string
}

// signs are tried in order: what is particular comes before what is general, as
// "no channel for this model" would otherwise be about the relay, and "this
// token has used up its credit" about the key.
var signs = []sign{
	{KindRequest, []string{"--jinja", "--enable-auto-tool-choice"}}, // the server lacks a setting; llama.cpp says 500
	{KindCORS, []string{"cors requests are not allowed"}},
	{KindRelay, []string{"channel:", "get_channel_failed", "do_request_failed", "bad_response", "empty_response", "上游地址"}},
	{KindQuota, []string{"insufficient_quota", "insufficient_user_quota", "pre_consume_token_quota_failed",
		"current quota", "quota exceeded", "quota is not enough", "insufficient balance", "insufficient credit", "credit balance",
		"more credits", "billing_error", "billing_not_active", "billing hard limit", "payment required", "arrearage", "overdue",
		"额度", "余额", "欠费", "充值"}},
	{KindRate, []string{"rate_limit", "rate limit", "rate-limit", "ratelimit", "too many requests", "too_many_requests",
		"requests per min", "tokens per min", "throttl", "resource_exhausted", "频繁", "限流", "速率", "并发"}},
	{KindContext, []string{"context_length", "context length", "context window", "context_size", "too_many_prompt_tokens",
		"too_many_tokens", "prompt is too long", "prompt too long", "messages is too long", "input is too long",
		"token limit reached", "上下文"}},
	{KindContent, []string{"content_filter", "content filter", "content_policy", "content management policy", "responsibleai",
		"sensitive_words", "prompt_blocked", "data_inspection_failed", "inappropriate content", "content exists risk", "内容安全", "敏感"}},
	{KindModel, []string{"model_not_found", "deploymentnotfound", "invalid_model", "invalid model", "not a valid model",
		"unknown model", "model_not_supported", "model_price_error", "try pulling it", "you do not have access to it",
		"supported api model names", "no endpoints found", "is not found for api version", "no available channel",
		"does not support tools", "support tool use", "无可用渠道", "无权使用模型", "无权访问模型", "模型不存在"}},
	{KindPermission, []string{"permission", "unsupported_country", "access_denied", "封禁", "网段", "ip 不在", "分组已被", "令牌分组", "已被弃用"}},
	{KindKey, []string{"invalid_api_key", "api key", "api_key", "apikey", "x-api-key", "authentication", "unauthorized",
		"unauthenticated", "invalid token", "token is invalid", "invalid authorization", "authorization header", "subscription key", "credentials",
		"login fail", "access token", "令牌", "密钥", "鉴权"}},
	{KindProvider, []string{"overloaded", "bad gateway", "bad_gateway", "server_error", "internal server error",
		"service unavailable", "维护", "繁忙", "过载"}},
	{KindRelay, []string{"upstream_error"}},
}

// codes that are numbers, of which a part could stand anywhere: Zhipu's.
var codes = map[string]Kind{"1113": KindQuota, "1302": KindRate, "1301": KindContent, "1211": KindModel}

// classify finds the kind, if it is not known yet: by what the error says, then
// by the status, or the status that it has for a code. An error that time can
// heal may say how long.
func (e *Error) classify() {
	if e.Kind == "" {
		e.Kind = e.sign()
	}
	if e.Kind == "" {
		e.Kind = byStatus(e.status())
	}
	if e.Retry() == RetryWait || e.Kind == KindRate {
		e.RetryAfter = retryAfter(e.Message + "\n" + e.Upstream + "\n" + e.Body)
	}
}

func (e *Error) sign() Kind {
	if kind, ok := codes[e.Code]; ok {
		return kind
	}
	said := e.said()
	for _, s := range signs {
		for _, word := range s.words {
			if strings.Contains(said, word) {
				return s.kind
			}
		}
	}
	if strings.Contains(said, "model") && (strings.Contains(said, "not found") || strings.Contains(said, "does not exist")) {
		return KindModel
	}
	return ""
}

// said is what an error says, in lower case: its code, type and words.
func (e *Error) said() string {
	return strings.ToLower(e.Code + "\n" + e.Type + "\n" + e.Message + "\n" + e.Upstream)
}

// status is that of HTTP, or what the body names instead where that is success.
func (e *Error) status() int {
	if e.Status < 400 && e.declared != "" {
		status, _ := strconv.Atoi(e.declared)
		return status
	}
	return e.Status
}

// isStatus reports whether a code is the number of an HTTP error.
func isStatus(code string) bool {
	status, err := strconv.Atoi(code)
	return err == nil && 400 <= status && status < 600
}

func byStatus(status int) Kind {
	switch status {
	case 401:
		return KindKey
	case 402:
		return KindQuota
	case 403:
		return KindPermission
	case 404, 405, 410:
		return KindEndpoint
	case 425, 429:
		return KindRate
	case 408:
		return KindProvider
	}
	if 400 <= status && status < 500 {
		return KindRequest
	}
	return KindProvider
}

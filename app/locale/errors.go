package locale

import (
	"strconv"
	"strings"
)

// Errors are the words of a request that failed: what happened, what still
// holds, what to do.
type Errors struct {
	Head            string
	After           func(ms int64) string
	StillHolds, Do  string // labels
	Said, Upstream  string // by the provider, and by whoever stands behind it
	Browser         string // said, where no answer did
	Wrote           string // by the model, where the provider refused it
	RequestID, Raw  string
	Kinds           map[string]Advice
	Finer           Finer
	Actions         map[string]string
	Changes         map[string]string
	Wait            string               // a wait that is running: %s seconds are left
	Field           string               // what a provider names: %s
	NotAgain        string               // the label of what ends a wait
	Request         string               // label: what a change does to it
	Relay           map[string][2]string // by the rule of the page's own relay: what happened, and what to do
	Status          func(status int) string
	CodeUnderStatus func(code string, status int) string
}

// Naming says which member of the request the provider names.
func (e Errors) Naming(param string) string { return fill(e.Field, param) }

// Advice is what an error of one kind means. In a sentence {host} is who was
// asked, {model} for what, and {status} the HTTP status, or nothing.
type Advice struct{ What, Holds, Do string }

// Failure is what an advice tells of: an error of a kind, and who was asked for
// what. Status is that of HTTP, 0 where no answer came.
type Failure struct {
	Kind, Host, Model string
	Advice            string // id of what is finer than the kind; "" is the kind
	Status            int
	Code              string
	Relay             string // rule of the page's own relay; "" where it is none of its refusals
}

// For is the advice on a failure with everything filled in. An error under a
// status of success names its code.
func (e Errors) For(f Failure) Advice {
	said := ""
	switch {
	case f.Status >= 400:
		said = e.Status(f.Status)
	case f.Status > 0 && f.Code != "":
		said = e.CodeUnderStatus(f.Code, f.Status)
	}
	fillIn := strings.NewReplacer("{host}", f.Host, "{model}", f.Model, "{status}", said).Replace
	a, ok := e.Kinds[f.Kind]
	if !ok {
		a = e.Kinds["provider"]
	}
	if finer, ok := e.Finer[f.Advice]; ok {
		a.What, a.Do = finer[0], finer[1]
	}
	if f.Relay != "" {
		own, ok := e.Relay[f.Relay]
		if !ok {
			own = e.Relay["gone"]
		}
		a.What, a.Do = own[0], own[1]
	}
	return Advice{fillIn(a.What), fillIn(a.Holds), fillIn(a.Do)}
}

const unchangedEN = "Your conversation is unchanged."

var errorsEN = Errors{
	Head:       "Request failed",
	After:      func(ms int64) string { return "after " + Duration(ms) },
	StillHolds: "What still holds",
	Do:         "What to do",
	Said:       "Its own words",
	Upstream:   "Passed on",
	Browser:    "The browser says",
	Wrote:      "The model wrote",
	RequestID:  "Request id",
	Raw:        "The answer as it came",
	Field:      "It names the field %s.",
	Status:     func(status int) string { return " (" + strconv.Itoa(status) + ")" },
	CodeUnderStatus: func(code string, status int) string {
		return " (code " + code + ", under HTTP " + strconv.Itoa(status) + ")"
	},
	Finer:    finerEN,
	Actions:  actionsEN,
	Changes:  remediesEN,
	Wait:     "Sends again in %s s",
	NotAgain: "Don't send",
	Request:  "What it changes in the request",
	Relay:    relayEN,
	Kinds: map[string]Advice{
		"key": {"{host} refused the key{status}.", unchangedEN,
			"Check the key for {host}: that it is whole, still valid, and made on this site."},
		"quota": {"{host} says that there is no credit left{status}.", unchangedEN,
			"Top up at {host}, or use another key. Waiting does not help."},
		"rate": {"{host} asks for fewer requests{status}.", unchangedEN,
			"Wait a little, then send again."},
		"model": {"{host} does not offer {model} to this key{status}.", unchangedEN,
			"Check how the model's name is spelled, or choose another."},
		"request": {"{host} refused something in the request{status}.", unchangedEN,
			"Its own words say what. Change that, then send again."},
		"content": {"A content filter of {host} stopped this{status}.", unchangedEN,
			"Put the message in other words, then send it again."},
		"context": {"The conversation is too long for {model}{status}.", unchangedEN,
			"Begin a new conversation, shorten a message, or choose a model that takes more."},
		"endpoint": {"{host} has no completions at this address{status}.", unchangedEN,
			"Check the base URL: most end in /v1."},
		"cors": {"{host} does not let pages in a browser read its answers (CORS).", unchangedEN,
			"Choose an endpoint that browsers may call, or let this one answer with Access-Control-Allow-Origin."},
		"network": {"No answer came from {host}.", unchangedEN,
			"Check the connection and the base URL, then send again. A server that refuses browsers (CORS) looks just the same."},
		"permission": {"{host} knows the key, but does not let it do this{status}.", unchangedEN,
			"Allow it in your account at {host}, or use another key or model."},
		"relay": {"The relay {host} failed on its own account{status}.", unchangedEN,
			"Your request is not to blame. Send again in a moment, or choose another model."},
		"provider": {"{host} failed{status}.", unchangedEN,
			"Your request is not to blame. Send again in a moment."},
		"stream": {"The answer of {host} broke off{status}.", "What came until then is kept. " + unchangedEN,
			"Ask once more."},
		"workshop": {"The part of Toolyard that simulates could not be loaded.", unchangedEN,
			"Nothing was asked of anybody. Check your connection to this site, then send again; or choose a provider in the settings."},
		"empty": {"{host} sent an answer with nothing in it{status}.", unchangedEN,
			"Send again. If it stays empty, switch streaming, or choose another model."},
	},
}

const unchangedZH = "你的对话没有变化。"

var errorsZH = Errors{
	Head:       "请求失败",
	After:      func(ms int64) string { return "用时 " + Duration(ms) },
	StillHolds: "不受影响",
	Do:         "怎么办",
	Said:       "对方原话",
	Upstream:   "上游原话",
	Browser:    "浏览器原话",
	Wrote:      "模型写的",
	RequestID:  "请求 ID",
	Raw:        "收到的原文",
	Field:      "对方指出了字段 %s。",
	Status:     func(status int) string { return "（" + strconv.Itoa(status) + "）" },
	CodeUnderStatus: func(code string, status int) string {
		return "（HTTP " + strconv.Itoa(status) + "，代码 " + code + "）"
	},
	Finer:    finerZH,
	Actions:  actionsZH,
	Changes:  remediesZH,
	Wait:     "%s 秒后再次发送",
	NotAgain: "不发送",
	Request:  "对请求的修改",
	Relay:    relayZH,
	Kinds: map[string]Advice{
		"key": {"{host} 拒绝了密钥{status}。", unchangedZH,
			"请检查 {host} 的密钥：是否完整、是否过期、是否由该网站签发。"},
		"quota": {"{host} 表示额度已用完{status}。", unchangedZH,
			"请在 {host} 充值，或换一个密钥。等待没有用。"},
		"rate": {"{host} 要求放慢请求{status}。", unchangedZH,
			"稍等片刻，再次发送。"},
		"model": {"{host} 没有向这个密钥提供 {model}{status}。", unchangedZH,
			"请检查模型名的拼写，或换一个模型。"},
		"request": {"{host} 不接受请求中的某项内容{status}。", unchangedZH,
			"对方原话说明了是哪一项。修改之后再发送。"},
		"content": {"{host} 的内容审核拦下了这次请求{status}。", unchangedZH,
			"请换一种说法，再次发送。"},
		"context": {"对话超出了 {model} 的长度上限{status}。", unchangedZH,
			"请开始新对话、缩短消息，或换一个上限更高的模型。"},
		"endpoint": {"{host} 的这个地址上没有补全接口{status}。", unchangedZH,
			"请检查基础地址：大多以 /v1 结尾。"},
		"cors": {"{host} 不允许浏览器里的网页读取它的响应（CORS）。", unchangedZH,
			"请换一个允许浏览器调用的端点，或让服务器返回 Access-Control-Allow-Origin。"},
		"network": {"没有收到 {host} 的响应。", unchangedZH,
			"请检查网络和基础地址，再次发送。拒绝浏览器的服务器（CORS）看起来也是这样。"},
		"permission": {"{host} 认得这个密钥，但不允许它这样做{status}。", unchangedZH,
			"请在 {host} 的账户中开通，或换一个密钥或模型。"},
		"relay": {"中转站 {host} 自身出错{status}。", unchangedZH,
			"问题不在你的请求。请稍后再次发送，或换一个模型。"},
		"provider": {"{host} 出错{status}。", unchangedZH,
			"问题不在你的请求。请稍后再次发送。"},
		"stream": {"{host} 的响应中途断开{status}。", "已收到的内容保留着。" + unchangedZH,
			"请再问一次。"},
		"workshop": {"Toolyard 中负责模拟的部分未能加载。", unchangedZH,
			"没有向任何服务发出请求。请检查与本站的连接，然后重新发送；也可以在设置中选择一家服务商。"},
		"empty": {"{host} 的响应里什么都没有{status}。", unchangedZH,
			"请再次发送。如果仍然为空，请切换流式选项，或换一个模型。"},
	},
}

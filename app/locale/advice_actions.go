package locale

import "strconv"

// The labels of what can be done about an error, by the id of the action; of a
// change by the id of the change, with %s for what it names.
var (
	actionsEN = words(
		"edit-key", "Check the key", "pick-model", "Choose a model", "open-field", "Open the settings", "open-tool", "Open the tool",
		"edit-address", "Check the address", "edit-message", "Edit the message",
		"new-conversation", "New conversation", "retry", "Send again",
		"wait", "Wait, then send again", "top-up", "Top up at the provider",
		"copy-command", "Copy the command", "copy-curl", "Copy as curl",
		"open-doctor", "Find out why", "ask-operator", "Copy a message to the operator",
		"change", "Change the request",
	)
	actionsZH = words(
		"edit-key", "检查密钥", "pick-model", "选择模型", "open-field", "打开设置", "open-tool", "打开工具",
		"edit-address", "检查地址", "edit-message", "修改消息",
		"new-conversation", "新对话", "retry", "再次发送",
		"wait", "等待后再次发送", "top-up", "去服务商充值",
		"copy-command", "复制命令", "copy-curl", "复制为 curl",
		"open-doctor", "查明原因", "ask-operator", "复制给管理员的说明",
		"change", "修改请求",
	)

	remediesEN = words(
		"only-tool", "Offer only %s, and let the model choose",
		"choice-auto", "Let the model choose",
		"thinking-disabled", "Switch thinking off",
		"thinking-off", "Switch thinking off",
		"reasoning-none", "Switch reasoning off",
		"tokens-renamed", "Send max_completion_tokens instead",
		"tokens-renamed-back", "Send max_tokens instead",
		"no-sampling", "Leave temperature and the like out",
		"leave-out", "Leave %s out",
		"echo-always", "Send reasoning back",
		"echo-never", "Keep reasoning out",
		"strict-off", "Make it not strict",
		"dialect-tools", "Switch to tools",
		"dialect-functions", "Switch to legacy functions",
		"stream-off", "Switch streaming off",
		"address-v1", "Add /v1 to the base URL",
		"auth-style", "Send the key as %s",
		"other-site", "Switch to %s",
	)
	remediesZH = words(
		"only-tool", "只提供 %s，让模型自己选择",
		"choice-auto", "让模型自己选择",
		"thinking-disabled", "关闭思考",
		"thinking-off", "关闭思考",
		"reasoning-none", "关闭推理",
		"tokens-renamed", "改用 max_completion_tokens",
		"tokens-renamed-back", "改用 max_tokens",
		"no-sampling", "不发送 temperature 等采样设置",
		"leave-out", "不发送 %s",
		"echo-always", "回传推理内容",
		"echo-never", "不回传推理内容",
		"strict-off", "关闭 strict",
		"dialect-tools", "切换到 tools",
		"dialect-functions", "切换到旧式 functions",
		"stream-off", "关闭流式",
		"address-v1", "在基础地址后加上 /v1",
		"auth-style", "以 %s 方式发送密钥",
		"other-site", "切换到 %s",
	)
)

// Change is the label of a change, with what it names.
func (e Errors) Change(id, name string) string { return fill(e.Changes[id], name) }

// Waiting is the label of a wait that is running.
func (e Errors) Waiting(seconds int) string { return fill(e.Wait, strconv.Itoa(seconds)) }

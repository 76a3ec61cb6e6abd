package locale

import "cmp"

// Notices are what the page tells beside errors and problems, by kind. A %s
// stands for foreign text.
type Notices struct {
	Kinds   map[string]string
	Copied  map[string]string // what was copied
	Change  string            // what was undone, where nobody wrote a word for it
	Changes map[string]string // what was undone, by kind of change
	Fields  map[string]string // why a setting can't be sent, by rule
	Update  string            // the button that takes a newer release
}

// Sentence is the notice of a kind. A kind that nobody wrote a sentence for
// shows itself.
func (n Notices) Sentence(kind, detail string) string {
	if kind == "copied" {
		return n.Copied[detail]
	}
	if kind == "undone" || kind == "redone" {
		detail = cmp.Or(n.Changes[detail], n.Change)
	}
	if text, ok := n.Kinds[kind]; ok {
		return fill(text, detail)
	}
	return kind + " " + detail
}

// Unsendable says why a setting can't be sent, by the rule that it breaks.
func (n Notices) Unsendable(rule, detail string) string {
	if text, ok := n.Fields[rule]; ok {
		return fill(text, detail)
	}
	return rule + " " + detail
}

var noticesEN = Notices{
	Kinds: words(
		"copy-failed", "The browser did not allow the copy (%s). Select the text and copy it by hand.",
		"key-forgotten", "The key of %s is erased, here and where it was kept.",
		"key-not-kept", "The key could not be kept (%s). It works until the page closes.",
		"key-not-erased", "The key is gone from this page, but what was kept could not be erased (%s). Clear this site's data in the browser's settings.",
		"key-sealed", "The key that was kept here can't be decrypted: it was changed, or the browser lost what decrypts it (%s). Type it again, or forget it.",
		"key-unread", "The key that was kept here can't be read now (%s). Type it again to go on.",
		"key-plain", "The key that an earlier version kept here could not be encrypted (%s). It works; press Forget to erase it.",
		"store-failed", "This browser keeps nothing now (%s). The page goes on in memory, with all of your work. Save it as a file before you close the page.",
		"kept-unreadable", "What was kept here can't be read (%s). It is in the history as it was found, and you can save it. You begin with a sample; nothing was sent.",
		"link-foreign", "The address holds something that is not a Toolyard link. Your playground is unchanged.",
		"link-newer", "This link was made by a newer Toolyard. Reload the page to get it, then open the link again. Your playground is unchanged.",
		"link-cut", "This link is cut short: its end is missing. Ask for it again, as a file or on a line of its own. Your playground is unchanged.",
		"link-damaged", "This link was changed on its way. Ask for it again. Your playground is unchanged.",
		"link-too-large", "This link holds more than a playground may. It was not opened. Your playground is unchanged.",
		"link-corrupt", "This link can be read, but holds something that no playground has. It was not opened. Your playground is unchanged.",
		"drop-failed", "What you gave the page was not read (%s). Give it text files of 64 MB at most, or paste the text. Your playground is unchanged.",
		"imported", "Tools added: %s. Undo takes them away again.",
		"paste-no-json", "What you pasted is not JSON (%s). Nothing was added.",
		"paste-foreign", "What you pasted is JSON, but no parameter: that is an object, {…}. Nothing was added.",
		"update-ready", "A newer Toolyard is ready. Take it when it suits you: the page loads anew, and your playground is kept.",
		"update-broken", "A newer Toolyard was found, but its files are not whole, as while a site is being published. You go on with this one; the next visit looks again.",
		"share-failed", "What was shared with Toolyard did not arrive (%s). Copy it, and paste it into Import. Your playground is unchanged.",
		"emptied", "This playground is empty. Undo brings back the one before.",
		"store-full", "This browser has no room left for the playground (%s). What was kept before still is; the page goes on in memory. Delete snapshots from the history or other sites' data, or save the playground as a file.",
		"history-failed", "No snapshot could be kept (%s). Your work is unchanged. Save it as a file to be sure of it.",
		"history-full", "There is no room left for a snapshot (%s). Your work is unchanged. Delete snapshots from the history, or save the playground as a file.",
		"history-unreadable", "The history can't be read now (%s). Your work is unchanged. Reload the page, or save the playground as a file.",
		"history-over", "The history holds %s snapshots, more than it should, and each of the old ones is the only copy of a playground. None is dropped. Save the history as a file and delete what you don't need.",
		"restore-failed", "This snapshot can't be opened (%s). Your playground is unchanged. Save the snapshot as a file to look at it.",
		"restored", "Restored. What was here before is in the history.",
		"records-kept", "Put into the history: %s playgrounds. The others were there already.",
		"download-failed", "The browser did not save the file (%s). Your playground is unchanged. Copy a link instead.",
		"file-foreign", "This file is not a Toolyard file. It was not opened; your playground is unchanged.",
		"file-newer", "This file was made by a newer Toolyard. Reload the page to get it, then open the file again. Your playground is unchanged.",
		"file-cut", "This file is cut short: its end is missing. Ask for it again. It was not opened; your playground is unchanged.",
		"file-not-json", "This file is not JSON (%s). It was not opened; your playground is unchanged. Ask for it again, or mend it in a text editor.",
		"file-too-large", "This file holds more than a playground may. It was not opened; your playground is unchanged.",
		"file-corrupt", "This file is JSON, but holds something that no playground has (%s). It was not opened; your playground is unchanged.",
		"workshop-failed", "The part of Toolyard that simulates and checks did no work (%s). Everything else goes on, and nothing is lost. Check your connection and try again.",
		"undone", "Undone: %s.",
		"redone", "Redone: %s.",
	),
	Update:  "Update now",
	Change:  "a change",
	Changes: changesEN,
	Copied: words(
		"link", "Link copied.", "embed", "Frame copied.", "badge", "Badge copied.", "request", "Request copied, without the key.",
		"response", "Response copied.", "tool-calls", "tool_calls copied.", "events", "Response copied.", "lines", "Copied.",
		"parameter", "Parameter copied.", "parameter-cut", "Parameter cut. Paste it where it belongs.",
		"command", "Command copied.", "curl", "curl command copied. It reads the key from $API_KEY.", "report", "Message copied, without the key.",
	),
	Fields: words(
		"address-missing", "The endpoint has no base URL. Type the one that your provider documents.",
		"address-invalid", "The base URL can't be read. It looks like https://host/v1.",
		"address-scheme", "The base URL begins with %s. Only https and http are called.",
		"address-user", "The base URL holds a name or a password. Leave it out: it would be sent and shared.",
		"model-missing", "No model is named. Type the name that your provider uses.",
		"number-invalid", "“%s” is not a number.",
		"integer-invalid", "“%s” is not a whole number above zero.",
		"truth-invalid", "“%s” is neither true nor false.",
		"json-invalid", "The JSON of %s can't be read. Its first problem is marked there.",
		"object-expected", "The JSON of %s is not an object.",
		"name-missing", "A tool has no name. Name it, or switch it off.",
		"choice-unknown", "tool_choice “%s” is not known.",
		"choice-tool-absent", "tool_choice names %s, which is not offered. Switch the tool on, or choose another.",
		"choice-unsupported", "The legacy functions dialect can't say required. Name a function instead, or choose the tools dialect.",
		"parallel-unsupported", "The legacy functions dialect knows no parallel calls. Choose “not sent”, or the tools dialect.",
		"strict-unsupported", "The legacy functions dialect knows no strict functions: switch strict off for %s, or choose the tools dialect.",
		"dialect-unknown", "The dialect “%s” is not known here.",
	),
}

var noticesZH = Notices{
	Kinds: words(
		"copy-failed", "浏览器不允许复制（%s）。请选中文本手动复制。",
		"key-forgotten", "%s 的密钥已清除，包括保存过的地方。",
		"key-not-kept", "密钥没能保存（%s）。在页面关闭前仍然可用。",
		"key-not-erased", "密钥已从本页移除，但保存的内容无法清除（%s）。请在浏览器设置中清除本站数据。",
		"key-sealed", "保存在这里的密钥无法解密：它被改动过，或浏览器丢失了解密所需的内容（%s）。请重新填写，或将其清除。",
		"key-unread", "保存在这里的密钥现在读不出来（%s）。请重新填写以继续。",
		"key-plain", "早期版本保存在这里的密钥无法加密（%s）。它仍可使用；按“清除”即可抹去。",
		"store-failed", "此浏览器目前无法保存（%s）。页面带着你的全部工作在内存中继续。关闭前请存为文件。",
		"kept-unreadable", "此前保存的内容无法读取（%s）。它已按原样放进历史，你可以存下它。现在从示例开始，没有发送任何内容。",
		"link-foreign", "地址里的内容不是 Toolyard 链接。你的试验场没有变化。",
		"link-newer", "这个链接由更新版本的 Toolyard 生成。请刷新页面取得新版，再打开链接。你的试验场没有变化。",
		"link-cut", "这个链接被截短，缺少末尾。请对方用文件或单独一行重新发送。你的试验场没有变化。",
		"link-damaged", "这个链接在传递中被改动。请对方重新发送。你的试验场没有变化。",
		"link-too-large", "这个链接的内容超过试验场的上限，没有打开。你的试验场没有变化。",
		"link-corrupt", "这个链接可以读取，但内容不属于任何试验场，没有打开。你的试验场没有变化。",
		"drop-failed", "给页面的内容未能读取（%s）。请使用不超过 64 MB 的文本文件，或直接粘贴文本。你的试验场没有变化。",
		"imported", "已添加 %s 个工具，撤销可以收回。",
		"paste-no-json", "粘贴的内容不是 JSON（%s），没有添加任何内容。",
		"paste-foreign", "粘贴的内容是 JSON，但不是参数：参数应是对象 {…}。没有添加任何内容。",
		"update-ready", "新版 Toolyard 已就绪。方便时再换用：页面会重新加载，你的试验场会保留。",
		"update-broken", "发现了新版 Toolyard，但文件不完整，可能站点正在发布。当前版本继续可用，下次访问会再检查。",
		"share-failed", "分享给 Toolyard 的内容没有送达（%s）。请复制后粘贴到“导入”。你的试验场没有变化。",
		"emptied", "这是一个空白的试验场，撤销可以找回之前的。",
		"store-full", "此浏览器已没有空间保存试验场（%s）。此前保存的仍在，页面在内存中继续。请删除历史中的快照或其他网站的数据，或把试验场存为文件。",
		"history-failed", "快照没能保存（%s）。你的工作没有变化。为保险起见，请存为文件。",
		"history-full", "已没有空间保存快照（%s）。你的工作没有变化。请删除历史中的快照，或把试验场存为文件。",
		"history-unreadable", "历史暂时无法读取（%s）。你的工作没有变化。请刷新页面，或把试验场存为文件。",
		"history-over", "历史里有 %s 个快照，超出了应有的数量，而每个旧快照都是某个试验场的唯一副本，因此一个也不会丢弃。请把历史存为文件，再删除不需要的。",
		"restore-failed", "这个快照无法打开（%s）。你的试验场没有变化。请把快照存为文件查看。",
		"restored", "已恢复。原来的内容在历史里。",
		"records-kept", "已有 %s 个试验场存入历史，其余的原本就在。",
		"download-failed", "浏览器没有保存文件（%s）。你的试验场没有变化。可改为复制链接。",
		"file-foreign", "这不是 Toolyard 文件，没有打开。你的试验场没有变化。",
		"file-newer", "这个文件由更新版本的 Toolyard 生成。请刷新页面取得新版，再打开文件。你的试验场没有变化。",
		"file-cut", "这个文件被截短，缺少末尾。请对方重新发送。文件没有打开，你的试验场没有变化。",
		"file-not-json", "这个文件不是 JSON（%s），没有打开。你的试验场没有变化。请对方重新发送，或用文本编辑器修好它。",
		"file-too-large", "这个文件的内容超过试验场的上限，没有打开。你的试验场没有变化。",
		"file-corrupt", "这个文件是 JSON，但内容不属于任何试验场（%s），没有打开。你的试验场没有变化。",
		"workshop-failed", "Toolyard 中负责模拟和检查的部分没有完成工作（%s）。其余功能照常，内容没有丢失。请检查网络，然后重试。",
		"undone", "已撤销：%s。",
		"redone", "已重做：%s。",
	),
	Update:  "立即更新",
	Change:  "一处更改",
	Changes: changesZH,
	Copied: words(
		"link", "链接已复制。", "embed", "框架已复制。", "badge", "徽章已复制。", "request", "请求已复制，不含密钥。",
		"response", "响应已复制。", "tool-calls", "tool_calls 已复制。", "events", "响应已复制。", "lines", "已复制。",
		"parameter", "参数已复制。", "parameter-cut", "参数已剪切。请粘贴到要放的位置。",
		"command", "命令已复制。", "curl", "curl 命令已复制，它从 $API_KEY 读取密钥。", "report", "说明已复制，不含密钥。",
	),
	Fields: words(
		"address-missing", "端点还没有基础地址。请填写服务商文档里的地址。",
		"address-invalid", "基础地址无法识别，应形如 https://host/v1。",
		"address-scheme", "基础地址以 %s 开头。只会调用 https 和 http。",
		"address-user", "基础地址里含有用户名或密码。请去掉：它会被发送并随链接分享。",
		"model-missing", "还没有填写模型。请输入服务商使用的模型名。",
		"number-invalid", "“%s”不是数字。",
		"integer-invalid", "“%s”不是大于零的整数。",
		"truth-invalid", "“%s”既不是 true 也不是 false。",
		"json-invalid", "%s 的 JSON 无法读取，第一处问题已标出。",
		"object-expected", "%s 的 JSON 不是对象。",
		"name-missing", "有一个工具没有名称。请命名，或将它关闭。",
		"choice-unknown", "不认识 tool_choice “%s”。",
		"choice-tool-absent", "tool_choice 指定了 %s，但它没有提供给模型。请打开该工具，或另选一个。",
		"choice-unsupported", "旧式 functions 方言无法表达 required。请指定一个函数，或改用 tools 方言。",
		"parallel-unsupported", "旧式 functions 方言没有并行调用。请选“不发送”，或改用 tools 方言。",
		"strict-unsupported", "旧式 functions 方言没有 strict：请关闭 %s 的 strict，或改用 tools 方言。",
		"dialect-unknown", "这里不认识方言“%s”。",
	),
}

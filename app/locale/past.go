package locale

import (
	"strconv"
	"strings"
)

// Past are the words of the history of playgrounds, of files, and of several tabs.
type Past struct {
	Open, Title, Lead    string
	Name, Keep           string
	Search               string
	Count                func(found, all int, size string) string
	None, NotFound       string
	Over                 string
	Gone                 func(name string) string
	Back                 string
	OpenFile, ExportAll  string
	Export               string // of the present playground
	Whys                 map[string]string
	Today                string // before the time
	Separator            string
	Facts                func(tools, messages int) string
	Damaged              string
	Changes              map[string]string // {name} is foreign
	More                 func(n int) string
	Difference           string
	NoDifference         string
	Restore, Compare     string
	Pin, Unpin           string
	Rename, NewName      string
	RenameDone           string
	Download, Delete     string
	Elsewhere            string
	ElsewhereApart       string
	Mine, Theirs         string
	ChooseFile, FileHint string
	Records              func(n int) string
	Take                 func(n int) string
	TakeHint             string
}

// Change is the sentence of one change; {name} in it stands for its detail. One
// message has words of its own, and so has what has no name.
func (p Past) Change(kind, detail string, count int) string {
	sentence := p.Changes[kind]
	if one, ok := p.Changes[kind+"-one"]; ok && count == 1 {
		sentence = one
	}
	if none, ok := p.Changes[kind+"-none"]; ok && detail == "" {
		sentence = none
	}
	return strings.ReplaceAll(sentence, "{count}", strconv.Itoa(count))
}

// Bytes is a size as people say it.
func Bytes(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n) + " B"
	case n < 1_000_000:
		return strconv.Itoa((n+500)/1000) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1_000_000, 'f', 1, 64) + " MB"
}

var pastEN = Past{
	Open: "History", Title: "History of your playgrounds",
	Lead: "Kept on this device, in this browser. What a link, an example or an import replaces comes here first; so does your work, now and then. No entry holds a key.",
	Name: "Name of the snapshot (optional)", Keep: "Keep a snapshot",
	Search: "Search names, tools, models",
	Count: func(found, all int, size string) string {
		if found < all {
			return strconv.Itoa(found) + " of " + plural(all, "snapshot", "snapshots")
		}
		return plural(all, "snapshot", "snapshots") + " · " + size
	},
	None:     "Nothing yet. The first snapshot comes when you keep one, or when something takes the place of your work.",
	NotFound: "No snapshot has all of these words.",
	Over:     "The history holds more than it should, and each of the old snapshots is the only copy of a playground. None is dropped for that. Save the history as a file, then delete what you don't need.",
	Gone:     func(name string) string { return "“" + name + "” is deleted." },
	Back:     "Bring it back",
	OpenFile: "Open a file…", ExportAll: "All as one file", Export: "Save this playground as a file",
	Whys: words(
		"asked", "kept by you", "link", "before a link", "example", "before an example", "import", "before an import",
		"restore", "before a restore", "conversation", "before a new conversation", "elsewhere", "before another tab's work",
		"tab", "a tab of its own", "left", "left unsaved", "turn", "after a turn", "working", "while working",
		"file", "from a file", "aside", "set aside", "damaged", "unreadable",
	),
	Today: "today ", Separator: " · ",
	Facts: func(tools, messages int) string {
		return plural(tools, "tool", "tools") + " · " + plural(messages, "message", "messages")
	},
	Damaged: "It can't be read, and is kept as it was found",
	Changes: words(
		"tool-added", "Tool {name} added", "tool-removed", "Tool {name} removed", "tool-renamed", "Tool renamed: {name}",
		"tool-added-none", "A tool without a name added", "tool-removed-none", "A tool without a name removed",
		"tool-changed-none", "A tool without a name changed",
		"tool-changed", "Tool {name} changed", "tools-ordered", "Tools in another order",
		"endpoint", "Endpoint: {name}", "endpoint-none", "Endpoint changed", "model", "Model: {name}", "model-none", "No model",
		"options", "Settings of the request changed", "system", "System prompt changed", "prompt", "Next message changed",
		"title", "Title: {name}", "title-none", "No title",
		"messages-added", "{count} messages added", "messages-added-one", "1 message added",
		"messages-removed", "{count} messages removed", "messages-removed-one", "1 message removed",
		"branch", "Another branch of the conversation",
	),
	More:       func(n int) string { return "and " + strconv.Itoa(n) + " more" },
	Difference: "Restoring it would change the present playground so:", NoDifference: "It is the same as the present playground.",
	Restore: "Restore", Compare: "Compare", Pin: "Pin", Unpin: "Unpin",
	Rename: "Rename", NewName: "New name", RenameDone: "Done", Download: "Save as a file", Delete: "Delete",
	Elsewhere:      "Another tab has changed this playground. Nothing is lost: choose what this tab goes on with. Its own work goes into the history if you take the other.",
	ElsewhereApart: "Another tab works on this playground, too. What you do here is kept on its own, in the history: nothing is lost. Choose what this tab goes on with.",
	Mine:           "Keep mine as its own", Theirs: "Take the other tab's",
	ChooseFile: "Choose a file", FileHint: "or drop one anywhere on the page",
	Records: func(n int) string { return plural(n, "playground", "playgrounds") },
	Take: func(n int) string {
		return "Add " + plural(n, "playground", "playgrounds") + " to the history"
	},
	TakeHint: "Your present playground stays as it is. From the history you can restore any of them.",
}

var pastZH = Past{
	Open: "历史", Title: "试验场的历史",
	Lead: "保存在本设备的这个浏览器里。链接、示例或导入要取代的内容会先存到这里，你的工作也会不时存入。任何一条都不含密钥。",
	Name: "快照名称（可不填）", Keep: "保存快照",
	Search: "搜索名称、工具、模型",
	Count: func(found, all int, size string) string {
		if found < all {
			return strconv.Itoa(all) + " 个快照中的 " + strconv.Itoa(found) + " 个"
		}
		return strconv.Itoa(all) + " 个快照 · " + size
	},
	None:     "还没有快照。你保存一个，或有内容要取代你的工作时，就会出现第一个。",
	NotFound: "没有快照包含全部这些词。",
	Over:     "历史已超出应有的数量，而每个旧快照都是某个试验场的唯一副本，因此一个也不会丢弃。请先把历史存为文件，再删除不需要的快照。",
	Gone:     func(name string) string { return "“" + name + "”已删除。" },
	Back:     "恢复它",
	OpenFile: "打开文件…", ExportAll: "全部存为一个文件", Export: "把这个试验场存为文件",
	Whys: words(
		"asked", "由你保存", "link", "打开链接前", "example", "打开示例前", "import", "导入前",
		"restore", "恢复前", "conversation", "新对话前", "elsewhere", "采用另一标签页前",
		"tab", "标签页自己的", "left", "离开时未存", "turn", "一轮结束后", "working", "工作时",
		"file", "来自文件", "aside", "暂放一旁", "damaged", "无法读取",
	),
	Today: "今天 ", Separator: " · ",
	Facts: func(tools, messages int) string {
		return strconv.Itoa(tools) + " 个工具 · " + strconv.Itoa(messages) + " 条消息"
	},
	Damaged: "无法读取，按原样保留",
	Changes: words(
		"tool-added", "新增工具 {name}", "tool-removed", "删除工具 {name}", "tool-renamed", "工具改名：{name}",
		"tool-added-none", "新增一个未命名的工具", "tool-removed-none", "删除一个未命名的工具",
		"tool-changed-none", "修改一个未命名的工具",
		"tool-changed", "修改工具 {name}", "tools-ordered", "工具的顺序改变",
		"endpoint", "端点：{name}", "endpoint-none", "端点改变", "model", "模型：{name}", "model-none", "没有模型",
		"options", "请求的设置改变", "system", "系统提示改变", "prompt", "下一条消息改变",
		"title", "标题：{name}", "title-none", "没有标题",
		"messages-added", "新增 {count} 条消息", "messages-added-one", "新增 1 条消息",
		"messages-removed", "少了 {count} 条消息", "messages-removed-one", "少了 1 条消息",
		"branch", "对话的另一分支",
	),
	More:       func(n int) string { return "还有 " + strconv.Itoa(n) + " 项" },
	Difference: "恢复它会使当前试验场这样改变：", NoDifference: "它与当前试验场相同。",
	Restore: "恢复", Compare: "比较", Pin: "固定", Unpin: "取消固定",
	Rename: "改名", NewName: "新名称", RenameDone: "完成", Download: "存为文件", Delete: "删除",
	Elsewhere:      "另一个标签页改动了这个试验场。没有丢失任何内容：请选择本页继续哪一份。若采用另一份，本页的工作会存入历史。",
	ElsewhereApart: "另一个标签页也在修改这个试验场。你在这里做的已单独存入历史，没有丢失任何内容。请选择本页继续哪一份。",
	Mine:           "保留我的，单独成为一份", Theirs: "采用另一标签页的",
	ChooseFile: "选择文件", FileHint: "或把文件拖到页面任意处",
	Records:  func(n int) string { return strconv.Itoa(n) + " 个试验场" },
	Take:     func(n int) string { return "把 " + strconv.Itoa(n) + " 个试验场存入历史" },
	TakeHint: "当前的试验场保持不变。你可以从历史中恢复其中任何一个。",
}

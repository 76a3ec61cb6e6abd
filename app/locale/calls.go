package locale

import "strconv"

// Calls are the words of tool calls and of their results.
type Calls struct {
	Call, Result    string
	NoName          string
	States          map[string]string // of the arguments, by data-arguments, and three more: arriving, checking, unchecked
	Unchecked       map[string]string // why they were not held against a schema
	NoTool          string            // the same, where no tool has the name: {name}
	Resent          string            // arguments came more than once: {last}
	Arguments       string            // label of the field that they are changed in
	EditArguments   string
	Waits, Sent     string
	ResultOf        func(name string) string // label of its field
	Placeholder     func(name string) string
	AnswerWithError string
	FurtherProblems func(n int) string
	At              func(line, column int) string
}

var callsEN = Calls{
	Call: "Tool call", Result: "Tool result",
	NoName: "no name",
	States: words(
		"valid", "valid", "schema-mismatch", "does not match", "invalid-json", "not JSON", "empty", "empty",
		"incomplete", "cut short", "arriving", "arriving…", "checking", "checking…", "unchecked", "not checked",
	),
	Unchecked: words(
		"schema-not-json", "The arguments are JSON. The tool's schema is not, so nothing can be held against it.",
		"schema-invalid", "The arguments are JSON. The tool's schema is no valid JSON Schema, so nothing can be held against it.",
		"schema-too-large", "The arguments are JSON. Checking them against the tool's schema would take too long.",
		"schema-remote", "The arguments are JSON. The tool's schema refers to another document, and nothing is loaded.",
		"number-too-long", "The arguments are JSON. They hold a number too long to be checked.",
		"workshop-failed", "The arguments are JSON. The part of Toolyard that holds them against the schema could not be loaded.",
	),
	NoTool:        "The arguments are JSON. No tool here has the name {name}, so there is no schema to hold them against.",
	Resent:        "It seems that the arguments came more than once. What came last is {last}.",
	Arguments:     "Arguments of the tool call",
	EditArguments: "Edit",
	Waits:         "waits for you",
	Sent:          "sent",
	ResultOf:      func(name string) string { return "Result of " + name },
	Placeholder: func(name string) string {
		if name == "" {
			name = "the function"
		}
		return "What " + name + " returned: JSON or plain text"
	},
	AnswerWithError: "Answer with this error",
	FurtherProblems: func(n int) string { return "And " + counted(n, "further problem") + "." },
	At: func(line, column int) string {
		return "Line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": "
	},
}

var callsZH = Calls{
	Call: "工具调用", Result: "工具结果",
	NoName: "没有名称",
	States: words(
		"valid", "有效", "schema-mismatch", "不符合", "invalid-json", "不是 JSON", "empty", "空",
		"incomplete", "不完整", "arriving", "接收中…", "checking", "检查中…", "unchecked", "未检查",
	),
	Unchecked: words(
		"schema-not-json", "参数是 JSON。但工具的结构不是 JSON，无法对照检查。",
		"schema-invalid", "参数是 JSON。但工具的结构不是有效的 JSON Schema，无法对照检查。",
		"schema-too-large", "参数是 JSON。但对照工具的结构检查会耗时过长。",
		"schema-remote", "参数是 JSON。但工具的结构引用了另一份文档，这里不会去加载。",
		"number-too-long", "参数是 JSON。但其中有一个数字过长，无法检查。",
		"workshop-failed", "参数是 JSON。但 Toolyard 中负责对照检查的部分未能加载。",
	),
	NoTool:        "参数是 JSON。这里没有名为 {name} 的工具，所以没有可对照的结构。",
	Resent:        "参数似乎来了不止一次。最后一次是 {last}。",
	Arguments:     "工具调用的参数",
	EditArguments: "修改",
	Waits:         "等你填写",
	Sent:          "已提交",
	ResultOf:      func(name string) string { return name + " 的结果" },
	Placeholder: func(name string) string {
		if name == "" {
			return "函数返回了什么：JSON 或纯文本"
		}
		return name + " 返回了什么：JSON 或纯文本"
	},
	AnswerWithError: "用此错误作答",
	FurtherProblems: func(n int) string { return "另有 " + strconv.Itoa(n) + " 个问题。" },
	At: func(line, column int) string {
		return "第 " + strconv.Itoa(line) + " 行第 " + strconv.Itoa(column) + " 列："
	},
}

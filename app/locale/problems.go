package locale

import (
	"strconv"
	"strings"
)

// Problems are the sentences of what is wrong in a tool, beside its cause.
type Problems struct {
	JSON     map[string]string                     // why a text is not JSON, by rule of package jsondoc
	Rules    map[string]func(detail string) string // by rule of packages schema and tool, but json-syntax
	At       func(line, column string) string
	Errors   func(n int) string
	Warnings func(n int) string
}

// Sentence says what is wrong. The detail of json-syntax is where and why:
// "3:14 comma-missing".
func (p Problems) Sentence(rule, detail string) string {
	if say, ok := p.Rules[rule]; ok {
		return say(detail)
	}
	place, why, _ := strings.Cut(detail, " ")
	line, column, _ := strings.Cut(place, ":")
	return p.At(line, column) + p.JSON[why]
}

var problemsEN = Problems{
	JSON: map[string]string{
		"empty":             "The text is empty. A schema that takes nothing is {}.",
		"byte-order-mark":   "An invisible byte order mark stands before the text.",
		"value-missing":     "A value is missing here.",
		"literal":           "This word is not JSON. Only true, false and null stand without quotes.",
		"number":            "This is not how JSON writes a number.",
		"string-open":       "This string has no closing quote.",
		"single-quote":      "JSON strings stand in double quotes.",
		"escape":            "JSON has no such escape after a backslash.",
		"control-character": "A line break or another control character must be escaped in a string.",
		"name-missing":      "A name is missing here.",
		"name-unquoted":     "A name stands in double quotes.",
		"colon-missing":     "A colon is missing after the name.",
		"comma-missing":     "A comma is missing here.",
		"comma-extra":       "This comma has no value after it.",
		"bracket-open":      "This bracket is never closed.",
		"unexpected":        "This character belongs to nothing.",
		"comment":           "JSON has no comments.",
		"after-value":       "The text goes on after its value has ended.",
		"depth":             "This is nested deeper than 512 levels.",
	},
	Rules: map[string]func(string) string{
		"root-not-object":         func(string) string { return "Arguments have names, so the schema of the parameters must be an object." },
		"parameter-name-empty":    func(string) string { return "The parameter needs a name." },
		"parameter-name-repeated": func(name string) string { return "Another parameter here has the name " + name + " already." },
		"parameter-name":          func(string) string { return "Some providers take only letters, digits, _ . - and at most 64 of them." },
		"required-unknown":        func(name string) string { return "required names " + name + ", which is no parameter here." },
		"enum-empty":              func(string) string { return "This list of values is empty, so no value is allowed." },
		"type-unknown":            func(name string) string { return name + " is no type of JSON Schema." },

		"tool-name-empty":          func(string) string { return "The tool needs a name." },
		"tool-name":                func(string) string { return "Providers take only letters, digits, _ and -, at most 64 of them." },
		"tool-name-repeated":       func(string) string { return "Another tool that is offered has this name." },
		"tool-description-missing": func(string) string { return "Say what the tool does: the model chooses by it." },
	},
	At:       func(line, column string) string { return "Line " + line + ", column " + column + ": " },
	Errors:   func(n int) string { return counted(n, "error") },
	Warnings: func(n int) string { return counted(n, "warning") },
}

var problemsZH = Problems{
	JSON: map[string]string{
		"empty":             "文本是空的。什么都不接受的结构写作 {}。",
		"byte-order-mark":   "文本前有一个看不见的字节顺序标记。",
		"value-missing":     "这里缺一个值。",
		"literal":           "这个词不是 JSON。不带引号的只有 true、false 和 null。",
		"number":            "JSON 里的数字不是这样写的。",
		"string-open":       "这个字符串没有结尾的引号。",
		"single-quote":      "JSON 的字符串要用双引号。",
		"escape":            "JSON 的反斜杠后面不能这样写。",
		"control-character": "字符串里的换行等控制字符必须转义。",
		"name-missing":      "这里缺一个名称。",
		"name-unquoted":     "名称要用双引号括起来。",
		"colon-missing":     "名称后面缺一个冒号。",
		"comma-missing":     "这里缺一个逗号。",
		"comma-extra":       "这个逗号后面没有值。",
		"bracket-open":      "这个括号没有闭合。",
		"unexpected":        "这个字符不属于任何部分。",
		"comment":           "JSON 没有注释。",
		"after-value":       "值结束之后还有文字。",
		"depth":             "嵌套超过 512 层。",
	},
	Rules: map[string]func(string) string{
		"root-not-object":         func(string) string { return "参数都有名称，所以参数的结构必须是 object。" },
		"parameter-name-empty":    func(string) string { return "参数需要一个名称。" },
		"parameter-name-repeated": func(name string) string { return "这里已有同名的参数：" + name + "。" },
		"parameter-name": func(string) string {
			return "有些提供方只接受字母、数字和 _ . -，最多 64 个字符。"
		},
		"required-unknown": func(name string) string { return "required 里的 " + name + " 不是这里的参数。" },
		"enum-empty":       func(string) string { return "可选值列表是空的，因此任何值都不允许。" },
		"type-unknown":     func(name string) string { return "JSON Schema 没有这种类型：" + name + "。" },

		"tool-name-empty":          func(string) string { return "工具需要一个名称。" },
		"tool-name":                func(string) string { return "提供方只接受字母、数字、_ 和 -，最多 64 个字符。" },
		"tool-name-repeated":       func(string) string { return "另一个已提供的工具也叫这个名称。" },
		"tool-description-missing": func(string) string { return "写清工具的用途：模型据此选择。" },
	},
	At:       func(line, column string) string { return "第 " + line + " 行第 " + column + " 列：" },
	Errors:   func(n int) string { return strconv.Itoa(n) + " 个错误" },
	Warnings: func(n int) string { return strconv.Itoa(n) + " 个警告" },
}

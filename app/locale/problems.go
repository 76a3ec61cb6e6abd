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
	JSON: words(
		"empty", "The text is empty. A schema that takes nothing is {}.",
		"byte-order-mark", "An invisible byte order mark stands before the text.",
		"value-missing", "A value is missing here.",
		"literal", "This word is not JSON. Only true, false and null stand without quotes.",
		"number", "This is not how JSON writes a number.",
		"string-open", "This string has no closing quote.",
		"single-quote", "JSON strings stand in double quotes.",
		"escape", "JSON has no such escape after a backslash.",
		"control-character", "A line break or another control character must be escaped in a string.",
		"name-missing", "A name is missing here.",
		"name-unquoted", "A name stands in double quotes.",
		"colon-missing", "A colon is missing after the name.",
		"comma-missing", "A comma is missing here.",
		"comma-extra", "This comma has no value after it.",
		"bracket-open", "This bracket is never closed.",
		"unexpected", "This character belongs to nothing.",
		"comment", "JSON has no comments.",
		"after-value", "The text goes on after its value has ended.",
		"depth", "This is nested deeper than 512 levels.",
	),
	Rules: map[string]func(string) string{
		"root-not-object":         func(string) string { return "Arguments have names, so the schema of the parameters must be an object." },
		"parameter-name-empty":    func(string) string { return "The parameter needs a name." },
		"parameter-name-repeated": func(name string) string { return "Another parameter here has the name " + name + " already." },
		"parameter-name":          func(string) string { return "Some providers take only letters, digits, _ . - and at most 64 of them." },
		"required-unknown":        func(name string) string { return "required names " + name + ", which is no parameter here." },
		"enum-empty":              func(string) string { return "This list of values is empty, so no value is allowed." },
		"type-unknown":            func(name string) string { return name + " is no type of JSON Schema." },

		"root-type-missing":             said("Say \"type\": \"object\" at the root: some providers refuse a schema without it."),
		"schema-value":                  about("A schema is an object, true or false, and not %s."),
		"parameter-description-missing": about("Say what %s is for: the model sees only its name."),
		"entry-repeated":                about("%s stands here twice, and only one of them counts."),
		"keyword-value":                 pair("%s takes another kind of value: %s."),
		"keyword-repeated":              about("%s stands here twice, and only the last one counts."),
		"keyword-misspelt":              pair("%s is no keyword. Is it %s?"),
		"keyword-unfit":                 pair("%s says nothing about a value of type %s."),
		"keyword-draft07":               pair("%s is the spelling of draft-07. Draft 2020-12 writes %s."),
		"nullable-unknown":              said("nullable is OpenAPI's word. JSON Schema lists null among the types."),
		"required-repeated":             about("required names %s twice."),
		"enum-repeated":                 about("%s stands twice among the values."),
		"enum-refused":                  about("The other keywords here refuse the value %s."),
		"default-refused":               about("The schema refuses its own default, %s."),
		"example-refused":               about("The schema refuses its own example, %s."),
		"pattern-invalid":               about("The pattern %s can't be read."),
		"pattern-unchecked":             about("The pattern %s is beyond what is checked here; a provider may read it."),
		"ref-unknown":                   about("$ref leads to %s, and nothing is there."),
		"ref-remote":                    about("$ref leads to another document, %s. A model is not sent it."),
		"ref-circular":                  about("$ref leads to itself: %s."),
		"definition-unused":             about("Nothing refers to the definition %s."),
		"never-const":                   about("The other keywords refuse the constant %s, so no value is allowed."),
		"never-enum":                    said("The other keywords refuse every value of this list, so none is allowed."),
		"never-range":                   pair("%s lies beyond %s, so no value is allowed."),
		"never-required":                about("%s is required, and no value of it is allowed."),
		"never-items":                   said("Elements must be there, and none is allowed."),
		"never-type":                    pair("%s and %s have no type in common, so no value is allowed."),
		"never-not":                     said("not excludes everything, so no value is allowed."),

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
	JSON: words(
		"empty", "文本是空的。什么都不接受的结构写作 {}。",
		"byte-order-mark", "文本前有一个看不见的字节顺序标记。",
		"value-missing", "这里缺一个值。",
		"literal", "这个词不是 JSON。不带引号的只有 true、false 和 null。",
		"number", "JSON 里的数字不是这样写的。",
		"string-open", "这个字符串没有结尾的引号。",
		"single-quote", "JSON 的字符串要用双引号。",
		"escape", "JSON 的反斜杠后面不能这样写。",
		"control-character", "字符串里的换行等控制字符必须转义。",
		"name-missing", "这里缺一个名称。",
		"name-unquoted", "名称要用双引号括起来。",
		"colon-missing", "名称后面缺一个冒号。",
		"comma-missing", "这里缺一个逗号。",
		"comma-extra", "这个逗号后面没有值。",
		"bracket-open", "这个括号没有闭合。",
		"unexpected", "这个字符不属于任何部分。",
		"comment", "JSON 没有注释。",
		"after-value", "值结束之后还有文字。",
		"depth", "嵌套超过 512 层。",
	),
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

		"root-type-missing":             said("请在根上写明 type 是 object：有些提供方会拒绝没有它的结构。"),
		"schema-value":                  about("结构必须是 object、true 或 false，而不是 %s。"),
		"parameter-description-missing": about("写清 %s 的用途：模型只看得到它的名称。"),
		"entry-repeated":                about("%s 在这里出现了两次，只有一个有效。"),
		"keyword-value":                 pair("%s 需要另一种值：%s。"),
		"keyword-repeated":              about("%s 在这里出现了两次，只有最后一个有效。"),
		"keyword-misspelt":              pair("没有关键字 %s。是 %s 吗？"),
		"keyword-unfit":                 pair("%s 对类型为 %s 的值没有意义。"),
		"keyword-draft07":               pair("%s 是 draft-07 的写法，draft 2020-12 写作 %s。"),
		"nullable-unknown":              said("nullable 是 OpenAPI 的写法。JSON Schema 把 null 列在类型里。"),
		"required-repeated":             about("required 两次写到 %s。"),
		"enum-repeated":                 about("%s 在可选值里出现了两次。"),
		"enum-refused":                  about("这里的其他关键字不允许值 %s。"),
		"default-refused":               about("结构不允许它自己的默认值 %s。"),
		"example-refused":               about("结构不允许它自己的示例 %s。"),
		"pattern-invalid":               about("正则表达式 %s 无法识别。"),
		"pattern-unchecked":             about("正则表达式 %s 超出这里能检查的范围，提供方也许能识别。"),
		"ref-unknown":                   about("$ref 指向 %s，那里什么也没有。"),
		"ref-remote":                    about("$ref 指向另一份文档 %s，模型收不到它。"),
		"ref-circular":                  about("$ref 指向它自己：%s。"),
		"definition-unused":             about("没有任何地方引用定义 %s。"),
		"never-const":                   about("其他关键字不允许常量 %s，因此任何值都不允许。"),
		"never-enum":                    said("其他关键字不允许这个列表里的每个值，因此任何值都不允许。"),
		"never-range":                   pair("%s 超出了 %s，因此任何值都不允许。"),
		"never-required":                about("%s 是必填的，却不允许任何值。"),
		"never-items":                   said("必须有元素，却不允许任何元素。"),
		"never-type":                    pair("%s 与 %s 没有共同的类型，因此任何值都不允许。"),
		"never-not":                     said("not 排除了一切，因此任何值都不允许。"),

		"tool-name-empty":          func(string) string { return "工具需要一个名称。" },
		"tool-name":                func(string) string { return "提供方只接受字母、数字、_ 和 -，最多 64 个字符。" },
		"tool-name-repeated":       func(string) string { return "另一个已提供的工具也叫这个名称。" },
		"tool-description-missing": func(string) string { return "写清工具的用途：模型据此选择。" },
	},
	At:       func(line, column string) string { return "第 " + line + " 行第 " + column + " 列：" },
	Errors:   func(n int) string { return strconv.Itoa(n) + " 个错误" },
	Warnings: func(n int) string { return strconv.Itoa(n) + " 个警告" },
}

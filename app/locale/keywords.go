package locale

import "strconv"

// Keywords are the words of what a schema says beside name, type and description.
// The keywords themselves are words of the wire.
type Keywords struct {
	Whole               string // the row of the parameters object itself
	Add                 string // the first line of the list of keywords
	General             string // the head of those for every type
	NotSaid             string // of a value that is chosen
	Anything, Nothing   string // the schemas true and false
	Schema              string // one with a row of its own
	Go                  string // to the row of another schema
	NotJSON, NotANumber string
	Value, AddValue     string
	PickName, PickEntry string
	AddSchema           string // to several
	Count               func(n int) string
	Sample              string
	SamplePlaceholder   string
	Matches             map[string]string // of the sample: yes, no, unread
	Unite, Unify        string
	Extract, Inline     string
	Refer               string // the first line of the list of definitions
	LeadsTo             string
	Used                func(n int) string // of a definition
	RemoveUsed          func(n int) string // the label of what removes it
	Help                map[string]string  // by keyword
	Unknown             string             // instead, of one that JSON Schema has not
}

// Says is the help of a keyword.
func (k Keywords) Says(keyword string) string {
	if help, ok := k.Help[keyword]; ok {
		return help
	}
	return k.Unknown
}

var keywordsEN = Keywords{
	Whole:      "All parameters together",
	Add:        "Add keyword…",
	General:    "any type",
	NotSaid:    "not said",
	Anything:   "true: anything",
	Nothing:    "false: nothing",
	Schema:     "a schema",
	Go:         "Go to its row",
	NotJSON:    "Not JSON yet: the schema keeps what it had.",
	NotANumber: "Not a number yet: the schema keeps what it had.",
	Value:      "Value", AddValue: "Add value",
	PickName: "Add a name…", PickEntry: "When this is given…",
	AddSchema: "Add a schema",
	Count: func(n int) string {
		if n == 1 {
			return "1 schema, in the rows"
		}
		return strconv.Itoa(n) + " schemas, in the rows"
	},
	Sample: "Sample", SamplePlaceholder: "Try a text",
	Matches: words(
		"yes", "It matches.", "no", "It does not match.", "unread", "Not tried: this pattern can't be read here.",
	),
	Unite: "Make it a union", Unify: "Make it one schema",
	Extract: "Make it a definition", Inline: "Put it here in place",
	Refer: "Use a definition…", LeadsTo: "Leads to",
	Used:       usedEN,
	RemoveUsed: func(n int) string { return "Remove (" + usedEN(n) + ")" },
	Unknown:    "Not a keyword of JSON Schema; kept and sent as it is.",
	Help: words(
		"$schema", "The dialect of the whole schema.", "$id", "The address of this schema.",
		"$anchor", "A name that a reference can lead to.",
		"$dynamicAnchor", "A name for dynamic references.", "$vocabulary", "The vocabularies of a dialect.",
		"$ref", "It is what this leads to.", "$dynamicRef", "A reference that is settled when used.",
		"title", "A short name for people.", "type", "It may be one of these.", "description", "What the model reads about it.",
		"format", "What kind of text it is.", "enum", "Only these values, in this order.",
		"const", "Only this value.", "default", "What is assumed where it is left out.",
		"examples", "Values that show what is meant.",
		"pattern", "A regular expression to be found in it.", "minLength", "At least so many characters.",
		"maxLength", "At most so many characters.", "contentEncoding", "How bytes are written in it: base64.",
		"contentMediaType", "What is in it: image/png.", "contentSchema", "What the JSON in it must be.",
		"minimum", "This number or more.", "exclusiveMinimum", "More than this number.", "maximum", "This number or less.",
		"exclusiveMaximum", "Less than this number.", "multipleOf", "A multiple of this number.",
		"prefixItems", "The first items, one by one.", "items", "What each item is.",
		"additionalItems", "Items behind those listed (draft-07).", "unevaluatedItems", "Items that nothing else describes.",
		"contains", "At least one item is this.", "minContains", "At least so many such items.",
		"maxContains", "At most so many such items.", "minItems", "At least so many items.",
		"maxItems", "At most so many items.", "uniqueItems", "No item twice.",
		"properties", "The parameters inside.", "patternProperties", "Parameters by the pattern of their names.",
		"additionalProperties", "Parameters that are not listed.",
		"unevaluatedProperties", "Parameters that nothing else describes.",
		"propertyNames", "What names must be.", "required", "Those that must be given.",
		"minProperties", "At least so many parameters.", "maxProperties", "At most so many parameters.",
		"dependentRequired", "With one given, these must be, too.",
		"dependentSchemas", "With one given, this holds, too.", "dependencies", "Both of those, in draft-07.",
		"anyOf", "One or more of these.", "oneOf", "Exactly one of these.", "allOf", "All of these.", "not", "Anything but this.",
		"if", "Where this fits, then; else, else.", "then", "Holds where if fits.", "else", "Holds where if does not fit.",
		"deprecated", "It should no longer be used.", "readOnly", "It is set by you, not by the model.",
		"writeOnly", "It is never sent back.", "$comment", "A note to those who edit this.",
		"$defs", "Schemas for references to lead to.", "definitions", "Draft-07's $defs.",
	),
}

func usedEN(n int) string {
	if n == 1 {
		return "1 reference leads here"
	}
	return strconv.Itoa(n) + " references lead here"
}

var keywordsZH = Keywords{
	Whole:      "参数整体",
	Add:        "添加关键字…",
	General:    "任意类型",
	NotSaid:    "未指定",
	Anything:   "true：任意值",
	Nothing:    "false：不允许",
	Schema:     "一个结构",
	Go:         "转到对应的行",
	NotJSON:    "还不是 JSON：结构保留原来的值。",
	NotANumber: "还不是数字：结构保留原来的值。",
	Value:      "值", AddValue: "添加值",
	PickName: "添加名称…", PickEntry: "当填写了…",
	AddSchema: "添加结构",
	Count:     func(n int) string { return strconv.Itoa(n) + " 个结构，见参数行" },
	Sample:    "样例", SamplePlaceholder: "输入文本试试",
	Matches: words("yes", "匹配。", "no", "不匹配。", "unread", "未尝试：这里读不懂这个模式。"),
	Unite:   "转为联合类型", Unify: "合并为一个结构",
	Extract: "提取为定义", Inline: "在此展开",
	Refer: "使用定义…", LeadsTo: "指向",
	Used:       func(n int) string { return "有 " + strconv.Itoa(n) + " 处引用" },
	RemoveUsed: func(n int) string { return "删除（有 " + strconv.Itoa(n) + " 处引用）" },
	Unknown:    "不是 JSON Schema 的关键字；原样保留并发送。",
	Help: words(
		"$schema", "整个结构所用的方言。", "$id", "此结构的地址。", "$anchor", "供引用指向的名称。",
		"$dynamicAnchor", "供动态引用的名称。", "$vocabulary", "方言的词汇表。",
		"$ref", "与所指向的结构相同。", "$dynamicRef", "使用时才确定的引用。",
		"title", "给人看的简短名称。", "type", "可以是其中之一。", "description", "模型读到的说明。",
		"format", "文本的种类。", "enum", "只能是这些值，按此顺序。",
		"const", "只能是这个值。", "default", "省略时采用的值。", "examples", "说明含义的示例值。",
		"pattern", "文本中须能找到的正则表达式。", "minLength", "至少这么多个字符。", "maxLength", "至多这么多个字符。",
		"contentEncoding", "字节的编码方式，如 base64。", "contentMediaType", "内容的类型，如 image/png。",
		"contentSchema", "其中 JSON 的结构。",
		"minimum", "不小于这个数。", "exclusiveMinimum", "大于这个数。", "maximum", "不大于这个数。", "exclusiveMaximum", "小于这个数。",
		"multipleOf", "这个数的倍数。",
		"prefixItems", "开头的各项，逐一说明。", "items", "每一项是什么。",
		"additionalItems", "列出的各项之后的项（draft-07）。", "unevaluatedItems", "其他关键字没有说明的项。",
		"contains", "至少有一项是这样。", "minContains", "这样的项至少这么多个。", "maxContains", "这样的项至多这么多个。",
		"minItems", "至少这么多项。", "maxItems", "至多这么多项。", "uniqueItems", "各项不重复。",
		"properties", "内部的参数。", "patternProperties", "按名称的模式说明参数。",
		"additionalProperties", "未列出的参数。", "unevaluatedProperties", "其他关键字没有说明的参数。",
		"propertyNames", "对名称的要求。", "required", "必须填写的参数。",
		"minProperties", "至少这么多个参数。", "maxProperties", "至多这么多个参数。",
		"dependentRequired", "填写了某个参数，就必须填写这些。", "dependentSchemas", "填写了某个参数，就须符合它。",
		"dependencies", "以上两者在 draft-07 中的写法。",
		"anyOf", "符合其中至少一个。", "oneOf", "恰好符合其中一个。", "allOf", "符合其中每一个。", "not", "不能符合它。",
		"if", "符合时看 then，否则看 else。", "then", "符合 if 时成立。", "else", "不符合 if 时成立。",
		"deprecated", "不应再使用。", "readOnly", "由你设置，而不是由模型。", "writeOnly", "不会再返回。",
		"$comment", "给编辑者的备注。", "$defs", "供引用指向的结构。", "definitions", "draft-07 中的 $defs。",
	),
}

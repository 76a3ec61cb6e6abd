package locale

import "strconv"

// Parameters are the words of the parameters of the selected tool, as form and
// as text.
type Parameters struct {
	Head                   string
	View, Visual, JSON     string                            // the switch between the form and the text
	Of                     func(control, name string) string // the label of a control of one parameter
	Name, Type             string
	NamePlaceholder        string
	Required, Nullable     string
	Description            string
	DescriptionPlaceholder string
	Values                 string // of an enum
	ValuesPlaceholder      string
	ValuesHelp             string // how they are written
	More                   string
	Open                   string // shows or hides the parameters inside
	Add                    string
	AddInside              string
	MoveUp, MoveDown       string
	Duplicate, Remove      string
	Items                  string // what stands as the name of an array's elements
	AnyType                string // in the list of types: no type is asked for
	Empty                  string
	Stale                  func(line, column int) string
	Text                   string // the label of the JSON text
	Both                   string // the form and the text are both seen
	TextHead, CloseText    string // the pane of the text beside the form
}

var parametersEN = Parameters{
	Head:                   "Parameters",
	View:                   "How to edit the parameters",
	Visual:                 "Visual",
	Both:                   "Both",
	TextHead:               "Parameters as JSON",
	CloseText:              "Close the JSON text",
	JSON:                   "JSON",
	Of:                     func(control, name string) string { return control + " of " + name },
	Name:                   "Name",
	NamePlaceholder:        "name",
	Type:                   "Type",
	Required:               "Required",
	Nullable:               "Nullable",
	Description:            "Description",
	DescriptionPlaceholder: "What to write here",
	Values:                 "Allowed values",
	ValuesPlaceholder:      "values",
	ValuesHelp:             "Separate values by commas or lines. One that holds a comma stands in quotes.",
	More:                   "More",
	Open:                   "Parameters inside",
	Add:                    "Add parameter",
	AddInside:              "Add a parameter inside",
	MoveUp:                 "Move up",
	MoveDown:               "Move down",
	Duplicate:              "Duplicate",
	Remove:                 "Remove",
	Items:                  "items",
	AnyType:                "any",
	Empty:                  "No parameters: the model calls this tool with empty arguments.",
	Stale: func(line, column int) string {
		return "The JSON text is broken at line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) +
			". Shown is what was valid last; mend the text to go on here."
	},
	Text: "Parameters as JSON",
}

var parametersZH = Parameters{
	Head:                   "参数",
	View:                   "参数的编辑方式",
	Visual:                 "表单",
	Both:                   "并排",
	TextHead:               "参数的 JSON",
	CloseText:              "关闭 JSON 文本",
	JSON:                   "JSON",
	Of:                     func(control, name string) string { return control + "：" + name },
	Name:                   "名称",
	NamePlaceholder:        "名称",
	Type:                   "类型",
	Required:               "必填",
	Nullable:               "可空",
	Description:            "描述",
	DescriptionPlaceholder: "这里该填什么",
	Values:                 "可选值",
	ValuesPlaceholder:      "可选值",
	ValuesHelp:             "用逗号或换行分隔。值里有逗号时，用英文双引号括起来。",
	More:                   "更多",
	Open:                   "内部参数",
	Add:                    "添加参数",
	AddInside:              "在内部添加参数",
	MoveUp:                 "上移",
	MoveDown:               "下移",
	Duplicate:              "复制一份",
	Remove:                 "删除",
	Items:                  "items",
	AnyType:                "任意",
	Empty:                  "没有参数：模型调用此工具时，参数为空。",
	Stale: func(line, column int) string {
		return "JSON 文本在第 " + strconv.Itoa(line) + " 行第 " + strconv.Itoa(column) +
			" 列出错。这里显示的是最近一次有效的内容；改好文本后才能继续在此编辑。"
	},
	Text: "参数的 JSON 文本",
}

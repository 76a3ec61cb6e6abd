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
	Copy, Cut, Paste       string
	Grip, GripHelp         string // what a parameter is moved by
	Moved                  func(m Moved) string
	FoldAll, UnfoldAll     string
	Search                 string
	SearchPlaceholder      string
	SearchNext, SearchBack string
	SearchClose            string
	Found                  func(nth, of int) string
	NothingFound           string
	AnyType                string // in the list of types: no type is asked for
	Empty                  string
	Stale                  func(line, column int) string
	Text                   string // the label of the JSON text
	Both                   string // the form and the text are both seen
	TextHead, CloseText    string // the pane of the text beside the form
}

// Moved is where a parameter stands that was moved: the nth of so many in an
// object, "" for the outermost.
type Moved struct {
	Name    string
	Nth, Of int
	Object  string
}

var parametersEN = Parameters{
	Head:                   "Parameters",
	View:                   "How to edit the parameters",
	Visual:                 "Visual",
	Both:                   "Both",
	TextHead:               "Parameters as JSON",
	CloseText:              "Close the JSON text",
	JSON:                   "JSON",
	Of:                     func(control, name string) string { return control + ": " + name },
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
	Copy:                   "Copy",
	Cut:                    "Cut",
	Paste:                  "Paste",
	Grip:                   "Move",
	GripHelp:               "Drag to move, or press Alt with an arrow key",
	Moved: func(m Moved) string {
		stands := m.Name + ", " + strconv.Itoa(m.Nth) + " of " + strconv.Itoa(m.Of)
		if m.Object != "" {
			stands += " in " + m.Object
		}
		return stands
	},
	FoldAll:           "Collapse all",
	UnfoldAll:         "Expand all",
	Search:            "Search the parameters",
	SearchPlaceholder: "name, description or value",
	SearchNext:        "Next",
	SearchBack:        "Previous",
	SearchClose:       "Close the search",
	Found:             func(nth, of int) string { return strconv.Itoa(nth) + " of " + strconv.Itoa(of) },
	NothingFound:      "Nothing found",
	AnyType:           "any",
	Empty:             "No parameters: the model calls this tool with empty arguments.",
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
	Copy:                   "复制",
	Cut:                    "剪切",
	Paste:                  "粘贴",
	Grip:                   "移动",
	GripHelp:               "拖动即可移动，也可按 Alt 加方向键",
	Moved: func(m Moved) string {
		stands := m.Name + "，"
		if m.Object != "" {
			stands += "在 " + m.Object + " 中，"
		}
		return stands + "第 " + strconv.Itoa(m.Nth) + " 个，共 " + strconv.Itoa(m.Of) + " 个"
	},
	FoldAll:           "全部折叠",
	UnfoldAll:         "全部展开",
	Search:            "搜索参数",
	SearchPlaceholder: "名称、描述或值",
	SearchNext:        "下一个",
	SearchBack:        "上一个",
	SearchClose:       "关闭搜索",
	Found: func(nth, of int) string {
		return "第 " + strconv.Itoa(nth) + " 个，共 " + strconv.Itoa(of) + " 个"
	},
	NothingFound: "没有找到",
	AnyType:      "任意",
	Empty:        "没有参数：模型调用此工具时，参数为空。",
	Stale: func(line, column int) string {
		return "JSON 文本在第 " + strconv.Itoa(line) + " 行第 " + strconv.Itoa(column) +
			" 列出错。这里显示的是最近一次有效的内容；改好文本后才能继续在此编辑。"
	},
	Text: "参数的 JSON 文本",
}

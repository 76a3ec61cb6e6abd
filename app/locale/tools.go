package locale

import "strconv"

// Tools are the words of the list of tools and of the selected tool's facts.
type Tools struct {
	Head, Add              string
	Empty                  string // what to do where there are no tools
	Offer                  string // the label of a tool's switch
	Off                    string // the state of a tool that is not offered
	Unnamed                string
	Parameters             func(n int) string
	MoveUp, MoveDown       string
	Duplicate, Remove      string
	Name, Description      string
	DescriptionPlaceholder string
	Strict                 string
	StrictOn, StrictOff    string // what either means for the model
	Selected               string // the label of the selected tool's part of the pane
}

var toolsEN = Tools{
	Head:                   "Tools",
	Add:                    "Add tool",
	Empty:                  "A tool is what the model may call: a name, a description, parameters. Without tools the model can only talk.",
	Offer:                  "Offer to the model",
	Off:                    "off",
	Unnamed:                "no name yet",
	Parameters:             func(n int) string { return counted(n, "parameter") },
	MoveUp:                 "Move up",
	MoveDown:               "Move down",
	Duplicate:              "Duplicate",
	Remove:                 "Remove",
	Name:                   "Name",
	Description:            "Description",
	DescriptionPlaceholder: "What it does, and when to call it",
	Strict:                 "Strict",
	StrictOn:               "Arguments must follow the schema exactly",
	StrictOff:              "Arguments may stray from the schema",
	Selected:               "The selected tool",
}

var toolsZH = Tools{
	Head:                   "工具",
	Add:                    "添加工具",
	Empty:                  "工具是模型可以调用的东西：名称、描述、参数。没有工具，模型就只能说话。",
	Offer:                  "提供给模型",
	Off:                    "已关闭",
	Unnamed:                "尚未命名",
	Parameters:             func(n int) string { return strconv.Itoa(n) + " 个参数" },
	MoveUp:                 "上移",
	MoveDown:               "下移",
	Duplicate:              "复制一份",
	Remove:                 "删除",
	Name:                   "名称",
	Description:            "描述",
	DescriptionPlaceholder: "它做什么，何时调用",
	Strict:                 "严格",
	StrictOn:               "模型的参数必须完全符合结构",
	StrictOff:              "模型的参数可能偏离结构",
	Selected:               "所选工具",
}

// counted is an English number of things whose plural ends in s.
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}

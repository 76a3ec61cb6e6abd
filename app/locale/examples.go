package locale

// Examples are the words of the list of starter playgrounds.
type Examples struct {
	Title, Lead      string
	Starters, Vendor string
	Replaces         string
}

var examplesEN = Examples{
	Title:    "Examples",
	Lead:     "An example takes the place of what is here now. Undo brings yours back.",
	Starters: "To begin with",
	Vendor:   "From the documentation of providers",
	Replaces: "Open",
}

var examplesZH = Examples{
	Title:    "示例",
	Lead:     "打开示例会替换当前内容，撤销可以找回。",
	Starters: "从这里开始",
	Vendor:   "来自服务商文档",
	Replaces: "打开",
}

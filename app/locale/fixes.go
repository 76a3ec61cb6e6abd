package locale

import "strconv"

// Fixes are the words of what mends a problem, and of the lists of problems.
type Fixes struct {
	Names          map[string]string // of what is done, by id of package schema
	Changes        string            // the label of what a fix would change
	Removed, Added string            // read before a line that goes or comes
	Apply, Cancel  string
	More           func(n int) string // shows so many more problems
	Fewer          string
	Next           string
	Recovered      func(line, column int) string
}

// Name is what a fix does. One that nobody wrote a word for shows its id.
func (f Fixes) Name(id string) string {
	if name, ok := f.Names[id]; ok {
		return name
	}
	return id
}

var fixesEN = Fixes{
	Names: words(
		"mend", "Mend",
		"rename", "Rename",
		"set-type", "Set the type",
		"remove-keyword", "Remove the keyword",
		"remove-value", "Remove the entry",
		"remove-definition", "Remove the definition",
		"add-parameter", "Add the parameter",
		"define", "Add the definition",
		"require", "List as required",
		"spell", "Correct the spelling",
		"convert", "Convert",
		"current", "Write as 2020-12",
		"nullable", "List null as a type",
		"swap", "Swap the limits",
		"allow", "Allow it",
	),
	Changes: "What this changes",
	Removed: "Removed: ",
	Added:   "Added: ",
	Apply:   "Apply",
	Cancel:  "Cancel",
	More:    func(n int) string { return "Show " + strconv.Itoa(n) + " more" },
	Fewer:   "Show fewer",
	Next:    "Next problem:",
	Recovered: func(line, column int) string {
		return "The JSON text is broken at line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) +
			". Shown is what can be read of it; mend the text to go on here."
	},
}

var fixesZH = Fixes{
	Names: words(
		"mend", "修补",
		"rename", "改名",
		"set-type", "设置类型",
		"remove-keyword", "删除关键字",
		"remove-value", "删除这一项",
		"remove-definition", "删除定义",
		"add-parameter", "添加该参数",
		"define", "添加该定义",
		"require", "列为必填",
		"spell", "改正拼写",
		"convert", "转换",
		"current", "改为 2020-12 写法",
		"nullable", "把 null 列为类型",
		"swap", "对调上下限",
		"allow", "允许它",
	),
	Changes: "将要更改的内容",
	Removed: "删除：",
	Added:   "添加：",
	Apply:   "应用",
	Cancel:  "取消",
	More:    func(n int) string { return "再显示 " + strconv.Itoa(n) + " 个" },
	Fewer:   "收起",
	Next:    "下一个问题：",
	Recovered: func(line, column int) string {
		return "JSON 文本在第 " + strconv.Itoa(line) + " 行第 " + strconv.Itoa(column) +
			" 列出错。这里显示的是从中能读出的内容；改好文本后才能继续在此编辑。"
	},
}

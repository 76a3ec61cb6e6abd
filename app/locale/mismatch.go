package locale

// Mismatch are the sentences of arguments that do not match their schema, by
// keyword. In a sentence {at} is the place of the value, {want} what the schema
// says, and {got} what stands there.
type Mismatch struct {
	Whole     string // stands for {at} where it is all of the arguments
	Comma     string // between the values of {want}
	Sentences map[string]string
	Other     string // a keyword without a sentence: {keyword}
}

// Sentence is the one of a keyword.
func (m Mismatch) Sentence(keyword string) string {
	if s, ok := m.Sentences[keyword]; ok {
		return s
	}
	return m.Other
}

var mismatchEN = Mismatch{
	Whole: "The arguments", Comma: ", ",
	Other: "{at} breaks {keyword} of the schema.",
	Sentences: words(
		"type", "{at} must be of type {want}; the model wrote {got}.",
		"enum", "{at} must be one of {want}; the model wrote {got}.",
		"const", "{at} must be {want}; the model wrote {got}.",
		"required", "{at} is required and missing.",
		"dependentRequired", "{at} is missing; what else is there requires it.",
		"dependencies", "{at} is missing; what else is there requires it.",
		"additionalProperties", "{at} is no parameter that the schema knows, and it allows no others.",
		"unevaluatedProperties", "{at} is no parameter that the schema knows, and it allows no others.",
		"propertyNames", "{at} has a name that the schema does not allow.",
		"minimum", "{at} must be at least {want}; the model wrote {got}.",
		"maximum", "{at} must be at most {want}; the model wrote {got}.",
		"exclusiveMinimum", "{at} must be more than {want}; the model wrote {got}.",
		"exclusiveMaximum", "{at} must be less than {want}; the model wrote {got}.",
		"multipleOf", "{at} must be a multiple of {want}; the model wrote {got}.",
		"minLength", "{at} must have at least {want} characters; the model wrote {got}.",
		"maxLength", "{at} must have at most {want} characters; the model wrote {got}.",
		"pattern", "{at} must match the pattern {want}; the model wrote {got}.",
		"format", "{at} must have the format {want}; the model wrote {got}.",
		"minItems", "{at} must hold at least {want} items; the model wrote {got}.",
		"maxItems", "{at} must hold at most {want} items; the model wrote {got}.",
		"uniqueItems", "{at} must not hold the same item twice; the model wrote {got}.",
		"contains", "{at} holds no item of the kind that the schema asks for.",
		"minContains", "{at} must hold at least {want} items of the kind that the schema asks for.",
		"maxContains", "{at} must hold at most {want} items of the kind that the schema asks for.",
		"minProperties", "{at} must have at least {want} members; the model wrote {got}.",
		"maxProperties", "{at} must have at most {want} members; the model wrote {got}.",
		"anyOf", "{at} fits none of the forms that the schema allows; the model wrote {got}.",
		"oneOf", "{at} must fit exactly one of the forms that the schema allows; the model wrote {got}.",
		"not", "{at} is what the schema rules out: {got}.",
		"items", "{at} is one item too many.",
		"additionalItems", "{at} is one item too many.",
		"unevaluatedItems", "{at} is one item too many.",
		"false", "{at} must not be there.",
		"number-too-long", "{at} is a number too long to be checked.",
		"pattern-unchecked", "{at} was not held against {want}: this pattern can't be read here.",
	),
}

var mismatchZH = Mismatch{
	Whole: "整个参数", Comma: "、",
	Other: "{at} 不符合结构中的 {keyword}。",
	Sentences: words(
		"type", "{at} 的类型必须是 {want}；模型写的是 {got}。",
		"enum", "{at} 只能是 {want}；模型写的是 {got}。",
		"const", "{at} 必须是 {want}；模型写的是 {got}。",
		"required", "{at} 是必填的，但缺失了。",
		"dependentRequired", "{at} 缺失；已有的其他参数要求它同时出现。",
		"dependencies", "{at} 缺失；已有的其他参数要求它同时出现。",
		"additionalProperties", "{at} 不是结构中的参数，而结构不允许其他参数。",
		"unevaluatedProperties", "{at} 不是结构中的参数，而结构不允许其他参数。",
		"propertyNames", "{at} 的名称是结构不允许的。",
		"minimum", "{at} 不能小于 {want}；模型写的是 {got}。",
		"maximum", "{at} 不能大于 {want}；模型写的是 {got}。",
		"exclusiveMinimum", "{at} 必须大于 {want}；模型写的是 {got}。",
		"exclusiveMaximum", "{at} 必须小于 {want}；模型写的是 {got}。",
		"multipleOf", "{at} 必须是 {want} 的倍数；模型写的是 {got}。",
		"minLength", "{at} 至少要有 {want} 个字符；模型写的是 {got}。",
		"maxLength", "{at} 最多只能有 {want} 个字符；模型写的是 {got}。",
		"pattern", "{at} 必须匹配 {want}；模型写的是 {got}。",
		"format", "{at} 必须是 {want} 格式；模型写的是 {got}。",
		"minItems", "{at} 至少要有 {want} 项；模型写的是 {got}。",
		"maxItems", "{at} 最多只能有 {want} 项；模型写的是 {got}。",
		"uniqueItems", "{at} 中不能有重复的项；模型写的是 {got}。",
		"contains", "{at} 中没有结构所要求的那种项。",
		"minContains", "{at} 中结构所要求的那种项至少要有 {want} 个。",
		"maxContains", "{at} 中结构所要求的那种项最多只能有 {want} 个。",
		"minProperties", "{at} 至少要有 {want} 个成员；模型写的是 {got}。",
		"maxProperties", "{at} 最多只能有 {want} 个成员；模型写的是 {got}。",
		"anyOf", "{at} 不符合结构允许的任何一种形式；模型写的是 {got}。",
		"oneOf", "{at} 必须恰好符合结构允许的一种形式；模型写的是 {got}。",
		"not", "{at} 正是结构所排除的：{got}。",
		"items", "{at} 是多出来的一项。",
		"additionalItems", "{at} 是多出来的一项。",
		"unevaluatedItems", "{at} 是多出来的一项。",
		"false", "{at} 不应该出现。",
		"number-too-long", "{at} 是一个过长的数字，无法检查。",
		"pattern-unchecked", "{at} 没有与 {want} 对照：这里读不懂这个模式。",
	),
}

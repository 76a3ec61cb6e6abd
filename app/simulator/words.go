package simulator

import (
	"regexp"
	"strings"
	"unicode"
)

// topics are words that mean the same to a tool, in both languages. Latin words
// stand as their stem; Chinese ones are looked for anywhere in the text.
var topics = [][]string{
	strings.Fields("weather forecast temperature rain umbrella wear cold warm hot sunny snow wind jacket coat humidity climate 天气 气温 预报 下雨 下雪 穿什么 该穿 带伞 雨伞 几度 冷不冷 热不热 温度"),
	strings.Fields("currency exchange convert euro eur dollar usd yuan cny rmb yen jpy pound gbp money 货币 汇率 换算 兑换 欧元 美元 人民币 日元 英镑 折合"),
	strings.Fields("product shop buy cheap price store catalog sku item goods 商品 产品 买 购买 价格 便宜 多少钱 搜一下 搜索商品"),
	strings.Fields("calendar event meeting meet appointment agenda schedule invite attendee free lunch call 日历 日程 会议 开会 约 安排 预约 空闲 有空"),
	strings.Fields("order parcel package delivery deliver ship shipment track arrive 订单 包裹 快递 物流 发货 到货"),
	strings.Fields("refund money 退款 退货 退钱"),
	strings.Fields("sql database select 数据库"),
	strings.Fields("email mail inbox 邮件 邮箱"),
	strings.Fields("flight fly airline plane airport 航班 机票 飞机 机场"),
	strings.Fields("hotel room stay night book 酒店 宾馆 住宿 房间"),
	strings.Fields("restaurant dinner lunch 餐厅 饭店 吃饭"),
	strings.Fields("stock share ticker quote 股票 股价"),
	strings.Fields("news headline article 新闻 头条"),
	strings.Fields("translate translation 翻译"),
	strings.Fields("search find look lookup query 搜 搜索 查找 查询 查一下 查查 找"),
	strings.Fields("create add new make open 创建 新建 添加 建一个"),
	strings.Fields("delete remove cancel 删除 移除 取消"),
	strings.Fields("update change edit modify 更新 修改 更改 改成"),
	strings.Fields("list show all 列出 显示 所有 全部"),
	strings.Fields("route direction distance map navigate 路线 导航 距离 怎么走"),
	strings.Fields("time clock timezone hour 时间 几点 时区"),
	strings.Fields("issue bug ticket 工单 缺陷"),
	strings.Fields("inventory available warehouse 库存 有货 有没有货"),
}

var stopWords = set(strings.Fields(`a an the of for to in on at by with from and or is are was were be been do does did
	i you he she it we they me my your our their this that these those what which who how when where why can could
	should would will shall may please there here as if so not no yes any some one use used using return given
	about into than then also get set let us if need want like 的 了 吗 呢 和 我 你`))

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// terms are what two texts are compared by: stems of words, pairs of Chinese
// characters, and "#n" for the topics that the text touches.
func terms(text string) map[string]bool {
	found := map[string]bool{}
	lower := strings.ToLower(splitCamel(text))
	for _, w := range strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		addWord(found, w)
	}
	for i, topic := range topics {
		for _, w := range topic {
			if found[w] || !isLatin(w) && strings.Contains(lower, w) {
				found["#"+string(rune('A'+i))] = true
			}
		}
	}
	return found
}

func addWord(found map[string]bool, word string) {
	var han []rune
	latin := ""
	for _, r := range word {
		if unicode.Is(unicode.Han, r) {
			han = append(han, r)
		} else {
			latin += string(r)
		}
	}
	if latin != "" && !stopWords[latin] {
		found[stem(latin)] = true
	}
	for i := 0; i+1 < len(han); i++ {
		found[string(han[i:i+2])] = true
	}
}

// stem takes the common endings of English off.
func stem(word string) string {
	for _, ending := range []string{"ing", "ies", "est", "ed", "es", "s"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= 3 && !strings.HasSuffix(word, "ss") {
			switch {
			case ending == "ies":
				return root + "y"
			case ending == "es" && !strings.HasSuffix(root, "x") && !strings.HasSuffix(root, "ch") && !strings.HasSuffix(root, "sh"):
				return root + "e"
			case ending == "ed" || ending == "ing" || ending == "est":
				return strings.TrimSuffix(root, "e")
			}
			return root
		}
	}
	return word
}

// splitCamel puts spaces where a name goes from small letters to capitals.
func splitCamel(text string) string {
	var b strings.Builder
	small := false
	for _, r := range text {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}

func isLatin(word string) bool { return word[0] < 0x80 }

var reJoint = regexp.MustCompile(`(?i)[\n?!;,，。？！；]|\. | (?:and|then|also|plus) |顺便|然后|另外|再帮|并且|以及`)

// clauses are the parts of an ask that may each want another tool. Put together
// they are the ask again.
func clauses(ask string) []string {
	var parts []string
	start := 0
	for _, joint := range reJoint.FindAllStringIndex(ask, -1) {
		if strings.TrimSpace(ask[start:joint[0]]) == "" {
			continue
		}
		parts = append(parts, ask[start:joint[0]])
		start = joint[0]
	}
	return append(parts, ask[start:])
}

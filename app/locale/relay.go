package locale

// Relay are the words about the relay that the page's own server may offer.
type Relay struct {
	Label   string // of the box
	Lead    string // what it does, and what follows
	Reaches string // %s are hosts
	Nobody  string // no host is listed
	Access  string // label of its access token
	Locked  string
	Open    string
	Gone    string // it is switched on for the endpoint, and not there
	Through string // beside the endpoint, short
	Learn   string // where the first message goes: %s is the host
	Wire    string // above the request: %s is the address of the relay
}

var relayWordsEN = Relay{
	Label:   "Send through this server's relay",
	Lead:    "For endpoints that refuse browsers. The key goes to the server that this page came from, which hands it on with the request and keeps nothing.",
	Reaches: "It reaches: %s.",
	Nobody:  "It reaches no host yet: whoever started it lists them.",
	Access:  "Access token of the relay",
	Locked:  "The relay of this server wants its access token. It is kept until the tab closes.",
	Open:    "Open the relay",
	Gone:    "This server offers no relay now. Requests to this endpoint fail until it does, or until you untick this.",
	Through: "via relay",
	Learn:   "Your message and the tools on the left go to %s, through the relay of this page's server.",
	Wire:    "Goes to the relay at %s, which hands it on as it stands here.",
}

var relayWordsZH = Relay{
	Label:   "经由本站服务器的中转",
	Lead:    "用于拒绝浏览器的端点。密钥会发给提供本页的服务器，由它连同请求一起转交，不作保存。",
	Reaches: "它可以到达：%s。",
	Nobody:  "它还不能到达任何主机：由启动它的人列出。",
	Access:  "中转的访问令牌",
	Locked:  "这台服务器的中转需要访问令牌。令牌保存到标签页关闭为止。",
	Open:    "打开中转",
	Gone:    "这台服务器现在没有提供中转。在它恢复之前，或在你取消勾选之前，发往此端点的请求都会失败。",
	Through: "经中转",
	Learn:   "你的消息和左侧的工具会经由本页服务器的中转发送到 %s。",
	Wire:    "先发到 %s 的中转，由它按此处的内容原样转交。",
}

// ReachesThese says which hosts the relay reaches.
func (r Relay) ReachesThese(hosts string) string {
	if hosts == "" {
		return r.Nobody
	}
	return fill(r.Reaches, hosts)
}

// WireThrough says that the request shown goes to the relay at an address.
func (r Relay) WireThrough(address string) string { return fill(r.Wire, address) }

// What the page's own relay refuses, by rule: what happened, and what to do. The
// rules are those of tools/serve/relay; "gone" is the page's own.
var (
	relayEN = map[string][2]string{
		"gone": {"No relay answers on the server of this page.",
			"Start it again with the relay switched on, or send straight to {host}."},
		"token-missing": {"The relay wants its access token.",
			"Type the token that whoever runs the relay gave you."},
		"token-wrong": {"The relay does not know the token.",
			"Check the access token; whoever runs the relay has it."},
		"host-unlisted": {"The relay does not have {host} on its list.",
			"Start it again with {host} on the list, or ask whoever runs it."},
		"port-unlisted": {"The relay has {host} on its list with another port.",
			"Start it again with this port on the list, or ask whoever runs it."},
		"address-private": {"The name {host} leads to a private address, which the relay does not reach for it.",
			"List the address itself, or the name with private: before it."},
		"origin-foreign": {"The relay takes this page for another one's.",
			"Open the page from the server that runs the relay. Behind a proxy, give the relay the page's origin."},
		"site-foreign": {"The relay takes this page for another one's.",
			"Open the page from the server that runs the relay. Behind a proxy, give the relay the page's origin."},
		"site-missing": {"The browser did not tell the relay which page asked.",
			"Open the page over https, or by the name of this machine."},
		"host-foreign": {"Without an access token the relay serves this machine only.",
			"Open the page as http://127.0.0.1, or start the relay with an access token."},
		"proxied": {"Something stands in front of the relay, and it has no access token.",
			"Start the relay with an access token and the page's origin."},
		"ask-missing":  {"The relay was not asked as this page asks.", "Reload the page, then send again."},
		"method-wrong": {"The relay does not send such a request on.", "Reload the page, then send again."},
		"url-wrong":    {"The relay can't read the address.", "Check the base URL."},
		"body-large":   {"The request is larger than the 16 MB that the relay sends on.", "Begin a new conversation or shorten a message."},
		"body-broken":  {"The request did not reach the relay whole.", "Send again."},
		"busy":         {"The relay has too many requests on their way.", "Wait a little, then send again."},
		"redirect": {"{host} sends the request elsewhere, and the relay does not follow.",
			"Use the address that it leads to as the base URL."},
		"upstream-name":    {"The relay finds no host of the name {host}.", "Check the base URL."},
		"upstream-refused": {"Nothing answers the relay at {host}.", "Check the base URL, and that the server runs."},
		"upstream-tls":     {"The relay does not trust the certificate of {host}.", "Check the base URL, or mend the certificate."},
		"upstream-timeout": {"{host} did not answer the relay in time.", "Send again in a moment."},
		"upstream-broken":  {"{host} gave the relay no proper answer.", "Send again in a moment."},
	}
	relayZH = map[string][2]string{
		"gone": {"本页的服务器上没有中转作答。",
			"请打开中转后重新启动服务器，或直接发送到 {host}。"},
		"token-missing": {"中转需要访问令牌。",
			"请填写中转的管理员给你的令牌。"},
		"token-wrong": {"中转不认识这个令牌。",
			"请检查访问令牌，中转的管理员知道它。"},
		"host-unlisted": {"中转的列表中没有 {host}。",
			"请把 {host} 加入列表后重新启动中转，或联系它的管理员。"},
		"port-unlisted": {"中转的列表中 {host} 是另一个端口。",
			"请把这个端口加入列表后重新启动中转，或联系它的管理员。"},
		"address-private": {"域名 {host} 指向私有地址，中转不会为它访问那里。",
			"请直接列出该地址，或在域名前写上 private:。"},
		"origin-foreign": {"中转认为本页来自别处。",
			"请从运行中转的服务器打开本页。如果前面有代理，请告诉中转本页的来源。"},
		"site-foreign": {"中转认为本页来自别处。",
			"请从运行中转的服务器打开本页。如果前面有代理，请告诉中转本页的来源。"},
		"site-missing": {"浏览器没有告诉中转是哪个网页在请求。",
			"请通过 https 打开本页，或用本机的名称打开。"},
		"host-foreign": {"没有访问令牌时，中转只为本机服务。",
			"请以 http://127.0.0.1 打开本页，或以访问令牌启动中转。"},
		"proxied": {"中转前面还有代理，而它没有访问令牌。",
			"请以访问令牌和本页的来源启动中转。"},
		"ask-missing":  {"向中转发出的请求不是本页的形式。", "请刷新页面，再次发送。"},
		"method-wrong": {"中转不转交这样的请求。", "请刷新页面，再次发送。"},
		"url-wrong":    {"中转无法识别地址。", "请检查基础地址。"},
		"body-large":   {"请求超过中转可转交的 16 MB。", "请开始新对话或缩短消息。"},
		"body-broken":  {"请求没有完整到达中转。", "请再次发送。"},
		"busy":         {"中转正在处理的请求过多。", "请稍等片刻，再次发送。"},
		"redirect": {"{host} 把请求引向别处，中转不会跟随。",
			"请把它指向的地址用作基础地址。"},
		"upstream-name":    {"中转找不到名为 {host} 的主机。", "请检查基础地址。"},
		"upstream-refused": {"{host} 没有回应中转。", "请检查基础地址，以及服务器是否在运行。"},
		"upstream-tls":     {"中转不信任 {host} 的证书。", "请检查基础地址，或修复证书。"},
		"upstream-timeout": {"{host} 没有及时回应中转。", "请稍后再次发送。"},
		"upstream-broken":  {"{host} 没有给中转正常的响应。", "请稍后再次发送。"},
	}
)

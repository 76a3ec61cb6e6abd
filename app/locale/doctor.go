package locale

import "strings"

// Doctor are the words of an examination: why no answer could be read, how that
// is known, and what mends it.
type Doctor struct {
	Ask, Again, Busy string // its button, and while it works
	Evidence         string // opens what was tried
	Ways             string // names the choice of remedies
	Guessed          string // a remedy's server was recognised by port or preset
	Copy, Use, Open  string
	Online, Offline  string
	Permission       string  // {name} is the browser's, {state} its answer
	Causes           Phrases // by diagnosis; {host} {name} {port} {origin} {names} {meant} {base} {title} {path}
	Tried            Phrases // by kind of probe; {names} {path}
	Came             Phrases // by outcome; {status} {type} {ms}
	Cures            Cures   // by remedy
}

// Phrases are sentences by the name of what they say. A list is data where a map
// is code, 250 bytes an entry in the browser.
type Phrases [][2]string

// Of is the sentence of a name, "" where there is none.
func (p Phrases) Of(name string) string {
	for _, phrase := range p {
		if phrase[0] == name {
			return phrase[1]
		}
	}
	return ""
}

// Cure is a remedy in a word or two, and what to do with its lines.
type Cure struct{ ID, Name, Do string }

// Cures are all of them.
type Cures []Cure

// Of is that of a remedy.
func (c Cures) Of(id string) Cure {
	for _, cure := range c {
		if cure.ID == id {
			return cure
		}
	}
	return Cure{}
}

// Cause is the sentence of a diagnosis. Detail says which of its forms, where
// something more is known: meant, base or title.
func (d Doctor) Cause(id, detail string) string {
	if sentence := d.Causes.Of(id + "-" + detail); sentence != "" {
		return sentence
	}
	return d.Causes.Of(id)
}

// Attempt is what one probe was and what came of it.
func (d Doctor) Attempt(kind, outcome string) string {
	return d.Tried.Of(kind) + d.Came.Of(outcome)
}

// Allowed is what the browser says of a permission.
func (d Doctor) Allowed(name, state string) string {
	return strings.NewReplacer("{name}", name, "{state}", state).Replace(d.Permission)
}

var doctorEN = Doctor{
	Ask: "Find out why", Again: "Look again", Busy: "Asking {host}, without your key…",
	Evidence: "How this is known", Ways: "What mends it", Guessed: "Guessed from the address: only you know what runs there.",
	Copy: "Copy", Use: "Use this address", Open: "Open in a tab",
	Online: "The browser is online", Offline: "The browser says that it is offline",
	Permission: "The browser’s permission {name}: {state}",
	Causes: Phrases{
		{"offline", "The browser is offline: connect, then send again."},
		{"mixed", "{host} is called over http, which a page that came over https may not do: the request never left the browser."},
		{"port", "No browser speaks to port {port}, whatever listens there: let the server listen on another one."},
		{"local-insecure", "{host} is on your own device or network, where a public page that came over http may never go."},
		{"local-denied", "The browser keeps this page from your own device and network, where {host} is: it was refused the permission."},
		{"local-prompt", "{host} is on your own device or network: either the browser has not been allowed to go there for this page, or nothing listens."},
		{"name", "The name {name} leads nowhere from this browser."},
		{"name-meant", "The name {name} leads nowhere; it differs little from {meant}."},
		{"closed", "Nothing answers at {host}: no server listens there, or not in the way that the address says."},
		{"unreachable", "No connection to {host} comes about: its name is wrong, nothing listens, its certificate is not trusted, or an ad blocker steps in. The browser tells no page which."},
		{"timeout", "{host} gave no answer for 4 seconds: the address leads nowhere, or a firewall or VPN swallows what is sent."},
		{"redirect", "{host} sends the request on to another address. It does not follow: the key was typed for this one."},
		{"cors-none", "{host} is up, but its answers lack the header {acao} for {origin}: the browser hides them from this page (CORS)."},
		{"cors-errors", "{host} admits this page, but its error answers lack the header {acao}: something is wrong with the request, and the browser hides what."},
		{"cors-header", "{host} admits this page, but not with the header {names}: its {acah} lacks that (CORS)."},
		{"cors-preflight", "{host} refuses what the browser asks first (OPTIONS): its {acah} allows none of {names} (CORS)."},
		{"cors-path", "{host} admits this page elsewhere, but the answers at {path} lack the header {acao} (CORS)."},
		{"html", "A web page answers where an endpoint should: that of a proxy, a login, or the site itself."},
		{"html-title", "A web page answers where an endpoint should: {title}. It may be that of a proxy, a login, or the site itself."},
		{"path", "{host} is up and admits this page, but has no endpoint at this path."},
		{"path-base", "{host} has its endpoint at another path: {base}."},
		{"no-completions", "{host} lists models at this base URL, but has nothing at {path}."},
		{"passing", "Everything at {host} answers now: the failure has passed, or only the answer to this very request was hidden, as an error of something on the way would be."},
	},
	Tried: Phrases{
		{"models", "The list of models, asked for without headers: "}, {"reach", "The same, only to see whether anything comes: "},
		{"options", "What it answers to a preflight (OPTIONS): "}, {"headers", "With the headers {names}, all of them empty: "},
		{"header", "With {names} alone: "}, {"completions", "GET {path}: "}, {"path", "GET {path}: "},
	},
	Came: Phrases{
		{"nothing", "nothing that a page may see ({ms})"}, {"late", "no answer within 4 s"}, {"opaque", "an answer came, hidden from the page ({ms})"},
		{"redirect", "sent on to another address ({ms})"}, {"answer", "readable, {status} {type} ({ms})"},
	},
	Cures: Cures{
		{"ollama", "Ollama", "Let Ollama admit this page. It must start anew: on Windows, quit it beside the clock first."},
		{"lmstudio", "LM Studio", "In LM Studio, switch on Enable CORS (Developer, Server Settings). Or start its server like this:"},
		{"llamacpp", "llama.cpp", "llama-server admits every page, unless its tools are on. Then name this one:"},
		{"vllm", "vLLM", "vLLM admits every page, unless it was told otherwise. Then name this one:"},
		{"one-api", "one-api", "one-api and new-api admit every page by themselves. What stands before them must pass everything on, OPTIONS as well, and add no headers of its own. In nginx:"},
		{"nginx", "nginx", "Where nginx passes on to the server (here 127.0.0.1:8080), let it admit this page, on errors as well:"},
		{"caddy", "Caddy", "Where Caddy passes on to the server (here 127.0.0.1:8080), let it admit this page, on errors as well:"},
		{"relay", "Relay", "Let Toolyard’s own server pass your requests on. From its source code, on your machine:"},
		{"own-page", "This page from your device", "Open the page from your own device: most local servers admit it there, and no permission is needed. From its source code:"},
		{"permission", "Permission", "Press the icon before the page’s address, and allow what is said there of the local network or of this device. In Chrome and Edge this address leads there:"},
		{"send-again", "Send again", "Send again. If the browser asks about your device or network, allow it."},
		{"use-http", "http", "A server without a certificate is called over http:"},
		{"use-https", "https", "If the server speaks https as well, call it so:"},
		{"use-base", "Right address", "Here it answers as an endpoint does:"},
		{"use-host", "Right name", "A provider’s name that is known:"},
		{"look", "See for yourself", "Open the address in a tab: there the browser says what it hides from pages. If anything shows, the server is up and only hides from pages."},
		{"check", "Terminal", "Ask from a terminal, where no browser stands between:"},
		{"start", "Start it", "If the server is not running, start it:"},
	},
}

var doctorZH = Doctor{
	Ask: "查明原因", Again: "再查一次", Busy: "正在询问 {host}，不带密钥…",
	Evidence: "判断依据", Ways: "解决办法", Guessed: "根据地址猜测：那里运行什么，只有你知道。",
	Copy: "复制", Use: "使用这个地址", Open: "在新标签页打开",
	Online: "浏览器在线", Offline: "浏览器表示处于离线状态",
	Permission: "浏览器权限 {name}：{state}",
	Causes: Phrases{
		{"offline", "浏览器处于离线状态：请联网后再次发送。"},
		{"mixed", "{host} 的地址是 http，而本页来自 https，浏览器不允许这样调用：请求没有离开浏览器。"},
		{"port", "浏览器从不访问端口 {port}，无论那里运行什么：请让服务器改用其他端口。"},
		{"local-insecure", "{host} 在你自己的设备或网络上，经 http 打开的公网页面不得访问。"},
		{"local-denied", "{host} 在你自己的设备或网络上，而浏览器不让本页访问那里：权限已被拒绝。"},
		{"local-prompt", "{host} 在你自己的设备或网络上：要么浏览器还没有获准让本页访问那里，要么那里没有服务在监听。"},
		{"name", "在这个浏览器里，域名 {name} 找不到服务器。"},
		{"name-meant", "域名 {name} 找不到服务器；它与 {meant} 只差一点。"},
		{"closed", "{host} 没有回应：那里没有服务在监听，或者协议与地址不符。"},
		{"unreachable", "无法连接 {host}：域名有误、没有服务在监听、证书不受信任，或被广告拦截器拦下。浏览器不会告诉网页是哪一种。"},
		{"timeout", "{host} 在 4 秒内没有回应：地址不通，或被防火墙、VPN 拦下。"},
		{"redirect", "{host} 把请求转向了另一个地址。这里不会跟随：密钥是为当前地址填写的。"},
		{"cors-none", "{host} 在运行，但它的响应没有为 {origin} 提供 {acao}：浏览器不让本页读取（CORS）。"},
		{"cors-errors", "{host} 允许本页访问，但它的错误响应缺少 {acao}：请求有误，而浏览器隐藏了原因。"},
		{"cors-header", "{host} 允许本页访问，但不允许带请求头 {names}：它的 {acah} 里没有这一项（CORS）。"},
		{"cors-preflight", "{host} 拒绝了浏览器的预检请求（OPTIONS）：它的 {acah} 不允许 {names}（CORS）。"},
		{"cors-path", "{host} 的其他地址允许本页读取，但 {path} 的响应缺少 {acao}（CORS）。"},
		{"html", "这里回应的是网页，不是接口：可能来自代理、登录页，或网站本身。"},
		{"html-title", "这里回应的是网页 {title}，不是接口：可能来自代理、登录页，或网站本身。"},
		{"path", "{host} 在运行，也允许本页访问，但这个路径上没有接口。"},
		{"path-base", "{host} 的接口在另一个路径：{base}。"},
		{"no-completions", "{host} 在这个基础地址列出了模型，但 {path} 上什么都没有。"},
		{"passing", "{host} 现在一切都有回应：故障已经过去，或者只有这一次请求的响应被隐藏，例如途中某处返回的错误。"},
	},
	Tried: Phrases{
		{"models", "不带请求头获取模型列表："}, {"reach", "同样的请求，只看有没有回应："},
		{"options", "它对预检请求（OPTIONS）的回应："}, {"headers", "带上请求头 {names}，值均为空："},
		{"header", "只带 {names}："}, {"completions", "GET {path}："}, {"path", "GET {path}："},
	},
	Came: Phrases{
		{"nothing", "网页什么也看不到（{ms}）"}, {"late", "4 秒内没有回应"}, {"opaque", "有回应，但对网页隐藏（{ms}）"},
		{"redirect", "转向了另一个地址（{ms}）"}, {"answer", "可以读取，{status} {type}（{ms}）"},
	},
	Cures: Cures{
		{"ollama", "Ollama", "让 Ollama 允许本页访问，然后重新启动它。在 Windows 上，请先从任务栏右下角退出。"},
		{"lmstudio", "LM Studio", "在 LM Studio 的 Developer → Server Settings 中打开 Enable CORS，或这样启动服务："},
		{"llamacpp", "llama.cpp", "llama-server 默认允许所有网页，除非启用了内置工具。这时请写明本页："},
		{"vllm", "vLLM", "vLLM 默认允许所有网页，除非另有设置。这时请写明本页："},
		{"one-api", "one-api", "one-api 和 new-api 本身允许所有网页。它们前面的代理须原样转发一切，包括 OPTIONS，且不要添加响应头。nginx 的写法："},
		{"nginx", "nginx", "在 nginx 转发到服务器的地方（此处为 127.0.0.1:8080）允许本页访问，错误响应也一样："},
		{"caddy", "Caddy", "在 Caddy 转发到服务器的地方（此处为 127.0.0.1:8080）允许本页访问，错误响应也一样："},
		{"relay", "转发", "让 Toolyard 自带的服务器转发请求。在你的电脑上，从源代码运行："},
		{"own-page", "从本机打开", "从你自己的设备打开本页：多数本地服务器允许这样访问，也不需要权限。从源代码运行："},
		{"permission", "权限", "点按地址栏网址前的图标，允许访问本地网络或本设备的那一项。在 Chrome 和 Edge 中，这个地址直达设置："},
		{"send-again", "再次发送", "请再次发送。如果浏览器询问你的设备或网络，请选择允许。"},
		{"use-http", "http", "没有证书的服务器要用 http 访问："},
		{"use-https", "https", "如果服务器也支持 https，请这样访问："},
		{"use-base", "正确的地址", "这里有接口回应："},
		{"use-host", "正确的域名", "已知服务商的域名："},
		{"look", "亲自看看", "在新标签页打开这个地址：浏览器会在那里说出它对网页隐藏的原因。如果能打开，说明服务器在运行，只是不让网页读取。"},
		{"check", "终端", "在终端里询问，中间没有浏览器："},
		{"start", "启动", "如果服务器没有运行，请启动它："},
	},
}

package provider

import "testing"

func TestReport(t *testing.T) {
	c := forced("one-api")
	c.Endpoint.BaseURL += "?key=" + testKey.Reveal()
	e := ReadError(503, `{"error":{"message":"无可用渠道 for `+testKey.Reveal()+` (request id: 20261100)","type":"one_api_error"}}`)
	check(t, "report", e.Report(c), `POST https://relay.example/v1/chat/completions?key=•••
model: m
HTTP 503
type: one_api_error
request id: 20261100
message: 无可用渠道 for •••
`)
	check(t, "of nothing", (&Error{Kind: KindNetwork}).Report(Completion{}), "")
}

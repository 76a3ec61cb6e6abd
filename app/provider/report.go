package provider

import "strconv"

// Report is an error as lines for whoever runs the endpoint: what was asked,
// what came, and the id that they can find it by. The key is in none of them.
func (e *Error) Report(c Completion) string {
	address, err := c.Endpoint.URL()
	if err != nil {
		address = ""
	}
	r := e.Redacted(c.Key)
	text := ""
	for _, line := range [][2]string{
		{"POST ", address}, {"model: ", c.Endpoint.Model}, {"HTTP ", strconv.Itoa(e.Status)}, {"code: ", e.Code}, {"type: ", e.Type},
		{"request id: ", e.RequestID}, {"message: ", r.Message}, {"upstream: ", r.Upstream},
	} {
		if line[1] != "" && line[1] != "0" {
			text += line[0] + line[1] + "\n"
		}
	}
	return Redact(text, c.Key)
}

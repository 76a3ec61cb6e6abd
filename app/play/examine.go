package play

import (
	"context"

	"toolyard/app/doctor"
	"toolyard/app/provider"
)

// Examination is what the doctor found out about a completion that failed.
type Examination struct {
	Facts     doctor.Facts
	Over      bool
	Diagnosis doctor.Diagnosis // once it is over
	Remedy    string           // the one that is open; "" is the first
}

// Examinable says whether the doctor may find out more than the error tells:
// no answer could be read, or what answered is no endpoint.
func (c Completion) Examinable() bool {
	if c.Error == nil || c.Endpoint.Simulated() || c.State != AtRest {
		return false
	}
	switch c.Error.Kind {
	case provider.KindNetwork, provider.KindCORS, provider.KindEndpoint:
		return true
	}
	return c.Error.Family == "html"
}

// ExaminationBegan: the person asks why a completion failed. Nothing is sent to
// find out before that.
type ExaminationBegan struct{ Completion int }

func (e ExaminationBegan) apply(m Model) (Model, []Effect) {
	c, ok := m.Completion(e.Completion)
	if !ok || !c.Examinable() || c.Examination != nil && !c.Examination.Over {
		return m, nil
	}
	facts := doctor.Facts{Page: m.View.Address, URL: c.request.URL, Preset: c.Endpoint.Provider, Status: c.Status}
	for _, h := range c.request.Header {
		facts.Headers = append(facts.Headers, h.Name)
	}
	if c.Error.Family == "html" {
		facts.HTML, facts.Title = true, c.Error.Message
	}
	return m.examine(c, facts)
}

// examine goes on with the next probe, or comes to a diagnosis.
func (m Model) examine(c Completion, facts doctor.Facts) (Model, []Effect) {
	next, ok := doctor.Next(facts)
	c.Examination = &Examination{Facts: facts, Over: !ok}
	if !ok {
		c.Examination.Diagnosis = doctor.Diagnose(facts)
		return m.withCompletion(c), nil
	}
	return m.withCompletion(c), []Effect{Examine{c.ID, next}}
}

// Examine makes one probe.
type Examine struct {
	Completion int
	Probe      doctor.Probe
}

func (e Examine) perform(ctx context.Context, r *Runner) {
	r.post(Probed{e.Completion, e.Probe, r.host.Probe(ctx, e.Probe)})
}

// Probed: a probe came back, or didn't.
type Probed struct {
	Completion int
	Probe      doctor.Probe
	Result     doctor.Result
}

func (p Probed) apply(m Model) (Model, []Effect) {
	c, ok := m.Completion(p.Completion)
	if !ok || c.Examination == nil || c.Examination.Over {
		return m, nil
	}
	return m.examine(c, c.Examination.Facts.With(p.Probe, p.Result))
}

// RemedyChosen: the person looks at another remedy of an examination.
type RemedyChosen struct {
	Completion int
	ID         string
}

func (r RemedyChosen) apply(m Model) (Model, []Effect) {
	c, ok := m.Completion(r.Completion)
	if !ok || c.Examination == nil {
		return m, nil
	}
	examination := *c.Examination
	examination.Remedy = r.ID
	c.Examination = &examination
	return m.withCompletion(c), nil
}

// LinesCopied: the person wants the lines of a remedy on the clipboard.
type LinesCopied struct{ Text string }

func (l LinesCopied) apply(m Model) (Model, []Effect) {
	return m.handOut(Handout{Kind: "lines", Text: l.Text})
}

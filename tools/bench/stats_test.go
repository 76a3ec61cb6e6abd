package main

import (
	"math"
	"strings"
	"testing"
)

func TestQuantiles(t *testing.T) {
	forty := make([]float64, 40)
	for i := range forty {
		forty[39-i] = float64(i + 1) // the order must not matter
	}
	for _, c := range []struct {
		times       []float64
		median, p95 float64
	}{
		{[]float64{7}, 7, 7},
		{[]float64{3, 1, 2}, 2, 2.9},
		{[]float64{4, 1, 3, 2}, 2.5, 3.85},
		{forty, 20.5, 38.05},
	} {
		if got := median(c.times); math.Abs(got-c.median) > 1e-9 {
			t.Errorf("median of %v: %v, want %v", c.times, got, c.median)
		}
		if got := p95(c.times); math.Abs(got-c.p95) > 1e-9 {
			t.Errorf("p95 of %v: %v, want %v", c.times, got, c.p95)
		}
	}
	if !math.IsNaN(median(nil)) {
		t.Error("no times have a median")
	}
	if forty[0] != 40 {
		t.Error("the times were sorted in place")
	}
}

func TestTable(t *testing.T) {
	ours := column{"Toolyard", map[string]row{
		mounting:   {views: []string{"form"}, times: []float64{120, 130, 125}},
		typingName: {views: []string{"form", "text"}, times: []float64{10, 12}, longs: 1, longest: 61},
		moving:     {views: []string{"form"}, times: []float64{20}},
	}}
	theirs := column{"peer", map[string]row{
		mounting:   {views: []string{"form", "text"}, times: []float64{2500}},
		typingName: {views: []string{"form"}, times: []float64{22}},
		enterName:  {views: []string{"form", "text"}, times: []float64{440}},
		moving:     {missing: "can't reorder"},
	}}
	got := table([]column{ours, theirs})
	for _, want := range []string{
		"| mount ", " 125 |  130 |       3 |            – |          form | 2500 | 2500 ", " 20.0× |\n",
		" 11.0 | 11.9 |       2 |         61.0 | form and text |",
		"| Enter behind a name ", " 40.0× |\n", // beside the key of Toolyard
		"| reorder by button ",
		"- reorder by button, peer: can't reorder\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "NaN") || strings.Contains(got, undoText) {
		t.Errorf("a row that was not measured:\n%s", got)
	}
	if strings.Contains(table([]column{ours}), "ratio") {
		t.Error("a ratio to nothing")
	}
}

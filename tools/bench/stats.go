package main

import (
	"math"
	"slices"
)

// quantile is the value that a share q of the times, 0…1, is not over: between
// two of them by linear interpolation. It is NaN of no times.
func quantile(times []float64, q float64) float64 {
	if len(times) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(times))
	at := q * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}

// median is the quantile of a half.
func median(times []float64) float64 { return quantile(times, .5) }

// p95 is the time that one press of twenty is over.
func p95(times []float64) float64 { return quantile(times, .95) }

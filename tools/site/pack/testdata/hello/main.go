// hello is small, and has what every Go program has: functions, files and lines.
package main

import "strings"

func main() { greet(strings.Repeat("hello ", 2)) }

//go:noinline
func greet(word string) { println(word) }

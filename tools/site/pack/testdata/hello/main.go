// hello is small, and has what every Go program has: functions, files and lines.
package main

func main() { greet("hello") }

//go:noinline
func greet(word string) { println(word) }

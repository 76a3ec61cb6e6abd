// hello is small, and has what every Go program has: functions, files and lines;
// and a method that the compiler made, of *time.Duration.
package main

import (
	"strings"
	"time"
)

func main() { greet(strings.Repeat("hello ", 2), new(time.Duration)) }

//go:noinline
func greet(word string, long interface{ String() string }) { println(word, long.String()) }

//go:build js && wasm

// Command workshop is Toolyard's second program: it does the jobs of package job
// in a worker, which web/workshop.js runs it in.
package main

import (
	"github.com/hack-pad/safejs"

	"toolyard/app/workshop"
)

func main() {
	// The worker calls this with a job's name and input; what comes back is the
	// output, or why there is none.
	do, err := safejs.FuncOf(func(_ safejs.Value, arguments []safejs.Value) any {
		name, _ := arguments[0].String()
		input, _ := arguments[1].String()
		output, err := workshop.Do(name, []byte(input))
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return map[string]any{"output": string(output)}
	})
	if err == nil {
		err = safejs.Global().Set("doJob", do)
	}
	if err != nil {
		panic(err)
	}
	select {}
}

// Command wasmtest runs a js/wasm test binary in a headless Chromium: the
// runner that `go test -exec` wants.
//
//	GOOS=js GOARCH=wasm go test -exec=wasmtest ./wasm/browser
//
// The tests get a page of their own at http://127.0.0.1, which browsers trust
// like https, with an empty <main> in its body. What the binary prints is
// printed, and its exit code is the exit code.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "wasmtest: name a test binary")
		os.Exit(2)
	}
	code, err := run(os.Args[1], os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "wasmtest:", err)
		os.Exit(1)
	}
	os.Exit(code)
}

// run loads the binary in a browser and waits for its end.
func run(binary string, args []string) (exitCode int, err error) {
	server, err := serve(binary, args)
	if err != nil {
		return 0, err
	}
	defer server.Close()
	ctx, cancel := chromedp.NewContext(context.Background())
	defer cancel()
	ended := make(chan string, 1)
	chromedp.ListenTarget(ctx, func(event any) {
		if event, ok := event.(*runtime.EventBindingCalled); ok {
			ended <- event.Payload // behind everything that was printed before
		}
		print(event)
	})
	if err := chromedp.Run(ctx, runtime.AddBinding("ended"), chromedp.Navigate(server.URL)); err != nil {
		return 0, err
	}
	select {
	case code := <-ended:
		return strconv.Atoi(code)
	case <-ctx.Done():
		return 0, errors.New("the browser went away")
	}
}

const page = `<!doctype html><meta charset="utf-8"><title>Go test</title><body><main></main>
<script src="wasm_exec.js"></script><script src="run.js"></script>`

// script reports the exit code through the binding `ended`.
const script = `(async () => {
  const go = new Go();
  let code = 2; // of a program that ends without saying how
  go.argv = %s;
  go.exit = (said) => { code = said; };
  try {
    const { instance } = await WebAssembly.instantiateStreaming(fetch("test.wasm"), go.importObject);
    await go.run(instance);
  } catch (error) {
    console.log(String(error));
  }
  ended(String(code));
})();`

func serve(binary string, args []string) (*httptest.Server, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	argv, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	})
	mux.HandleFunc("/run.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprintf(w, script, argv)
	})
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	})
	mux.HandleFunc("/test.wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, binary)
	})
	return httptest.NewServer(mux), nil
}

// print passes on what the page writes to its console, and exceptions that
// nothing caught.
func print(event any) {
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, arg := range event.Args {
			var text string
			if json.Unmarshal(arg.Value, &text) != nil {
				text = string(arg.Value) + arg.Description
			}
			fmt.Println(text)
		}
	case *runtime.EventExceptionThrown:
		fmt.Fprintln(os.Stderr, event.ExceptionDetails.Error())
	}
}

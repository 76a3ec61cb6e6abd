// Package slim makes the copy of go-app that the released browser binary is
// built with: go-app without its server and its ciphers.
//
// go-app keeps its HTTP server (http.go) and what resolves resources for it
// (parts of resource.go) in the package that every page imports, without a build
// tag. So each browser binary links net/http and crypto/tls and calls neither. So
// it does with what encrypts states and makes random identities. The copy leaves
// these out, draws sooner after what happened, and go.mod's copy points at it:
//
//	.build/goapp      go-app's packages, cut
//	.build/slim.mod   the root's go.mod with go-app replaced; go build -modfile takes it
//	.build/slim.sum   the root's go.sum
//
// What is cut was read by a person, in one version. Another version, or another
// byte in a file that is cut, is an error. docs/size.md says what to do then.
package slim

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Modfile is what go build -modfile takes in the root module, from its folder,
// after Prepare.
const Modfile = ".build/slim.mod"

// copied is where the copy is, from the root module's folder. go.mod's copy names
// it by this path, so that no path of a machine gets into the binary.
const copied = ".build/goapp"

// goApp is the module that is cut.
const goApp = "github.com/maxence-charriere/go-app/v10"

// The version that was read, and its files that are cut. Change them together.
const readVersion = "v10.1.11"

var digests = map[string]string{
	serverFile:   "0601189a9f611378e9b24ab4bdf42780a03cbf95c1bbebd4171b523ddbe9a32d",
	resourceFile: "6b52ab4ec2f4171d403384bffe159e9ec22699933e768ef5868f2851a1b84baa",
	appFile:      "77bd60c6d302bc553e3c4132a23c5fdd83d8443626803569246b03242c939f59",
	cipherFile:   "c0fc14126207dc9fa15fb8869bd882874486654919835dc35d5bef8a6122aa97",
	contextFile:  "1165dc862aad17ba47a7050c7ce32401e6e86eecce1222bf22235f78cccbd1d4",
	stateFile:    "b41c94e804ab69a8a6341d58c09ac79d8cc8b0022bddd6c74c0f107a9f31480b",
}

const (
	serverFile   = "pkg/app/http.go"
	resourceFile = "pkg/app/resource.go"
	appFile      = "pkg/app/app.go"
	cipherFile   = "pkg/app/crypto.go"
	contextFile  = "pkg/app/context.go"
	stateFile    = "pkg/app/state.go"
)

// serving are the names of resource.go that need net/http, or one that does.
var serving = []string{
	"LocalDir", "localResourceResolver",
	"PrefixedLocation", "prefixedResourceResolver", "GitHubPages",
}

// passages are what is written otherwise in a file: each stands there once.
//
// The engine is started with how often a second it may draw. Between two times it
// does nothing unless something happened, and what happens meanwhile waits: 4 ms of
// each key, and often a whole frame of the display.
//
// The identity of a device and of a sender of states, neither of which Toolyard has,
// come from github.com/google/uuid, which links crypto/rand and with it Go's tests
// of its own ciphers, and database/sql.
var passages = []passage{
	{appFile, "engine.Start(120)", "engine.Start(1000)"},
	{contextFile, "\t\"github.com/google/uuid\"\n", ""},
	{contextFile, "uuid.NewString()", "newID()"},
	{stateFile, "\t\"github.com/google/uuid\"\n", ""},
	{stateFile, "uuid.NewString()", "newID()"},
}

type passage struct{ file, read, ours string }

// standIns are the files that stand for what is left out: the server, of which
// wasm.go has a parameter's type, in a function that only panics; encryption of
// states, which Toolyard doesn't keep with go-app; and uuid.
var standIns = map[string]string{
	"pkg/app/handler_slim.go": `package app

// Handler stands for the server, which the browser's copy of go-app leaves out.
type Handler struct{}
`,
	"pkg/app/crypto_slim.go": `package app

import "errors"

var errNoCipher = errors.New("the browser's copy of go-app encrypts nothing")

func encrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }

func decrypt(string, []byte) ([]byte, error) { return nil, errNoCipher }
`,
	"pkg/app/id_slim.go": `package app

import (
	"math/rand/v2"
	"strconv"
)

func newID() string { return strconv.FormatUint(rand.Uint64(), 36) }
`,
}

// ErrChanged says that go-app is not the one that was read. Nothing is written.
var ErrChanged = errors.New("go-app is not what was read; read docs/size.md, \"When go-app changes\", " +
	"or build with -whole (make site WHOLE=1), which takes go-app as it is")

// Prepare makes the copy of go-app and the files of Modfile in the root module's
// folder. What is there already and right stays as it is, so builds may prepare
// side by side.
func Prepare(root string) error {
	m, err := find(root)
	if err != nil {
		return err
	}
	if err := m.check(); err != nil {
		return err
	}
	files, err := m.cut()
	if err != nil {
		return err
	}
	if err := mirror(filepath.Join(root, copied), files); err != nil {
		return err
	}
	return replaceIn(root)
}

// module is go-app as the root module requires it.
type module struct {
	Version string
	Dir     string
}

// find asks the go command for go-app's folder; it downloads what is not there.
func find(root string) (module, error) {
	cmd := exec.Command("go", "list", "-find", "-json=Module", goApp+"/pkg/app")
	cmd.Dir = root
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return module{}, fmt.Errorf("slim: looking for go-app: %w", err)
	}
	var listed struct{ Module module }
	if err := json.Unmarshal(out, &listed); err != nil {
		return module{}, fmt.Errorf("slim: looking for go-app: %w", err)
	}
	return listed.Module, nil
}

// check holds go-app against what was read.
func (m module) check() error {
	if m.Version != readVersion {
		return fmt.Errorf("slim: %s, and %s was read: %w", m.Version, readVersion, ErrChanged)
	}
	for file, want := range digests {
		text, err := os.ReadFile(filepath.Join(m.Dir, filepath.FromSlash(file)))
		if err != nil {
			return fmt.Errorf("slim: %w: %w", err, ErrChanged)
		}
		sum := sha256.Sum256(text)
		if got := hex.EncodeToString(sum[:]); got != want {
			return fmt.Errorf("slim: the SHA-256 of %s is %s: %w", file, got, ErrChanged)
		}
	}
	return nil
}

// replaceIn writes the root's go.mod and go.sum again, go-app replaced by its copy.
func replaceIn(root string) error {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return fmt.Errorf("slim: %w", err)
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return fmt.Errorf("slim: %w", err)
	}
	mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", goApp, copied)
	at := filepath.Join(root, filepath.FromSlash(Modfile))
	if err := put(at, mod); err != nil {
		return err
	}
	return put(at[:len(at)-len(".mod")]+".sum", sum)
}

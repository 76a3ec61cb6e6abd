package engine

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// process is a program that was started, and its folder for temporary files.
type process struct {
	command *exec.Cmd
	folder  string
	lines   chan string // that it writes to its standard error
}

// start starts a program with a folder of its own as its home. What it prints
// can be waited for.
func start(program string, arguments, environment []string) (*process, error) {
	folder, err := os.MkdirTemp("", "toolyard-engine-")
	if err != nil {
		return nil, err
	}
	command := exec.Command(program, arguments...)
	command.Env = append(append(os.Environ(), "HOME="+folder, "NO_AT_BRIDGE=1", "MOZ_CRASHREPORTER_DISABLE=1"), environment...)
	dieWithParent(command)
	errors, err := command.StderrPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		os.RemoveAll(folder)
		return nil, err
	}
	p := &process{command: command, folder: folder, lines: make(chan string, 1000)}
	go p.read(errors)
	return p, nil
}

// read takes what the program writes, so that it never waits for a reader.
func (p *process) read(from io.Reader) {
	defer close(p.lines)
	scanner := bufio.NewScanner(from)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		select {
		case p.lines <- scanner.Text():
		default:
		}
	}
	io.Copy(io.Discard, from)
}

// saying waits for a line with this text, and returns what is behind it.
func (p *process) saying(text string) (string, error) {
	timeout := time.After(patience)
	var said []string
	for {
		select {
		case line, more := <-p.lines:
			if !more {
				return "", fmt.Errorf("it ended:\n%s", strings.Join(said, "\n"))
			}
			if _, rest, found := strings.Cut(line, text); found {
				return strings.TrimSpace(rest), nil
			}
			said = append(said, line)
		case <-timeout:
			return "", fmt.Errorf("it did not start within %v:\n%s", patience, strings.Join(said, "\n"))
		}
	}
}

// end ends the program and removes its folder.
func (p *process) end() {
	p.command.Process.Kill()
	p.command.Wait()
	for range 20 { // its children take a moment to let go
		if os.RemoveAll(p.folder) == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

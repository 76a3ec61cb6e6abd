package engine

import (
	"os/exec"
	"syscall"
)

// dieWithParent ends a program with this one, however that ends.
func dieWithParent(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

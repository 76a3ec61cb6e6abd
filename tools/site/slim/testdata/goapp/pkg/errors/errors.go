// Package errors stands for go-app's own.
package errors

// None is no error.
const None = ""

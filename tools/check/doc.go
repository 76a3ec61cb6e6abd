// Package check holds the project's conventions as tests. A convention is a
// sentence in docs or a habit of the code; a check is the test that keeps it,
// and its failure says what to do. An exception stands in the check that makes
// it, with its reason.
//
// The checks read the repository's files and ask the go command for its import
// graph; they build nothing, so that they can run before every commit. The one
// that calls the program's own code, the catalogue of sentences, is package
// words.
package check

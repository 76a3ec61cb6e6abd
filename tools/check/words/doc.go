// Package words checks the catalogue of sentences by calling it: nothing empty,
// in either language, whatever the arguments. It stands apart from package
// check, which builds nothing of the program.
package words

package pack

import "slices"

// dataPart is the file of the memory: with all data in it, and the start function
// that adds up what is written as differences.
func (c *cut) dataPart() []byte {
	last := len(c.code) - 1
	sections := []section{
		{typeSection, list([][]byte{{typeFunc, 0, 0}})},
		{memorySection, c.body(memorySection)},
		{exportSection, list([][]byte{append(named("mem"), exportMemory, 0)})},
		{dataSection, c.body(dataSection)},
	}
	if c.body(startSection) != nil {
		sections = append(sections,
			section{functionSection, []byte{1, 0}},
			section{startSection, []byte{0}},
			section{codeSection, codeOf([][]byte{c.code[last]})})
	}
	slices.SortFunc(sections, func(a, b section) int { return int(a.id) - int(b.id) })
	return write(sections)
}

// memoryImport is how another part takes the memory.
func (c *cut) memoryImport() []byte {
	return slices.Concat(named("data"), named("mem"), []byte{exportMemory}, c.entries(memorySection))
}

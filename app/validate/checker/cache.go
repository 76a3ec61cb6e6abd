package checker

import (
	"slices"
	"sync"
)

// compiled keeps the schemas of the last checks: a page checks the same few
// while arguments stream in, and compiling costs 15 times what checking does.
var compiled = cache{size: 64}

// cache forgets the program that was asked for least recently.
type cache struct {
	size int

	mu       sync.Mutex
	programs map[string]*program
	order    []string // texts, the last used one last
}

func (c *cache) get(text string, compile func(string) *program) *program {
	c.mu.Lock()
	defer c.mu.Unlock()
	p, ok := c.programs[text]
	if !ok {
		p = compile(text)
		if c.programs == nil {
			c.programs = map[string]*program{}
		}
		c.programs[text] = p
	}
	c.order = slices.DeleteFunc(c.order, func(t string) bool { return t == text })
	c.order = append(c.order, text)
	if len(c.order) > c.size {
		delete(c.programs, c.order[0])
		c.order = slices.Delete(c.order, 0, 1)
	}
	return p
}

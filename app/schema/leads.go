package schema

// LeadsTo is the place of the schema that the $ref at a place refers to. It is
// false where there is no $ref, or where it leads out of the text or to nothing.
func (s Schema) LeadsTo(at Place) (Place, bool) {
	found, ok := s.find(at)
	target := s.target(found.node.Get("$ref"))
	if !ok || target == nil {
		return "", false
	}
	to, node := s.innermost(target.Start)
	return to, node == target
}

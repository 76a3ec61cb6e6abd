package app

// GenerateStaticWebsite names the server.
func GenerateStaticWebsite(dir string, h *Handler) { panic("unsupported") }

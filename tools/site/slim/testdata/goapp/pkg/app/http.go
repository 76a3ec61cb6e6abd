package app

import "net/http"

// Handler is the server.
type Handler struct{ Resources ResourceResolver }

// ServeHTTP answers nothing.
func (h *Handler) ServeHTTP(http.ResponseWriter, *http.Request) {}

package app

import (
	"strings"

	"github.com/google/uuid"
)

// Device names it, and keeps a secret.
func Device(key string) (string, error) {
	b, err := encrypt(key, []byte(strings.ToLower(uuid.NewString())))
	return string(b), err
}

package app

import (
	"crypto/aes"
	"crypto/cipher"
)

func encrypt(key string, v []byte) ([]byte, error) {
	_, err := aes.NewCipher([]byte(key))
	return v, err
}

func decrypt(key string, v []byte) ([]byte, error) {
	_, err := cipher.NewGCM(nil)
	return v, err
}

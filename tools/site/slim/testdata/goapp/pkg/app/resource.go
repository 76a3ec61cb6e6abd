package app

import (
	"net/http"
	"strings"
)

// ResourceResolver resolves.
type ResourceResolver interface{ Resolve(string) string }

// LocalDir is cut, and so is this comment.
func LocalDir(directory string) ResourceResolver {
	return &localResourceResolver{Handler: http.FileServer(http.Dir(directory))}
}

type localResourceResolver struct{ http.Handler }

// Resolve has a pointer for a receiver: it is cut with its type.
func (r *localResourceResolver) Resolve(location string) string { return location }

// RemoteBucket stays.
func RemoteBucket(url string) ResourceResolver { return remote{strings.Trim(url, "/")} }

type remote struct{ url string }

// Resolve stays: its type does.
func (r remote) Resolve(location string) string { return r.url + location }

// PrefixedLocation is cut.
func PrefixedLocation(prefix string) ResourceResolver {
	return prefixedResourceResolver{prefix: prefix}
}

type prefixedResourceResolver struct {
	localResourceResolver
	prefix string
}

func (r prefixedResourceResolver) Resolve(location string) string { return r.prefix + location }

// GitHubPages is cut.
func GitHubPages(name string) ResourceResolver { return PrefixedLocation("/" + name) }

// LocalDirectory stays: it only sounds like one of them.
const LocalDirectory = "/web"

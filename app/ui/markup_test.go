package ui

import (
	"html"
	"reflect"
	"regexp"
	"strconv"
)

// element is a start tag with its attributes, and the text right behind it.
type element struct {
	tag  string
	attr map[string]string
	text string
}

var (
	startTag  = regexp.MustCompile(`<([a-z0-9]+)((?:\s+[a-z-]+(?:="(?:[^"\\]|\\.)*")?)*)\s*/?>([^<]*)`)
	attribute = regexp.MustCompile(`([a-z-]+)(?:=("(?:[^"\\]|\\.)*"))?`)
)

// elements reads what go-app prints: it quotes attributes as Go does.
func elements(markup string) []element {
	var found []element
	for _, m := range startTag.FindAllStringSubmatch(markup, -1) {
		e := element{m[1], map[string]string{}, html.UnescapeString(m[3])}
		for _, a := range attribute.FindAllStringSubmatch(m[2], -1) {
			e.attr[a[1]] = "true" // which is printed as nothing
			if a[2] != "" {
				e.attr[a[1]], _ = strconv.Unquote(a[2])
			}
		}
		if e.tag == "textarea" {
			e.attr["value"] = e.text
		}
		found = append(found, e)
	}
	return found
}

// withID are the elements with a test id.
func withID(all []element, id string) []element {
	var found []element
	for _, e := range all {
		if e.attr["data-testid"] == id {
			found = append(found, e)
		}
	}
	return found
}

func attributes(all []element, id, name string) []string {
	var values []string
	for _, e := range withID(all, id) {
		values = append(values, e.attr[name])
	}
	return values
}

// pseudo makes every sentence of a text ※.
func pseudo(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			pseudo(v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			pseudo(v.Index(i))
		}
	case reflect.String:
		v.SetString("※")
	case reflect.Func:
		v.Set(reflect.MakeFunc(v.Type(), func([]reflect.Value) []reflect.Value {
			return []reflect.Value{reflect.ValueOf("※").Convert(v.Type().Out(0))}
		}))
	case reflect.Map:
		made := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			pseudo(value)
			made.SetMapIndex(key, value)
		}
		v.Set(made)
	}
}

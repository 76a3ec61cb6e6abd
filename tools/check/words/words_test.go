package words

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"toolyard/app/locale"
)

func TestNothingIsEmpty(t *testing.T) {
	for name, text := range map[string]locale.Text{"English": locale.English, "Chinese": locale.Chinese} {
		walk(reflect.ValueOf(text), name, func(at, sentence string) {
			if strings.TrimSpace(sentence) == "" {
				t.Errorf("%s is empty; write the sentence in app/locale", at)
			}
		})
	}
}

// TestLanguagesHoldTheSameKeys compares the maps of the catalogue, which the
// compiler can't.
func TestLanguagesHoldTheSameKeys(t *testing.T) {
	places := func(text locale.Text) map[string]bool {
		found := map[string]bool{}
		walk(reflect.ValueOf(text), "", func(at, _ string) { found[at] = true })
		return found
	}
	english, chinese := places(locale.English), places(locale.Chinese)
	for at := range english {
		if !chinese[at] {
			t.Errorf("%s has no Chinese; write it in app/locale", at)
		}
	}
	for at := range chinese {
		if !english[at] {
			t.Errorf("%s has no English; write it in app/locale", at)
		}
	}
}

// TestArgumentsStandApart calls each Chinese sentence with Latin words and
// numbers: none may touch a Han character.
func TestArgumentsStandApart(t *testing.T) {
	touching := regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`)
	walk(reflect.ValueOf(locale.Chinese), "Chinese", func(at, sentence string) {
		if m := touching.FindString(sentence); m != "" {
			t.Errorf("%s: %q: put one space between Han and what is filled in (%s)", at, sentence, m)
		}
	})
}

// walk visits every sentence under a value, with its place. Functions are
// called with samples.
func walk(v reflect.Value, at string, visit func(at, sentence string)) {
	switch v.Kind() {
	case reflect.String:
		visit(at, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i), at+"."+v.Type().Field(i).Name, visit)
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			walk(v.MapIndex(key), fmt.Sprintf("%s[%v]", at, key), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", at, i), visit)
		}
	case reflect.Func:
		call(v, at, visit)
	}
}

// call calls a sentence once for each number: grammar differs between 1 and 2.
func call(f reflect.Value, at string, visit func(at, sentence string)) {
	if f.IsNil() {
		visit(at, "")
		return
	}
	for _, n := range []int{1, 2, 1500} {
		var args []reflect.Value
		for i := range f.Type().NumIn() {
			args = append(args, sampleOf(f.Type().In(i), n))
		}
		run := f.Call
		if f.Type().IsVariadic() {
			run = f.CallSlice
		}
		for _, out := range run(args) {
			walk(out, fmt.Sprintf("%s(%d)", at, n), visit)
		}
	}
}

// sampleOf is a value of a type, as plain as it can be.
func sampleOf(t reflect.Type, n int) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString("Paris")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(min(n, 100)))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(min(n, 100)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(n))
	case reflect.Bool:
		v.SetBool(n > 1)
	case reflect.Slice:
		v = reflect.Append(v, sampleOf(t.Elem(), n), sampleOf(t.Elem(), n))
	case reflect.Interface:
		if t == reflect.TypeFor[error]() {
			v.Set(reflect.ValueOf(errors.New("Paris")))
		}
	}
	return v
}

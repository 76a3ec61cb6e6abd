package locale

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"toolyard/app/provider"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}|%s`)

// TestBothLanguagesFillInTheSame compares what the sentences of both languages
// leave open for foreign text: a name that one of them misses is told to nobody.
func TestBothLanguagesFillInTheSame(t *testing.T) {
	compare(t, "Conversation", reflect.ValueOf(conversationEN), reflect.ValueOf(conversationZH))
	compare(t, "Composer", reflect.ValueOf(composerEN), reflect.ValueOf(composerZH))
	compare(t, "Errors", reflect.ValueOf(errorsEN), reflect.ValueOf(errorsZH))
	compare(t, "Leaks", reflect.ValueOf(leaksEN), reflect.ValueOf(leaksZH))
	compare(t, "Endpoints", reflect.ValueOf(endpointsEN), reflect.ValueOf(endpointsZH))
	compare(t, "Repairs", reflect.ValueOf(repairsEN), reflect.ValueOf(repairsZH))
}

func compare(t *testing.T, name string, en, zh reflect.Value) {
	switch en.Kind() {
	case reflect.Struct:
		for i := range en.NumField() {
			compare(t, name+"."+en.Type().Field(i).Name, en.Field(i), zh.Field(i))
		}
	case reflect.Array:
		for i := range en.Len() {
			compare(t, name, en.Index(i), zh.Index(i))
		}
	case reflect.Map:
		for _, key := range en.MapKeys() {
			if other := zh.MapIndex(key); other.IsValid() {
				compare(t, name+"."+key.String(), en.MapIndex(key), other)
			} else {
				t.Errorf("%s.%s has no Chinese", name, key)
			}
		}
		if en.Len() != zh.Len() {
			t.Errorf("%s has %d sentences in English and %d in Chinese", name, en.Len(), zh.Len())
		}
	case reflect.String:
		open, other := placeholder.FindAllString(en.String(), -1), placeholder.FindAllString(zh.String(), -1)
		slices.Sort(open)
		slices.Sort(other)
		if !slices.Equal(open, other) || en.String() == "" || zh.String() == "" {
			t.Errorf("%s: %q and %q", name, en, zh)
		}
	case reflect.Func:
		if en.IsNil() || zh.IsNil() {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestEveryKindOfErrorHasAnAdvice(t *testing.T) {
	kinds := slices.Sorted(maps.Keys(errorsEN.Kinds))
	want := make([]string, 0, len(provider.Kinds))
	for _, k := range provider.Kinds {
		want = append(want, string(k))
	}
	slices.Sort(want)
	if !slices.Equal(kinds, want) {
		t.Errorf("advice for %q, want %q", kinds, want)
	}
}

func TestAdviceSaysWhatHappened(t *testing.T) {
	for _, c := range []struct {
		f    Failure
		want string
	}{
		{Failure{Kind: "key", Host: "a.example", Status: 401}, "a.example refused the key (401)."},
		{Failure{Kind: "key", Host: "a.example", Status: 200, Code: "900"}, "a.example refused the key (code 900, under HTTP 200)."},
		{Failure{Kind: "network", Host: "a.example"}, "No answer came from a.example."},
		{Failure{Kind: "model", Host: "a.example", Model: "m", Status: 404}, "a.example does not offer m to this key (404)."},
		{Failure{Kind: "unheard-of", Host: "a.example", Status: 500}, "a.example failed (500)."},
	} {
		if got := errorsEN.For(c.f).What; got != c.want {
			t.Errorf("%+v says %q, want %q", c.f, got, c.want)
		}
	}
	for _, k := range provider.Kinds {
		for _, e := range []Errors{errorsEN, errorsZH} {
			a := e.For(Failure{Kind: string(k), Host: "a.example", Model: "m", Status: 400, Code: "c"})
			if all := a.What + a.Holds + a.Do; strings.ContainsAny(all, "{}") || !strings.Contains(a.What, "a.example") && k != provider.KindContext && k != provider.KindWorkshop {
				t.Errorf("%s: %q", k, all)
			}
		}
	}
}

func TestNumbersAreGrouped(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

package share

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
)

// Ceilings of a link. Chromium takes no address over 2 MiB; deflate reaches
// 1:1000, so that what comes out is bounded as well.
const (
	maxFragment = 2 << 20
	maxInflated = 4 << 20
)

// hasty is the length of a text, in bytes, from which it is packed in half the
// time and some percent more characters: no chat takes such a link anyway.
const hasty = 256 << 10

// dictionaries are frozen: links that name one need its very bytes for ever.
var dictionaries = map[int][]byte{1: dictionary1}

// newest is the dictionary that Encode uses.
const newest = 1

//go:embed dict/1.txt
var dictionary1 []byte

// Encode writes a snapshot as what stands behind the # of a link. Its error is
// an *Error of ErrTooLarge.
func Encode(s Snapshot) (string, error) {
	text := Marshal(s)
	if len(text) > maxInflated {
		return "", &Error{Fault: ErrTooLarge, Detail: strconv.Itoa(len(text)) + " bytes"}
	}
	head := "s" + strconv.Itoa(version) + "." + strconv.Itoa(newest) + "." + deflate(text)
	fragment := head + "." + checksum(head) + "z"
	if len(fragment) > maxFragment {
		return "", &Error{Fault: ErrTooLarge, Detail: strconv.Itoa(len(fragment)) + " characters"}
	}
	return fragment, nil
}

// Decode reads what Encode wrote, and what is left of it after its way through
// chats and mails: a whole address, white space, line breaks, percent signs,
// entities, full-width letters and whatever follows do no harm. What it mends,
// the checksum has proved. Its error is an *Error.
func Decode(fragment string) (Snapshot, error) {
	parts, fault := read(mend(fragment))
	if fault != nil {
		return Snapshot{}, fault
	}
	text, fault := inflate(parts.payload, dictionaries[parts.dictionary])
	if fault != nil {
		return Snapshot{}, fault
	}
	return Unmarshal(text)
}

// read takes the first of the readings apart that is whole, or says what is
// wrong with the very first.
func read(readings []string) (p parts, first *Error) {
	for i, text := range readings {
		var fault *Error
		if len(text) > maxFragment {
			fault = &Error{Fault: ErrTooLarge, Detail: strconv.Itoa(len(text)) + " characters"}
		} else {
			p, fault = split(text)
		}
		if fault == nil {
			return p, nil
		}
		if i == 0 {
			first = fault
		}
	}
	return p, first
}

func deflate(text string) string {
	var b bytes.Buffer
	level := flate.BestCompression
	if len(text) > hasty {
		level = 4
	}
	w, err := flate.NewWriterDict(&b, level, dictionaries[newest])
	if err == nil {
		_, err = io.WriteString(w, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil { // only an unknown level or a writer that fails
		panic("share: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(b.Bytes())
}

func inflate(payload string, dictionary []byte) (string, *Error) {
	packed, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil {
		return "", &Error{Fault: ErrDamaged, Detail: err.Error()}
	}
	r := flate.NewReaderDict(bytes.NewReader(packed), dictionary)
	text, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil {
		return "", &Error{Fault: ErrDamaged, Detail: err.Error()}
	}
	if len(text) > maxInflated {
		return "", &Error{Fault: ErrTooLarge, Detail: "inflates to more than " + strconv.Itoa(maxInflated) + " bytes"}
	}
	return string(text), nil
}

func checksum(head string) string {
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(head)))
	return base64.RawURLEncoding.EncodeToString(sum)
}

const checksumLength = 6 // characters of base64url for 4 bytes

type parts struct {
	dictionary int
	payload    string
}

// split takes a mended fragment apart. It tells a link of another kind, of a
// newer version, one that was cut, and one that was changed.
func split(text string) (parts, *Error) {
	var p parts
	fields := strings.SplitN(text, ".", 4)
	made, err := strconv.Atoi(strings.TrimPrefix(fields[0], "s"))
	if err != nil || !strings.HasPrefix(fields[0], "s") || made < 1 || len(fields) < 2 {
		return p, &Error{Fault: ErrForeign}
	}
	if made > version {
		return p, &Error{Fault: ErrVersion, Detail: fields[0]}
	}
	if len(fields) < 4 {
		return p, &Error{Fault: ErrCut}
	}
	if p.dictionary, err = strconv.Atoi(fields[1]); err != nil {
		return p, &Error{Fault: ErrDamaged, Detail: "dictionary " + strconv.Quote(fields[1])}
	}
	p.payload = fields[2]
	end := fields[3]
	if len(end) <= checksumLength {
		return p, &Error{Fault: ErrCut}
	}
	head := strings.Join(fields[:3], ".")
	if end[:checksumLength] != checksum(head) || end[checksumLength] != 'z' {
		return p, &Error{Fault: ErrDamaged}
	}
	if dictionaries[p.dictionary] == nil {
		return p, &Error{Fault: ErrVersion, Detail: "dictionary " + fields[1]}
	}
	return p, nil
}

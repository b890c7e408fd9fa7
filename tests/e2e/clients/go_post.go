// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// Usage: go run go_post.go URL CA-FILE SECRET-FILE length|chunked BODY…
// Posts each body, signed as Smile signs, to URL/NAME.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

func read(name string) []byte {
	contents, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return contents
}

func post(client *http.Client, url string, secret []byte, chunked bool, name string) error {
	body := read(name)
	timestamp := strconv.FormatInt(time.Now().Unix(), 10)
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(timestamp + "."))
	mac.Write(body)
	var source io.Reader = bytes.NewReader(body)
	if chunked {
		source = io.MultiReader(source) // A reader whose length is not known.
	}
	request, err := http.NewRequest("POST", url+"/"+filepath.Base(name), source)
	if err != nil {
		return err
	}
	request.Header["Content-Type"] = []string{"application/json"}
	request.Header["Smile-Timestamp"] = []string{timestamp}
	request.Header["Smile-Signature"] = []string{base64.StdEncoding.EncodeToString(mac.Sum(nil))}
	request.Header["x-ODD-Case"] = []string{"kept"}
	request.Header["X-Repeat"] = []string{"one", "two"}
	request.Header["X-Bytes"] = []string{"caf\xe9 \xff"}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	io.Copy(io.Discard, answer.Body)
	if answer.StatusCode != 200 {
		return fmt.Errorf("status %d", answer.StatusCode)
	}
	return nil
}

func main() {
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(read(os.Args[2]))
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	for _, name := range os.Args[5:] {
		if err := post(client, os.Args[1], read(os.Args[3]), os.Args[4] == "chunked", name); err != nil {
			log.Fatal(err)
		}
	}
}

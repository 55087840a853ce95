package main

import (
	"fmt"
	"net/http"
)

func main() {
	go http.ListenAndServe(":3550", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "[]") }))
	http.ListenAndServe(":9464", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "catalog_products 12")
	}))
}

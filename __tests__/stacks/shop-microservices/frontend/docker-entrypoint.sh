#!/bin/sh
set -e
: "${PORT:=8080}"
export PORT
exec "$@"

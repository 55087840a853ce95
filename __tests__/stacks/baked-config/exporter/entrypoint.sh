#!/bin/sh
until wget -qO- "$UPSTREAM" >/dev/null; do sleep 1; done
exec python /exporter.py

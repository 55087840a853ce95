#!/bin/sh
while true; do curl -s -o /dev/null "$TARGET"; sleep 1; done

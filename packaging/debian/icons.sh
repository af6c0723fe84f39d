#!/bin/sh
# Draws the icons in the sizes that desktops look for.
# Usage: packaging/debian/icons.sh FOLDER
set -eu
theme=$1/hicolor

# place DRAWING KIND NAME
place() {
    install -D --mode=644 "$1" "$theme/scalable/$2/$3.svg"
    for size in 16 22 24 32 48 64 128 256 512; do
        mkdir -p "$theme/${size}x$size/$2"
        rsvg-convert --width=$size --height=$size "$1" >"$theme/${size}x$size/$2/$3.png"
    done
}

place resources/icons/unionapp.svg apps unionapp
place packaging/icons/application-x-ghzj.svg mimetypes application-x-ghzj

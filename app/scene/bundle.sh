#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs haibao-scene-stream with its loader and libraries, for training on Linux machines of the same processor family
# that have no Qt:   bundle.sh BUILD/bin/haibao-scene-stream OUT.tar.xz
# There: tar xf OUT.tar.xz && ./scene-stream/run --count 10 --sizes 512x512
set -eu
[ $# -eq 2 ] || { echo "usage: bundle.sh PROGRAM OUT.tar.xz" >&2; exit 2; }
program=$1 out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/scene-stream
mkdir -p "$root/lib"
cp "$program" "$root/haibao-scene-stream"
strip "$root/haibao-scene-stream"
# "name => /path (address)" for libraries, "/path (address)" for the loader.
ldd "$program" | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*ld-[^ ]*\) .*/\1/p' | sort -u | while read -r library; do
    cp -L "$library" "$root/lib/"
    strip --strip-unneeded "$root/lib/$(basename "$library")" 2>/dev/null || true
done
loader=$(basename "$(ls "$root"/lib/ld-*.so*)")
cat > "$root/run" <<END
#!/bin/sh
here=\$(dirname "\$(readlink -f "\$0")")
exec "\$here/lib/$loader" --library-path "\$here/lib" "\$here/haibao-scene-stream" "\$@"
END
chmod +x "$root/run"
compress='import lzma, shutil, sys; shutil.copyfileobj(sys.stdin.buffer, lzma.open(sys.stdout.buffer, "wb", preset=9))'
tar -C "$work" --sort=name --owner=0 --group=0 --mtime=@0 -cf - scene-stream | python3 -c "$compress" > "$out"
ls -l "$out" | awk '{ print $5 " bytes" }' >&2

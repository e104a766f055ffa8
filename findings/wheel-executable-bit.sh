#!/usr/bin/env bash
# pip installs the program of a wheel so that nobody can run it, where uv makes it executable: two bits of the ZIP decide.
#
# pip 26.3, installer 1.1.0, uv 0.13.9. A wheel that holds a program below `NAME.data/scripts/`, as those of compiled programs
# do, says its mode in the upper half of `external_attr` of the ZIP entry:
#
#     external_attr            written by                               pip    installer    uv
#     0o100755 << 16           who takes all that `os.stat` gives       755    755          755
#     0o755 << 16              who writes the mode alone                644    644          755
#     0o600 << 16              zipfile's writestr("name", data)         644    644          755
#
# In the second line `zipinfo` shows `?rwxr-xr-x`, and `unzip` extracts it as such; yet pip, and installer, by which other tools
# install wheels, want to read there that it is a regular file (`S_IFREG`), too. That whatever is in `scripts` is there to be
# run does not count. So whoever tries the wheel with uv finds nothing, and those who have pip meet `Permission denied`.
# What helps is the whole mode: `info.external_attr = os.stat(path).st_mode << 16`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
umask 022
python3 -m venv tools
tools/bin/pip install --quiet --disable-pip-version-check pip==26.3 uv==0.13.9 installer==1.1.0

tools/bin/python - <<'EOF'
import base64
import hashlib
import zipfile

MODES = {"whole": 0o100755, "alone": 0o755, "plain": None}
files = {f"tool-1.0.data/scripts/{name}": b"#!/bin/sh\necho runs\n" for name in MODES}
files["tool-1.0.dist-info/METADATA"] = b"Metadata-Version: 2.1\nName: tool\nVersion: 1.0\n"
files["tool-1.0.dist-info/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: false\nTag: py3-none-any\n"
record = [f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')},{len(data)}\n"
          for name, data in files.items()]
files["tool-1.0.dist-info/RECORD"] = "".join([*record, "tool-1.0.dist-info/RECORD,,\n"]).encode()
with zipfile.ZipFile("tool-1.0-py3-none-any.whl", "w") as wheel:
    for name, data in files.items():
        mode = MODES.get(name.rpartition("/")[2])
        if mode is None:
            wheel.writestr(name, data)
        else:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            wheel.writestr(info, data)
EOF

# `modes EXPECTED ENVIRONMENT`: the three programs have these modes there.
modes() {
    local found
    found=$(cd "$2/bin" && stat --format=%a whole alone plain | paste -sd ' ')
    [ "$found" = "$1" ] || { printf 'changed: %s installs %s\n' "$2" "$found"; exit 1; }
}

python3 -m venv --without-pip by-pip
tools/bin/pip --python by-pip/bin/python install --quiet --disable-pip-version-check --no-index tool-1.0-py3-none-any.whl
modes '755 644 644' by-pip

tools/bin/uv venv --quiet --no-config --cache-dir cache by-uv
tools/bin/uv pip install --quiet --no-config --cache-dir cache --offline --python by-uv/bin/python tool-1.0-py3-none-any.whl
modes '755 755 755' by-uv

python3 -m venv --without-pip by-installer
PYTHONPATH=$(echo tools/lib/python3*/site-packages) by-installer/bin/python -m installer tool-1.0-py3-none-any.whl
modes '755 644 644' by-installer

[ "$(by-pip/bin/whole)" = runs ] && [ "$(by-uv/bin/alone)" = runs ]
[ ! -x by-pip/bin/alone ]
echo "as described: a program of mode 755 can be run after uv, and not after pip and installer"

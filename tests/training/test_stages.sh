#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every training stage for a moment: test_stages.sh PYTHON PAINTER
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" "$(dirname "$0")/smoke.py" "$folder" "$2"

# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the file COMMANDS in the place of the line @COMMANDS@ of PAGE and writes OUT.
cmake_minimum_required(VERSION 3.25)
file(READ ${PAGE} page)
file(READ ${COMMANDS} commands)
string(REPLACE "@COMMANDS@\n" "${commands}" page "${page}")
file(WRITE ${OUT} "${page}")

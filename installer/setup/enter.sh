# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Runs a program in the environment. In a private root it sees Debian 13's /usr, /etc and /var, and everything else of
# the host under its own path: home, current folder, source tree, every other top-level folder, and whatever its
# arguments name. All mounts are bubblewrap's, in a namespace of their own that ends with the program.

# Top-level names that are the root's, not the host's.
from_root=' usr etc var dev proc sys run boot bin sbin lib lib32 lib64 libx32 lost+found '

# compute_view CWD ARGUMENT…: sets `view`, bubblewrap's arguments. Reads root, source_dir, cache, HOME, XDG_RUNTIME_DIR,
# the places of the display and of the session bus (windows, input methods: fcitx5, ibus) and host (empty; tests put another
# folder in the place of /).
compute_view() {
    local entry name path paths=() cwd=$1; shift
    view=() opens=() binds=() shown=() opened=' '
    for entry in usr etc var; do view+=(--ro-bind "$root/$entry" "/$entry"); done
    for entry in bin sbin lib lib32 lib64; do
        [[ ! -L $root/$entry ]] || view+=(--symlink "$(readlink -- "$root/$entry")" "/$entry")
    done
    view+=(--dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run)
    view+=(--ro-bind-try "$host/usr/share/fonts" /.host/fonts --ro-bind-try "$host/usr/local/share/fonts" /.host/local-fonts)
    for entry in /dev/dri /dev/kfd /dev/nvidia* /dev/davinci* /dev/devmm_svm /dev/hisi_hdc /dev/snd; do
        [[ ! -e $entry ]] || view+=(--dev-bind-try "$entry" "$entry")
    done
    for entry in "$host"/*; do
        name=${entry##*/}
        [[ $from_root != *" $name "* ]] || continue
        if [[ -L $entry ]]; then view+=(--symlink "$(readlink -- "$entry")" "/$name")
        elif [[ -d $entry ]]; then view+=(--bind "$entry" "/$name"); shown+=("/$name"); fi
    done
    for name in resolv.conf hosts passwd group machine-id; do
        binds+=(--ro-bind-try "$host/etc/$name" "/etc/$name")
    done
    for entry in "$host"/var/*; do
        [[ ! -d $entry || -L $entry || -e $root${entry#"$host"} ]] || paths+=("$entry")
    done
    for path in "${XDG_RUNTIME_DIR:-}" "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_STATE_HOME:-}" "${HOME:-}" "${TMPDIR:-}" \
        "${HAIBAO_ASSETS:-}" /run/media /run/dbus /usr/local/Ascend /var/tmp "$source_dir" "$cache" "$cwd"; do
        [[ $path != /?* ]] || paths+=("$host$path")
    done
    # Sockets that lie elsewhere than in the runtime folder or /tmp.
    for path in "${WAYLAND_DISPLAY:-}" "${XAUTHORITY:-}" "$(bus_socket "${DBUS_SESSION_BUS_ADDRESS:-}")" "$(bus_socket "${IBUS_ADDRESS:-}")"; do
        [[ $path != /?* ]] || paths+=("$host$path")
    done
    for entry in "$@"; do add_argument "$entry"; done
    while IFS= read -rd '' path; do show "${path#"$host"}"; done < <(realpath -mz -- "${paths[@]}")
    view+=("${opens[@]}" "${binds[@]}")
}

# bus_socket ADDRESS: the file in a D-Bus address like unix:path=/run/user/7/bus,guid=…, with its escapes undone.
bus_socket() {
    local path=${1#*unix:path=}
    [[ $1 == *unix:path=* ]] || return 0
    path=${path%%[,;]*}
    printf '%b' "${path//%/\\x}"
}

# add_argument ARGUMENT: adds the paths in PATH, @PATH, --option=PATH and --option=@PATH to the caller's `paths`. Relative
# ones matter only where they are links that lead away.
add_argument() {
    local candidate
    [[ ${#1} -le 4096 && $1 != *$'\n'* ]] || return 0
    for candidate in "$1" "${1#@}" "${1#*=}" "${1#*=@}"; do
        if [[ $candidate == /?* ]]; then paths+=("$host$candidate")
        elif [[ -n $candidate && -e $candidate ]]; then paths+=("$candidate"); fi
    done
}

# show PATH: makes a real path of the host visible, or its nearest existing folder when it is still to be written.
show() {
    local path=$1 covering
    while [[ -n $path && ! -e $host$path ]]; do path=${path%/*}; done
    [[ $path == /*/* ]] || return 0
    for covering in /dev /proc /sys "${shown[@]}"; do
        [[ $path != "$covering" && $path != "$covering"/* ]] || return 0
    done
    if [[ $path != /run/* ]]; then
        # A folder that the root has too stays the root's: its programs live there.
        [[ ! -d $host$path || -z $(ls -A -- "$root$path" 2>/dev/null) ]] || return 0
        [[ -e $root$path ]] || open_folder "${path%/*}"
    fi
    binds+=(--bind-try "$host$path" "$path")
    shown+=("$path")
}

# open_folder FOLDER: no mount point can be made below the root's read-only folders, so those on the way to FOLDER are
# rebuilt, one level each, from an empty folder and the root's entries.
open_folder() {
    local folder=$1 entry
    [[ -n $folder && $opened != *" $folder "* ]] || return 0
    open_folder "${folder%/*}"
    [[ -d $root$folder ]] || return 0
    opened+="$folder "
    opens+=(--tmpfs "$folder")
    for entry in "$root$folder"/* "$root$folder"/.[!.]*; do
        if [[ -L $entry ]]; then opens+=(--symlink "$(readlink -- "$entry")" "${entry#"$root"}")
        elif [[ -e $entry ]]; then opens+=(--ro-bind "$entry" "${entry#"$root"}"); fi
    done
}

# clean_environment: the host's compiler, linker and Python settings mean other libraries than the root's.
clean_environment() {
    local zone
    unset LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH CMAKE_PREFIX_PATH \
        CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS PYTHONPATH PYTHONHOME QT_PLUGIN_PATH BASH_ENV ENV
    export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin SHELL=/bin/bash
    # The language is the user's; the character set is UTF-8 even where the root lacks that language's locale.
    if [[ -n ${LC_ALL:-} ]]; then export LANG=$LC_ALL; unset LC_ALL; fi
    export LANG=${LANG:-C.UTF-8} LC_CTYPE=C.UTF-8
    zone=$(readlink -f /etc/localtime) || zone=
    [[ -n ${TZ:-} || $zone != */zoneinfo/* ]] || export TZ=${zone#*/zoneinfo/}
}

# enter COMMAND ARGUMENT…: runs it in the current folder, with the caller's input, output, signals and exit status.
# enter_options: more arguments for bubblewrap. Ctrl-C and kill reach the program, not bubblewrap, which would end first
# and take the program along before it has cleaned up.
enter() {
    local launch status interrupted pid direct=0
    launch_for "$@"
    (
        trap '' INT QUIT TERM HUP
        [[ -z $root ]] || clean_environment
        exec "${launch[@]}" env --default-signal=INT,QUIT,TERM,HUP -- "$@"
    ) <&0 & pid=$!
    trap 'interrupted=1; from_terminal || pass_on INT' INT
    trap 'interrupted=1; pass_on TERM' TERM
    trap 'interrupted=1; pass_on HUP' HUP
    interrupted=1
    while [[ $interrupted ]]; do interrupted=; status=0; wait "$pid" || status=$?; done
    set_traps
    return "$status"
}

# launch_for COMMAND ARGUMENT…: sets `launch`, what starts the command, and `direct`, whether it becomes the command itself.
launch_for() {
    local name
    if [[ -n $root ]]; then
        compute_view "$PWD" "$@"
        launch=(bwrap "${view[@]}")
    elif ((${#enter_options[@]})); then
        launch=(bwrap --dev-bind / /)
    else
        launch=(setpriv --pdeathsig TERM)
        direct=1
        return
    fi
    launch+=("${enter_options[@]}" --chdir "$PWD" --die-with-parent)
    if ((through_sudo)); then
        while IFS= read -r name; do launch+=(--setenv "$name" "${!name}"); done < <(compgen -e)
        launch=(sudo -- "${launch[@]}" -- setpriv "--reuid=$(id -u)" "--regid=$(id -g)" --init-groups)
    fi
}

# pass_on SIGNAL: to the program, which bubblewrap has as its only child. (No `return`: in a trap it carries the status of
# what was interrupted.)
pass_on() {
    local file stat parent
    if ((direct)); then
        kill "-$1" "$pid" 2>/dev/null || true
    else
        for file in /proc/[0-9]*/stat; do
            { IFS= read -rd '' stat <"$file"; } 2>/dev/null || [[ $stat ]] || continue
            read -r _ parent _ <<<"${stat##*) }"
            [[ $parent != "$pid" ]] || kill "-$1" "${stat%% *}" 2>/dev/null || true
        done
    fi
}

# from_terminal: whether ./run belongs to its terminal's foreground group, which gets Ctrl-C as a whole.
from_terminal() {
    local stat group foreground
    stat=$(<"/proc/$$/stat")
    read -r _ _ group _ _ foreground _ <<<"${stat##*) }"
    [[ $group == "$foreground" ]]
}

# SPDX-FileCopyrightText: 2026 Hookglass contributors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash

# What the scripts share (app/run, tests/run, .ci/run): the packages of Debian 12 that each needs,
# in this one place, and how to install and build. Sourced.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8
needed=()

packages_to() {
    case $1 in
        build) echo g++ cmake ninja-build qt6-base-dev qt6-base-private-dev qt6-svg-dev \
            qtkeychain-qt6-dev libsimdjson-dev node-llhttp libssl-dev libsqlite3-dev zlib1g-dev libre2-dev ;;
        run) echo libqt6sql6-sqlite qt6-qpa-plugins qt6-wayland ;;
        test) echo python3 openssl curl ruby nodejs npm php-cli php-curl openjdk-17-jdk-headless ;;
        check) echo git clang libclang-rt-14-dev lld clang-format-19 clazy reuse codespell \
            shellcheck desktop-file-utils appstream ;;
        measure) echo python3 openssl nginx-light wrk apache2-utils ;;
    esac
}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 3; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

has_apt() { command -v dpkg-query > /dev/null && command -v apt-get > /dev/null; }

# Prints those of the packages that are missing. A command that came another way (a newer node,
# say) counts as its package.
missing_packages() {
    local installed package
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' "$@" 2> /dev/null || true)"
    for package in "$@"; do
        case $installed in *" installed:$package "*) continue ;; esac
        case $package in
            nodejs) command -v node > /dev/null && continue ;;
            npm) command -v npm > /dev/null && continue ;;
            php-cli) command -v php > /dev/null && continue ;;
            php-curl) php -r 'exit((int) !extension_loaded("curl"));' 2> /dev/null && continue ;;
            nginx-light) command -v nginx > /dev/null && continue ;;
            openjdk-*-jdk-headless) command -v javac > /dev/null && continue ;;
        esac
        printf '%s\n' "$package"
    done
}

# install_missing PURPOSE…: what packages_to names for each. Without apt that is the user's to do, and
# `build` says so if it is not done.
install_missing() {
    local purpose missing
    for purpose in "$@"; do
        read -ra missing <<< "$(packages_to "$purpose")"
        needed+=("${missing[@]}")
    done
    has_apt || return 0
    mapfile -t missing < <(missing_packages "${needed[@]}")
    [ ${#missing[@]} = 0 ] && return
    if [ "$(id -u)" != 0 ] && ! command -v sudo > /dev/null; then
        die "Cannot install packages. There is no sudo. As root, run this, then try again:" \
            "apt-get install ${missing[*]}"
    fi
    say "installing ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    as_root "${apt[@]}" update < /dev/null >&2 || say "the package lists could not be renewed"
    as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" < /dev/null >&2 \
        || die "Cannot install packages. apt could not get all of these: ${missing[*]}"
}

cannot_build() {
    has_apt && die "Cannot build Hookglass. The reason stands above."
    die "Cannot build Hookglass. The reason stands above. This system has no apt to install packages" \
        "with, so install what these packages of Debian 12 hold, then try again: ${needed[*]}"
}

# build PRESET [TARGET…]: configures the first time (later ninja does) and builds.
build() {
    local preset=$1 targets=()
    [ $# -gt 1 ] && targets=(--target "${@:2}")
    cd "$root" || exit
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "building in build/$preset; the first time this takes some minutes"
        cmake --preset "$preset" >&2 || cannot_build
    fi
    cmake --build --preset "$preset" "${targets[@]}" >&2 || cannot_build
    cd - > /dev/null || exit
}

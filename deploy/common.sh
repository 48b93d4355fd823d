# Shared by deploy/run and deploy/test: saying what happens, and having the packages that are needed.

say() { printf '\n==> %s\n' "$*" >&2; }

# Ends with a sentence about what is missing and what to do.
give_up() {
    printf '\nCannot go on: %s\n' "$*" >&2
    exit 3
}

installed() {
    [[ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null)" == ii* ]]
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up "the packages must be installed by root, and there is no sudo here. As root, run: apt-get install ${missing[*]}"
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" >&2
}

has_postgresql() {
    local directory
    for directory in /usr/lib/postgresql/*/bin; do
        [[ -x $directory/initdb && -x $directory/postgres ]] && return 0
    done
    command -v initdb >/dev/null && command -v postgres >/dev/null
}

# Debian makes and starts a cluster of the system's own when a server is installed. We bring up our own, so that one is
# not wanted: it is switched off for this installation alone.
install_postgresql() {
    local settings=/etc/postgresql-common/createcluster.conf before status=0
    apt install -y --no-install-recommends postgresql-common || return
    before=$(mktemp)
    cp "$settings" "$before" 2>/dev/null || true
    printf 'create_main_cluster = false\n' | as_root tee "$settings" >/dev/null
    apt install -y --no-install-recommends postgresql || status=$?
    as_root cp "$before" "$settings"
    rm -f "$before"
    return "$status"
}

# need_packages PACKAGE…: installs what is absent, and PostgreSQL's server. Without anything absent it takes no time.
need_packages() {
    local package
    missing=()
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
        give_up "this script installs packages as Debian does, and there is no apt-get here. Use Debian 12 or newer."
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    local postgresql=yes
    has_postgresql || postgresql=no
    if [[ ${#missing[@]} == 0 && $postgresql == yes ]]; then
        return
    fi
    [[ $postgresql == yes ]] || missing+=(postgresql)
    say "Installing Debian packages: ${missing[*]}"
    apt update || printf 'The lists of packages could not be renewed; trying with the ones that are here.\n' >&2
    [[ $postgresql == yes ]] || install_postgresql ||
        give_up "PostgreSQL could not be installed. Look at apt's messages above, mend it, and start again."
    local others=()
    for package in "${missing[@]}"; do
        [[ $package == postgresql ]] || others+=("$package")
    done
    [[ ${#others[@]} == 0 ]] || apt install -y --no-install-recommends "${others[@]}" ||
        give_up "apt-get could not install ${others[*]}. Look at its messages above, mend it, and start again."
}

# The libraries that the program is built on, and what fetches its Swift packages.
build_packages=(ca-certificates git libcurl4-openssl-dev libedit-dev libgd-dev libpq-dev pkg-config tzdata zlib1g-dev)
# Some Swift packages hold C++; any version's headers do.
compgen -G '/usr/include/c++/*' >/dev/null || build_packages+=(g++)

need_swift() {
    local advice='Install it for Debian as https://www.swift.org/install/linux says, with its usr/bin in PATH, and start again.'
    command -v swift >/dev/null || give_up "there is no Swift toolchain in PATH, and 6.2 or newer is needed. $advice"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    [[ -n $version ]] || give_up "'swift --version' does not answer with a version. $advice"
    local major=${version%%.*} minor=${version#*.}
    ((major > 6 || (major == 6 && minor >= 2))) || give_up "Swift $version is too old; 6.2 or newer is needed. $advice"
}

# Installs what the tests need and the machine lacks, from Debian's packages.

has_postgresql() { command -v initdb > /dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" > /dev/null; }

# $1: true when the browser and PostgreSQL are left out
install_needs() {
  local missing=()
  command -v dotnet > /dev/null || { echo "The .NET 10 SDK is needed." >&2; exit 1; }
  command -v node > /dev/null || { echo "Node.js 20 or later is needed." >&2; exit 1; }
  if [ "$1" != true ]; then
    has_postgresql || missing+=(postgresql)
    command -v chromium > /dev/null || missing+=(chromium)
    [ -d /usr/share/fonts/opentype/noto ] && compgen -G "/usr/share/fonts/opentype/noto/NotoSansCJK*" > /dev/null || missing+=(fonts-noto-cjk)
  fi
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
    echo "Please install: ${missing[*]} (this needs root and a Debian system to be done for you)." >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # Debian's package would start a server of its own; the tests bring theirs.
  if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  fi
  apt-get -o DPkg::Lock::Timeout=120 update -qq
  apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
  [ "$1" = true ] || has_postgresql || { echo "PostgreSQL is still missing." >&2; exit 1; }
}

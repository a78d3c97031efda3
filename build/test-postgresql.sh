# A throw-away PostgreSQL on a free port; the tests find it by AGENCYCMS_TEST_POSTGRESQL.

postgresql_folder=""

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_postgresql() {
  [ -z "${AGENCYCMS_TEST_POSTGRESQL:-}" ] || return 0
  local initdb
  initdb="$(compgen -G "/usr/lib/postgresql/*/bin/initdb" | sort -V | tail -n 1 || true)"
  postgresql_programs="$(dirname "${initdb:-$(command -v initdb)}")"
  postgresql_folder="$(mktemp -d)"
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$postgresql_folder"
  local port
  port="$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
  (
    cd "$postgresql_folder"
    as_postgres "$postgresql_programs/initdb" -D "$postgresql_folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$postgresql_folder/initdb.log"
    as_postgres "$postgresql_programs/pg_ctl" -D "$postgresql_folder/data" -l "$postgresql_folder/log" -w \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgresql_folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
      start > "$postgresql_folder/start.log"
  )
  export AGENCYCMS_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgresql() {
  [ -n "$postgresql_folder" ] || return 0
  (cd / && as_postgres "$postgresql_programs/pg_ctl" -D "$postgresql_folder/data" -m immediate -w stop > /dev/null 2>&1) || true
  rm -rf "$postgresql_folder"
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AgencyCMS.Testing.Databases;

/// <summary>
/// Starts a throw-away PostgreSQL for a test run without the test script. It ends with this process however that ends, because its guard reads a pipe that
/// closes then.
/// </summary>
internal static class PrivatePostgreSql
{
    // Arguments: folder, port, folder of the server's programs. PostgreSQL refuses to run as root.
    private const string Script =
        """
        set -eu
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$1"; fi
        cd "$1"
        as "$3/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$1/initdb.log" 2>&1
        as "$3/pg_ctl" -D "$1/data" -l "$1/log" -w -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start > "$1/start.log" 2>&1
        echo ready
        cat > /dev/null || true
        as "$3/pg_ctl" -D "$1/data" -m immediate -w stop > /dev/null 2>&1 || true
        cd / && rm -rf "$1"
        """;

    // Kept for the life of the process: when it is collected, the pipe closes and the server stops.
    private static Process? _guard;

    public static async Task<string> StartAsync()
    {
        var programs = FindPrograms();
        var folder = Directory.CreateTempSubdirectory("agencycms-postgresql-").FullName;
        var port = FreePort();
        _guard = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "guard", folder, port.ToString(System.Globalization.CultureInfo.InvariantCulture), programs])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await _guard.StandardOutput.ReadLineAsync() != "ready")
        {
            var logs = Directory.EnumerateFiles(folder, "*log").Select(File.ReadAllText);
            throw new InvalidOperationException("PostgreSQL for the tests did not start:\n" + string.Join('\n', logs));
        }
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres", Database = "postgres" }.ToString();
    }

    private static string FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("The tests need PostgreSQL 15 or later: install it (build/test does), or name a server in AGENCYCMS_TEST_POSTGRESQL.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using AgencyCMS.Testing.Databases;

namespace AgencyCMS.Testing.Hosting;

/// <summary>The built program in a process of its own, as an operator runs it. It can be killed.</summary>
public sealed class ProgramProcess : IDisposable
{
    private const string ListeningOn = "Now listening on: ";

    // A test sends in a second what a reader sends in an hour.
    private static readonly KeyValuePair<string, string?>[] Unlimited =
        [new("AgencyCMS:Accounts:SignInsPerMinute", "10000"), new("AgencyCMS:Limits:PagesPerMinute", "0"), new("AgencyCMS:Limits:SearchesPerMinute", "0")];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(TestDatabase database, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "AgencyCMS.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = database.DataPath,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        foreach (var (key, value) in database.Settings.Concat(Unlimited).Concat(settings ?? new Dictionary<string, string?>()))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended before it listened:\n{Output}\n{Errors}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    /// <summary>Runs an operator's command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(TestDatabase database, params string[] arguments)
    {
        using var program = StartCommand(database, arguments);
        return (await program.EndAsync(), program.Output, program.Errors);
    }

    /// <summary>Runs the program to its end with further settings, which go before those of the database.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(TestDatabase database, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        using var program = StartCommand(database, settings, arguments);
        return (await program.EndAsync(), program.Output, program.Errors);
    }

    /// <summary>Starts an operator's command.</summary>
    public static ProgramProcess StartCommand(TestDatabase database, params string[] arguments) => StartCommand(database, new Dictionary<string, string?>(), arguments);

    private static ProgramProcess StartCommand(TestDatabase database, IReadOnlyDictionary<string, string?> settings, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(database);
        var program = new ProgramProcess(database, arguments, null, settings);
        program._address.TrySetCanceled();
        return program;
    }

    /// <summary>Starts a server on a free port and waits until it listens.</summary>
    /// <param name="database">The stores.</param>
    /// <param name="folder">Absolute path of the folder with the program; the one that was built with the tests when null.</param>
    /// <param name="settings">Further settings, which go before those of the database.</param>
    /// <returns>The server and its address.</returns>
    public static async Task<(ProgramProcess Server, Uri Address)> ServeAsync(TestDatabase database, string? folder = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        var program = new ProgramProcess(database, ["--urls", "http://127.0.0.1:0"], folder, settings);
        return (program, await program._address.Task);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }
        lines.Enqueue(line);
        var at = line.IndexOf(ListeningOn, StringComparison.Ordinal);
        if (at >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + ListeningOn.Length)..].Trim()));
        }
    }
}

using System.Text.RegularExpressions;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Docs;

/// <summary>The example of <c>docs/module-authors.md</c>: its files, written down as they stand in the document and published once for all tests.</summary>
public sealed partial class TenMinuteExample : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public PluginFolder Plugins { get; } = new();

    /// <summary>The operator's commands of the document, without the program's name.</summary>
    public IReadOnlyList<string[]> Commands { get; private set; } = [];

    /// <summary>The address that the document says to open, from the host's root.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", "module-authors.md"));
        Commands = [.. CommandPattern().Matches(text).Select(match => match.Groups["arguments"].Value.Split(' '))];
        Address = AddressPattern().Match(text).Groups["path"].Value;
        foreach (Match block in FilePattern().Matches(text))
        {
            var file = Path.Combine(_folder.Path, block.Groups["file"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // under the folder
            await File.WriteAllTextAsync(file, block.Groups["text"].Value);
        }
        // The platform is built with the tests; only the example is new.
        await Plugins.PublishAsync(Path.Combine(_folder.Path, "NoticeBoard.csproj"),
            $"-p:AgencyCMS={Repository.Root}/", "-p:BuildProjectReferences=false", "--configuration", Publication.Configuration);
    }

    public Task DisposeAsync()
    {
        Plugins.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    // A line with a file's name alone, and the block below it.
    [GeneratedRegex(@"^`(?<file>[\w./-]+)`\n\n```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FilePattern();

    [GeneratedRegex("^dotnet run --project src/AgencyCMS.Web -- (?<arguments>.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();

    [GeneratedRegex("<http://localhost:5000/(?<path>[^>]+)>")]
    private static partial Regex AddressPattern();
}

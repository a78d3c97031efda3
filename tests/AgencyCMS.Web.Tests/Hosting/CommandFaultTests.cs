using AgencyCMS.Data.Stores;
using AgencyCMS.Testing.Databases;
using AgencyCMS.Testing.Files;
using AgencyCMS.Testing.Hosting;

namespace AgencyCMS.Web.Tests.Hosting;

/// <summary>Whatever goes wrong in a command is one line for the operator.</summary>
public sealed class CommandFaultTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!; // before each test

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("backup {file}")]
    [InlineData("backup /proc/none")]
    [InlineData("restore {file}")]
    [InlineData("restore {folder}")]
    [InlineData("restore {folder} --tenant nobody")]
    [InlineData("recipe run {folder} --tenant nobody")]
    [InlineData("import {folder} --tenant nobody")]
    [InlineData("import {folder} --by agency")]
    [InlineData("import {file} --by agency --map {folder}")]
    public async Task Command_ThatFails_SaysSoInOneLine(string command)
    {
        // Arrange
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "folder")).FullName;
        var file = Path.Combine(_folder.Path, "file.jsonl");
        await File.WriteAllTextAsync(file, "no json");
        var arguments = command.Split(' ').Select(argument => argument.Replace("{file}", file, StringComparison.Ordinal).Replace("{folder}", folder, StringComparison.Ordinal));

        // Act
        var (code, output, error) = await ProgramProcess.RunAsync(_database, [.. arguments]);

        // Assert
        Assert.Equal(1, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_ThatFails_TellsAllWhenAsked()
    {
        // Arrange
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        // Act
        var (_, _, error) = await ProgramProcess.RunAsync(_database, "backup", Path.Combine(file, "below"), "--details");

        // Assert
        Assert.Contains("   at ", error, StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Operations.Tests.Fixtures;

namespace AgencyCMS.Operations.Tests.Backup;

/// <summary>A manifest is believed no more than any other text from outside.</summary>
public sealed class ManifestTests() : OperationsTest(DatabaseProvider.Sqlite)
{
    [Theory]
    [InlineData("tenants", "null")]
    [InlineData("tenants", "{}")]
    [InlineData("tenants/0", "null")]
    [InlineData("tenants/0/id", "\"one\"")]
    [InlineData("tenants/0/id", "-1")]
    [InlineData("tenants/0/name", "null")]
    [InlineData("tenants/0/store", "null")]
    [InlineData("tenants/0/store", "7")]
    [InlineData("tenants/0/store/path", "null")]
    [InlineData("tenants/0/store/path", "\"../outside.db\"")]
    [InlineData("tenants/0/store/path", "\"/etc/passwd\"")]
    [InlineData("tenants/0/store/path", "\"\"")]
    [InlineData("tenants/0/store/length", "-1")]
    [InlineData("tenants/0/store/length", "1e99")]
    [InlineData("tenants/0/store/sha256", "null")]
    [InlineData("tenants/0/store/sha256", "\"abc\"")]
    [InlineData("tenants/0/media", "null")]
    [InlineData("tenants/0/media", "[null]")]
    [InlineData("tenants/0/media", "[{\"path\":\"../../x\",\"length\":1}]")]
    [InlineData("tenants/0/media", "[{\"path\":\"x\",\"length\":-1}]")]
    [InlineData("failed", "null")]
    [InlineData("failed", "[{\"id\":1}]")]
    [InlineData("county", "[]")]
    [InlineData("county/path", "\"a/../../b\"")]
    [InlineData("madeAt", "\"never\"")]
    [InlineData("provider", "\"Oracle\"")]
    [InlineData("format", "2")]
    public async Task Restore_OfADamagedManifest_SaysSoInOneLine(string at, string value)
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await BackupEditing.EditManifestAsync(BackupFolder, manifest => Put(manifest, at.Split('/'), JsonNode.Parse(value)));

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("The ", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfAManifestThatNamesATenantTwice_SaysSo()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await BackupEditing.EditManifestAsync(BackupFolder, manifest => manifest["tenants"]!.AsArray().Add(manifest["tenants"]![0]!.DeepClone()));

        // Act
        var result = await RunAsync(Host, "restore", BackupFolder, "--tenant", Finance.Name);

        // Assert
        Assert.Contains("twice", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IntoAFolderWithADamagedManifest_ThrowsNothingAway()
    {
        // Arrange
        await RunAsync(Host, "backup", BackupFolder);
        await File.WriteAllTextAsync(Path.Combine(BackupFolder, "manifest.json"), "{");
        var files = Directory.EnumerateFiles(BackupFolder, "*", SearchOption.AllDirectories).Order().ToList();

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(files, Directory.EnumerateFiles(BackupFolder, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public async Task Backup_WhileAnotherIsWritten_IsRefused()
    {
        // Arrange
        Directory.CreateDirectory(BackupFolder);
        await using var other = new FileStream(Path.Combine(BackupFolder, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        // Act
        var result = await RunAsync(Host, "backup", BackupFolder);

        // Assert
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Try again when that is done", result.Error, StringComparison.Ordinal);
    }

    private static void Put(JsonNode node, string[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(node, (current, step) => int.TryParse(step, out var index) ? current[index]! : current[step]!);
        if (int.TryParse(path[^1], out var last))
        {
            parent[last] = value;
        }
        else
        {
            parent[path[^1]] = value;
        }
    }
}

using System.Text.Json;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Web.Tests.Docs;

public sealed class NoticeTests
{
    [Fact]
    public async Task Notice_NamesEveryPackageOfTheProgram()
    {
        // Arrange
        var notice = await File.ReadAllTextAsync(Repository.PathOf("NOTICE"));
        var named = notice.Split('\n').Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var parts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "AgencyCMS.Web.deps.json")));

        // Act
        var missing = parts.RootElement.GetProperty("libraries").EnumerateObject().Where(part => part.Value.GetProperty("type").GetString() == "package")
            .Select(part => part.Name.Split('/')[0]).Where(name => !named.Contains(name));

        // Assert
        Assert.Empty(missing);
    }
}

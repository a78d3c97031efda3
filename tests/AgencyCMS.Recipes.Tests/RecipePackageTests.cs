using System.IO.Compression;
using System.Text;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Recipes.Files;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipePackageTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Package_GivesTheRecipeAtItsRoot()
    {
        // Arrange
        Pack(("Recipe.json", """{ "name": "a" }"""), ("pictures/a.txt", "picture"));

        // Act
        using var package = (await OpenAsync()).Value;

        // Assert
        Assert.Equal("""{ "name": "a" }""", Encoding.UTF8.GetString(package.Source.Utf8.Span));
    }

    [Fact]
    public async Task Companion_IsRead()
    {
        // Arrange
        Pack(("Recipe.json", "{}"), ("pictures/a.txt", "picture"));
        using var package = (await OpenAsync()).Value;

        // Act
        using var reader = new StreamReader(package.Source.Files.OpenRead("pictures\\a.txt")!);

        // Assert
        Assert.Equal("picture", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("a//b.txt")]
    [InlineData("./a.txt")]
    [InlineData("a\nb.txt")]
    public async Task Name_ThatLeavesThePackage_IsRefused(string name)
    {
        // Arrange
        Pack(("Recipe.json", "{}"), (name, "x"));

        // Act
        var opened = await OpenAsync();

        // Assert
        Assert.Equal("recipes.package-leaves", Assert.Single(opened.Problems).Code);
    }

    [Theory]
    [InlineData("recipe.json")]
    [InlineData("Recipe.json/")]
    public async Task Name_ThatStandsTwice_IsRefused(string name)
    {
        // Arrange
        Pack(("Recipe.json", "{}"), (name, ""));

        // Act
        var opened = await OpenAsync();

        // Assert
        Assert.Equal("recipes.package-twice", Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task Package_WithoutARecipe_IsRefused()
    {
        // Arrange
        Pack(("sub/Recipe.json", "{}"));

        // Act
        var opened = await OpenAsync();

        // Assert
        Assert.Equal("recipes.package-without-recipe", Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task Package_WithMoreEntriesThanAllowed_IsRefused()
    {
        // Arrange
        Pack(("Recipe.json", "{}"), ("a", ""), ("b", ""));

        // Act
        var opened = await OpenAsync(PackageLimits.Default with { MaxEntries = 2 });

        // Assert
        Assert.Equal("recipes.package-too-many", Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task Directory_LongerThanItsCountSays_IsRefused()
    {
        // Arrange
        Pack([("Recipe.json", "{}"), .. Enumerable.Range(0, 200).Select(number => ($"{number}", ""))]);
        var bytes = File.ReadAllBytes(PathOf());
        // The counts of the end record, on this disk and in all.
        (bytes[^14], bytes[^13], bytes[^12], bytes[^11]) = (1, 0, 1, 0);
        File.WriteAllBytes(PathOf(), bytes);

        // Act
        var opened = await OpenAsync(PackageLimits.Default with { MaxEntries = 10, MaxDirectoryBytes = 1000 });

        // Assert
        Assert.Equal("recipes.package-too-many", Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task Package_ThatWouldGrowTooLarge_IsRefused()
    {
        // Arrange
        Pack(("Recipe.json", "{}"), ("a", new string('a', 700)), ("b", new string('b', 700)));

        // Act
        var opened = await OpenAsync(PackageLimits.Default with { MaxUnpackedBytes = 1000 });

        // Assert
        Assert.Equal("recipes.package-too-large", Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task Entry_LongerThanThePackageSays_IsReadNoFurther()
    {
        // Arrange
        Pack(("Recipe.json", "{}"), ("a.txt", new string('a', 3000)));
        var bytes = File.ReadAllBytes(PathOf());
        Say(bytes, 3000, 10);
        File.WriteAllBytes(PathOf(), bytes);
        using var package = (await OpenAsync()).Value;

        // Act
        await using var content = package.OpenRead("a.txt");

        // Assert
        Assert.Equal(10, content!.Length); // the package has it
    }

    [Theory]
    [InlineData("")]
    [InlineData("no zip at all, but long enough for a record")]
    public async Task File_ThatIsNoZip_IsRefused(string content)
    {
        // Arrange
        File.WriteAllText(PathOf(), content);

        // Act
        var opened = await OpenAsync();

        // Assert
        Assert.Equal("recipes.package-broken", Assert.Single(opened.Problems).Code);
    }

    private string PathOf() => Path.Combine(_folder.Path, "package.zip");

    private void Pack(params (string Name, string Content)[] files)
    {
        using var zip = ZipFile.Open(PathOf(), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }

    private Task<Outcome<RecipePackage>> OpenAsync(PackageLimits? limits = null) => RecipePackage.OpenAsync(PathOf(), limits ?? PackageLimits.Default, CancellationToken.None);

    // Everywhere where the true length stands, in the entry's head and in the directory.
    private static void Say(byte[] zip, int length, int instead)
    {
        var found = BitConverter.GetBytes(length);
        for (var at = zip.AsSpan().IndexOf(found); at >= 0; at = zip.AsSpan().IndexOf(found))
        {
            BitConverter.GetBytes(instead).CopyTo(zip, at);
        }
    }
}

using System.Reflection;
using AgencyCMS.Architecture.Tests.Live;
using AgencyCMS.Architecture.Tests.Sources;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Testing.Files;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Translations;

/// <summary>Every sentence of the interface has its Chinese.</summary>
[Collection(LiveHostCollection.Name)]
public sealed class TranslationTests(LiveHost host)
{
    private static IEnumerable<(string Path, string Text)> Files => new[] { "src", "modules", "themes" }.SelectMany(root => SourceFiles.Read(Repository.PathOf(root), ".json"))
        .Where(file => file.Path.EndsWith("/Localisation/zh-CN.json", StringComparison.Ordinal));

    private Dictionary<string, string> Chinese => host.Modules.Select(module => module.Assembly).Concat(TranslationTable.AssembliesOf(host.Services.GetRequiredService<Modularity.Modules.ModuleGraph>()))
        .Append(typeof(Program).Assembly).Distinct().SelectMany(EntriesOf).DistinctBy(entry => entry.Key).ToDictionary();

    [Fact]
    public void Sentence_InTheSources_HasItsChinese()
    {
        // Arrange
        var chinese = Chinese;

        // Act
        var breaches = TranslationRules.WithoutChinese(TranslationRules.SentencesIn(SourceFiles.All), chinese);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void NameAndDescription_OfAFeature_HaveTheirChinese()
    {
        // Arrange
        var chinese = Chinese;

        // Act
        var breaches = TranslationRules.WithoutChinese(TranslationRules.SentencesOf(host.Services.GetRequiredService<FeatureCatalogue>().All), chinese);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Description_OfAPermission_HasItsChinese()
    {
        // Arrange
        var chinese = Chinese;

        // Act
        var breaches = TranslationRules.WithoutChinese(host.Services.GetServices<Permission>().Select(permission => (permission.Id, permission.Description)), chinese);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsOfASentenceThatIsThere()
    {
        // Arrange
        var sources = SourceFiles.All.Concat(SourceFiles.Read(Repository.PathOf("recipes"), ".json"));

        // Act
        var breaches = TranslationRules.UsedNowhere(Files, sources);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_HasThePlaceholdersOfItsSentence()
    {
        // Act
        var breaches = TranslationRules.OtherPlaceholders(Files);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsGivenOnceInAFile()
    {
        // Act
        var breaches = TranslationRules.GivenTwice(Files);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsTheSameInEveryModule()
    {
        // Act
        var breaches = TranslationRules.DifferentChinese(Files);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static IEnumerable<KeyValuePair<string, string>> EntriesOf(Assembly assembly) => TranslationTable.Read(assembly).Where(table => table.Culture == "zh-CN").SelectMany(table => table.Entries);
}

using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
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
public sealed partial class TranslationTests(LiveHost host)
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
        var breaches = SourceFiles.All.SelectMany(file => Calls.LocalisedIn(file.Text).Concat(Calls.ProblemsIn(file.Text).SelectMany(problem => problem.Messages)).Concat(Calls.ValidationIn(file.Text))
            .Where(sentence => !chinese.ContainsKey(sentence)).Select(sentence => $"{file.Path}: “{sentence}” has no Chinese."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void NameAndDescription_OfAFeature_HaveTheirChinese()
    {
        // Arrange
        var chinese = Chinese;

        // Act
        var breaches = host.Services.GetRequiredService<FeatureCatalogue>().All.SelectMany(feature => new[] { feature.Name, feature.Description, feature.Category }
            .Where(text => text.Length > 0 && !chinese.ContainsKey(text)).Select(text => $"{feature.Id}: “{text}” has no Chinese."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Description_OfAPermission_HasItsChinese()
    {
        // Arrange
        var chinese = Chinese;

        // Act
        var breaches = host.Services.GetServices<Permission>().Where(permission => !chinese.ContainsKey(permission.Description)).Select(permission => $"{permission.Id}: “{permission.Description}” has no Chinese.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsOfASentenceThatIsThere()
    {
        // Arrange
        var sources = string.Join('\n', SourceFiles.All.Concat(SourceFiles.Read(Repository.PathOf("recipes"), ".json")).Select(file => file.Text));

        // Act
        var breaches = Files.SelectMany(file => Entries(file.Text).Where(entry => !sources.Contains('"' + Escape(entry.Name) + '"', StringComparison.Ordinal)).Select(entry => $"{file.Path}: “{entry.Name}” is used nowhere."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_HasThePlaceholdersOfItsSentence()
    {
        // Act
        var breaches = Files.SelectMany(file => Entries(file.Text).Where(entry => !Placeholders(entry.Name).SetEquals(Placeholders(entry.Value.GetString()!))).Select(entry => $"{file.Path}: “{entry.Name}” and its Chinese differ in placeholders."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsGivenOnceInAFile()
    {
        // Act
        var breaches = Files.SelectMany(file => Entries(file.Text).GroupBy(entry => entry.Name).Where(group => group.Count() > 1).Select(group => $"{file.Path}: “{group.Key}” is there twice."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Translation_IsTheSameInEveryModule()
    {
        // Act
        var breaches = Files.SelectMany(file => Entries(file.Text).Select(entry => (entry.Name, Text: entry.Value.GetString(), file.Path))).GroupBy(entry => entry.Name)
            .Where(group => group.Select(entry => entry.Text).Distinct().Count() > 1)
            .Select(group => $"“{group.Key}” has different Chinese: {string.Join(", ", group.Select(entry => $"{entry.Text} in {entry.Path}"))}.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    private static IEnumerable<KeyValuePair<string, string>> EntriesOf(Assembly assembly) => TranslationTable.Read(assembly).Where(table => table.Culture == "zh-CN").SelectMany(table => table.Entries);

    private static IEnumerable<JsonProperty> Entries(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject();

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}

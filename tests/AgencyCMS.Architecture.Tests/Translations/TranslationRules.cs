using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Features;

namespace AgencyCMS.Architecture.Tests.Translations;

/// <summary>What translations must be; each rule gives its breaches. Files are path and text.</summary>
internal static partial class TranslationRules
{
    /// <summary>Where each English sentence of some sources stands.</summary>
    public static IEnumerable<(string Place, string Sentence)> SentencesIn(IEnumerable<(string Path, string Text)> sources) => sources.SelectMany(file =>
        Calls.LocalisedIn(file.Text).Concat(Calls.ProblemsIn(file.Text).SelectMany(problem => problem.Messages)).Concat(Calls.ValidationIn(file.Text)).Select(sentence => (file.Path, sentence)));

    /// <summary>What is shown of features.</summary>
    public static IEnumerable<(string Place, string Sentence)> SentencesOf(IEnumerable<FeatureDescriptor> features) =>
        features.SelectMany(feature => new[] { feature.Name, feature.Description, feature.Category, feature.WithoutIt }.Where(text => text.Length > 0).Select(text => (feature.Id, text)));

    public static IEnumerable<string> WithoutChinese(IEnumerable<(string Place, string Sentence)> sentences, IReadOnlyDictionary<string, string> chinese) =>
        sentences.Where(found => !chinese.ContainsKey(found.Sentence)).Select(found => $"{found.Place}: “{found.Sentence}” has no Chinese.");

    public static IEnumerable<string> UsedNowhere(IEnumerable<(string Path, string Text)> files, IEnumerable<(string Path, string Text)> sources)
    {
        var text = string.Join('\n', sources.Select(source => source.Text));
        return Entries(files).Where(entry => !text.Contains('"' + Escape(entry.Sentence) + '"', StringComparison.Ordinal)).Select(entry => $"{entry.Path}: “{entry.Sentence}” is used nowhere.");
    }

    public static IEnumerable<string> OtherPlaceholders(IEnumerable<(string Path, string Text)> files) =>
        Entries(files).Where(entry => !Placeholders(entry.Sentence).SetEquals(Placeholders(entry.Chinese))).Select(entry => $"{entry.Path}: “{entry.Sentence}” and its Chinese differ in placeholders.");

    public static IEnumerable<string> GivenTwice(IEnumerable<(string Path, string Text)> files) =>
        Entries(files).GroupBy(entry => (entry.Path, entry.Sentence)).Where(group => group.Count() > 1).Select(group => $"{group.Key.Path}: “{group.Key.Sentence}” is there twice.");

    public static IEnumerable<string> DifferentChinese(IEnumerable<(string Path, string Text)> files) =>
        Entries(files).GroupBy(entry => entry.Sentence).Where(group => group.Select(entry => entry.Chinese).Distinct().Count() > 1)
            .Select(group => $"“{group.Key}” has different Chinese: {string.Join(", ", group.Select(entry => $"{entry.Chinese} in {entry.Path}"))}.");

    private static IEnumerable<(string Path, string Sentence, string Chinese)> Entries(IEnumerable<(string Path, string Text)> files) =>
        files.SelectMany(file => JsonDocument.Parse(file.Text).RootElement.EnumerateObject().Select(entry => (file.Path, entry.Name, entry.Value.GetString()!))); // the files hold texts alone

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}

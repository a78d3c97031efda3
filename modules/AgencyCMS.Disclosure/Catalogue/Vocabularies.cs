using System.Globalization;
using System.Text.Json;
using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.Disclosure.Catalogue;

/// <summary>The lists that metadata values come from: subject, genre, validity and so on. Read once a request.</summary>
internal sealed class Vocabularies(TenantDocuments documents)
{
    /// <summary>Collection of the tenant's documents in which vocabularies lie.</summary>
    public const string Collection = "disclosure.vocabularies";

    private Dictionary<string, Vocabulary>? _all;

    /// <returns>An empty vocabulary when there is none of that name.</returns>
    public async ValueTask<Vocabulary> GetAsync(string name, CancellationToken cancellationToken)
    {
        _all ??= (await documents.ListAsync(Collection, cancellationToken))
            .Select(document => JsonSerializer.Deserialize<Vocabulary>(document.Json)!).ToDictionary(vocabulary => vocabulary.Name, StringComparer.Ordinal);
        return _all.GetValueOrDefault(name) ?? new Vocabulary { Name = name };
    }
}

/// <summary>A list of terms.</summary>
internal sealed record Vocabulary
{
    public required string Name { get; init; }
    public IReadOnlyList<VocabularyTerm> Terms { get; init; } = [];

    /// <summary>What a code is called in the reader's language; the code itself when it is not in the list, empty for no code.</summary>
    public string TitleOf(string? code, CultureInfo culture)
    {
        if (string.IsNullOrEmpty(code))
        {
            return "";
        }
        var term = Terms.FirstOrDefault(term => term.Code == code);
        return term is null ? code : term.TitleIn(culture);
    }
}

/// <summary>A term of a vocabulary.</summary>
internal sealed record VocabularyTerm
{
    public required string Code { get; init; }
    public required string Title { get; init; }
    public string TitleEn { get; init; } = "";
    public string? Parent { get; init; }

    public string TitleIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" && TitleEn.Length > 0 ? TitleEn : Title;
}

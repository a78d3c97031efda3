using System.Collections.Immutable;

namespace AgencyCMS.Demo.Contracts;

/// <summary>A generated disclosure item. Everything in it is invented.</summary>
public sealed record DemoDocument
{
    public required string Title { get; init; }

    /// <summary>Such as 汀川水〔2025〕12号; null for what carries no number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Code of the vocabulary <c>genre</c>.</summary>
    public required string Genre { get; init; }

    /// <summary>Code of the vocabulary <c>subject</c>, four digits.</summary>
    public required string Subject { get; init; }

    /// <summary>Code of a catalogue entry that departments and townships have.</summary>
    public required string Entry { get; init; }

    public required DateOnly FormedOn { get; init; }

    /// <summary>Zero to eight days after it was formed, in office hours of the agency.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Headings, paragraphs and tables; about 150 to 1,500 characters of text.</summary>
    public required string Html { get; init; }

    /// <summary>Section of the agency that made it.</summary>
    public required string Section { get; init; }

    public required ImmutableArray<string> Keywords { get; init; }
}

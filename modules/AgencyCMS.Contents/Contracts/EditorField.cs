using System.Collections.Immutable;

namespace AgencyCMS.Contents.Contracts;

/// <summary>One input of a part's form.</summary>
/// <param name="Name">Short name, unique in the part; the form names the input <c>{part}.{name}</c>.</param>
/// <param name="Label">In the editor's language.</param>
/// <param name="Kind">Which input it is.</param>
public sealed record EditorField(string Name, string Label, EditorFieldKind Kind = EditorFieldKind.Text)
{
    public string? Hint { get; init; }

    /// <summary>Marked as required. Whether it must be filled in for a draft too is decided when it is saved.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The present values as they are typed; several for <see cref="EditorFieldKind.Choices"/> only. Dates are <c>yyyy-MM-dd</c>, instants <c>yyyy-MM-ddTHH:mm</c> in the tenant's time zone, truth is <c>true</c>.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What may be chosen; for the kinds of choice only.</summary>
    public ImmutableArray<EditorOption> Options { get; init; } = [];

    /// <summary>In characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The same for browsers, which count a rare character as two. The server counts what was sent.</summary>
    public int? MaxUnits => MaxLength * 2;

    public string? Placeholder { get; init; }

    /// <summary>The first value; empty when there is none.</summary>
    public string Value
    {
        get => Values is [var first, ..] ? first : "";
        init => Values = string.IsNullOrEmpty(value) ? [] : [value];
    }
}

/// <summary>Which input a field is.</summary>
public enum EditorFieldKind
{
    Text,

    /// <summary>Several lines without markup.</summary>
    Lines,
    Html,
    Boolean,
    Number,
    Date,
    DateTime,
    Url,

    /// <summary>One of the options, or none.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Choices,
}

/// <summary>One of the values that may be chosen.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">In the editor's language.</param>
/// <param name="Group">Heading under which it stands; null for none.</param>
public sealed record EditorOption(string Value, string Text, string? Group = null);

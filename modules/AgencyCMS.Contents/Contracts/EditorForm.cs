using System.Collections.Immutable;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Contents.Contracts;

/// <summary>What an editor has typed: names of inputs with their values, and the files that came with them.</summary>
/// <param name="Values">Every input; several values where several were sent.</param>
/// <param name="Files">Uploaded files in the order of the form.</param>
public sealed record EditorForm(ImmutableDictionary<string, ImmutableArray<string>> Values, ImmutableArray<UploadedFile> Files)
{
    public static EditorForm Empty { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal), []);

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>Whether the form had a field, perhaps of several inputs. An unticked box sends nothing, so the form marks the fields that it has.</summary>
    public bool HasShown(string field) => Values.Keys.Any(name => name == field || name.StartsWith(field + ".", StringComparison.Ordinal));

    /// <returns>The trimmed text without accidents; null when nothing was typed.</returns>
    public string? Text(string name) => Raw(name) is { } raw && StorableText.Tidy(raw).Trim() is { Length: > 0 } text ? text : null;

    /// <returns>The text as it was sent, blanks included; null when the form has no such input.</returns>
    public string? Raw(string name) => Values.GetValueOrDefault(name) is { IsDefaultOrEmpty: false } values ? values[0] : null;

    /// <summary>All values that are not empty, trimmed.</summary>
    public ImmutableArray<string> Texts(string name) =>
        Values.GetValueOrDefault(name) is { IsDefault: false } values ? [.. values.Select(value => StorableText.Tidy(value).Trim()).Where(value => value.Length > 0)] : [];

    /// <summary>True for a ticked box.</summary>
    public bool Flag(string name) => Texts(name).Contains("true");

    /// <summary>The files of one input.</summary>
    public ImmutableArray<UploadedFile> FilesOf(string name) => [.. Files.Where(file => file.Field == name)];

    /// <summary>The share of one part: inputs named <c>{part}.{name}</c> under their short names. Empty when the form did not show the part.</summary>
    public EditorForm Of(string part)
    {
        var prefix = part + ".";
        return new(
            Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToImmutableDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal),
            [.. Files.Where(file => file.Field.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file with { Field = file.Field[prefix.Length..] })]);
    }
}

/// <summary>A file that came with a form.</summary>
/// <param name="Field">Name of the input.</param>
/// <param name="FileName">As the sender called it; not to be trusted.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Open">Opens the content for reading; the caller disposes of it.</param>
public sealed record UploadedFile(string Field, string FileName, long Length, Func<Stream> Open);

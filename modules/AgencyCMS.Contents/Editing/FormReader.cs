using System.Collections.Immutable;
using AgencyCMS.Contents.Contracts;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Contents.Editing;

internal static class FormReader
{
    /// <summary>What was typed, without the framework's own inputs.</summary>
    public static EditorForm Read(IFormCollection form) => new(
        form.Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal))
            .ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Select(value => value ?? "").ToImmutableArray(), StringComparer.Ordinal),
        [.. form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).Select(file => new UploadedFile(file.Name, file.FileName, file.Length, file.OpenReadStream))]);
}

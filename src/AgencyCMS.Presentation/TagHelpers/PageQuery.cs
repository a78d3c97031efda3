using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace AgencyCMS.Presentation.TagHelpers;

/// <summary>The address of the list that is shown, with some values of its query changed: filters, order and page stay in it.</summary>
internal static class PageQuery
{
    public static string With(HttpRequest request, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = request.Query
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))
            .Where(pair => pair.Value.Length > 0)
            .ToList();
        foreach (var (name, value) in changes)
        {
            values.RemoveAll(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase));
            if (value is not null)
            {
                values.Add(KeyValuePair.Create(name, value));
            }
        }
        return UriHelper.BuildRelative(request.PathBase, request.Path, QueryString.Create(values!));
    }
}

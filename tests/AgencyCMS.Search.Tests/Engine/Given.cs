using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using AgencyCMS.Search.Engine.Storage;

namespace AgencyCMS.Search.Tests.Engine;

internal static class Given
{
    public const int Tenant = 7;
    public const int Neighbour = 8;
    public static readonly DateTimeOffset Now = new(2022, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static SearchDocument Document(string itemId, string title, string body = "") => new()
    {
        Tenant = new(Tenant),
        ItemId = itemId,
        VersionId = $"{itemId}-v1",
        Path = $"info/{itemId}",
        Title = title,
        Body = body,
        AgencyTitle = "徐水县财政局",
        PublishedAt = new DateTimeOffset(2022, 6, 1, 4, 0, 0, TimeSpan.Zero),
        PublishedOn = new DateOnly(2022, 6, 1),
        Audience = Audience.Public,
    };

    public static SearchDocument PublishedOn(this SearchDocument document, int year, int month, int day) => document with
    {
        PublishedOn = new DateOnly(year, month, day),
        PublishedAt = new DateTimeOffset(year, month, day, 4, 0, 0, TimeSpan.Zero),
    };

    public static SearchRequest Request(string? text = null) => new()
    {
        Audience = SearchAudience.Public,
        Tenants = TenantScope.Of(Tenant),
        AsOf = Now,
        Text = text,
    };

    public static SearchResult? Search(this SearchIndex index, SearchRequest request) => index.Search(request, CancellationToken.None);

    public static string[] Ids(this SearchResult? result) => [.. result!.Hits.Select(hit => hit.ItemId)];

    public static string Marked(this IEnumerable<TextSegment> segments) =>
        string.Concat(segments.Select(segment => segment.IsMatch ? $"[{segment.Text}]" : segment.Text));

    public static IndexBatch Batch(long position, params SearchDocument[] documents) =>
        new() { TenantId = documents.FirstOrDefault()?.Tenant.Value ?? Tenant, Position = position, Published = documents };

    /// <summary>A complete index in the folder, with these documents at position 1 of each one's tenant.</summary>
    public static SearchIndex Index(string path, params SearchDocument[] documents)
    {
        var index = new SearchIndex(path);
        using var rebuild = index.BeginRebuild();
        foreach (var tenant in documents.GroupBy(document => document.Tenant.Value))
        {
            rebuild.Add(new IndexBatch { TenantId = tenant.Key, Position = 1, Published = [.. tenant] });
        }
        rebuild.Complete();
        return index;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// How far an index has come in each tenant's changes. It lies in the user data of the Lucene commit, so it is true of
/// exactly the documents committed with it.
/// </summary>
internal sealed record IndexPositions(ImmutableDictionary<int, long> ByTenant)
{
    private const string SchemaKey = "schema";
    private const string TenantKey = "tenant:";

    public static IndexPositions None { get; } = new(ImmutableDictionary<int, long>.Empty);

    /// <summary>Null when the tenant was never indexed.</summary>
    public long? Of(int tenantId) => ByTenant.TryGetValue(tenantId, out var sequence) ? sequence : null;

    public IndexPositions With(int tenantId, long sequence) => new(ByTenant.SetItem(tenantId, sequence));

    public IndexPositions Without(int tenantId) => new(ByTenant.Remove(tenantId));

    public Dictionary<string, string> ToCommitData()
    {
        var data = new Dictionary<string, string> { [SchemaKey] = IndexFields.Schema };
        foreach (var (tenantId, sequence) in ByTenant)
        {
            data[FormattableString.Invariant($"{TenantKey}{tenantId}")] = sequence.ToString(CultureInfo.InvariantCulture);
        }
        return data;
    }

    /// <summary>The positions in the last commit of an index.</summary>
    /// <exception cref="IOException">The commit is missing or damaged; so says Lucene by several types.</exception>
    /// <exception cref="InvalidDataException">It was not written by this schema.</exception>
    public static IndexPositions OfCommit(BaseDirectory directory)
    {
        var segments = new SegmentInfos();
        segments.Read(directory);
        return FromCommitData(segments.UserData);
    }

    /// <exception cref="InvalidDataException">The data were written by another schema, or by nobody.</exception>
    public static IndexPositions FromCommitData(IDictionary<string, string> data)
    {
        if (!data.TryGetValue(SchemaKey, out var schema) || schema != IndexFields.Schema)
        {
            throw new InvalidDataException($"The index has schema {schema ?? "none"}, not {IndexFields.Schema}.");
        }
        var positions = ImmutableDictionary.CreateBuilder<int, long>();
        foreach (var (key, value) in data.Where(pair => pair.Key.StartsWith(TenantKey, StringComparison.Ordinal)))
        {
            if (!int.TryParse(key.AsSpan(TenantKey.Length), CultureInfo.InvariantCulture, out var tenantId)
                || !long.TryParse(value, CultureInfo.InvariantCulture, out var sequence))
            {
                throw new InvalidDataException($"The index has the position {key}={value}, which cannot be read.");
            }
            positions[tenantId] = sequence;
        }
        return new IndexPositions(positions.ToImmutable());
    }
}

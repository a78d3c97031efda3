using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgencyCMS.ContentManagement.Searching;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Search.Engine.Queries;
using AgencyCMS.Search.Engine.Results;
using AgencyCMS.Search.Engine.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>A search document as fields of the index, and back.</summary>
internal static class DocumentMapping
{
    /// <summary>Longer codes, genres and identifiers cannot be told apart; the index refuses terms of 32 KiB.</summary>
    private const int MaxValueChars = 512;

    /// <summary>Of entries; many times what a catalogue has. A path is one term, see above.</summary>
    private const int MaxDepth = 16;

    public static Term KeyOf(int tenantId, string itemId) =>
        new(IndexFields.Key, FormattableString.Invariant($"{tenantId}/{Short(itemId)}"));

    public static Term TenantTerm(int tenantId) =>
        new(IndexFields.Tenant, tenantId.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is left of a document whose texts the index does not take: it is found by its title and can be compared with the store.</summary>
    public static Document ToBareFields(SearchDocument document) => ToFields(document with
    {
        Title = Cut(document.Title),
        Body = "",
        EntryPath = [],
        IndexNumber = null,
        DocumentNumber = null,
        Subject = null,
        Genre = null,
    });

    public static Document ToFields(SearchDocument document)
    {
        var fields = new Document
        {
            new StringField(IndexFields.Key, KeyOf(document.Tenant.Value, document.ItemId).Text, Field.Store.NO),
            new StringField(IndexFields.Tenant, TenantTerm(document.Tenant.Value).Text, Field.Store.NO),
            new NumericDocValuesField(IndexFields.Tenant, document.Tenant.Value),
            new StringField(IndexFields.Audience, Short(SearchAudience.MarkOf(document.Tenant.Value, document.Audience, document.AudienceGroup)), Field.Store.NO),
            new BinaryDocValuesField(IndexFields.Identity, new BytesRef($"{Short(document.ItemId)} {Short(document.VersionId)}")),
            new TextField(IndexFields.Title, document.Title, Field.Store.YES),
            new TextField(IndexFields.Body, document.Body, Field.Store.YES),
            new TextField(IndexFields.Agency, document.AgencyTitle, Field.Store.YES),
            new NumericDocValuesField(IndexFields.PublishedAt, document.PublishedAt.ToUnixTimeMilliseconds()),
            new Int32Field(IndexFields.PublishedOn, DayNumber.Of(document.PublishedOn), Field.Store.NO),
            new NumericDocValuesField(IndexFields.PublishedOn, DayNumber.Of(document.PublishedOn)),
            new StoredField(IndexFields.Path, document.Path),
        };
        AddEntries(fields, document.EntryPath);
        AddNumber(fields, IndexFields.IndexNumber, document.IndexNumber);
        AddNumber(fields, IndexFields.DocumentNumber, document.DocumentNumber);
        if (!string.IsNullOrWhiteSpace(document.Subject))
        {
            fields.Add(new TextField(IndexFields.Subject, document.Subject, Field.Store.NO));
        }
        if (!string.IsNullOrWhiteSpace(document.Genre))
        {
            fields.Add(new StringField(IndexFields.Genre, Cut(document.Genre), Field.Store.YES));
            fields.Add(new SortedDocValuesField(IndexFields.Genre, new BytesRef(Cut(document.Genre))));
        }
        if (document.FormedOn is { } formedOn)
        {
            fields.Add(new StoredField(IndexFields.FormedOn, formedOn.DayNumber));
        }
        return fields;
    }

    public static (string ItemId, string VersionId) ReadIdentity(BytesRef value)
    {
        var both = value.Utf8ToString().Split(' ', 2);
        return (both[0], both[1]);
    }

    private static void AddEntries(Document fields, IReadOnlyList<string> path)
    {
        var codes = path.Where(code => code.Length > 0).Select(Cut).Distinct(StringComparer.Ordinal).Take(MaxDepth).ToList();
        codes.ForEach(code => fields.Add(new StringField(IndexFields.Entry, code, Field.Store.YES)));
        if (codes.Count > 0)
        {
            fields.Add(new SortedDocValuesField(IndexFields.Entry, new BytesRef(EntryCount.KeyOf(codes))));
        }
    }

    private static void AddNumber(Document fields, string storedAs, string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return;
        }
        fields.Add(new StoredField(storedAs, number));
        fields.Add(new TextField(IndexFields.NumberWords, number, Field.Store.NO));
        fields.Add(new StringField(IndexFields.Number, Cut(NumberText.Normalise(number)), Field.Store.NO));
    }

    // What no index takes stands in it as something else: it is told apart still, and whoever compares the index with the store is told.
    private static string Short(string id) => id.Length <= MaxValueChars ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string Cut(string value) => Characters.Cut(value, MaxValueChars);
}

using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyCMS.ContentManagement.Tests.Items;

/// <summary>Makes JSON objects of any shape for property tests.</summary>
public static class JsonGenerators
{
    private static readonly Gen<string> Names =
        Gen.Elements("TitlePart", "Title", "Html", "Latest", "Settings", "内容", "a b", "@Welded", "$type", "Values", "");

    private static readonly Gen<string> Numbers =
        Gen.Elements("0", "-1", "1.50", "1e3", "2.0E-7", "12345678901234567890.123456789");

    public static Arbitrary<JsonObject> Objects() => Gen.Sized(size => ObjectOf(Math.Min(size, 12))).ToArbitrary();

    private static Gen<JsonObject> ObjectOf(int size) =>
        from properties in Gen.Zip(Names, NodeOf(size / 2)).ArrayOf()
        select new JsonObject(properties.Take(4).DistinctBy(property => property.Item1).Select(property => KeyValuePair.Create(property.Item1, property.Item2?.DeepClone())));

    private static Gen<JsonNode?> NodeOf(int size) => size == 0
        ? Leaves()
        : Gen.OneOf(Leaves(), ObjectOf(size).Select(json => (JsonNode?)json), ArrayOf(size));

    private static Gen<JsonNode?> ArrayOf(int size) =>
        NodeOf(size / 2).ArrayOf().Select(elements => (JsonNode?)new JsonArray([.. elements.Take(4).Select(element => element?.DeepClone())]));

    private static Gen<JsonNode?> Leaves() => Gen.OneOf(
        Gen.Constant((JsonNode?)null),
        ArbMap.Default.GeneratorFor<bool>().Select(flag => (JsonNode?)flag),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => (JsonNode?)Utf8Safe(text.Get)),
        Numbers.Select(digits => JsonNode.Parse(digits)),
        ArbMap.Default.GeneratorFor<DateTime>().Select(date => (JsonNode?)date.ToString("O", CultureInfo.InvariantCulture)));

    // Half a surrogate pair is no text and cannot be written as UTF-8.
    private static string Utf8Safe(string text) => string.Concat(text.Where(character => !char.IsSurrogate(character)));
}

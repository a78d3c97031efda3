using System.Text;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Disclosure.Storage;

/// <summary>An index number and the item that has it for ever.</summary>
internal sealed class IndexNumberRow : ITenantRow
{
    public int TenantId { get; set; }
    public required string Number { get; set; }
    public required string ContentItemId { get; set; }

    /// <summary>The number as it is compared: see <see cref="Normalise"/>.</summary>
    public required string Claim { get; set; }

    public static IndexNumberRow Of(string number, string contentItemId) => new() { Number = number, ContentItemId = contentItemId, Claim = Normalise(number) };

    /// <summary>Numbers that differ in case, width or blanks alone are the same to people.</summary>
    public static string Normalise(string number) =>
        string.Concat(StorableText.Show(number).Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign)));
}

/// <summary>Last serial number of a period.</summary>
internal sealed class IndexCounterRow : ITenantRow
{
    /// <summary>More than any agency publishes in a period; what is above is a mistake of whoever says it.</summary>
    public const int Most = 9_999_999;

    /// <summary>The longest period that a pattern can name, in digits.</summary>
    public const int PeriodLength = 32;

    public int TenantId { get; set; }
    public required string Period { get; set; }

    /// <summary>Concurrency token: of two publications at the same time one draws again.</summary>
    public int Last { get; set; }
}

using System.Text;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgencyCMS.Presentation.Http;

/// <summary>Addresses to go back to, as a reader's request gives them. The one check before a redirect to what came from outside.</summary>
public static class LocalAddress
{
    /// <param name="address">As it came, decoded.</param>
    /// <returns>As a header can carry it; null when it may lead to another site that only looks like ours, or is no address at all.</returns>
    public static string? Find(string? address)
    {
        if (!RedirectHttpResult.IsLocalUrl(address) || !StorableText.IsStorable(address))
        {
            return null;
        }
        var encoded = new StringBuilder(address!.Length); // a local address is not null
        foreach (var rune in address.EnumerateRunes())
        {
            // What is encoded already stays as it is.
            encoded.Append(rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }
        return encoded.ToString();
    }
}

using System.Net;
using System.Net.Sockets;

namespace AgencyCMS.Accounts.Domain;

/// <summary>What is kept of where a sign-in came from: enough for the person to know it again, too little to follow anybody.</summary>
internal sealed record ClientTrace(string Device, string Network)
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("MicroMessenger", "WeChat"), ("Edg/", "Edge"), ("QQBrowser", "QQ"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static ClientTrace Of(string userAgent, IPAddress? address) =>
        new($"{Find(Browsers, userAgent)}, {Find(Systems, userAgent)}", address is null ? "" : NetworkOf(address));

    private static string Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(entry => userAgent.Contains(entry.Mark, StringComparison.Ordinal)).Name ?? "?";

    // The first 24 bits of IPv4 and the first 48 of IPv6: the office, not the desk.
    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var kept = plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}

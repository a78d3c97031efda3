using System.Net;
using System.Net.Sockets;

namespace AgencyCMS.Presentation.Http;

/// <summary>Who counts as one where limits are kept by address.</summary>
public static class Networks
{
    /// <returns>The IPv4 address, or the network of 64 bits that every subscriber of IPv6 has to choose addresses from; empty where there is no address.</returns>
    public static string Of(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain?.ToString() ?? "";
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Time-based one-time codes: six digits, 30 seconds, HMAC-SHA-1, as every authenticator app makes them.</summary>
/// <remarks>Source: RFC 6238 and RFC 4226, section 5.3.</remarks>
internal static class OneTimeCode
{
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new shared secret in base 32, 32 characters.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, SecretBytes * 8 / 5);

    /// <summary>Finds the step whose code was typed: the current one, or one before or after, for clocks that differ.</summary>
    /// <param name="secret">Shared secret in base 32.</param>
    /// <param name="code">What was typed; spaces do not count.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lastStep">Last step that was accepted; it and all before are refused, so that an overheard code is worth nothing.</param>
    /// <returns>Null when the code is wrong.</returns>
    public static long? Match(string secret, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), typed))
            {
                return step;
            }
        }
        return null;
    }

    /// <summary>The code of the present instant.</summary>
    public static string Now(string secret, DateTimeOffset now) => At(secret, now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the picture for the authenticator app says.</summary>
    /// <remarks>Source: the key URI format that authenticator apps share.</remarks>
    public static string Address(string issuer, string userName, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    private static string At(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Decode(secret), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (bits, value, place) = (0, 0, 0);
        foreach (var character in secret)
        {
            value = value << 5 | Base32.IndexOf(character, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[place++] = (byte)(value >> bits);
                value &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}

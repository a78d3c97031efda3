using System.Security.Cryptography;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Random texts that people may have to read and type: without characters that look alike.</summary>
internal static class RandomText
{
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    /// <summary>A password of four groups of four characters, about 90 bits, that meets <see cref="PasswordRules"/>.</summary>
    public static string Password()
    {
        while (true)
        {
            var password = Groups(Lower + Upper + Digits, groups: 4, length: 4);
            if (password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit))
            {
                return password;
            }
        }
    }

    /// <summary>A recovery code of two groups of five characters, about 49 bits.</summary>
    public static string RecoveryCode() => Groups(Lower + Digits, groups: 2, length: 5);

    /// <summary>26 characters, about 129 bits.</summary>
    public static string SessionId() => RandomNumberGenerator.GetString(Lower + Digits, 26);

    private static string Groups(string characters, int groups, int length) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(characters, length)));
}

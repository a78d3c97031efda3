using System.Collections.Frozen;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Accounts.Domain;

/// <summary>What a password must be. All reasons are told at once.</summary>
internal static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 128;
    private const int KindsNeeded = 3;

    private static readonly FrozenSet<string> TooCommon = new[]
    {
        "abc123456", "admin12345", "administrator", "password", "password1", "password12", "password123", "passw0rd", "qwerty", "qwertyuiop", "qwerty123",
        "1qaz2wsx", "1qaz2wsx3edc", "welcome", "welcome1", "iloveyou", "woaini1314", "woaini520", "a123456789", "zxcvbnm", "asdfghjkl", "letmein", "changeme",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="userName">Sign-in name, which the password must not contain.</param>
    /// <param name="password">The wish.</param>
    /// <param name="field">Form field to which the messages belong.</param>
    public static IEnumerable<Problem> Check(string userName, string password, string field)
    {
        if (password.Length is < MinLength or > MaxLength)
        {
            yield return Problem.Invalid("accounts.password-length", field, "A password has {0} to {1} characters.", MinLength, MaxLength);
        }
        if (TextProblems.Check(field, password) is { } notKept)
        {
            yield return notKept;
        }
        if (Kinds(password) < KindsNeeded)
        {
            yield return Problem.Invalid("accounts.password-too-simple", field, "Use at least three of these: lower-case letters, upper-case letters, digits, other characters.");
        }
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem.Invalid("accounts.password-holds-name", field, "A password must not contain the sign-in name.");
        }
        if (TooCommon.Contains(password.TrimEnd('!', '.', '@', '#', '?', '*', '$')))
        {
            yield return Problem.Invalid("accounts.password-too-common", field, "This password is among the first that others try. Choose another.");
        }
    }

    private static int Kinds(string password) => new[]
    {
        password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiDigit), password.Any(character => !char.IsAsciiLetterOrDigit(character)),
    }.Count(isThere => isThere);
}

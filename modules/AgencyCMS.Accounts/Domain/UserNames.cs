using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Rules for sign-in names: letters of any script, so that a person may sign in with a Chinese name.</summary>
internal static partial class UserNames
{
    // Some room for spaces around it.
    private const int MaxTypedCharacters = 200;

    // Under these the history tells what the platform does itself, and readers.
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(["SYSTEM", "PLATFORM", "ANONYMOUS"], StringComparer.Ordinal);

    /// <summary>Full-width and half-width, upper and lower case are the same name.</summary>
    public static string Normalise(string userName) => StorableText.Show(userName).Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>False for what was typed at sign-in and no account can have as its name.</summary>
    public static bool CanBe(string typed) => typed.Length <= MaxTypedCharacters && Pattern().IsMatch(typed.Trim());

    public static IEnumerable<Problem> Check(string userName)
    {
        if (Reserved.Contains(Normalise(userName)))
        {
            yield return AccountProblems.UserNameReserved(userName);
        }
        if (!Pattern().IsMatch(userName))
        {
            yield return AccountProblems.UserNameNotValid(userName);
        }
        else if (TextProblems.CheckSeen("UserName", userName) is { } unseen)
        {
            // Some letters and marks show nothing.
            yield return unseen;
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{Nd}._@-]{2,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

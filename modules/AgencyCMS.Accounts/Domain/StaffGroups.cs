using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Accounts.Domain;

/// <summary>Rules for the staff groups that a person is in.</summary>
internal static class StaffGroups
{
    public const int MaxOfPerson = 50;

    public static IEnumerable<Problem> Check(IReadOnlyCollection<string> names)
    {
        if (names.Count > MaxOfPerson)
        {
            yield return AccountProblems.TooManyGroups(MaxOfPerson);
        }
        if (names.Any(name => Characters.Exceeds(name, ContentLimits.Group)))
        {
            yield return AccountProblems.GroupTooLong(ContentLimits.Group);
        }
        foreach (var problem in names.Select(name => TextProblems.CheckSeen("Groups", name)).OfType<Problem>().Take(1))
        {
            yield return problem;
        }
    }
}

namespace AgencyCMS.Modularity.Permissions;

/// <summary>Tells what people are called. History keeps sign-in names, which are never given to somebody else; pages show the names that people know.</summary>
public interface IPeople
{
    /// <param name="userNames">Sign-in names as history has them; those that are no account's are left out of the answer.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<PeopleNames> NamesAsync(IEnumerable<string> userNames, CancellationToken cancellationToken);
}

/// <summary>Names of some people.</summary>
public sealed class PeopleNames(IReadOnlyDictionary<string, string> names)
{
    public static PeopleNames None { get; } = new(new Dictionary<string, string>());

    /// <returns>The person's own name; the sign-in name where there is none.</returns>
    public string Of(string userName) => names.GetValueOrDefault(userName) is { Length: > 0 } name ? name : userName;
}

/// <summary>Without an accounts module everybody is called as they sign in.</summary>
public sealed class NamelessPeople : IPeople
{
    public Task<PeopleNames> NamesAsync(IEnumerable<string> userNames, CancellationToken cancellationToken) => Task.FromResult(PeopleNames.None);
}

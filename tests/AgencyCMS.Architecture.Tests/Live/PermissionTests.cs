using AgencyCMS.Modularity.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class PermissionTests(LiveHost host)
{
    [Fact]
    public void Permission_IsDeclaredOnceAndDescribed()
    {
        // Act
        var breaches = Misdeclared([.. host.Services.GetServices<Permission>()]);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Permission_DeclaredTwice_IsABreach()
    {
        // Act
        var breach = Assert.Single(Misdeclared([new("notices.write", "Write notices."), new("notices.write", "Write them again."), new("notices.read", "Read notices.")]));

        // Assert
        Assert.Equal("The permission notices.write is declared 2 times.", breach);
    }

    [Theory]
    [InlineData("notices.write", "", "has no description")]
    [InlineData("Notices.Write", "Write notices.", "is not module.verb in kebab case")]
    public void Permission_DeclaredBadly_IsABreach(string id, string description, string expected)
    {
        // Act
        var breach = Assert.Single(Misdeclared([new(id, description)]));

        // Assert
        Assert.Contains(expected, breach, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Misdeclared(IReadOnlyCollection<Permission> permissions) =>
        permissions.GroupBy(permission => permission.Id).Where(group => group.Count() > 1).Select(group => $"The permission {group.Key} is declared {group.Count()} times.")
            .Concat(permissions.Where(permission => permission.Description.Length == 0).Select(permission => $"The permission {permission.Id} has no description."))
            .Concat(permissions.Where(permission => !SourceNames.IsCode(permission.Id)).Select(permission => $"The permission {permission.Id} is not module.verb in kebab case."));
}

using AgencyCMS.Modularity.Tenants;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Modularity.Tests.Tenants;

public sealed class TenantResolutionTests
{
    private readonly TenantResolution _resolution;

    public TenantResolutionTests()
    {
        var directory = new TenantDirectory();
        directory.Replace(
        [
            new Tenant { Id = new TenantId(1), Name = "office", Title = "", Kind = TenantKind.CountyOffice, State = TenantState.Running },
            new Tenant { Id = new TenantId(2), Name = "finance", Title = "", Kind = TenantKind.Department, State = TenantState.Running, Prefix = "finance", Hosts = ["czj.example"] },
            new Tenant { Id = new TenantId(3), Name = "fin", Title = "", Kind = TenantKind.Department, State = TenantState.Running, Prefix = "fin" },
        ]);
        _resolution = new TenantResolution(directory, ["localhost"]);
    }

    [Theory]
    [InlineData("czj.example", "/", "finance", "")]
    [InlineData("CZJ.Example", "/fin/page", "finance", "")]
    [InlineData("localhost", "/finance", "finance", "/finance")]
    [InlineData("localhost", "/Finance/page", "finance", "/finance")]
    [InlineData("localhost", "/fin/page", "fin", "/fin")]
    [InlineData("localhost", "/financial", "office", "")]
    [InlineData("localhost", "/admin/finance", "office", "")]
    [InlineData("localhost", "//finance", "office", "")]
    [InlineData("localhost", "", "office", "")]
    public void Request_FindsItsTenant(string host, string path, string tenant, string prefix)
    {
        // Act
        var found = _resolution.Resolve(host, new PathString(path));

        // Assert
        Assert.Equal((tenant, prefix), (found?.Tenant.Name, found?.Prefix.Value));
    }

    [Property(Arbitrary = [typeof(Requests)], MaxTest = 500)]
    public void UnknownHost_HasNoTenantWhateverThePath(Request request)
    {
        // Act
        var found = _resolution.Resolve("stranger.example", request.Path);

        // Assert
        Assert.Null(found);
    }

    [Property(Arbitrary = [typeof(Requests)], MaxTest = 500)]
    public void OwnHost_LeadsToItsTenantWhateverThePath(Request request)
    {
        // Act
        var found = _resolution.Resolve("czj.example", request.Path);

        // Assert
        Assert.Equal("finance", found?.Tenant.Name);
    }

    [Property(Arbitrary = [typeof(Requests)], MaxTest = 500)]
    public void DefaultHost_LeadsToTheTenantOfTheWholeFirstSegment(Request request)
    {
        // Arrange
        var first = request.Path.Value!.Split('/')[1].ToLowerInvariant(); // it begins with a slash

        // Act
        var found = _resolution.Resolve("localhost", request.Path);

        // Assert
        Assert.Equal(first is "finance" or "fin" ? first : "office", found?.Tenant.Name);
    }

    /// <summary>What is asked for.</summary>
    public sealed record Request(PathString Path);

    /// <summary>Makes paths in which the names of tenants stand at all places.</summary>
    public static class Requests
    {
        private static readonly Gen<string> Segments = Gen.Elements("finance", "fin", "FINANCE", "financial", "office", "page", "", ".", "%2e", "财政");

        public static Arbitrary<Request> All() => Segments.NonEmptyListOf().Select(segments => new Request(new PathString("/" + string.Join('/', segments)))).ToArbitrary();
    }
}

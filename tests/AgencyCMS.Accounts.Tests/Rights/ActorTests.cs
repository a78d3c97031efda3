using System.Net;
using AgencyCMS.Accounts.Domain;
using AgencyCMS.Accounts.Tests.Fixtures;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Accounts.Tests.Rights;

[Collection(OnSqlite.Name)]
public sealed class ActorOnSqliteTests(SqliteCounty shared) : ActorTests(shared.County);

[Collection(OnPostgreSql.Name)]
public sealed class ActorOnPostgreSqlTests(PostgreSqlCounty shared) : ActorTests(shared.County);

public abstract class ActorTests(County county)
{
    [Fact]
    public async Task Actor_OfAScopeOpenedForAService_IsThatService()
    {
        // Arrange
        await using var scope = county.Host.Services.GetRequiredService<TenantScopes>().Open(county.Finance, Actor.Service("nightly"));

        // Act
        var actor = await scope.ServiceProvider.GetRequiredService<IActorSource>().GetAsync();

        // Assert
        Assert.Equal("system:nightly", actor.Name);
        Assert.True(actor.IsSystem);
    }

    [Fact]
    public async Task Actor_OfAScopeThatNobodyClaimed_MayDoNothing()
    {
        // Arrange
        await using var scope = county.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(county.Finance);

        // Act
        var actor = await scope.ServiceProvider.GetRequiredService<IActorSource>().GetAsync();

        // Assert
        Assert.Equal(Actor.Anonymous, actor);
    }

    [Fact]
    public async Task Actor_WithACountysPermissionInAnAgencysRole_DoesNotHoldIt()
    {
        // Arrange
        await using (var db = county.Host.Services.GetRequiredService<StoreSessions>().Open(county.Twin.Id))
        {
            db.Add(new Role { Name = "Usurper", Description = "", PermissionIds = [AccountPermissions.Manage, AccountPermissions.ManageMembers] });
            await db.SaveChangesAsync();
        }
        using var browser = await county.SignInAsAsync(county.Twin, "Usurper");

        // Act
        var (own, countys) = (await browser.StatusAsync("admin/members"), await browser.StatusAsync("admin/accounts"));

        // Assert
        Assert.Equal(HttpStatusCode.OK, own);
        Assert.Equal(HttpStatusCode.Forbidden, countys);
    }

    [Fact]
    public async Task Role_LosingAPermission_LosesItForTheNextRequest()
    {
        // Arrange
        await using var db = county.Host.Services.GetRequiredService<StoreSessions>().Open(county.Twin.Id);
        var role = new Role { Name = "Helper", Description = "", PermissionIds = [AccountPermissions.ManageMembers] };
        db.Add(role);
        await db.SaveChangesAsync();
        using var browser = await county.SignInAsAsync(county.Twin, "Helper");
        var before = await browser.StatusAsync("admin/members");

        // Act
        role.PermissionIds = [];
        await db.SaveChangesAsync();

        // Assert
        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/members"));
    }

    [Fact]
    public async Task Role_OfTheNeighbourWithTheSameName_GivesNothingHere()
    {
        // Arrange
        await using (var db = county.Host.Services.GetRequiredService<StoreSessions>().Open(county.Twin.Id))
        {
            db.Add(new Role { Name = "OnlyAtTwin", Description = "", PermissionIds = [AccountPermissions.ManageMembers] });
            await db.SaveChangesAsync();
        }
        using var browser = await county.SignInAsAsync(county.Finance, "OnlyAtTwin");

        // Act, Assert
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("admin/members"));
    }

    [Fact]
    public async Task Officer_WhoManagesSites_EntersNoneWithoutAMembership()
    {
        // Arrange
        var officer = await county.AddPersonAsync(county.Office, "CountyOfficer");
        using var browser = await county.SignInAsync(officer);

        // Act, Assert
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("/finance/admin"));
    }
}

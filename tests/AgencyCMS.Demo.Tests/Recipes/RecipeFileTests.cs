using System.Text.Json.Nodes;
using AgencyCMS.Modularity.Tenants;
using Xunit;
using static AgencyCMS.Demo.Tests.Recipes.RecipeFiles;

namespace AgencyCMS.Demo.Tests.Recipes;

public sealed class RecipeFileTests
{
    [Fact]
    public void Recipes_AllFiles_AreNamedAsTheyLie() => Assert.All(All, recipe => Assert.Equal(recipe.Key, recipe.Value.Descriptor.Name));

    [Fact]
    public void Recipes_ThatRunOthers_FindThem()
    {
        // Act
        var called = All.Values.SelectMany(recipe => recipe.Steps).OfType<JsonObject>().Where(step => Text(step, "name") == "recipes").SelectMany(step => Objects(step["Values"])).Select(value => Text(value, "name"));
        var ofTenants = DemoTenants.SelectMany(tenant => Texts(tenant["Recipes"]).Append(Text(tenant, "Recipe")));

        // Assert
        Assert.All(called.Concat(ofTenants), name => Assert.Contains(name, All.Keys));
    }

    [Theory]
    [InlineData("county")]
    [InlineData("agency")]
    [InlineData("township")]
    [InlineData("demo-county")]
    public void SetupRecipe_Envelope_IsOfferedAtSetUp(string name) => Assert.True(All[name].Descriptor.IsSetupRecipe);

    [Fact]
    public void Tenants_AllNamesPrefixesAndHosts_AreAllowed() => Assert.All(DemoTenants, tenant =>
    {
        Assert.Empty(TenantNames.CheckName(Text(tenant, "Name")));
        Assert.Empty(TenantNames.CheckPrefix(Text(tenant, "Prefix")));
        Assert.Empty(Texts(tenant["Hosts"]).SelectMany(TenantNames.CheckHost));
    });

    [Fact]
    public void Accounts_Memberships_NameTenantsAndTheirRoles()
    {
        // Arrange
        var recipes = DemoTenants.ToDictionary(tenant => Text(tenant, "Name"), tenant => Text(tenant, "Recipe"));
        recipes.Add("county-office", "county");

        // Assert
        foreach (var membership in DemoAccounts.SelectMany(account => Objects(account["Memberships"])))
        {
            var roles = Objects(Step(recipes[Text(membership, "Tenant")], "Roles")["Roles"]).Select(role => Text(role, "Name"));
            Assert.Subset(roles.ToHashSet(), Texts(membership["Roles"]).ToHashSet());
        }
    }

    [Fact]
    public void Recipes_AllSteps_HoldNoPasswords() => Assert.All(All.Values.SelectMany(recipe => recipe.Steps), step => Assert.DoesNotContain("password", step!.ToJsonString(), StringComparison.OrdinalIgnoreCase));
}

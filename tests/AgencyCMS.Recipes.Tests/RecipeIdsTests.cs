using FsCheck.Xunit;

namespace AgencyCMS.Recipes.Tests;

public sealed class RecipeIdsTests
{
    [Property]
    public void Id_OfAnyGuid_IsWellFormed(Guid guid) => Assert.True(RecipeIds.IsWellFormed(RecipeIds.FromGuid(guid)));

    [Property]
    public void Ids_AreEqual_OnlyForEqualGuids(Guid one, Guid other) =>
        Assert.Equal(one == other, RecipeIds.FromGuid(one) == RecipeIds.FromGuid(other));

    [Theory]
    [InlineData("4jg4dmxxvyp9v5v6p3zjh9g74b", true)]
    [InlineData("4JG4dmxxvyp9v5v6p3zjh9g74b", false)]
    [InlineData("4jg4dmxxvyp9v5v6p3zjh9g74u", false)]
    [InlineData("short", false)]
    [InlineData(null, false)]
    public void WellFormed_IsTrue_ForOrchardIdsOnly(string? id, bool expected) => Assert.Equal(expected, RecipeIds.IsWellFormed(id));
}

using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Modularity.Tests.Features;

public sealed class FeatureCatalogueTests
{
    private readonly FeatureCatalogue _features = new(
    [
        Feature("base") with { IsAlwaysEnabled = true },
        Feature("content", "base"),
        Feature("catalogue", "content"),
        Feature("left", "right"),
        Feature("right", "left"),
        Feature("console") with { CountyOnly = true },
        Feature("board", "console"),
    ]);

    [Fact]
    public void Enable_BringsWhatTheFeatureDependsOn()
    {
        // Act
        var enabled = _features.Enable(TenantKind.Department, [], ["catalogue"]);

        // Assert
        Assert.Equal(["base", "catalogue", "content"], enabled.Value.Order());
    }

    [Fact]
    public void Enable_OfFeaturesThatNeedEachOther_BringsBoth()
    {
        // Act
        var enabled = _features.Enable(TenantKind.Department, [], ["left"]);

        // Assert
        Assert.Equal(["left", "right"], enabled.Value.Order());
    }

    [Fact]
    public void Enable_OfTheCountysFeatureAtAnAgency_IsRefused()
    {
        // Act
        var outcome = _features.Enable(TenantKind.Department, [], ["console"]);

        // Assert
        Assert.Equal("features.county-only", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void Enable_OfWhatDependsOnTheCountysFeature_IsRefusedAtAnAgency()
    {
        // Act
        var outcome = _features.Enable(TenantKind.Department, [], ["board"]);

        // Assert
        Assert.Equal("features.county-only", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void Enable_OfTheCountysFeatureAtTheCounty_IsDone()
    {
        // Act
        var enabled = _features.Enable(TenantKind.CountyOffice, [], ["board"]);

        // Assert
        Assert.Equal(["board", "console"], enabled.Value.Order());
    }

    [Fact]
    public void Enable_OfSeveralThatCannotBe_SaysAllReasons()
    {
        // Act
        var outcome = _features.Enable(TenantKind.Department, [], ["nowhere", "console"]);

        // Assert
        Assert.Equal(["features.unknown", "features.county-only"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Disable_OfWhatAnotherNeeds_IsRefused()
    {
        // Act
        var outcome = _features.Disable(["base", "content", "catalogue"], ["content"]);

        // Assert
        Assert.Equal("features.needed-by", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void Disable_TogetherWithWhatNeedsIt_IsDone()
    {
        // Act
        var enabled = _features.Disable(["base", "content", "catalogue"], ["content", "catalogue"]);

        // Assert
        Assert.Equal(["base"], enabled.Value);
    }

    [Fact]
    public void Disable_OfWhatIsAlwaysOn_IsRefused()
    {
        // Act
        var outcome = _features.Disable(["base"], ["base"]);

        // Assert
        Assert.Equal("features.always-enabled", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void Catalogue_WithTwoFeaturesOfOneId_CannotBeMade()
    {
        // Act, Assert
        Assert.Throws<ArgumentException>(() => new FeatureCatalogue([Feature("same"), Feature("same")]));
    }

    private static FeatureDescriptor Feature(string id, params string[] dependencies) =>
        new() { Id = id, Name = id, Description = "", Category = "", ModuleId = id, Dependencies = [.. dependencies] };
}

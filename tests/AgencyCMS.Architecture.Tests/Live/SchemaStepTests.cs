using System.Globalization;
using System.Reflection;
using AgencyCMS.Data.Schema;
using FluentMigrator;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class SchemaStepTests(LiveHost host)
{
    private IEnumerable<Type> Steps => host.Services.GetServices<SchemaAssembly>().Select(item => item.Assembly).Distinct()
        .SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsAbstract: false } && typeof(IMigration).IsAssignableFrom(type));

    [Fact]
    public void Step_IsTaggedWithExactlyOneStore()
    {
        // Act
        var breaches = WithoutStore(Steps);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Step_HasANumberOfItsOwn()
    {
        // Act
        var breaches = SharedNumbers(Steps);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Step_IsNamedAfterItsNumber()
    {
        // Act
        var breaches = Misnamed(Steps);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Step_ThatBreaksTheRules_IsABreachOfEach()
    {
        // Arrange
        Type[] steps = [typeof(S9991_Good), typeof(Misnumbered)];

        // Act
        var breaches = WithoutStore(steps).Concat(SharedNumbers(steps)).Concat(Misnamed(steps)).ToList();

        // Assert
        Assert.Equal(3, breaches.Count);
        Assert.All(breaches, breach => Assert.Contains(nameof(Misnumbered), breach, StringComparison.Ordinal));
    }

    [Fact]
    public void Assembly_WithSteps_IsRegistered()
    {
        // Arrange
        var registered = host.Services.GetServices<SchemaAssembly>().Select(item => item.Assembly).ToHashSet();

        // Act
        var breaches = WithStepsThatNobodyRuns(host.Modules.Select(module => module.Assembly), registered);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Assembly_WithStepsThatNobodyRuns_IsABreach()
    {
        // Act: this assembly has the steps below, that of xunit has none.
        var breach = Assert.Single(WithStepsThatNobodyRuns([typeof(SchemaStepTests).Assembly, typeof(FactAttribute).Assembly], []));

        // Assert
        Assert.StartsWith("AgencyCMS.Architecture.Tests has schema steps", breach, StringComparison.Ordinal);
    }

    private static IEnumerable<string> WithStepsThatNobodyRuns(IEnumerable<Assembly> assemblies, HashSet<Assembly> registered) =>
        assemblies.Where(assembly => !registered.Contains(assembly) && assembly.GetTypes().Any(typeof(IMigration).IsAssignableFrom))
            .Select(assembly => $"{assembly.GetName().Name} has schema steps that nobody runs: its Startup must call AddSchemaSteps.");

    private static IEnumerable<string> WithoutStore(IEnumerable<Type> steps) =>
        steps.Where(step => step.GetCustomAttributes<TagsAttribute>().SelectMany(tags => tags.TagNames).ToList() is not [SchemaStore.County or SchemaStore.Tenant])
            .Select(step => $"{step.FullName} does not name exactly one store.");

    private static IEnumerable<string> SharedNumbers(IEnumerable<Type> steps) =>
        steps.GroupBy(NumberOf).Where(group => group.Count() > 1).Select(group => $"The number {group.Key} is given to {string.Join(" and ", group.Select(step => step.FullName))}.");

    private static IEnumerable<string> Misnamed(IEnumerable<Type> steps) =>
        steps.Where(step => !step.Name.StartsWith("S" + (NumberOf(step) % 10_000).ToString("D4", CultureInfo.InvariantCulture) + "_", StringComparison.Ordinal))
            .Select(step => $"{step.FullName} is not named after its number.");

    private static long NumberOf(Type step) => step.GetCustomAttribute<MigrationAttribute>()!.Version; // a step without one is none

    [Migration(2026_11_22_9991)]
    [Tags(SchemaStore.Tenant)]
    private sealed class S9991_Good : ForwardOnlyMigration
    {
        public override void Up()
        {
        }
    }

    [Migration(2026_11_22_9991)]
    private sealed class Misnumbered : ForwardOnlyMigration
    {
        public override void Up()
        {
        }
    }
}

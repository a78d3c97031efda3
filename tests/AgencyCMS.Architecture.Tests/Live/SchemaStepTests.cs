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
        var breaches = Steps.Where(step => step.GetCustomAttributes<TagsAttribute>().SelectMany(tags => tags.TagNames).ToList() is not [SchemaStore.County or SchemaStore.Tenant])
            .Select(step => $"{step.FullName} does not name exactly one store.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Step_HasANumberOfItsOwn()
    {
        // Act
        var breaches = Steps.GroupBy(step => step.GetCustomAttribute<MigrationAttribute>()!.Version).Where(group => group.Count() > 1)
            .Select(group => $"The number {group.Key} is given to {string.Join(" and ", group.Select(step => step.FullName))}.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Step_IsNamedAfterItsNumber()
    {
        // Act
        var breaches = Steps.Where(step => !step.Name.StartsWith("S" + (step.GetCustomAttribute<MigrationAttribute>()!.Version % 10_000).ToString("D4", CultureInfo.InvariantCulture) + "_", StringComparison.Ordinal))
            .Select(step => $"{step.FullName} is not named after its number.");

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Assembly_WithSteps_IsRegistered()
    {
        // Arrange
        var registered = host.Services.GetServices<SchemaAssembly>().Select(item => item.Assembly).ToHashSet();

        // Act
        var breaches = host.Modules.Select(module => module.Assembly).Where(assembly => !registered.Contains(assembly) && assembly.GetTypes().Any(typeof(IMigration).IsAssignableFrom))
            .Select(assembly => $"{assembly.GetName().Name} has schema steps that nobody runs: its Startup must call AddSchemaSteps.");

        // Assert
        Rule.HasNoBreach(breaches);
    }
}

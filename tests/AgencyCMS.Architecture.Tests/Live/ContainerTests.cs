using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Features;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyCMS.Architecture.Tests.Live;

[Collection(LiveHostCollection.Name)]
public sealed class ContainerTests(LiveHost host)
{
    private static readonly Type[] OfOneTenant = [typeof(TenantContext), typeof(Tenant), typeof(TenantDb), typeof(CountyDb), typeof(IActorSource), typeof(IFeatureServices<>)];

    [Fact]
    public void Singleton_DoesNotKeepATenant()
    {
        // Act
        var breaches = host.Registrations.Where(service => service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false, ImplementationType: not null })
            .SelectMany(service => service.ImplementationType!.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .Where(parameter => OfOneTenant.Contains(Plain(parameter.ParameterType)))
                .Select(parameter => $"The singleton {service.ImplementationType} takes {parameter.ParameterType.Name}."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Contribution_IsAskedForThroughTheFeatureDoorAlone()
    {
        // Arrange
        var contracts = host.Services.GetServices<Contribution>().Select(contribution => contribution.Contract).ToHashSet();

        // Act
        var breaches = host.Registrations.Where(service => service is { IsKeyedService: false, ImplementationType: not null })
            .SelectMany(service => service.ImplementationType!.GetConstructors().SelectMany(constructor => constructor.GetParameters())
                .Where(parameter => parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) && contracts.Contains(type.GenericTypeArguments[0]))
                .Select(parameter => $"{service.ImplementationType} takes {parameter.ParameterType} past the feature door."));

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Testing")]
    public async Task Scopes_AreValidatedInEveryEnvironment(string environment)
    {
        // Arrange
        await using var other = await TestHost<Program>.StartAsync(options => options.Environment = environment);

        // Act
        var resolve = () => other.Services.GetRequiredService<TenantContext>();

        // Assert
        Assert.Throws<InvalidOperationException>(resolve);
    }

    private static Type Plain(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}

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
        var breaches = SingletonsThatKeepATenant(host.Registrations);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Singleton_ThatKeepsATenant_IsABreach()
    {
        // Act
        var breach = Assert.Single(SingletonsThatKeepATenant([ServiceDescriptor.Singleton<ForgetfulService, ForgetfulService>(), ServiceDescriptor.Scoped<ForgetfulService, ForgetfulService>()]));

        // Assert
        Assert.Contains(nameof(ForgetfulService), breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Contribution_IsAskedForThroughTheFeatureDoorAlone()
    {
        // Arrange
        var contracts = host.Services.GetServices<Contribution>().Select(contribution => contribution.Contract).ToHashSet();

        // Act
        var breaches = PastTheFeatureDoor(host.Registrations, contracts);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Fact]
    public void Contribution_AskedForPastTheFeatureDoor_IsABreach()
    {
        // Act
        var breach = Assert.Single(PastTheFeatureDoor([ServiceDescriptor.Scoped<CuriousService, CuriousService>()], [typeof(ISample)]));

        // Assert
        Assert.Contains(nameof(CuriousService), breach, StringComparison.Ordinal);
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

    private static IEnumerable<string> SingletonsThatKeepATenant(IEnumerable<ServiceDescriptor> services) =>
        services.Where(service => service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false, ImplementationType: not null })
            .SelectMany(service => Needs(service).Where(need => OfOneTenant.Contains(Plain(need))).Select(need => $"The singleton {service.ImplementationType} takes {need.Name}."));

    private static IEnumerable<string> PastTheFeatureDoor(IEnumerable<ServiceDescriptor> services, HashSet<Type> contracts) =>
        services.Where(service => service is { IsKeyedService: false, ImplementationType: not null })
            .SelectMany(service => Needs(service)
                .Where(need => need.IsGenericType && need.GetGenericTypeDefinition() == typeof(IEnumerable<>) && contracts.Contains(need.GenericTypeArguments[0]))
                .Select(need => $"{service.ImplementationType} takes {need} past the feature door."));

    private static IEnumerable<Type> Needs(ServiceDescriptor service) =>
        service.ImplementationType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType); // asked for with a type alone

    private static Type Plain(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private interface ISample;

    private sealed class ForgetfulService(TenantContext tenant)
    {
        public TenantContext Tenant => tenant;
    }

    private sealed class CuriousService(IEnumerable<ISample> samples)
    {
        public IEnumerable<ISample> Samples => samples;
    }
}

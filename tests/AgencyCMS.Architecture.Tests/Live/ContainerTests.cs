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
        var breach = Assert.Single(
            SingletonsThatKeepATenant([ServiceDescriptor.Singleton<ForgetfulService, ForgetfulService>(), ServiceDescriptor.Scoped<ForgetfulService, ForgetfulService>()]));

        // Assert
        Assert.Contains(nameof(ForgetfulService), breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Singleton_WhoseFactoryAsksForATenant_IsABreach()
    {
        // Act
        var breach = Assert.Single(
            SingletonsThatKeepATenant([ServiceDescriptor.Singleton(provider => new ForgetfulService(provider.GetRequiredService<TenantContext>()))]));

        // Assert
        Assert.Contains(nameof(TenantContext), breach, StringComparison.Ordinal);
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

    [Fact]
    public void Contribution_AskedForByAFactoryPastTheFeatureDoor_IsABreach()
    {
        // Act
        var breach = Assert.Single(PastTheFeatureDoor([ServiceDescriptor.Scoped(provider => new CuriousService(provider.GetServices<ISample>()))], [typeof(ISample)]));

        // Assert
        Assert.Contains(nameof(ISample), breach, StringComparison.Ordinal);
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

    private IEnumerable<string> SingletonsThatKeepATenant(IEnumerable<ServiceDescriptor> services) =>
        services.Where(service => service is { Lifetime: ServiceLifetime.Singleton, IsKeyedService: false })
            .SelectMany(service => Needs(service).Where(need => OfOneTenant.Contains(Plain(need))).Select(need => $"The singleton {Name(service)} takes {need.Name}."));

    private IEnumerable<string> PastTheFeatureDoor(IEnumerable<ServiceDescriptor> services, HashSet<Type> contracts) =>
        services.Where(service => !service.IsKeyedService)
            .SelectMany(service => Needs(service)
                .Where(need => need.IsGenericType && need.GetGenericTypeDefinition() == typeof(IEnumerable<>) && contracts.Contains(need.GenericTypeArguments[0]))
                .Select(need => $"{Name(service)} takes {need} past the feature door."));

    /// <summary>What the constructor takes, or what our own factory asks for when it makes one.</summary>
    private IEnumerable<Type> Needs(ServiceDescriptor service)
    {
        if (service.ImplementationType is { } type)
        {
            return type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);
        }
        if (service.ImplementationFactory is not { } factory || factory.Method.DeclaringType?.FullName?.StartsWith("AgencyCMS.", StringComparison.Ordinal) is not true)
        {
            return [];
        }
        using var scope = host.Scope();
        var listening = new ListeningProvider(scope.ServiceProvider);
        factory(listening);
        return listening.AskedFor;
    }

    private static string Name(ServiceDescriptor service) => (service.ImplementationType ?? service.ServiceType).ToString();

    private static Type Plain(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>Notes what a factory asks for.</summary>
    private sealed class ListeningProvider(IServiceProvider inner) : IServiceProvider
    {
        public List<Type> AskedFor { get; } = [];

        public object? GetService(Type serviceType)
        {
            AskedFor.Add(serviceType);
            return inner.GetService(serviceType);
        }
    }

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

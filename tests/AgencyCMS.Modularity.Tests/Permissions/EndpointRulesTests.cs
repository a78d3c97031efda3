using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AgencyCMS.Modularity.Tests.Permissions;

public sealed class EndpointRulesTests
{
    private static readonly Permission Edit = new("board.edit", "Write on the board.");

    [Fact]
    public void Endpoints_ThatSayWhoMayCallThem_Pass()
    {
        // Arrange
        Endpoint[] endpoints = [At("/a", new PublicAccessAttribute()), At("/b", new SignedInAttribute()), At("/c", new RequirePermissionAttribute(Edit.Id))];

        // Act, Assert
        EndpointRules.Check(endpoints, [Edit]);
    }

    [Fact]
    public void Endpoint_ThatSaysNothing_IsNamed()
    {
        // Act
        var fault = Assert.Throws<InvalidOperationException>(() => EndpointRules.Check([At("/a")], [Edit]));

        // Assert
        Assert.Contains("/a (/a) declares no permission and is not public.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_ThatIsPublicAndRestricted_IsNamed()
    {
        // Act
        var fault = Assert.Throws<InvalidOperationException>(() => EndpointRules.Check([At("/a", new PublicAccessAttribute(), new SignedInAttribute())], [Edit]));

        // Assert
        Assert.Contains("/a (/a) is both public and restricted.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_WithAPermissionThatNobodyDeclared_IsNamed()
    {
        // Act
        var fault = Assert.Throws<InvalidOperationException>(() => EndpointRules.Check([At("/a", new RequirePermissionAttribute("board.wipe"))], [Edit]));

        // Assert
        Assert.Contains("needs the unknown permission board.wipe", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_WithFaults_AreNamedAtOnce()
    {
        // Act
        var fault = Assert.Throws<InvalidOperationException>(() => EndpointRules.Check([At("/a"), At("/b")], []));

        // Assert
        Assert.Equal(3, fault.Message.Split('\n').Length);
    }

    private static RouteEndpoint At(string pattern, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(metadata), pattern);
}

using AgencyCMS.Tenants.Tests.Fixtures;

namespace AgencyCMS.Tenants.Tests.Lifecycle;

public sealed class TenantResolutionTests(SqliteCounty fixture) : IClassFixture<SqliteCounty>
{
    private readonly County _county = fixture.County;

    [Theory]
    [InlineData("/")]
    [InlineData("/admin")]
    [InlineData("/setup")]
    [InlineData("/no/such/page?x=1")]
    public async Task UnknownHost_GetsTheSameBareAnswerWhateverItAsks(string path)
    {
        // Act
        var (status, body, headers) = await AskAsync("stranger.example", path);

        // Assert
        var (_, _, others) = await AskAsync("another.example", "/something");
        Assert.Equal((404, ""), (status, body));
        Assert.Equal(others, headers);
        Assert.DoesNotContain(headers, header => header.Contains("AgencyCMS", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(int Status, string Body, IReadOnlyList<string> Headers)> AskAsync(string host, string path)
    {
        using var client = _county.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{host}{path}"));
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), [.. answer.Headers.Concat(answer.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order()]);
    }
}

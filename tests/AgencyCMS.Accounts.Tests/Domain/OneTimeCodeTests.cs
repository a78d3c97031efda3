using AgencyCMS.Accounts.Domain;

namespace AgencyCMS.Accounts.Tests.Domain;

public sealed class OneTimeCodeTests
{
    // The secret of RFC 6238, appendix B ("12345678901234567890"), in base 32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Code_OfTheStandardsExamples_IsTheirs(long seconds, string expected)
    {
        // Act
        var code = OneTimeCode.Now(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds));

        // Assert
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Code_OfAClockThatDiffers_IsAcceptedForOneStep(int secondsOff, bool isAccepted)
    {
        // Arrange
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = OneTimeCode.Now(Secret, now.AddSeconds(secondsOff));

        // Act, Assert
        Assert.Equal(isAccepted, OneTimeCode.Match(Secret, code, now, lastStep: 0) is not null);
    }

    [Fact]
    public void Code_OfAStepThatWasUsed_IsRefused()
    {
        // Arrange
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = OneTimeCode.Now(Secret, now);
        var used = OneTimeCode.Match(Secret, code, now, lastStep: 0)!.Value;

        // Act, Assert
        Assert.Null(OneTimeCode.Match(Secret, code, now, used));
    }

    [Fact]
    public void Secret_NewlyMade_Has160Bits()
    {
        // Act, Assert
        Assert.Equal(32, OneTimeCode.NewSecret().Length);
    }
}

using AgencyCMS.Disclosure.Domain;
using FsCheck.Xunit;

namespace AgencyCMS.Disclosure.Tests.Domain;

public sealed class IndexNumberPatternTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData("{code}/{yyyy}-{nnnnn}", "11341702486344515H/2026-00007")]
    [InlineData("{code}/{yyyyMM}-{nnnnn}", "11341702486344515H/202611-00007")]
    [InlineData("{yyyyMMdd}{nnn}", "20261122007")]
    public void Write_FromThePatternsOfLiveSites_IsTheirNumber(string pattern, string expected)
    {
        // Act
        var number = IndexNumberPattern.Parse(pattern)!.Write("11341702486344515H", Day, 7);

        // Assert
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("{code}/{yyyy}")]
    [InlineData("{code}-{nnn}-{nnn}")]
    [InlineData("{year}-{nnn}")]
    public void Parse_WithoutExactlyOneSerialOrWithAnUnknownPlaceholder_IsRefused(string pattern) => Assert.Null(IndexNumberPattern.Parse(pattern));

    [Fact]
    public void PeriodOf_AYearlyPattern_IsTheYear() => Assert.Equal("2026", IndexNumberPattern.Parse(IndexNumberPattern.Default)!.PeriodOf(Day));

    [Fact]
    public void Write_WithoutOrganisationCode_LeavesNoSeparatorInFront() =>
        Assert.Equal("2026-00001", IndexNumberPattern.Parse(IndexNumberPattern.Default)!.Write("", Day, 1));

    [Property]
    public bool Write_OfTwoSerials_IsTheSameNumberOnlyForTheSameSerial(ushort one, ushort other)
    {
        var pattern = IndexNumberPattern.Parse(IndexNumberPattern.Default)!;
        return (pattern.Write("A", Day, one) == pattern.Write("A", Day, other)) == (one == other);
    }
}

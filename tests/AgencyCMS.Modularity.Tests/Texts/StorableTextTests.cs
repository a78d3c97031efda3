using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Modularity.Tests.Texts;

public sealed class StorableTextTests
{
    public static TheoryData<string, string?> Texts { get; } = new()
    {
        { "关于放假的通知\r\n\t𠮷", null },
        { "", null },
        { "\uFEFF\uFFFD\u00A0", null },
        { "a\0", "U+0000" },
        { "a\u001F", "U+001F" },
        { "\uFFFE", "U+FFFE" },
        { "\uFFFF", "U+FFFF" },
        { @"x\ud842", "U+D842" },
        { @"\udfb7x", "U+DFB7" },
        { @"\udfb7\ud842", "U+DFB7" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void FindFault_NamesTheFirstCharacterThatCannotBeKept(string text, string? expected)
    {
        // Act
        var fault = StorableText.FindFault(System.Text.RegularExpressions.Regex.Unescape(text)); // halves of pairs do not survive the runner

        // Assert
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Show_OfAFaultyText_CanBeKept()
    {
        // Act
        var shown = StorableText.Show("a\0\ud842𠮷\uFFFE");

        // Assert
        Assert.Equal("a\uFFFD\uFFFD𠮷\uFFFD", shown);
    }
}

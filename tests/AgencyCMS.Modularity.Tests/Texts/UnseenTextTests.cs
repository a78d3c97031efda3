using System.Text.RegularExpressions;
using AgencyCMS.Modularity.Texts;

namespace AgencyCMS.Modularity.Tests.Texts;

public sealed class UnseenTextTests
{
    // Written as escapes: nobody sees them here either.
    [Theory]
    [InlineData(@"关于放假的通知", null)]
    [InlineData(@"ab\u202E", "U+202E at 3")]
    [InlineData(@"𠮷\u2066a\u2069", "U+2066 at 2")]
    [InlineData(@"a\u200Fb", "U+200F at 2")]
    [InlineData(@"a\u061Cb", "U+061C at 2")]
    [InlineData(@"a\u2028b", "U+2028 at 2")]
    [InlineData(@"a\u0085b", "U+0085 at 2")]
    [InlineData(@"a\u3164b", "U+3164 at 2")]
    [InlineData(@"a\uDB40\uDC41b", "U+E0041 at 2")]
    [InlineData(@"a\u200Bb", "U+200B at 2")]
    [InlineData(@"放\u200D假", "U+200D at 2")]
    [InlineData(@"a\t\r\nb\u00A0c\u3000d", null)]
    [InlineData(@"\uD83D\uDC68\u200D\uD83D\uDC69\u200D\u2764\uFE0F", null)]
    [InlineData(@"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", null)]
    [InlineData(@"\u0915\u094D\u200D\u0937", null)]
    [InlineData(@"\u182A\u180E\u1820", null)]
    [InlineData(@"葛\uDB40\uDD00 \u2764\uFE0F \u2FF0亻尔", null)]
    public void FindUnseen_NamesTheFirstCharacterThatNobodySeesAndItsPlace(string text, string? expected)
    {
        // Act
        var found = StorableText.FindUnseen(Regex.Unescape(text));

        // Assert
        Assert.Equal(expected, found is var (character, place) ? $"{character} at {place}" : null);
    }

    [Theory]
    [InlineData(@"\uFEFF关于\u200B放\u00AD假\u2060的通知\u200D", "关于放假的通知")]
    [InlineData(@"a\u202Eb", @"a\u202Eb")]
    [InlineData(@"\u0645\u06CC\u200C\u062E\u0648\u200B", @"\u0645\u06CC\u200C\u062E\u0648")]
    [InlineData("关于\u00A0放假", "关于\u00A0放假")]
    public void Tidy_TakesOutAccidentsAndNothingElse(string text, string expected)
    {
        // Act
        var tidy = StorableText.Tidy(Regex.Unescape(text));

        // Assert
        Assert.Equal(Regex.Unescape(expected), tidy);
    }
}

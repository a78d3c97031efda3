using AgencyCMS.Search.Engine.Text;

namespace AgencyCMS.Search.Tests.Engine.Text;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("徐办〔2010〕15号")]
    [InlineData("徐办[2010]15号")]
    [InlineData("徐办(2010) 15 号")]
    [InlineData("徐办【2010】15号")]
    [InlineData("徐办（２０１０）１５号")]
    public void NumberText_SameNumberWrittenOtherwise_IsEqual(string number)
    {
        Assert.Equal("徐办201015号", NumberText.Normalise(number));
    }
}

using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Modularity.Tests.Problems;

public sealed class OutcomeTests
{
    private static readonly Problem First = Problem.Refused("test.first", "“{0}” cannot be.", "It");
    private static readonly Problem Second = Problem.Invalid("test.second", "Field", "Neither can this.");

    [Fact]
    public void Outcome_ThatNobodyMade_IsDone()
    {
        // Act
        var outcome = default(Outcome);

        // Assert
        Assert.False(outcome.IsRefused);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public void Refusal_KeepsEveryReasonInOrder()
    {
        // Act
        var outcome = Outcome.Refused([First, Second]);

        // Assert
        Assert.Equal(["test.first", "test.second"], outcome.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Value_OfARefusal_ThrowsWithTheReason()
    {
        // Arrange
        Outcome<int> outcome = First;

        // Act
        var fault = Assert.Throws<InvalidOperationException>(() => outcome.Value);

        // Assert
        Assert.Equal("Refused: “It” cannot be.", fault.Message);
    }

    [Fact]
    public void TryGet_OfAValue_GivesIt()
    {
        // Arrange
        Outcome<int> outcome = 7;

        // Act
        var isDone = outcome.TryGet(out var value);

        // Assert
        Assert.Equal((true, 7), (isDone, value));
    }

    [Fact]
    public void WithoutValue_OfARefusal_KeepsItsReasons()
    {
        // Act
        var outcome = Outcome.Refused<int>([First, Second]).WithoutValue();

        // Assert
        Assert.Equal(["test.first", "test.second"], outcome.Problems.Select(problem => problem.Code));
    }
}

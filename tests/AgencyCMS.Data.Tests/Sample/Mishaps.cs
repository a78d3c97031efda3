using AgencyCMS.Data.Changes;

namespace AgencyCMS.Data.Tests.Sample;

/// <summary>What goes wrong in a test's consumers, and when.</summary>
internal sealed class Mishaps
{
    /// <summary>Called at every step of a consumer; throws what the test wants.</summary>
    public Action<ConsumerStep, IReadOnlyList<Change>> At { get; set; } = (_, _) => { };
}

/// <summary>Points of a consumer's work between which a process can be stopped.</summary>
internal enum ConsumerStep
{
    ReadPosition,
    BeforeApply,
    BeforeCommit,
    AfterCommit,
}

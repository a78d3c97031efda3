using AgencyCMS.Data.Changes;

namespace AgencyCMS.Data.Tests.Sample;

internal static class SampleChanges
{
    public static Change Of(string subject, string data = "{}") => new()
    {
        Kind = "sample.changed",
        SubjectId = subject,
        Data = data,
        Actor = "zhang",
        OccurredAt = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero),
    };
}

using AgencyCMS.Operations.Storage;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Operations.ListJobs;

internal static class OutcomeWords
{
    public static string Of(IStringLocalizer localizer, JobOutcome outcome) => outcome switch
    {
        JobOutcome.Running => localizer["Running"],
        JobOutcome.Succeeded => localizer["Done"],
        JobOutcome.Failed => localizer["Failed"],
        _ => localizer["Interrupted"],
    };

    public static AlertKind KindOf(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Running => AlertKind.Info,
        JobOutcome.Succeeded => AlertKind.Good,
        JobOutcome.Failed => AlertKind.Bad,
        _ => AlertKind.Warn,
    };
}

using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Presentation;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Disclosure.Import.ListImports;

/// <summary>How the state of an import is said and coloured.</summary>
internal static class ImportWords
{
    public static string Of(IStringLocalizer localizer, ImportState state) => state switch
    {
        ImportState.Prepared => localizer["Being prepared"],
        ImportState.Queued => localizer["Waiting"],
        ImportState.Running => localizer["Running"],
        ImportState.Done => localizer["Done"],
        ImportState.Failed => localizer["Failed"],
        _ => localizer["Cancelled"],
    };

    public static AlertKind KindOf(ImportState state) => state switch
    {
        ImportState.Done => AlertKind.Good,
        ImportState.Failed => AlertKind.Bad,
        ImportState.Cancelled => AlertKind.Warn,
        ImportState.Prepared => AlertKind.Neutral,
        _ => AlertKind.Info,
    };
}

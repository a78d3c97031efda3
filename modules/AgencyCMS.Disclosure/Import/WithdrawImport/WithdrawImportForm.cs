using AgencyCMS.Disclosure.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AgencyCMS.Disclosure.Import.WithdrawImport;

/// <summary>The confirmation that an import is to be taken back.</summary>
internal sealed class WithdrawImportForm
{
    /// <summary>Shown to readers at the addresses of the items.</summary>
    public string? Reason { get; set; }

    /// <summary>The state of the items that the page showed.</summary>
    public string? Shown { get; set; }

    [ValidateNever]
    public ImportRunRow Run { get; set; } = null!; // set before the view is shown

    [ValidateNever]
    public BroughtItems Found { get; set; } = new(0, 0, 0, 0, "");
}

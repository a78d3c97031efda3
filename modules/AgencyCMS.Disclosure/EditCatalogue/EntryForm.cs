using AgencyCMS.Disclosure.Catalogue;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AgencyCMS.Disclosure.EditCatalogue;

/// <summary>A new entry of the agency's own.</summary>
internal sealed class EntryForm
{
    public string? Code { get; set; }
    public string? Parent { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Description { get; set; }

    [ValidateNever]
    public IReadOnlyList<CatalogueNode> Parents { get; set; } = [];
}

/// <summary>The declaration that there is no such matter.</summary>
internal sealed class DeclarationForm
{
    public string? Reason { get; set; }

    /// <summary>The reason that stood when the form was shown; empty when nothing was declared.</summary>
    public string? Shown { get; set; }

    [ValidateNever]
    public CatalogueNode Node { get; set; } = null!; // set before the view is shown
}

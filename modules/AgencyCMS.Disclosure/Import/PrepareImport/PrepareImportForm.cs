using AgencyCMS.Disclosure.Catalogue;
using AgencyCMS.Disclosure.Storage;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace AgencyCMS.Disclosure.Import.PrepareImport;

/// <summary>How an uploaded table is to be understood, and what is shown beside it.</summary>
internal sealed class PrepareImportForm
{
    /// <summary>Value of <see cref="Into"/> when a column names the site.</summary>
    public const string ByColumn = "*";

    /// <summary>The columns of the table, each with the property that it means.</summary>
    public IList<ColumnChoice> Columns { get; set; } = [];

    /// <summary>Catalogue entry of lines that name none.</summary>
    public string? Entry { get; set; }

    /// <summary>Id of the tenant, or <see cref="ByColumn"/>; null where there is no choice.</summary>
    public string? Into { get; set; }

    /// <summary>Column that names the tenant.</summary>
    public string? By { get; set; }

    /// <summary>True when the file's values are to take the place of corrections made by hand.</summary>
    public bool OverwritesCorrections { get; set; }

    [ValidateNever]
    public ImportRunRow Run { get; set; } = null!; // set before the view is shown

    /// <summary>The first lines as they are understood, each with what is wrong with it or is to be known of it.</summary>
    [ValidateNever]
    public IReadOnlyList<(ImportLine Line, IReadOnlyList<Problem> Notes)> Preview { get; set; } = [];

    [ValidateNever]
    public IReadOnlyList<CatalogueNode> Entries { get; set; } = [];

    /// <summary>The sites to choose from; empty where there is no choice.</summary>
    [ValidateNever]
    public IReadOnlyList<Tenant> Sites { get; set; } = [];
}

/// <summary>A column and what it means.</summary>
internal sealed class ColumnChoice
{
    public string Name { get; set; } = "";

    /// <summary>Null when it is left out.</summary>
    public string? Property { get; set; }

    /// <summary>Its first value, shortened.</summary>
    [ValidateNever]
    public string Example { get; set; } = "";
}

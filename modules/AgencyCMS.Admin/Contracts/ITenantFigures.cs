using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Presentation;

namespace AgencyCMS.Admin.Contracts;

/// <summary>Columns of the county's list of agencies that tell how they are getting on. Contributed; asked for the agencies of one page.</summary>
public interface ITenantFigures
{
    /// <summary>Must cost no more than a query for all of them, or a small one for each.</summary>
    Task<IReadOnlyList<TenantColumn>> ReadAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken);
}

/// <summary>A column.</summary>
/// <param name="Heading">In the reader's language.</param>
/// <param name="Order">Smaller stands first.</param>
/// <param name="Figures">One for each agency that has one.</param>
public sealed record TenantColumn(string Heading, int Order, IReadOnlyDictionary<TenantId, TenantFigure> Figures);

/// <summary>What stands in a cell: a text, or a day.</summary>
public sealed record TenantFigure(string Text, AlertKind Kind = AlertKind.Neutral)
{
    /// <summary>Shown as a day of the reader's zone in place of the text.</summary>
    public DateTimeOffset? At { get; init; }
}

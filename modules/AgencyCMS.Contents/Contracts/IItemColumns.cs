using AgencyCMS.ContentManagement.Storage;

namespace AgencyCMS.Contents.Contracts;

/// <summary>Columns that a module adds to the list of items in the administration. Contributed; asked for the items of one page.</summary>
public interface IItemColumns
{
    /// <summary>Must cost no more than a few small queries for the whole page.</summary>
    Task<IReadOnlyList<ItemColumn>> ReadAsync(IReadOnlyList<ContentItemRow> items, CancellationToken cancellationToken);
}

/// <summary>A column.</summary>
/// <param name="Heading">In the reader's language.</param>
/// <param name="Order">Smaller stands first.</param>
/// <param name="Texts">One for each item, by its id, that has something there.</param>
public sealed record ItemColumn(string Heading, int Order, IReadOnlyDictionary<string, string> Texts);

namespace AgencyCMS.Search.Engine.Storage;

/// <summary>One value for each document of a segment, in memory.</summary>
/// <param name="places">Where in <paramref name="values"/> each document's value stands; behind the last one where it has none.</param>
/// <param name="values">Each value once.</param>
internal sealed class Column<T>(int[] places, T[] values)
{
    public T[] Values => values;

    public int PlaceOf(int doc) => places[doc];

    public T Of(int doc) => values[places[doc]];
}

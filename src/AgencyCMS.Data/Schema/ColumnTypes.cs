using FluentMigrator.Builders;
using FluentMigrator.Infrastructure;

namespace AgencyCMS.Data.Schema;

/// <summary>Column types that mean the same on both databases.</summary>
public static class ColumnTypes
{
    /// <summary>Text without a limit.</summary>
    public static TNext AsText<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsCustom("text");

    /// <summary>An instant: Unix milliseconds, UTC.</summary>
    public static TNext AsInstant<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsInt64();

    /// <summary>A legal date: text <c>yyyy-MM-dd</c>.</summary>
    public static TNext AsLegalDate<TNext>(this IColumnTypeSyntax<TNext> column)
        where TNext : IFluentSyntax => column.AsCustom("text");
}

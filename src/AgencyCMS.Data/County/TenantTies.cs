using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Data.County;

/// <summary>Says of each county table with a column <c>tenant_id</c> how its rows follow the tenants, and has them follow.</summary>
public static class TenantTies
{
    private const string Annotation = "AgencyCMS:TenantTie";
    private const string Column = "tenant_id";

    /// <summary>Declares it. A table that names tenants and declares nothing counts as <see cref="TenantTie.Own"/>; those of the project declare it all the same.</summary>
    public static EntityTypeBuilder<T> FollowsTenant<T>(this EntityTypeBuilder<T> entity, TenantTie tie)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.HasAnnotation(Annotation, tie.ToString());
        return entity;
    }

    /// <summary>The entities of a model that name a tenant, each with what it declares; null when it declares nothing.</summary>
    public static IEnumerable<(IEntityType Entity, TenantTie? Tie)> Of(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && entity.GetProperties().Any(property => property.GetColumnName() == Column))
            .Select(entity => (entity, Enum.TryParse<TenantTie>(entity.FindAnnotation(Annotation)?.Value as string, out var tie) ? tie : (TenantTie?)null));
    }

    /// <summary>Removes a tenant's rows from all tables but those that outlive it, in the session's transaction.</summary>
    internal static Task RemoveAsync(CountyDb db, TenantId tenant, CancellationToken cancellationToken) => DeleteAsync(db, $"{Column} = {{0}}", [tenant.Value], cancellationToken);

    /// <summary>Removes rows of tenants that are not there any more: what a consumer wrote in the very moment of a removal.</summary>
    internal static Task RemoveOrphansAsync(CountyDb db, CancellationToken cancellationToken)
    {
        var tenants = Delimited(db, db.Model.FindEntityType(typeof(TenantRow))!); // mapped by the platform itself
        return DeleteAsync(db, $"{Column} IS NOT NULL AND {Column} NOT IN (SELECT id FROM {tenants})", [], cancellationToken);
    }

    private static async Task DeleteAsync(CountyDb db, string condition, object[] parameters, CancellationToken cancellationToken)
    {
        foreach (var (entity, _) in Of(db.Model).Where(tied => tied.Tie is not TenantTie.Record))
        {
            // The names come from the model and are delimited; the values are parameters.
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {Delimited(db, entity)} WHERE {condition}", parameters, cancellationToken);
#pragma warning restore EF1002
        }
    }

    private static string Delimited(CountyDb db, IEntityType entity) =>
        db.GetService<ISqlGenerationHelper>().DelimitIdentifier(entity.GetTableName()!, entity.GetSchema()); // asked for only where there is one
}

using System.Linq.Expressions;
using AgencyCMS.Data.Changes;
using AgencyCMS.Modularity.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AgencyCMS.Data.Stores;

/// <summary>
/// A session with the current tenant's store. Every query is filtered by the tenant and every new row gets its id; changes for the change log are numbered
/// and written in the same transaction as the rows.
/// </summary>
public sealed class TenantDb : DbContext
{
    private readonly List<ChangeRow> _pending = [];

    public TenantDb(DbContextOptions<TenantDb> options, TenantId tenant, ModelSet<ITenantModel> models)
        : base(options)
    {
        Models = models;
        CurrentTenantId = tenant.Value;
        ChangeTracker.LazyLoadingEnabled = false;
    }

    /// <summary>Id of the tenant whose rows this session sees.</summary>
    public int CurrentTenantId { get; }

    internal ModelSet<ITenantModel> Models { get; }

    /// <summary>True from the commit of a change until the wake-up has been given.</summary>
    internal bool HasUnannouncedChanges { get; set; }

    /// <summary>Appends a change to the change log; it is written with the next save, in the same transaction.</summary>
    public void Append(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _pending.Add(new ChangeRow
        {
            Kind = change.Kind,
            SubjectId = change.SubjectId,
            Data = change.Data,
            Actor = change.Actor,
            OccurredAt = change.OccurredAt,
        });
    }

    /// <summary>
    /// Begins a change that depends on what is in the store: until its end nobody else changes the store, so that a name found free is free and a number drawn is
    /// nobody else's. Whoever comes meanwhile waits.
    /// </summary>
    /// <returns>The transaction to commit; null inside one that is open already, whose owner commits.</returns>
    public async Task<IDbContextTransaction?> BeginChangeAsync(CancellationToken cancellationToken)
    {
        var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            // On SQLite the transaction itself keeps other writers out; here the counter does, which every change needs in the end.
            if (Database.IsNpgsql())
            {
                await ChangeCounter.TakeAsync(this, 0, cancellationToken);
            }
            return transaction;
        }
        catch
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Stages a row; it is the tenant's from now on, so that it is found by its key before it is saved.</summary>
    public override EntityEntry<TEntity> Add<TEntity>(TEntity entity)
    {
        if (entity is ITenantRow { TenantId: 0 } row)
        {
            row.TenantId = CurrentTenantId;
        }
        return base.Add(entity);
    }

    /// <summary>Forgets what was staged and not saved: rows and changes.</summary>
    public void Discard()
    {
        ChangeTracker.Clear();
        _pending.Clear();
    }

    /// <exception cref="InvalidOperationException">A row of another tenant would be written.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        OwnRows();
        if (_pending.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        if (Database.CurrentTransaction is { } outer)
        {
            return await SaveInsideAsync(outer, acceptAllChangesOnSuccess, cancellationToken);
        }
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var written = await SaveWithChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return written;
    }

    /// <exception cref="NotSupportedException">Always: stores are written asynchronously.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        if (Database.IsNpgsql())
        {
            modelBuilder.HasDefaultSchema(StoreNames.TenantSchema);
        }
        ChangeModel.Configure(modelBuilder);
        foreach (var model in Models.Models)
        {
            model.Configure(modelBuilder);
        }
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => typeof(ITenantRow).IsAssignableFrom(entity.ClrType)))
        {
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(OwnRowsOnly(entity));
        }
        Conventions.NameColumns(modelBuilder.Model);
    }

    private LambdaExpression OwnRowsOnly(IReadOnlyTypeBase entity)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var own = Expression.Property(Expression.Constant(this), nameof(CurrentTenantId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantRow.TenantId)), own), row);
    }

    // A caller that goes on after a failed save must not commit the numbers it drew: they would be a gap.
    private async Task<int> SaveInsideAsync(IDbContextTransaction outer, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        const string beforeNumbers = "before_change_numbers";
        await outer.CreateSavepointAsync(beforeNumbers, cancellationToken);
        try
        {
            var written = await SaveWithChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await outer.ReleaseSavepointAsync(beforeNumbers, CancellationToken.None);
            return written;
        }
        catch
        {
            await outer.RollbackToSavepointAsync(beforeNumbers, CancellationToken.None);
            throw;
        }
    }

    private async Task<int> SaveWithChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        // The counter's row stays locked until the commit, so numbers appear in the order of commits and without gaps.
        var last = await ChangeCounter.TakeAsync(this, _pending.Count, cancellationToken);
        for (var i = 0; i < _pending.Count; i++)
        {
            _pending[i].Sequence = last - _pending.Count + 1 + i;
            _pending[i].TenantId = CurrentTenantId;
            Add(_pending[i]);
        }
        IReadOnlyList<EntityEntry> inserted = [];
        try
        {
            inserted = await RowInserts.WriteAsync(this, cancellationToken);
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            _pending.Clear();
            HasUnannouncedChanges = true;
            return inserted.Count + written;
        }
        catch
        {
            RowInserts.Undo(inserted);
            // They wait for the next save and are numbered anew there.
            _pending.ForEach(row => Entry(row).State = EntityState.Detached);
            throw;
        }
    }

    private void OwnRows()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantRow>())
        {
            if (entry.State == EntityState.Added && entry.Entity.TenantId == 0)
            {
                entry.Entity.TenantId = CurrentTenantId;
            }
            if (entry.State is not EntityState.Unchanged and not EntityState.Detached && entry.Entity.TenantId != CurrentTenantId)
            {
                throw new InvalidOperationException($"A row of tenant {entry.Entity.TenantId} cannot be written in the store session of tenant {CurrentTenantId}.");
            }
        }
    }
}

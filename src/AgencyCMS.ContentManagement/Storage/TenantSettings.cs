using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using Microsoft.EntityFrameworkCore;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>The current tenant's settings: named sections of JSON, those of Orchard Core's <c>settings</c> step and ours.</summary>
public sealed class TenantSettings(TenantDb db, IActorSource actors, TimeProvider clock)
{
    /// <summary>Kind of the change that is appended when a section changes; the subject is the section's name.</summary>
    public const string Changed = "settings.changed";

    /// <returns>Null when the section has never been set.</returns>
    public async Task<JsonNode?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var json = await db.Set<SettingRow>().AsNoTracking().Where(row => row.Name == name).Select(row => row.Json).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonNode.Parse(json);
    }

    /// <summary>A section as a typed value; its defaults when it has never been set.</summary>
    public async Task<T> GetAsync<T>(CancellationToken cancellationToken)
        where T : class, new() => (await FindAsync(typeof(T).Name, cancellationToken))?.Deserialize<T>() ?? new T();

    /// <returns>Every section, in alphabetical order.</returns>
    public async Task<IReadOnlyDictionary<string, JsonNode?>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<SettingRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Name, row => JsonNode.Parse(row.Json), StringComparer.Ordinal);
    }

    /// <summary>Replaces a section; written with the session's next save.</summary>
    /// <returns>False when it was the same already.</returns>
    public async Task<bool> PutAsync(string name, JsonNode? value, CancellationToken cancellationToken)
    {
        var json = value?.ToJsonString(Items.ContentItemJson.Compact) ?? "null";
        var row = await db.Set<SettingRow>().FindAsync([db.CurrentTenantId, name], cancellationToken);
        if (row?.Json == json)
        {
            return false;
        }
        if (row is null)
        {
            db.Add(new SettingRow { Name = name, Json = json });
        }
        else
        {
            row.Json = json;
        }
        db.Append(new Change { Kind = Changed, SubjectId = name, Actor = (await actors.GetAsync()).Name, OccurredAt = clock.GetUtcNow() });
        return true;
    }
}

using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.Data.Changes;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;

namespace AgencyCMS.ContentManagement.Storage;

/// <summary>The content types and parts of the current tenant. Items are never touched: what a definition no longer names stays in them.</summary>
public sealed class DefinitionStore(TenantDocuments documents, TenantDb db, IActorSource actors, TimeProvider clock)
{
    /// <summary>Collection of the types in <see cref="TenantDocuments"/>, each as the recipe step has it.</summary>
    public const string Types = "content-types";

    /// <summary>Collection of the parts in <see cref="TenantDocuments"/>, each as the recipe step has it.</summary>
    public const string Parts = "content-parts";

    /// <summary>Kind of the change that is appended when a type or part changes; the subject is its name.</summary>
    public const string Changed = "content-types.changed";

    private ContentDefinitions? _known;

    /// <summary>All definitions; read once in a scope.</summary>
    public async Task<ContentDefinitions> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is not null)
        {
            return _known;
        }
        var step = new JsonObject
        {
            ["ContentTypes"] = Array(await documents.ListAsync(Types, cancellationToken)),
            ["ContentParts"] = Array(await documents.ListAsync(Parts, cancellationToken)),
        };
        return _known = ContentDefinitionJson.Read(step);
    }

    /// <summary>Replaces all definitions; what differs is written with the session's next save.</summary>
    /// <returns>False when all were the same already.</returns>
    public async Task<bool> PutAsync(ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var before = await GetAsync(cancellationToken);
        var changed = new List<string>();
        foreach (var type in definitions.Types.Values.Where(type => !type.Equals(before.FindType(type.Name))))
        {
            await documents.PutAsync(new TenantDocument(Types, type.Name, ContentDefinitionJson.Write(type).ToJsonString(Items.ContentItemJson.Compact)), cancellationToken);
            changed.Add(type.Name);
        }
        foreach (var part in definitions.Parts.Values.Where(part => !part.Equals(before.FindPart(part.Name))))
        {
            await documents.PutAsync(new TenantDocument(Parts, part.Name, ContentDefinitionJson.Write(part).ToJsonString(Items.ContentItemJson.Compact)), cancellationToken);
            changed.Add(part.Name);
        }
        changed.AddRange(await RemoveAsync(Types, before.Types.Keys.Except(definitions.Types.Keys), cancellationToken));
        changed.AddRange(await RemoveAsync(Parts, before.Parts.Keys.Except(definitions.Parts.Keys), cancellationToken));
        var actor = await actors.GetAsync();
        foreach (var name in changed.Distinct(StringComparer.Ordinal))
        {
            db.Append(new Change { Kind = Changed, SubjectId = name, Actor = actor.Name, OccurredAt = clock.GetUtcNow() });
        }
        _known = definitions;
        return changed.Count > 0;
    }

    /// <summary>Reads anew next time: what was put has been undone, or somebody else may have put something.</summary>
    public void Forget() => _known = null;

    private async Task<IReadOnlyList<string>> RemoveAsync(string collection, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var removed = names.ToList();
        foreach (var name in removed)
        {
            await documents.RemoveAsync(collection, name, cancellationToken);
        }
        return removed;
    }

    private static JsonArray Array(IReadOnlyList<TenantDocument> found) => new([.. found.Select(document => JsonNode.Parse(document.Json))]);
}

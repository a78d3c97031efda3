using System.Text.Json.Nodes;

namespace AgencyCMS.Operations.Tests.Fixtures;

/// <summary>Does to a backup what happens to files that lie somewhere for long.</summary>
internal static class BackupEditing
{
    /// <summary>Changes the manifest.</summary>
    public static async Task EditManifestAsync(string folder, Action<JsonObject> edit)
    {
        var path = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        edit(manifest);
        await File.WriteAllTextAsync(path, manifest.ToJsonString());
    }

    /// <summary>As when the last backup could not copy a tenant.</summary>
    /// <param name="folder">Of the backup.</param>
    /// <param name="name">Of the tenant.</param>
    /// <param name="withLastCopy">True when an earlier one could.</param>
    public static Task FailTenantAsync(string folder, string name, bool withLastCopy) => EditManifestAsync(folder, manifest =>
    {
        var tenants = manifest["tenants"]!.AsArray();
        var tenant = tenants.Single(tenant => (string?)tenant!["name"] == name)!.AsObject();
        tenants.Remove(tenant);
        manifest["failed"] = new JsonArray(new JsonObject { ["id"] = (int)tenant["id"]!, ["name"] = name, ["error"] = "damaged", ["lastCopy"] = withLastCopy ? tenant : null });
    });

    /// <summary>Turns one bit of a file over.</summary>
    public static void FlipBit(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Seek(stream.Length / 2, SeekOrigin.Begin);
        var value = stream.ReadByte();
        stream.Seek(-1, SeekOrigin.Current);
        stream.WriteByte((byte)(value ^ 1));
    }
}

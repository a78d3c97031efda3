using System.CommandLine;
using AgencyCMS.Modularity.Commands;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using AgencyCMS.Tenants.Contracts;

namespace AgencyCMS.Tenants.Commands;

/// <summary><c>tenant export NAME FILE</c>.</summary>
internal sealed class ExportTenantCommand(ITenantExport export, TenantDirectory directory)
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the tenant." };
    private static readonly Argument<string> Target = new("FILE") { Description = "The zip to write; an existing file is replaced." };

    public Command Create()
    {
        var command = new Command("export", "Pack a tenant's record, content and store into a zip.") { Name, Target };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(Name);
        if (directory.FindByName(name) is not { } tenant)
        {
            return CommandConsole.Failed(parsed, [TenantProblems.NotFound(name)]);
        }
        var path = Path.GetFullPath(parsed.GetRequiredValue(Target));
        var bytes = await CommandProgress.ShowAsync(parsed, "Packing", _ => WriteAsync(tenant, path, cancellationToken));
        return CommandConsole.Done(parsed, new { File = path, Bytes = bytes }, $"{path} ({bytes} bytes)");
    }

    // Beside its place first: what is there already is replaced only by a whole file.
    private async Task<long> WriteAsync(Tenant tenant, string path, CancellationToken cancellationToken)
    {
        var unfinished = path + ".new";
        await using (var file = File.Create(unfinished))
        {
            await export.WriteAsync(tenant, file, Actor.System, cancellationToken);
        }
        File.Move(unfinished, path, overwrite: true);
        return new FileInfo(path).Length;
    }
}

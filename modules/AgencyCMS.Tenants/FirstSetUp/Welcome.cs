using System.Collections.Immutable;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Tenants;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>Tells whoever started a fresh server where the sites are and who may sign in. Written to standard output once; the passwords are kept nowhere.</summary>
internal sealed class Welcome(IServer server, TenantDirectory directory)
{
    public void Print(ImmutableArray<ProvisionedAccount> accounts)
    {
        var root = (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost").TrimEnd('/');
        var width = accounts.Select(account => account.UserName.Length).DefaultIfEmpty(0).Max();
        var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        text.WriteLine();
        text.WriteLine($"The county is set up. Its portal is {root}/ and its administration {root}/admin");
        foreach (var tenant in directory.All.Where(tenant => tenant.Prefix is not null))
        {
            text.WriteLine($"  {root}/{tenant.Prefix}/  {tenant.Title}");
        }
        if (accounts.Length > 0)
        {
            text.WriteLine($"Sign in at {root}/account/sign-in with one of these names. The passwords are shown only now:");
        }
        foreach (var account in accounts)
        {
            text.WriteLine($"  {account.UserName.PadRight(width)}  {account.Password}");
        }
        Console.Out.WriteLine(text);
    }
}

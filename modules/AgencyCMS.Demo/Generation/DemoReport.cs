namespace AgencyCMS.Demo.Generation;

/// <summary>What a generation has done so far.</summary>
internal sealed class DemoReport
{
    public int TenantsCreated { get; set; }

    public int TenantsFound { get; set; }

    public int ItemsCreated { get; set; }

    public int ItemsUnchanged { get; set; }

    public override string ToString() => FormattableString.Invariant(
        $"{TenantsCreated:N0} tenants created, {TenantsFound:N0} were there; {ItemsCreated:N0} items published, {ItemsUnchanged:N0} were there");
}

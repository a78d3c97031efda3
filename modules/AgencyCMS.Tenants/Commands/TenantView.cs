using AgencyCMS.Modularity.Tenants;

namespace AgencyCMS.Tenants.Commands;

/// <summary>A tenant as commands print it with <c>--json</c>.</summary>
internal sealed record TenantView(
    int Id, string Name, string Title, TenantKind Kind, TenantState State, string? Prefix, IReadOnlyList<string> Hosts, string SiteCode, DateTimeOffset CreatedAt,
    string? Notice, DateTimeOffset? RemoveAfter)
{
    /// <summary>Sign-in name of the first administrator, when the command has made one.</summary>
    public string? Administrator { get; init; }

    /// <summary>The administrator's password for the first sign-in; known nowhere else.</summary>
    public string? Password { get; init; }

    public static TenantView Of(Tenant tenant) => new(
        tenant.Id.Value, tenant.Name, tenant.Title, tenant.Kind, tenant.State, tenant.Prefix, tenant.Hosts, tenant.SiteCode, tenant.CreatedAt, tenant.Notice, tenant.RemoveAfter);

    /// <summary>One line of a list.</summary>
    public string ToLine(int nameWidth) => $"{Id,5}  {Name.PadRight(nameWidth)}  {State,-12}  {Kind,-17}  {Title}";

    /// <summary>Everything, a line each.</summary>
    public string ToText() => string.Join(
        Environment.NewLine,
        new (string Label, string? Value)[]
        {
            ("id", $"{Id}"),
            ("name", Name),
            ("title", Title),
            ("kind", $"{Kind}"),
            ("state", $"{State}"),
            ("path", Prefix is null ? null : "/" + Prefix),
            ("hosts", Hosts.Count == 0 ? null : string.Join(' ', Hosts)),
            ("site code", SiteCode.Length == 0 ? null : SiteCode),
            ("created", $"{CreatedAt:u}"),
            ("notice", Notice),
            ("administrator", Administrator),
            ("password", Password),
            ("removed after", RemoveAfter is null ? null : $"{RemoveAfter:u}"),
        }.Where(line => line.Value is not null).Select(line => $"{line.Label + ":",-15}{line.Value}"));
}

using AgencyCMS.Media.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgencyCMS.Media;

/// <summary>Addresses of files in the current request's site.</summary>
internal sealed class FileAddresses(LinkGenerator links, IHttpContextAccessor http)
{
    public const string PublicRoute = "media.public-file";
    public const string StaffRoute = "media.staff-file";

    public string? ForReaders(Attachment attachment) => Of(PublicRoute, attachment);

    public string? ForStaff(Attachment attachment) => Of(StaffRoute, attachment);

    private string? Of(string route, Attachment attachment) =>
        http.HttpContext is { } context ? links.GetPathByName(context, route, new { id = attachment.Id, name = attachment.FileName }) : null;
}

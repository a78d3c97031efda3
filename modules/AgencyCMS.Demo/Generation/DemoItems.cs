using System.Security.Cryptography;
using System.Text;
using AgencyCMS.ContentManagement.Items;
using AgencyCMS.ContentManagement.Items.Parts;
using AgencyCMS.Demo.Contracts;
using AgencyCMS.Disclosure.Contracts;

namespace AgencyCMS.Demo.Generation;

/// <summary>Generated documents as content items.</summary>
internal static class DemoItems
{
    /// <param name="document">What it says.</param>
    /// <param name="agency">Whose it is.</param>
    /// <param name="seed">Of the generator.</param>
    /// <param name="index">Which of the agency's items; the same seed and index give the same id, so that a generation may be repeated.</param>
    public static ContentItem Build(DemoDocument document, DemoAgency agency, int seed, int index)
    {
        var item = ContentItem.New("Disclosure");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"demo\n{seed}\n{agency.Name}\n{index}")));
        item.ContentItemId = ContentIds.FromGuid(new Guid(hash.AsSpan(0, 16)));
        item.PublishedUtc = document.PublishedAt.ToUniversalTime();
        item.CreatedUtc = item.PublishedUtc;
        item.Alter<TitlePart>(part => part.Title = document.Title);
        item.Alter<HtmlBodyPart>(part => part.Html = document.Html);
        return item.Alter<DisclosurePart>(part =>
        {
            part.Entry = document.Entry;
            part.Subject = document.Subject;
            part.Genre = document.Genre;
            part.FormedOn = document.FormedOn;
            part.Publisher = agency.Title;
            part.Section = document.Section;
            part.Source = agency.Title;
            part.Keywords = document.Keywords;
            part.Validity = "in_force";
            part.DisclosureMode = "proactive";
            part.DisclosureLimit = "long_term";
            part.Scope = "public";
            part.Carriers = ["website"];
            part.Language = "zh-CN";
            if (document.DocumentNumber is not null)
            {
                part.DocumentNumber = document.DocumentNumber;
            }
        });
    }
}
